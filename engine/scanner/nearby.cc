#include "scanner/nearby.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "scanner/bytes.h"
#include "scanner/nearby_columns.h"
#include "scanner/nearby_named.h"
#include "scanner/nearby_sentence.h"
#include "sluice/validator.h"

namespace sluice {
namespace {

constexpr uint32_t kBytesPerStep = 4;

bool IsNearby(ValidatorId id) {
  return id == ValidatorId::kPasswordNearby ||
         id == ValidatorId::kLoginNearby || id == ValidatorId::kNamesBelow ||
         id == ValidatorId::kValueNearby || id == ValidatorId::kValuesBelow;
}

std::span<const CheckRecord> ChecksOf(const DatabaseImage& image,
                                      const RuleRecord& rule) {
  return image.checks.subspan(rule.checks.begin, rule.checks.count);
}

// The check that makes a rule look around; none for most rules.
std::optional<ValidatorId> NearbyCheck(const DatabaseImage& image,
                                       const RuleRecord& rule) {
  for (const CheckRecord& check : ChecksOf(image, rule)) {
    const auto id = static_cast<ValidatorId>(check.validator);
    if (IsNearby(id)) return id;
  }
  return std::nullopt;
}

// Whether all checks of the rule agree that `value` is one.
bool PassesChecks(const DatabaseImage& image, const RuleRecord& rule,
                  std::string_view value) {
  const auto checks = ChecksOf(image, rule);
  return std::all_of(
      checks.begin(), checks.end(), [value](const CheckRecord& check) {
        const auto id = static_cast<ValidatorId>(check.validator);
        return check.on_fail != static_cast<uint32_t>(OnFail::kDrop) ||
               Validate(id, value, check.parameter);
      });
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

// The values around the matches of one rule.
class NeighbourValues {
 public:
  NeighbourValues(const DatabaseImage& image, const RuleRecord& rule,
                  std::string_view text, ValidatorId check)
      : image_(image),
        rule_(rule),
        text_(text),
        check_(check),
        columns_(text) {}

  // Appends the values around `match`; false when the budget is spent.
  bool Take(const Match& match, Budget& budget, std::vector<Match>& taken) {
    const Span label = LettersOf(text_, match.value);
    uint32_t looked_at = 0;
    std::vector<Span> values = InSentence(label, looked_at);
    bool in_column = values.empty();
    if (in_column || check_ == ValidatorId::kValueNearby) {
      std::vector<Span> below = InColumn(label);
      in_column |= !below.empty();
      if (in_column) values = std::move(below);
    }
    const uint64_t cost = looked_at + columns_.TakeCost();
    if (!budget.Pay(4 + cost / kBytesPerStep)) return false;
    AppendValues(match, values, in_column, taken);
    return true;
  }

 private:
  std::vector<Span> InSentence(Span label, uint32_t& looked_at) const {
    switch (check_) {
      case ValidatorId::kPasswordNearby:
      case ValidatorId::kLoginNearby: {
        const bool login = check_ == ValidatorId::kLoginNearby;
        return FindInSentence(text_, label, login, looked_at);
      }
      case ValidatorId::kValueNearby: {
        const auto accept = [this](std::string_view word) {
          return PassesChecks(image_, rule_, word);
        };
        return FindNamed(text_, label, accept, looked_at);
      }
      default:
        return {};
    }
  }

  std::vector<Span> InColumn(Span label) {
    if (check_ == ValidatorId::kLoginNearby) return {};
    if (check_ == ValidatorId::kPasswordNearby) {
      return columns_.Below(label, ColumnOf::kPasswords);
    }
    if (check_ == ValidatorId::kNamesBelow) {
      return columns_.Below(label, ColumnOf::kNames);
    }
    // What the checks of the rule know.
    std::vector<Span> values = columns_.Below(label, ColumnOf::kValues);
    std::erase_if(values, [this](Span value) {
      return !PassesChecks(image_, rule_,
                           text_.substr(value.begin, value.size()));
    });
    return values;
  }

  const DatabaseImage& image_;
  const RuleRecord& rule_;
  std::string_view text_;
  ValidatorId check_;
  Columns columns_;
};

}  // namespace

bool TakesNearby(const DatabaseImage& image, const RuleRecord& rule) {
  return NearbyCheck(image, rule).has_value();
}

void TakeNearbyValues(const DatabaseImage& image, std::string_view text,
                      Budget& budget, std::vector<Match>& matches) {
  std::vector<Match> taken;
  std::optional<NeighbourValues> neighbours;
  uint32_t known = kNone;
  for (const Match& match : matches) {
    if (match.rule != known) {
      known = match.rule;
      const auto check = NearbyCheck(image, image.rules[known]);
      neighbours.reset();
      if (check) neighbours.emplace(image, image.rules[known], text, *check);
    }
    if (!neighbours) {
      taken.push_back(match);
    } else if (!neighbours->Take(match, budget, taken)) {
      break;
    }
  }
  matches = std::move(taken);
}

}  // namespace sluice
