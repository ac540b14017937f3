// The rules for numbers that tell by their digits whether they are right.
#ifndef SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_
#define SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/database_image.h"

namespace sluice {

// Whether a check of the rule rests on check digits, and drops what fails it.
bool HasCheckDigits(const DatabaseImage& image, const RuleRecord& rule);

class CheckedNumbers {
 public:
  explicit CheckedNumbers(const DatabaseImage& image) : image_(image) {}

  // Whether a number rule with check digits takes these digits, for all that
  // can be told without looking around them.
  bool Take(std::string_view digits);

 private:
  bool Takes(const RuleRecord& rule, std::string_view digits) const;

  const DatabaseImage& image_;
  std::vector<uint32_t> rules_;  // found when first asked for
  bool listed_ = false;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_
