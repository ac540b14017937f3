// Numbers that tell by their digits whether they are right.
#ifndef SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_
#define SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_

#include <string_view>

#include "scanner/database_image.h"

namespace sluice {

// Whether a check of the rule rests on check digits, and drops what fails it.
bool HasCheckDigits(const DatabaseImage& image, const RuleRecord& rule);

// Whether a number rule with check digits takes these digits, for all that can
// be told without looking around them.
bool IsCheckedNumber(const DatabaseImage& image, std::string_view digits);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_CHECKED_NUMBERS_H_
