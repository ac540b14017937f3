#include "scanner/credits.h"

#include <algorithm>

#include "scanner/line_before.h"

namespace sluice {
namespace {

// Terms stand at the top of a file.
constexpr size_t kTop = 2048;
// The longest way from an entry to the heading, or to the entry before.
constexpr uint32_t kReach = 1024;
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

}  // namespace

bool Credits::IsInLicensed(Span value) {
  constexpr std::string_view kTerms =
      "opyright (c)|opyright (C)|SPDX-License|opyright \xC2\xA9|GNU General "
      "Public|Licensed under the|urgency=|copyright-format/";
  if (licensed_ < 0) licensed_ = HoldsAny(text_.substr(0, kTop), kTerms);
  return licensed_ > 0 && !IsInCode(text_, value);
}

uint32_t Credits::BeginOfLine(uint32_t pos) const {
  return pos == 0 ? 0 : static_cast<uint32_t>(text_.rfind('\n', pos - 1) + 1);
}

// "We thank all contributors,\n who made it better:\n" ending at `end`.
bool Credits::IsIntroduction(uint32_t line, uint32_t end) const {
  for (int lines = 0; lines < 3 && line > 0; ++lines) {
    const uint32_t above = BeginOfLine(line - 1);
    if (line - above <= kShortestProse || end - above > kReach) break;
    line = above;
  }
  return HoldsAny(text_.substr(line, end - line), kHeadings);
}

bool Credits::IsBelowHeading(Span value) {
  const uint32_t own = BeginOfLine(value.begin);
  const uint32_t lowest = own - std::min(own, kReach);
  bool answer = false;
  bool underlined = false;
  for (uint32_t line = own; line > lowest;) {
    if (const auto [begin, known] = Known(line); begin == line + 1) {
      answer = known;
      break;
    }
    const uint32_t above = BeginOfLine(line - 1);
    const std::string_view text =
        WithoutBlanks(text_.substr(above, line - 1 - above));
    answer = text.size() <= kLongestHeading && HoldsAny(text, kHeadings);
    if (answer || underlined) break;
    underlined = text.starts_with("==") || text.starts_with("--");
    if (!underlined && !IsListed(text)) {
      answer = text.ends_with(':') && IsIntroduction(above, line);
      break;
    }
    line = above;
  }
  Known(own) = {own + 1, answer};
  return answer;
}

}  // namespace sluice
