// What RE2 finds, one pattern after the other over the whole text: the judge of
// the matcher and of the prefilter.
#ifndef TESTS_ENGINE_RE2_ORACLE_H_
#define TESTS_ENGINE_RE2_ORACLE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <tuple>
#include <vector>

#include "re2/re2.h"
#include "scanner/stages.h"

namespace sluice {

// Rule, begin and end of the match, begin and end of the value.
using Found = std::tuple<uint32_t, uint32_t, uint32_t, uint32_t, uint32_t>;

// The group that holds the value: `value`, else 1, else the whole match.
inline int ValueGroupOf(const RE2& re) {
  const auto named = re.NamedCapturingGroups().find("value");
  return named != re.NamedCapturingGroups().end()
             ? named->second
             : std::min(1, re.NumberOfCapturingGroups());
}

inline void AppendRe2Matches(uint32_t rule, const RE2& re,
                             std::string_view text, std::vector<Found>& found) {
  const int group = ValueGroupOf(re);
  std::vector<absl::string_view> groups(static_cast<size_t>(group) + 1);
  const auto begin = [&](absl::string_view part) {
    return static_cast<uint32_t>(part.data() - text.data());
  };
  const auto end = [&](absl::string_view part) {
    return begin(part) + static_cast<uint32_t>(part.size());
  };
  size_t at = 0;
  while (at <= text.size() && re.Match(text, at, text.size(), RE2::UNANCHORED,
                                       groups.data(), group + 1)) {
    const auto whole = groups[0];
    const auto value = groups.back().data() == nullptr ? whole : groups.back();
    found.emplace_back(rule, begin(whole), end(whole), begin(value),
                       end(value));
    at = end(whole);
  }
}

// Rule i is patterns[i].
inline std::vector<Found> FoundByRe2(
    const std::vector<std::unique_ptr<RE2>>& patterns, std::string_view text) {
  std::vector<Found> found;
  for (uint32_t rule = 0; rule < patterns.size(); ++rule) {
    AppendRe2Matches(rule, *patterns[rule], text, found);
  }
  return found;
}

// Our matches, in RE2's order.
inline std::vector<Found> ToFound(const std::vector<Match>& matches) {
  std::vector<Found> found;
  for (const Match& match : matches) {
    found.emplace_back(match.rule, match.whole.begin, match.whole.end,
                       match.value.begin, match.value.end);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace sluice

#endif  // TESTS_ENGINE_RE2_ORACLE_H_
