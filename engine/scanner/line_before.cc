#include "scanner/line_before.h"

#include <algorithm>

#include "scanner/bytes.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxBefore = 160;
constexpr size_t kMaxYears = 12;

// The line up to `pos`, or nothing when it is long.
std::string_view LineBefore(std::string_view text, uint32_t pos) {
  const uint32_t lowest = pos - std::min(pos, kMaxBefore);
  const std::string_view near = text.substr(lowest, pos - lowest);
  const size_t line_break = near.rfind('\n');
  if (line_break != near.npos) return near.substr(line_break + 1);
  return lowest == 0 ? near : std::string_view();
}

// Takes the characters of `set` off the begin of `line`.
void Skip(std::string_view& line, std::string_view set) {
  line.remove_prefix(std::min(line.find_first_not_of(set), line.size()));
}

bool TakeDigits(std::string_view& line, size_t count) {
  if (line.size() < count) return false;
  for (size_t i = 0; i < count; ++i) {
    if (!IsDigitByte(line[i])) return false;
  }
  line.remove_prefix(count);
  return line.empty() || !IsDigitByte(line[0]);
}

bool TakeByte(std::string_view& line, char c) {
  if (line.empty() || line[0] != c) return false;
  line.remove_prefix(1);
  return true;
}

// "2019-03-01 " of a change log.
bool TakeDate(std::string_view& line) {
  return TakeDigits(line, 4) && TakeByte(line, '-') && TakeDigits(line, 2) &&
         TakeByte(line, '-') && TakeDigits(line, 2) && !line.empty() &&
         IsBlank(line[0]);
}

// "15:00:02 +0100 ", the rest of a day in the log of a repository.
void SkipTime(std::string_view& line) { Skip(line, " \t:+-0123456789"); }

// "v2.3.19.1 " before the day of a release.
void SkipVersion(std::string_view& line) {
  if (line.empty() || (line[0] | 0x20) != 'v') return;
  const size_t end = line.find(' ');
  if (end == line.npos || !IsDigitByte(line[1])) return;
  line.remove_prefix(end);
  Skip(line, " ");
}

// "2009, 2011-2013 " of a copyright; days are not years.
bool TakeYears(std::string_view& line) {
  size_t years = 0;
  while (years < kMaxYears &&
         (line.starts_with("19") || line.starts_with("20")) &&
         TakeDigits(line, 4)) {
    ++years;
    const size_t before = line.size();
    Skip(line, ",- \t");
    if (line.size() == before) return false;
  }
  return years > 0 && (line.empty() || !IsDigitByte(line[0]));
}

// A name and what opens the address behind it, or nothing more than its begin.
bool IsNameOnly(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) {
    return IsLetterByteOrUtf8(c) ||
           std::string_view(" \t.,'-<(\"").find(c) != std::string_view::npos;
  });
}

// Whether the line names somebody for what he wrote.
bool NamesAuthor(std::string_view line) {
  return HoldsAny(line,
                  "opyright|(c) |(C) |\xC2\xA9|uthor|-by: |-By: "
                  "|ommitter|aintain|Uploader|ranslat|ontribut|patch by|hanks "
                  "to|ackaged|debianized|ritten by|developed by| patch "
                  "from|Patch from|Credits: "
                  "|-Contact: |ersion by");
}

// The same in words that people have for what they did with an order or a
// complaint as well: only an address in angle brackets tells that it was a
// file.
bool NamesEditor(std::string_view line) {
  return HoldsAny(
      line,
      "odified|evised by|pdates from|ubmitted by|uggested by|ound by |udos "
      "|mended by|reated by|dapted by|orted by|ogether by");
}

// "# Jan Jansen <" or "# C64 files, from Jan Jansen <", in the comment at the
// top of a program.
bool IsComment(std::string_view line) {
  Skip(line, " \t");
  const size_t marks = std::min(line.find_first_not_of("#;%/"), line.size());
  if (marks == 0 || (marks == 1 && line[0] != '#' && line[0] != '%')) {
    return false;
  }
  return line.ends_with('<') || IsNameOnly(line.substr(marks));
}

// "             Jan Jansen <", one of several below each other.
bool HangsBelow(std::string_view line, bool angle) {
  constexpr size_t kIndent = 8;
  const size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const bool tab = line.substr(0, begin).find('\t') != line.npos;
  return (begin >= kIndent || tab) && angle && IsNameOnly(line.substr(begin));
}

// Whether "<" stands right before the value, or behind the name that it is.
bool HasAngle(std::string_view text, Span value) {
  return (value.begin > 0 && text[value.begin - 1] == '<') ||
         text.substr(value.end, 2).find('<') != text.npos;
}

}  // namespace

bool HoldsAny(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const size_t size = std::min(words.find('|'), words.size());
    if (text.find(words.substr(0, size)) != text.npos) return true;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return false;
}

bool IsCredited(std::string_view text, Span value) {
  const std::string_view line = LineBefore(text, value.begin);
  std::string_view rest = line;
  if (NamesAuthor(line)) return true;
  const size_t trailer = rest.find(" -- ");
  if (trailer < rest.find_first_not_of(' ')) {
    return IsNameOnly(rest.substr(trailer + 4));
  }
  const bool angle = HasAngle(text, value);
  if (angle && NamesEditor(line)) return true;
  const size_t bracket = rest.rfind('[');
  if (angle && bracket != rest.npos && IsNameOnly(rest.substr(bracket + 1))) {
    return true;
  }
  if (HangsBelow(rest, angle) || IsComment(rest)) return true;
  Skip(rest, " \t*#/;");
  std::string_view dated = rest;
  SkipVersion(dated);
  if (TakeDate(dated)) {
    const bool bare = IsNameOnly(dated);
    SkipTime(dated);
    return IsNameOnly(dated) && (bare || angle);
  }
  return TakeYears(rest) && IsNameOnly(rest);
}

bool IsInUrl(std::string_view text, Span value) {
  std::string_view line = LineBefore(text, value.begin);
  const size_t token = line.find_last_of(" \t\"'<>()`");
  if (token != line.npos) line.remove_prefix(token + 1);
  return line.find("://") != line.npos;
}

bool IsInCode(std::string_view text, Span value) {
  std::string_view line = LineBefore(text, value.begin);
  if (line.find_first_of("'\"`{(;=$") != line.npos) return true;
  Skip(line, " \t");
  return line.starts_with('#') || line.starts_with('*') ||
         line.starts_with("//");
}

}  // namespace sluice
