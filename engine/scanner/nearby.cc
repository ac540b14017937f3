#include "scanner/nearby.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "scanner/bytes.h"
#include "scanner/nearby_columns.h"
#include "scanner/nearby_sentence.h"
#include "sluice/validator.h"

namespace sluice {
namespace {

constexpr uint32_t kBytesPerStep = 4;

// The check that makes a rule look around; none for most rules.
std::optional<ValidatorId> NearbyCheck(const DatabaseImage& image,
                                       const RuleRecord& rule) {
  for (const CheckRecord& check :
       image.checks.subspan(rule.checks.begin, rule.checks.count)) {
    const auto id = static_cast<ValidatorId>(check.validator);
    if (id == ValidatorId::kPasswordNearby || id == ValidatorId::kLoginNearby ||
        id == ValidatorId::kNamesBelow) {
      return id;
    }
  }
  return std::nullopt;
}

// Short words are found by what stands beside them.
Span LettersOf(std::string_view text, Span label) {
  while (label.size() > 0 && !IsLetterByteOrUtf8(text[label.begin])) {
    ++label.begin;
  }
  while (label.size() > 0 && !IsLetterByteOrUtf8(text[label.end - 1])) {
    --label.end;
  }
  return label;
}

void AppendValues(const Match& match, const std::vector<Span>& values,
                  bool in_column, std::vector<Match>& matches) {
  for (const Span value : values) {
    Match found = match;
    found.value = value;
    found.whole = value;
    if (!in_column) {
      found.whole = {std::min(match.whole.begin, value.begin),
                     std::max(match.whole.end, value.end)};
    }
    matches.push_back(found);
  }
}

}  // namespace

bool TakesNearby(const DatabaseImage& image, const RuleRecord& rule) {
  return NearbyCheck(image, rule).has_value();
}

void TakeNearbyValues(const DatabaseImage& image, std::string_view text,
                      Budget& budget, std::vector<Match>& matches) {
  std::vector<Match> taken;
  Columns columns(text);
  uint32_t known = kNone;
  std::optional<ValidatorId> check;
  for (const Match& match : matches) {
    if (match.rule != known) {
      known = match.rule;
      check = NearbyCheck(image, image.rules[known]);
    }
    if (!check) {
      taken.push_back(match);
      continue;
    }
    const bool login = *check == ValidatorId::kLoginNearby;
    const bool names = *check == ValidatorId::kNamesBelow;
    uint32_t looked_at = 0;
    const Span label = LettersOf(text, match.value);
    std::vector<Span> values;
    if (!names) values = FindInSentence(text, label, login, looked_at);
    uint64_t steps = 4 + looked_at / kBytesPerStep;
    const bool in_column = values.empty();
    if (in_column && !login) {
      values =
          columns.Below(label, names ? ColumnOf::kNames : ColumnOf::kPasswords);
      steps += columns.TakeCost() / kBytesPerStep;
    }
    if (!budget.Pay(steps)) break;
    AppendValues(match, values, in_column, taken);
  }
  matches = std::move(taken);
}

}  // namespace sluice
