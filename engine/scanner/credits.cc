#include "scanner/credits.h"

#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/line_before.h"

namespace sluice {
namespace {

// How far before a value is looked: less than a stream keeps (stream.cc), for
// its findings are those of the whole text.
constexpr uint32_t kReach = 960;
constexpr size_t kLongestHeading = 64;
constexpr size_t kLongestEntry = 60;
constexpr uint32_t kShortestProse = 40;
constexpr uint32_t kNoLine = 0xFFFFFFFFu;
constexpr size_t kMaxYears = 12;

constexpr std::string_view kHeadings =
    "uthors|AUTHOR|ontribut|ONTRIBUT|aintainers|ranslators|ommitters|cknowledg|"
    "Credits|CREDITS|hanks to|THANKS|\"author\"|Autoren|Autores|Auteurs|"
    "uthor:|uthor Inf|TRADU|bersetz|BERSETZ|作者|著者|저자|翻译";

// Whether one of `words`, which '|' separates, stands in the text.
bool HoldsAny(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const size_t size = std::min(words.find('|'), words.size());
    if (text.find(words.substr(0, size)) != text.npos) return true;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return false;
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

// "2019-03-01 " of a change log, "2019-03-01, " of a copyright.
bool TakeDate(std::string_view& line) {
  return TakeDigits(line, 4) && TakeByte(line, '-') && TakeDigits(line, 2) &&
         TakeByte(line, '-') && TakeDigits(line, 2) && !line.empty() &&
         (IsBlank(line[0]) || line[0] == ',');
}

// "Sat May 12 12:00 2001 " of an older one.
bool TakeDay(std::string_view& line) {
  constexpr size_t kDayEnd = 3, kMonthEnd = 7, kYear = 5;
  if (line.size() <= kMonthEnd || line[kDayEnd] != ' ' ||
      line[kMonthEnd] != ' ') {
    return false;
  }
  const size_t end = line.find_first_not_of(" :0123456789", kMonthEnd);
  const size_t last = line.substr(0, end).find_last_not_of(' ');
  if (last == line.npos || last < kMonthEnd + kYear) return false;
  const std::string_view year = line.substr(last + 1 - kYear, kYear);
  line.remove_prefix(std::min(end, line.size()));
  return year.starts_with(" 19") || year.starts_with(" 20");
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

// Whether the line names somebody for what he wrote, in words or as programs
// that set manuals link to the writer.
bool NamesAuthor(std::string_view line) {
  return HoldsAny(line,
                  "opyright|(c) |(C) |\xC2\xA9|uthor|-by: |-By: "
                  "|ommitter|aintain|Uploader|ranslat|ontribut|patch by|hanks "
                  "to|ackaged|debianized|ritten by|developed by| patch "
                  "from|Patch from|Credits: "
                  "|-Contact: |ersion by|bugs to|eference external|rev=made");
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

// "M:\tJan Jansen <" and "R:\t" of a list of maintainers and reviewers.
bool IsMaintained(std::string_view line) {
  return line.starts_with("M:\t") || line.starts_with("R:\t");
}

// "# Jan Jansen <" or "# C64 files, from Jan Jansen <", in the comment at the
// top of a program; `.\" Modified by Jan <` of a manual.
bool IsComment(std::string_view line) {
  if (line.starts_with(".\\\"")) return true;
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

std::string_view WithoutBlanks(std::string_view line) {
  const size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == line.npos ? 0 : last + 1);
}

// ".br", ".IP 4", "=item *", what manuals are set with between two entries.
bool IsSetting(std::string_view line) {
  return line.starts_with(".br") || line.starts_with(".IP ") ||
         line.starts_with(".PP") || line.starts_with("=item");
}

// Whether a line may stand between a heading and an entry below it: a short
// one, or one with an address or a link; no other heading, and no sentence.
bool IsListed(std::string_view line) {
  if (line.empty() || line.find_first_of("@<") != line.npos ||
      IsSetting(line) || line.find("://") != line.npos) {
    return true;
  }
  if (line.size() > kLongestEntry) return false;
  return std::string_view("#=:.?!").find(line.front()) == line.npos &&
         std::string_view(":[.?!").find(line.back()) == line.npos;
}

// The lines above a value, as far as they are looked at.
class LinesAbove {
 public:
  LinesAbove(std::string_view text, Span value)
      : text_(text), lowest_(value.begin - std::min(value.begin, kReach)) {}

  // Where the line begins that `pos` is in; kNoLine: too far away.
  uint32_t BeginOf(uint32_t pos) const {
    for (uint32_t at = pos; at > lowest_; --at) {
      if (text_[at - 1] == '\n') return at;
    }
    return lowest_ == 0 ? 0 : kNoLine;
  }

 private:
  std::string_view text_;
  uint32_t lowest_;
};

// "We thank all contributors,\n who made it better:\n" ending at `end`.
bool IsIntroduction(std::string_view text, const LinesAbove& above,
                    uint32_t line, uint32_t end) {
  for (int lines = 0; lines < 3 && line > 0; ++lines) {
    const uint32_t next = above.BeginOf(line - 1);
    if (next == kNoLine || line - next <= kShortestProse) break;
    line = next;
  }
  return HoldsAny(text.substr(line, end - line), kHeadings);
}

}  // namespace

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
  if (HangsBelow(rest, angle) || IsMaintained(rest) || IsComment(rest)) {
    return true;
  }
  Skip(rest, " \t*#/;");
  std::string_view dated = rest;
  SkipVersion(dated);
  if (TakeDate(dated)) {
    const bool bare = IsNameOnly(dated);
    SkipTime(dated);
    return IsNameOnly(dated) && (bare || angle);
  }
  if (TakeDay(rest)) return IsNameOnly(rest);
  return TakeYears(rest) && (IsNameOnly(rest) || rest.find("(@") != rest.npos);
}

bool IsInLicensed(std::string_view text, Span value) {
  // The last two begin a description of an interface of the kernel.
  constexpr std::string_view kTerms =
      "opyright (c)|opyright (C)|SPDX-License|opyright \xC2\xA9|GNU General "
      "Public|Licensed under the|urgency=|copyright-format/|KernelVersion:|"
      "What:\t";
  const uint32_t lowest = value.begin - std::min(value.begin, kReach);
  return HoldsAny(text.substr(lowest, value.begin - lowest), kTerms) &&
         !IsInCode(text, value);
}

bool IsBelowHeading(std::string_view text, Span value) {
  const LinesAbove above(text, value);
  bool underlined = false;
  for (uint32_t line = above.BeginOf(value.begin); line != kNoLine;) {
    const uint32_t next = line == 0 ? kNoLine : above.BeginOf(line - 1);
    if (next == kNoLine) return false;
    const std::string_view entry =
        WithoutBlanks(text.substr(next, line - 1 - next));
    if (entry.size() <= kLongestHeading && HoldsAny(entry, kHeadings)) {
      return true;
    }
    if (underlined) return false;
    // A manual's list; letters are not set so.
    if (IsSetting(entry) && HasAngle(text, value)) return true;
    underlined = entry.starts_with("==") || entry.starts_with("--");
    if (!underlined && !IsListed(entry)) {
      return entry.ends_with(':') && IsIntroduction(text, above, next, line);
    }
    line = next;
  }
  return false;
}

}  // namespace sluice
