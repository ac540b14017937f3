// What the files of national identifiers share.
#ifndef SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_
#define SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_

#include <cstdint>
#include <string_view>

#include "sluice/verdict.h"

namespace sluice {

constexpr uint32_t DigitOf(char c) { return static_cast<uint32_t>(c - '0'); }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// The number that `size` digits from `begin` on make.
uint32_t NumberAt(std::string_view digits, size_t begin, size_t size);
// Whether the day exists in a year of the 20th or 21st century that ends so.
bool YearDateExists(uint32_t year, uint32_t month, uint32_t day);
// ISO 7064 MOD 11,10 over all digits.
bool Iso7064Mod1110(std::string_view digits);

// national_special.cc: identifiers no weighted sum describes.
uint32_t SpecialCount();
std::string_view SpecialName(uint32_t index);
EvidenceKind SpecialEvidence(uint32_t index);
bool CheckSpecial(uint32_t index, std::string_view value);

// ethereum.cc: EIP-55. True as well when all letters have one case, for then
// the address carries no check.
bool CheckEthereumAddress(std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_
