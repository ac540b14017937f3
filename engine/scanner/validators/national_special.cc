// National identifiers with a rule of their own. Every function gets the value
// without separators and in upper case; "d" are its digits.
#include <algorithm>

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

namespace {

// A value has the form when each character is of the class in `form` at its
// place: '0' a digit, 'A' a letter, '*' either; others stand for themselves.
bool HasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    const bool letter = IsUpper(text[i]);
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

// 0-9 and A-Z as 0..35.
uint32_t Base36(char c) {
  return IsUpper(c) ? static_cast<uint32_t>(c - 'A' + 10) : DigitOf(c);
}

// ISO 7064 MOD 97-10 over letters and digits.
uint32_t Rest97(std::string_view text) {
  uint32_t rest = 0;
  for (const char c : text) {
    rest = (rest * (IsUpper(c) ? 100 : 10) + Base36(c)) % 97;
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

uint32_t DigitSum(uint32_t number) { return number / 10 + number % 10; }

// --- Benelux

bool BeNationalNumber(std::string_view d) {
  if (!IsDigits(d, 11)) return false;
  uint32_t month = NumberAt(d, 2, 2);  // BIS numbers: 20 or 40 more
  if (month >= 40) {
    month -= 40;
  } else if (month >= 20) {
    month -= 20;
  }
  if (month > 12 || NumberAt(d, 4, 2) > 31) return false;
  const uint64_t number = LongNumber(d.substr(0, 9));
  const uint64_t check = NumberAt(d, 9, 2);
  return 97 - number % 97 == check || 97 - (2000000000 + number) % 97 == check;
}

bool BeEnterprise(std::string_view d) {
  if (!IsDigits(d, 10) || d[0] > '1') return false;
  return 97 - LongNumber(d.substr(0, 8)) % 97 == NumberAt(d, 8, 2);
}

bool NlBtw(std::string_view text) {
  if (!HasForm(text, "NL000000000B00")) return false;
  if (text.substr(12) == "00") return false;
  return CheckNlBsn(text.substr(2, 9)) || Rest97(text) == 1;
}

bool NlOnderwijs(std::string_view d) {
  if (!IsDigits(d, 9) || d.substr(0, 2) != "10") return false;
  return (Weigh(d, "\x09\x08\x07\x06\x05\x04\x03\x02") + 11 - DigitOf(d[8])) %
             11 ==
         5;
}

bool LuMatricule(std::string_view d) {
  if (!IsDigits(d, 13)) return false;
  char second[12];
  std::copy(d.begin(), d.begin() + 11, second);
  second[11] = d[12];
  return CheckLuhn(d.substr(0, 12)) && Verhoeff({second, 12}) &&
         DateExists(NumberAt(d, 0, 4), NumberAt(d, 4, 2), NumberAt(d, 6, 2));
}

// --- Germany

bool DeSteuerId(std::string_view d) {
  if (!IsDigits(d, 11) || d[0] == '0') return false;
  uint32_t counts[10] = {};
  for (const char c : d.substr(0, 10)) ++counts[DigitOf(c)];
  // Exactly one digit comes twice or three times.
  uint32_t repeated = 0;
  for (const uint32_t count : counts) {
    if (count > 3) return false;
    repeated += count > 1 ? 1 : 0;
  }
  return repeated == 1 && Iso7064Mod1110(d);
}

// Sum of the digit sums of the products; letters count as two digits 01..26.
uint32_t DigitSums(std::string_view text, std::string_view weights) {
  uint32_t sum = 0, place = 0;
  for (const char c : text) {
    const uint32_t number =
        IsUpper(c) ? static_cast<uint32_t>(c - 'A' + 1) : DigitOf(c);
    if (IsUpper(c)) {
      sum +=
          DigitSum(number / 10 * static_cast<uint32_t>(weights[place++] - '0'));
    }
    sum +=
        DigitSum(number % 10 * static_cast<uint32_t>(weights[place++] - '0'));
  }
  return sum;
}

bool DeRentenversicherung(std::string_view text) {
  if (!HasForm(text, "00000000A000")) return false;
  uint32_t day = NumberAt(text, 2, 2);
  if (day > 50) day -= 50;
  const uint32_t month = NumberAt(text, 4, 2);
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  return DigitSums(text.substr(0, 11), "212571212121") % 10 ==
         DigitOf(text[11]);
}

bool DeKrankenversicherung(std::string_view text) {
  return HasForm(text, "A000000000") &&
         DigitSums(text.substr(0, 9), "1212121212") % 10 == DigitOf(text[9]);
}

// --- France, Iberia, Italy

bool FrNir(std::string_view text) {
  if (text.size() != 15) return false;
  char digits[15];
  std::copy(text.begin(), text.end(), digits);
  if (text[5] == '2' && (text[6] == 'A' || text[6] == 'B')) {  // Corsica
    digits[5] = '1';
    digits[6] = text[6] == 'A' ? '9' : '8';
  }
  const std::string_view d(digits, 15);
  constexpr std::string_view kSexes = "123478";
  if (!AllDigits(d) || kSexes.find(d[0]) == kSexes.npos) return false;
  const uint32_t month = NumberAt(d, 3, 2);  // 20 and up: unknown birthday
  if (month == 0 || (month > 12 && month < 20)) return false;
  return 97 - LongNumber(d.substr(0, 13)) % 97 == NumberAt(d, 13, 2);
}

bool FrSpi(std::string_view d) {
  return IsDigits(d, 13) && d[0] <= '3' &&
         LongNumber(d.substr(0, 10)) % 511 == NumberAt(d, 10, 3);
}

bool FrSiren(std::string_view d) {
  return (IsDigits(d, 9) || IsDigits(d, 14)) && CheckLuhn(d) &&
         CheckLuhn(d.substr(0, 9)) && d.find_first_not_of('0') != d.npos;
}

constexpr std::string_view kDniLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

bool EsDni(std::string_view text) {
  if (HasForm(text, "00000000A")) {
    return kDniLetters[NumberAt(text, 0, 8) % 23] == text[8];
  }
  if (!HasForm(text, "A0000000A")) return false;
  constexpr std::string_view kForeign = "XYZ";
  const size_t first = kForeign.find(text[0]);
  uint32_t number = NumberAt(text, 1, 7);
  if (first != kForeign.npos) {
    number += static_cast<uint32_t>(first) * 10000000;
  } else if (text[0] < 'K' || text[0] > 'M') {
    return false;
  }
  return kDniLetters[number % 23] == text[8];
}

bool EsCif(std::string_view text) {
  if (!HasForm(text, "A0000000*")) return false;
  constexpr std::string_view kKinds = "ABCDEFGHJNPQRSUVW";
  if (kKinds.find(text[0]) == kKinds.npos) return false;
  for (uint32_t check = 0; check < 10; ++check) {
    char digits[8];
    std::copy(text.begin() + 1, text.begin() + 8, digits);
    digits[7] = static_cast<char>('0' + check);
    if (!CheckLuhn({digits, 8})) continue;
    return text[8] == digits[7] || text[8] == "JABCDEFGHI"[check];
  }
  return false;
}

bool EsSocialSecurity(std::string_view d) {
  if (!IsDigits(d, 12)) return false;
  const uint64_t own = NumberAt(d, 2, 8);
  const uint64_t number = own < 10000000 ? own + NumberAt(d, 0, 2) * 10000000
                                         : LongNumber(d.substr(0, 10));
  return number != 0 && number % 97 == NumberAt(d, 10, 2);
}

// Values of characters at odd places of Italian and Cypriot codes.
constexpr uint8_t kOddValues[] = {1,  0,  5,  7,  9,  13, 15, 17, 19,
                                  21, 2,  4,  18, 20, 11, 3,  6,  8,
                                  12, 14, 16, 10, 22, 25, 24, 23};
uint32_t OddValue(char c) {
  return kOddValues[IsUpper(c) ? static_cast<uint32_t>(c - 'A') : DigitOf(c)];
}
uint32_t EvenValue(char c) {
  return IsUpper(c) ? static_cast<uint32_t>(c - 'A') : DigitOf(c);
}

bool ItCodiceFiscale(std::string_view text) {
  if (!HasForm(text, "AAAAAA**A**A***A")) return false;
  constexpr std::string_view kDigits = "0123456789LMNPQRSTUV";
  constexpr std::string_view kMonths = "ABCDEHLMPRST";
  for (const size_t place : {6u, 7u, 9u, 10u, 12u, 13u, 14u}) {
    if (kDigits.find(text[place]) == kDigits.npos) return false;
  }
  if (kMonths.find(text[8]) == kMonths.npos) return false;
  uint32_t sum = 0;
  for (size_t i = 0; i < 15; ++i) {
    sum += i % 2 == 0 ? OddValue(text[i]) : EvenValue(text[i]);
  }
  return static_cast<char>('A' + sum % 26) == text[15];
}

bool PtCartao(std::string_view text) {
  if (!HasForm(text, "000000000**0")) return false;
  uint32_t sum = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint32_t value = Base36(text[i]) * (i % 2 == 0 ? 2 : 1);
    sum += i % 2 == 0 && value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

// --- Nordic countries and the Baltics

bool DkCpr(std::string_view d) {
  return IsDigits(d, 10) && YearDateExists(NumberAt(d, 4, 2), NumberAt(d, 2, 2),
                                           NumberAt(d, 0, 2));
}

bool NoFodselsnummer(std::string_view d) {
  if (!IsDigits(d, 11)) return false;
  uint32_t day = NumberAt(d, 0, 2), month = NumberAt(d, 2, 2);
  if (day > 40) day -= 40;                       // D-number
  for (const uint32_t more : {80u, 65u, 40u}) {  // synthetic, aid number
    if (month > more && month <= more + 12) {
      month -= more;
      break;
    }
  }
  if (!YearDateExists(NumberAt(d, 4, 2), month, day)) return false;
  // Numbers given out from 2032 on may leave a rest of 1 to 3 at the first.
  const uint32_t first = Weigh(d, "\3\7\6\1\x08\x09\4\5\2") + DigitOf(d[9]);
  const uint32_t second = Weigh(d, "\5\4\3\2\7\6\5\4\3\2") + DigitOf(d[10]);
  return first % 11 == 0 && second % 11 == 0;
}

bool BalticSum(std::string_view d) {
  const uint32_t first = Weigh(d, "\1\2\3\4\5\6\7\x08\x09\1") % 11;
  const uint32_t second = Weigh(d, "\3\4\5\6\7\x08\x09\1\2\3") % 11 % 10;
  return (first == 10 ? second : first) == DigitOf(d[10]);
}

bool EeIsikukood(std::string_view d) {
  return IsDigits(d, 11) && BalticSum(d) && d[0] >= '1' && d[0] <= '8' &&
         YearDateExists(NumberAt(d, 1, 2), NumberAt(d, 3, 2),
                        NumberAt(d, 5, 2));
}

bool LtAsmensKodas(std::string_view d) {
  return IsDigits(d, 11) && BalticSum(d) && (d[0] == '9' || EeIsikukood(d));
}

bool LvPersonasKods(std::string_view d) {
  if (!IsDigits(d, 11)) return false;
  if (d.substr(0, 2) == "32") return true;  // since 2017, no check digit
  const uint32_t sum = 1 + Weigh(d, "\x0A\5\x08\4\2\1\6\3\7\x09");
  return sum % 11 % 10 == DigitOf(d[10]) && d[6] <= '2' &&
         YearDateExists(NumberAt(d, 4, 2), NumberAt(d, 2, 2),
                        NumberAt(d, 0, 2));
}

// --- Central Europe, Ireland, Britain

bool CzRodneCislo(std::string_view d) {
  if (!IsDigits(d, 9) && !IsDigits(d, 10)) return false;
  uint32_t month = NumberAt(d, 2, 2);
  if (month > 50) month -= 50;  // women
  if (month > 20) month -= 20;  // days with more births than numbers
  if (!YearDateExists(NumberAt(d, 0, 2), month, NumberAt(d, 4, 2))) {
    return false;
  }
  if (d.size() == 9) return NumberAt(d, 0, 2) <= 53;
  return NumberAt(d, 0, 9) % 11 % 10 == DigitOf(d[9]);
}

bool IePps(std::string_view text) {
  if (!HasForm(text, "0000000A") && !HasForm(text, "0000000AA")) return false;
  uint32_t sum = Weigh(text, "\x08\7\6\5\4\3\2");
  if (text.size() == 9) {
    constexpr std::string_view kSecond = "ABCDEFGHIWTX";
    const size_t second = kSecond.find(text[8]);
    if (second == kSecond.npos) return false;
    if (second < 9) sum += 9 * static_cast<uint32_t>(second + 1);
  }
  return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == text[7];
}

bool GbUtr(std::string_view text) {
  if (!text.empty() && text.back() == 'K') text.remove_suffix(1);
  if (!IsDigits(text, 10)) return false;
  const uint32_t rest = Weigh(text.substr(1), "\6\7\x08\x09\x0A\5\4\3\2") % 11;
  return "21987654321"[rest] == text[0];
}

bool GbNino(std::string_view text) {
  if (!HasForm(text, "AA000000A") || text[8] > 'D') return false;
  constexpr std::string_view kNotFirst = "DFIQUV", kNotSecond = "DFIOQUV";
  if (text.substr(0, 2) == "QQ") return true;  // HMRC's specimen
  for (const std::string_view prefix :
       {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}) {
    if (text.substr(0, 2) == prefix) return false;
  }
  return kNotFirst.find(text[0]) == kNotFirst.npos &&
         kNotSecond.find(text[1]) == kNotSecond.npos;
}

bool CyTic(std::string_view text) {
  if (!HasForm(text, "00000000A")) return false;
  uint32_t sum = 0;
  for (size_t i = 0; i < 8; ++i) {
    sum += i % 2 == 0 ? OddValue(text[i]) : EvenValue(text[i]);
  }
  return static_cast<char>('A' + sum % 26) == text[8];
}

// --- The Americas

bool UsSsn(std::string_view d) {
  if (!IsDigits(d, 9) || d[0] == '9') return false;
  const uint32_t area = NumberAt(d, 0, 3);
  return area != 0 && area != 666 && NumberAt(d, 3, 2) != 0 &&
         NumberAt(d, 5, 4) != 0;
}

bool UsItin(std::string_view d) {
  if (!IsDigits(d, 9) || d[0] != '9') return false;
  const uint32_t group = NumberAt(d, 3, 2);
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) ||
         (group >= 90 && group <= 92) || group >= 94;
}

bool UsNpi(std::string_view d) {
  if (!IsDigits(d, 10) || (d[0] != '1' && d[0] != '2')) return false;
  char digits[15] = {'8', '0', '8', '4', '0'};
  std::copy(d.begin(), d.end(), digits + 5);
  return CheckLuhn({digits, 15});
}

bool UsDea(std::string_view text) {
  constexpr std::string_view kKinds = "ABCDEFGHJKLMPRSTUX";
  if (!HasForm(text, "A*0000000") || kKinds.find(text[0]) == kKinds.npos) {
    return false;
  }
  return Weigh(text.substr(2), "\1\2\1\2\1\2") % 10 == DigitOf(text[8]);
}

bool BrCpf(std::string_view d) {
  if (!IsDigits(d, 11) || d.find_first_not_of(d[0]) == d.npos) return false;
  const uint32_t first = (11 - Weigh(d, "\x0A\x09\x08\7\6\5\4\3\2") % 11) % 11;
  const uint32_t second =
      (11 - Weigh(d, "\x0B\x0A\x09\x08\7\6\5\4\3\2") % 11) % 11;
  return first % 10 == DigitOf(d[9]) && second % 10 == DigitOf(d[10]);
}

// Since 2026 the first twelve may be letters, worth their ASCII code less 48.
bool BrCnpj(std::string_view text) {
  if (!HasForm(text, "************00") ||
      text.find_first_not_of(text[0]) == text.npos) {
    return false;
  }
  for (size_t known = 12; known < 14; ++known) {
    uint32_t sum = 0;
    for (size_t i = 0; i < known; ++i) {
      const auto weight = static_cast<uint32_t>(2 + (known - 1 - i) % 8);
      sum += weight * static_cast<uint32_t>(text[i] - '0');
    }
    if ((sum % 11 < 2 ? 0 : 11 - sum % 11) != DigitOf(text[known])) {
      return false;
    }
  }
  return true;
}

bool ClRut(std::string_view text) {
  if (text.size() < 8 || text.size() > 9) return false;
  const std::string_view digits = text.substr(0, text.size() - 1);
  if (!AllDigits(digits)) return false;
  uint32_t sum = 0;
  for (uint32_t i = 0; i < digits.size(); ++i) {
    sum += DigitOf(digits[digits.size() - 1 - i]) * (2 + i % 6);
  }
  return "0123456789K"[(11 - sum % 11) % 11] == text.back();
}

// The letter N with tilde keeps its place in the alphabet but does not occur
// behind MakeCompact.
bool MxCurp(std::string_view text) {
  if (!HasForm(text, "AAAA000000AAAAAA*0")) return false;
  constexpr std::string_view kVowels = "AEIOUX", kSexes = "HMX";
  if (kVowels.find(text[1]) == kVowels.npos ||
      kSexes.find(text[10]) == kSexes.npos ||
      !YearDateExists(NumberAt(text, 4, 2), NumberAt(text, 6, 2),
                      NumberAt(text, 8, 2))) {
    return false;
  }
  uint32_t sum = 0;
  for (uint32_t i = 0; i < 17; ++i) {
    const uint32_t value = Base36(text[i]) + (text[i] > 'N' ? 1 : 0);
    sum += value * (18 - i);
  }
  return (10 - sum % 10) % 10 == DigitOf(text[17]);
}

// --- Asia, Africa, Oceania

bool AuAbn(std::string_view d) {
  if (!IsDigits(d, 11) || d[0] == '0') return false;
  const uint32_t sum = Weigh(d, "\x0A\1\3\5\7\x09\x0B\x0D\x0F\x11\x13");
  return (sum - 10) % 89 == 0;
}

bool NzIrd(std::string_view d) {
  if (!IsDigits(d, 8) && !IsDigits(d, 9)) return false;
  const uint64_t number = LongNumber(d);
  if (number <= 10000000 || number >= 150000000) return false;
  char padded[9] = {'0'};
  std::copy(d.begin(), d.end(), padded + 9 - d.size());
  const std::string_view nine(padded, 9);
  uint32_t check = (11 - Weigh(nine, "\3\2\7\6\5\4\3\2") % 11) % 11;
  if (check == 10) check = (11 - Weigh(nine, "\7\4\3\2\5\2\7\6") % 11) % 11;
  return check == DigitOf(nine[8]);
}

bool InAadhaar(std::string_view d) {
  if (!IsDigits(d, 12) || d[0] < '2') return false;
  return !std::equal(d.begin(), d.begin() + 6, d.rbegin()) && Verhoeff(d);
}

bool InPan(std::string_view text) {
  constexpr std::string_view kHolders = "ABCFGHLJPTK";
  return HasForm(text, "AAAAA0000A") &&
         kHolders.find(text[3]) != kHolders.npos && NumberAt(text, 5, 4) != 0;
}

bool SgNric(std::string_view text) {
  if (!HasForm(text, "A0000000A")) return false;
  const uint32_t more = text[0] == 'T' || text[0] == 'G' ? 4
                        : text[0] == 'M'                 ? 3
                                                         : 0;
  const uint32_t rest = (Weigh(text.substr(1), "\2\7\6\5\4\3\2") + more) % 11;
  switch (text[0]) {
    case 'S':
    case 'T':
      return "JZIHGFEDCBA"[rest] == text[8];
    case 'F':
    case 'G':
      return "XWUTRQPNMLK"[rest] == text[8];
    case 'M':
      return "XWUTRQPNJLK"[rest] == text[8];
    default:
      return false;
  }
}

bool CnRic(std::string_view text) {
  if (text.size() != 18 || !AllDigits(text.substr(0, 17))) return false;
  const uint32_t rest =
      Weigh(text, "\7\x09\x0A\5\x08\4\2\1\6\3\7\x09\x0A\5\x08\4\2") % 11;
  return "10X98765432"[rest] == text[17] &&
         DateExists(NumberAt(text, 6, 4), NumberAt(text, 10, 2),
                    NumberAt(text, 12, 2));
}

bool TrTcKimlik(std::string_view d) {
  if (!IsDigits(d, 11) || d[0] == '0') return false;
  const uint32_t odd = Weigh(d, std::string_view("\1\0\1\0\1\0\1\0\1", 9));
  const uint32_t even = Weigh(d, std::string_view("\0\1\0\1\0\1\0\1", 8));
  return (7 * odd + 10 * 9 - even) % 10 == DigitOf(d[9]) &&
         (odd + even + DigitOf(d[9])) % 10 == DigitOf(d[10]);
}

bool IlTeudat(std::string_view d) {
  return d.size() >= 8 && d.size() <= 9 && AllDigits(d) &&
         d.find_first_not_of('0') != d.npos && CheckLuhn(d);
}

// --- Things with a number

bool Imei(std::string_view d) {
  return IsDigits(d, 15) && CheckLuhn(d) && d.find_first_not_of('0') != d.npos;
}

uint32_t VinValue(char c) {
  if (!IsUpper(c)) return DigitOf(c);
  constexpr uint8_t kValues[] = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
  return kValues[c - 'A'];
}

// The check digit is law in North America and China only.
bool Vin(std::string_view text) {
  if (!HasForm(text, "*****************")) return false;
  constexpr std::string_view kNever = "IOQ";
  constexpr uint8_t kWeights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0,
                                  9, 8, 7, 6, 5, 4, 3, 2};
  uint32_t sum = 0;
  for (size_t i = 0; i < 17; ++i) {
    if (kNever.find(text[i]) != kNever.npos) return false;
    sum += VinValue(text[i]) * kWeights[i];
  }
  return "0123456789X"[sum % 11] == text[8];
}

// 7-3-1 over the characters, '<' being 0.
uint32_t MrzDigit(std::string_view text) {
  uint32_t sum = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint32_t value = text[i] == '<' ? 0 : Base36(text[i]);
    sum += value * static_cast<uint32_t>("\7\3\1"[i % 3]);
  }
  return sum % 10;
}

// German identity cards and passports with the tenth, check, character.
bool DeDocument(std::string_view text) {
  return text.size() == 10 && text[9] >= '0' && text[9] <= '9' &&
         MrzDigit(text.substr(0, 9)) == DigitOf(text[9]);
}

bool MrzFieldHolds(std::string_view text, size_t begin, size_t size) {
  return MrzDigit(text.substr(begin, size)) == DigitOf(text[begin + size]);
}

// ICAO 9303: number, birth and expiry on the second line of a passport or a
// TD2 card, or on the first two of an identity card.
bool MachineReadableZone(std::string_view text) {
  std::string_view lines[3];
  size_t count = 0;
  while (count < 3 && !text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (end > 0) lines[count++] = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (count < 2) return false;
  if (lines[0].size() == 30) {
    return lines[1].size() == 30 && MrzFieldHolds(lines[0], 5, 9) &&
           MrzFieldHolds(lines[1], 0, 6) && MrzFieldHolds(lines[1], 8, 6);
  }
  return lines[1].size() >= 36 && MrzFieldHolds(lines[1], 0, 9) &&
         MrzFieldHolds(lines[1], 13, 6) && MrzFieldHolds(lines[1], 21, 6);
}

// As people group the digits of a telephone number: at most five groups, none
// of them a single digit except a short prefix.
bool PhoneGroups(std::string_view value) {
  uint32_t groups = 0, digits = 0, size = 0;
  for (size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] >= '0' && value[i] <= '9') {
      ++size;
      continue;
    }
    if (size == 0) continue;  // a separator of several bytes
    if (groups > 0 && size < 2) return false;
    digits += size;
    size = 0;
    if (++groups > 5) return false;
  }
  return digits >= 7 && digits <= 12;
}

// Written in groups; numbers without a form of their own prove less.
bool Separated(std::string_view value) {
  return value.find_first_of(" .-/+\xC2\xE2") != value.npos;
}

struct Special {
  std::string_view name;
  EvidenceKind evidence;
  bool (*check)(std::string_view value);
  bool as_written = false;  // separators and case say something
};

constexpr EvidenceKind kSum = EvidenceKind::kChecksum;
constexpr EvidenceKind kForm = EvidenceKind::kStructure;

constexpr Special kSpecial[] = {
    {"au-abn", kSum, AuAbn},
    {"be-enterprise", kSum, BeEnterprise},
    {"be-national-number", kSum, BeNationalNumber},
    {"br-cnpj", kSum, BrCnpj},
    {"br-cpf", kSum, BrCpf},
    {"cl-rut", kSum, ClRut},
    {"cn-ric", kSum, CnRic},
    {"cy-tic", kSum, CyTic},
    {"cz-rodne-cislo", kSum, CzRodneCislo},
    {"de-document", kSum, DeDocument},
    {"de-kvnr", kSum, DeKrankenversicherung},
    {"de-rvnr", kSum, DeRentenversicherung},
    {"de-steuer-id", kSum, DeSteuerId},
    {"dk-cpr", kForm, DkCpr},
    {"ee-isikukood", kSum, EeIsikukood},
    {"eip-55", kSum, CheckEthereumAddress, true},
    {"es-cif", kSum, EsCif},
    {"es-dni", kSum, EsDni},
    {"es-nss", kSum, EsSocialSecurity},
    {"fr-nir", kSum, FrNir},
    {"fr-siren", kSum, FrSiren},
    {"fr-spi", kSum, FrSpi},
    {"gb-nino", kForm, GbNino},
    {"gb-utr", kSum, GbUtr},
    {"ie-pps", kSum, IePps},
    {"il-teudat-zehut", kSum, IlTeudat},
    {"imei", kSum, Imei},
    {"in-aadhaar", kSum, InAadhaar},
    {"in-pan", kForm, InPan},
    {"it-codice-fiscale", kSum, ItCodiceFiscale},
    {"lt-asmens-kodas", kSum, LtAsmensKodas},
    {"lu-matricule", kSum, LuMatricule},
    {"lv-personas-kods", kSum, LvPersonasKods},
    {"mrz", kSum, MachineReadableZone, true},
    {"mx-curp", kSum, MxCurp},
    {"nl-btw", kSum, NlBtw},
    {"nl-onderwijs", kSum, NlOnderwijs},
    {"no-fodselsnummer", kSum, NoFodselsnummer},
    {"nz-ird", kSum, NzIrd},
    {"phone-groups", kForm, PhoneGroups, true},
    {"pt-cc", kSum, PtCartao},
    {"separated", kForm, Separated, true},
    {"sg-nric", kSum, SgNric},
    {"tr-tc-kimlik", kSum, TrTcKimlik},
    {"us-dea", kSum, UsDea},
    {"us-itin", kForm, UsItin},
    {"us-npi", kSum, UsNpi},
    {"us-ssn", kForm, UsSsn},
    {"vin", kSum, Vin},
};

}  // namespace

uint32_t SpecialCount() { return sizeof(kSpecial) / sizeof(kSpecial[0]); }
std::string_view SpecialName(uint32_t index) { return kSpecial[index].name; }
EvidenceKind SpecialEvidence(uint32_t index) {
  return kSpecial[index].evidence;
}

bool CheckSpecial(uint32_t index, std::string_view value) {
  if (kSpecial[index].as_written) return kSpecial[index].check(value);
  const Compact compact = MakeCompact(value);
  return compact.valid && compact.size > 0 &&
         kSpecial[index].check(compact.view());
}

}  // namespace sluice
