// The arithmetic national identifiers share.
#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"

namespace sluice {

uint32_t NumberAt(std::string_view digits, size_t begin, size_t size) {
  uint32_t number = 0;
  for (size_t i = begin; i < begin + size; ++i) {
    number = number * 10 + DigitOf(digits[i]);
  }
  return number;
}

bool YearDateExists(uint32_t year, uint32_t month, uint32_t day) {
  return DateExists(1900 + year, month, day) ||
         DateExists(2000 + year, month, day);
}

bool Iso7064Mod1110(std::string_view digits) {
  uint32_t product = 10;
  for (size_t i = 0; i + 1 < digits.size(); ++i) {
    uint32_t sum = (product + DigitOf(digits[i])) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return (11 - product) % 10 == DigitOf(digits.back());
}

bool HasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = IsDigitByte(text[i]);
    const bool letter = IsUpperByte(text[i]);
    if (form[i] == '0'   ? !digit
        : form[i] == 'A' ? !letter
        : form[i] == '*' ? !(digit || letter)
                         : text[i] != form[i]) {
      return false;
    }
  }
  return true;
}

bool IsDigits(std::string_view d, size_t size) {
  return d.size() == size && AllDigits(d);
}

uint64_t LongNumber(std::string_view digits) {
  uint64_t number = 0;
  for (const char c : digits) number = number * 10 + DigitOf(c);
  return number;
}

uint32_t Weigh(std::string_view digits, std::string_view weights) {
  uint32_t sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    sum += DigitOf(digits[i]) * static_cast<uint32_t>(weights[i]);
  }
  return sum;
}

uint32_t Base36(char c) {
  return IsUpperByte(c) ? static_cast<uint32_t>(c - 'A' + 10) : DigitOf(c);
}

uint32_t Rest97(std::string_view text) {
  uint32_t rest = 0;
  for (const char c : text) {
    rest = (rest * (IsUpperByte(c) ? 100 : 10) + Base36(c)) % 97;
  }
  return rest;
}

bool Verhoeff(std::string_view digits) {
  constexpr uint8_t kPermutation[] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  uint32_t check = 0;
  for (uint32_t i = 0; i < digits.size(); ++i) {
    uint32_t digit = DigitOf(digits[digits.size() - 1 - i]);
    for (uint32_t turn = 0; turn < i % 8; ++turn) digit = kPermutation[digit];
    // Product in the dihedral group D5.
    const uint32_t a = check % 5, b = digit % 5;
    const bool turned = check >= 5, other = digit >= 5;
    check = (turned ? a + 5 - b : a + b) % 5 + (turned != other ? 5 : 0);
  }
  return check == 0;
}

uint32_t MrzDigit(std::string_view text) {
  uint32_t sum = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint32_t value = text[i] == '<' ? 0 : Base36(text[i]);
    sum += value * static_cast<uint32_t>("\7\3\1"[i % 3]);
  }
  return sum % 10;
}

}  // namespace sluice
