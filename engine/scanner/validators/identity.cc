// Account numbers and national identifiers.
#include "scanner/bytes.h"
#include "scanner/validators/checks.h"

namespace sluice {
namespace {

struct IbanLength {
  char country[3];
  uint8_t length;
};

// ISO 13616 registry, by country.
constexpr IbanLength kIbanLengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20},
    {"BE", 16}, {"BG", 22}, {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28},
    {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23},
    {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30},
    {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20},
    {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28},
    {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24}, {"PL", 28}, {"PS", 29},
    {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27},
    {"SO", 23}, {"ST", 25}, {"SV", 28}, {"TL", 23}, {"TN", 24}, {"TR", 26},
    {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30},
};

uint32_t IbanLengthOf(char first, char second) {
  for (const IbanLength& entry : kIbanLengths) {
    if (entry.country[0] == first && entry.country[1] == second) {
      return entry.length;
    }
  }
  return 0;
}

uint32_t DigitAt(std::string_view text, size_t i) {
  return static_cast<uint32_t>(text[i] - '0');
}

uint32_t PairAt(std::string_view text, size_t i) {
  return DigitAt(text, i) * 10 + DigitAt(text, i + 1);
}

// ISO 7064 MOD 97-10 over the text with its first four characters moved to
// the end; letters count as 10..35.
uint32_t Mod97(std::string_view iban) {
  uint32_t rest = 0;
  for (size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    if (IsDigitByte(c)) {
      rest = (rest * 10 + static_cast<uint32_t>(c - '0')) % 97;
    } else {
      rest = (rest * 100 + static_cast<uint32_t>(c - 'A' + 10)) % 97;
    }
  }
  return rest;
}

// First year of the century a HETU separator stands for; 0 for other
// characters. The letters beside '-' and 'A' were added in 2023.
uint32_t HetuCentury(char separator) {
  if (separator == '+') return 1800;
  if (separator == '-') return 1900;
  if (separator >= 'U' && separator <= 'Y') return 1900;
  if (separator >= 'A' && separator <= 'F') return 2000;
  return 0;
}

char Upper(char c) {
  return IsLowerByte(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool CheckIban(std::string_view value) {
  const Compact compact = MakeCompact(value);
  if (!compact.valid || compact.size < 15) return false;
  const std::string_view iban = compact.view();
  if (IbanLengthOf(iban[0], iban[1]) != iban.size()) return false;
  // Banks compute 02 to 98. 00, 01 and 99 are the same rests: a number that
  // carries them was miscounted somewhere and is an account all the same.
  return AllDigits(iban.substr(2, 2)) && Mod97(iban) == 1;
}

bool CheckNlBsn(std::string_view value) {
  const Compact compact = MakeCompact(value);
  if (!compact.valid || !AllDigits(compact.view())) return false;
  if (compact.size != 8 && compact.size != 9) return false;
  // Eight digits lost their leading zero.
  uint32_t sum = 0, any = 0;
  for (uint32_t i = 0; i < compact.size; ++i) {
    const uint32_t digit = DigitAt(compact.view(), i);
    const uint32_t weight = compact.size - i;
    sum += weight == 1 ? 11 * 9 - digit : weight * digit;
    any |= digit;
  }
  return any != 0 && sum % 11 == 0;
}

bool CheckFiHetu(std::string_view value) {
  constexpr std::string_view kCheck = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  if (value.size() != 11 || !AllDigits(value.substr(0, 6)) ||
      !AllDigits(value.substr(7, 3))) {
    return false;
  }
  const uint32_t century = HetuCentury(Upper(value[6]));
  if (century == 0 || !DateExists(century + PairAt(value, 4), PairAt(value, 2),
                                  PairAt(value, 0))) {
    return false;
  }
  uint32_t number = 0;
  for (size_t i : {0u, 1u, 2u, 3u, 4u, 5u, 7u, 8u, 9u}) {
    number = number * 10 + DigitAt(value, i);
  }
  // Individual numbers begin at 002.
  if (number % 1000 < 2) return false;
  return kCheck[number % 31] == Upper(value[10]);
}

bool CheckSePersonnummer(std::string_view value) {
  // '+' instead of '-' says that the person is a hundred or older.
  char digits[12];
  uint32_t size = 0;
  for (char c : value) {
    if (c == '-' || c == '+' || c == ' ') continue;
    if (!IsDigitByte(c) || size == 12) return false;
    digits[size++] = c;
  }
  if (size != 10 && size != 12) return false;
  const std::string_view last_ten(digits + size - 10, 10);
  const uint32_t year = PairAt(last_ten, 0);
  const uint32_t month = PairAt(last_ten, 2);
  uint32_t day = PairAt(last_ten, 4);
  if (day > 60) day -= 60;  // coordination number
  if (size == 12) {
    const uint32_t century = PairAt({digits, 2}, 0);
    if (century < 18 || century > 20) return false;
    if (!DateExists(century * 100 + year, month, day)) return false;
  } else if (!DateExists(1900 + year, month, day) &&
             !DateExists(2000 + year, month, day)) {
    return false;
  }
  return CheckLuhn(last_ten);
}

}  // namespace sluice
