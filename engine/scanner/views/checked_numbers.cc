#include "scanner/views/checked_numbers.h"

#include <algorithm>

namespace sluice {
namespace {

bool Drops(const CheckRecord& check) {
  return check.on_fail == static_cast<uint32_t>(OnFail::kDrop);
}

bool IsCheckDigits(const CheckRecord& check) {
  switch (static_cast<ValidatorId>(check.validator)) {
    case ValidatorId::kLuhn:
    case ValidatorId::kIban:
    case ValidatorId::kNlBsn:
    case ValidatorId::kFiHetu:
    case ValidatorId::kSePersonnummer:
    case ValidatorId::kGithubCrc32:
    case ValidatorId::kJwt:
      return Drops(check);
    default:
      return false;
  }
}

bool Passes(const DatabaseImage& image, const RuleRecord& rule,
            std::string_view digits) {
  const auto checks =
      image.checks.subspan(rule.checks.begin, rule.checks.count);
  return std::all_of(
      checks.begin(), checks.end(), [digits](const CheckRecord& check) {
        return !Drops(check) ||
               Validate(static_cast<ValidatorId>(check.validator), digits,
                        check.parameter);
      });
}

}  // namespace

bool HasCheckDigits(const DatabaseImage& image, const RuleRecord& rule) {
  const auto checks =
      image.checks.subspan(rule.checks.begin, rule.checks.count);
  return std::any_of(checks.begin(), checks.end(), IsCheckDigits);
}

bool IsCheckedNumber(const DatabaseImage& image, std::string_view digits) {
  const auto rules = image.numbers.Rules(digits.size());
  return std::any_of(rules.begin(), rules.end(), [&](uint32_t index) {
    const RuleRecord& rule = image.rules[index];
    return HasCheckDigits(image, rule) && Passes(image, rule, digits);
  });
}

}  // namespace sluice
