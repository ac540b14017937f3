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

}  // namespace

bool HasCheckDigits(const DatabaseImage& image, const RuleRecord& rule) {
  for (const CheckRecord& check :
       image.checks.subspan(rule.checks.begin, rule.checks.count)) {
    if (IsCheckDigits(check)) return true;
  }
  return false;
}

bool CheckedNumbers::Takes(const RuleRecord& rule,
                           std::string_view digits) const {
  const auto lengths =
      image_.u32s.subspan(rule.number_lengths.begin, rule.number_lengths.count);
  if (std::find(lengths.begin(), lengths.end(), digits.size()) ==
      lengths.end()) {
    return false;
  }
  for (const CheckRecord& check :
       image_.checks.subspan(rule.checks.begin, rule.checks.count)) {
    if (Drops(check) && !Validate(static_cast<ValidatorId>(check.validator),
                                  digits, check.parameter)) {
      return false;
    }
  }
  return true;
}

bool CheckedNumbers::Take(std::string_view digits) {
  for (uint32_t i = 0; i < image_.rules.size() && !listed_; ++i) {
    const RuleRecord& rule = image_.rules[i];
    if (rule.kind == static_cast<uint32_t>(RuleKind::kNumber) &&
        HasCheckDigits(image_, rule)) {
      rules_.push_back(i);
    }
  }
  listed_ = true;
  return std::any_of(rules_.begin(), rules_.end(), [&](uint32_t rule) {
    return Takes(image_.rules[rule], digits);
  });
}

}  // namespace sluice
