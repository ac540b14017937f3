// What the files of national identifiers share.
#ifndef SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_
#define SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/bytes.h"
#include "sluice/verdict.h"

namespace sluice {

constexpr uint32_t DigitOf(char c) { return static_cast<uint32_t>(c - '0'); }

// The number that `size` digits from `begin` on make.
uint32_t NumberAt(std::string_view digits, size_t begin, size_t size);
// Whether the day exists in a year of the 20th or 21st century that ends so.
bool YearDateExists(uint32_t year, uint32_t month, uint32_t day);
// ISO 7064 MOD 11,10 over all digits.
bool Iso7064Mod1110(std::string_view digits);

// A value has the form when each character is of the class in `form` at its
// place: '0' a digit, 'A' a letter, '*' either; others stand for themselves.
bool HasForm(std::string_view text, std::string_view form);
bool IsDigits(std::string_view text, size_t size);
uint64_t LongNumber(std::string_view digits);
// Sum of the digits, each times the byte at its place in `weights`.
uint32_t Weigh(std::string_view digits, std::string_view weights);
// 0-9 and A-Z as 0..35.
uint32_t Base36(char c);
// ISO 7064 MOD 97-10 over letters and digits.
uint32_t Rest97(std::string_view text);
// Verhoeff's check in the dihedral group D5.
bool Verhoeff(std::string_view digits);
// ICAO 9303: 7-3-1 over the characters, '<' being 0.
uint32_t MrzDigit(std::string_view text);

struct Special {
  std::string_view name;
  EvidenceKind evidence;
  bool (*check)(std::string_view value);
  bool as_written = false;  // separators and case say something
};

// national_europe.cc, national_world.cc
std::span<const Special> EuropeanChecks();
std::span<const Special> OtherChecks();

// national_special.cc: identifiers no weighted sum describes.
uint32_t SpecialCount();
std::string_view SpecialName(uint32_t index);
EvidenceKind SpecialEvidence(uint32_t index);
bool CheckSpecial(uint32_t index, std::string_view value);

// number_forms.cc: forms of numbers without a check.
bool IsNlDocumentForm(std::string_view value);
bool IsDeDocumentForm(std::string_view value);
bool IsPlateForm(std::string_view value);
bool IsRecordForm(std::string_view value);

// ethereum.cc: EIP-55. True as well when all letters have one case, for then
// the address carries no check.
bool CheckEthereumAddress(std::string_view value);

// street.cc: an address names a kind of street, or its postcode has a form of
// its own.
bool CheckStreet(std::string_view address);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_NATIONAL_CHECKS_H_
