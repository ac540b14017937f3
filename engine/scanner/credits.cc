#include "scanner/credits.h"

#include <algorithm>

#include "scanner/line_before.h"

namespace sluice {
namespace {

// How far before a value is looked: less than a stream keeps (stream.cc), for
// its findings are those of the whole text.
constexpr uint32_t kReach = 960;
constexpr size_t kLongestHeading = 64;
constexpr size_t kLongestEntry = 60;
constexpr uint32_t kShortestProse = 40;

constexpr std::string_view kHeadings =
    "uthors|AUTHOR|ontribut|ONTRIBUT|aintainers|ranslators|ommitters|cknowledg|"
    "Credits|CREDITS|hanks to|THANKS|\"author\"";

std::string_view WithoutBlanks(std::string_view line) {
  const size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == line.npos ? 0 : last + 1);
}

// Whether a line may stand between a heading and an entry below it: a short
// one, or one with an address or a link; no other heading, and no sentence.
bool IsListed(std::string_view line) {
  if (line.empty() || line.find_first_of("@<") != line.npos ||
      line.find("://") != line.npos) {
    return true;
  }
  if (line.size() > kLongestEntry) return false;
  return std::string_view("#=:.?!").find(line.front()) == line.npos &&
         std::string_view(":[.?!").find(line.back()) == line.npos;
}

constexpr uint32_t kNoLine = 0xFFFFFFFFu;

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

bool IsInLicensed(std::string_view text, Span value) {
  constexpr std::string_view kTerms =
      "opyright (c)|opyright (C)|SPDX-License|opyright \xC2\xA9|GNU General "
      "Public|Licensed under the|urgency=|copyright-format/";
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
    underlined = entry.starts_with("==") || entry.starts_with("--");
    if (!underlined && !IsListed(entry)) {
      return entry.ends_with(':') && IsIntroduction(text, above, next, line);
    }
    line = next;
  }
  return false;
}

}  // namespace sluice
