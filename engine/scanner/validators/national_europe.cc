// Identifiers of Europe with a rule of their own. Every function gets
// the value without separators and in upper case; "d" are its digits.
#include <algorithm>

#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

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

uint32_t DigitSum(uint32_t number) { return number / 10 + number % 10; }

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
        IsUpperByte(c) ? static_cast<uint32_t>(c - 'A' + 1) : DigitOf(c);
    if (IsUpperByte(c)) {
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

// German identity cards and passports with the tenth, check, character.
bool DeDocument(std::string_view text) {
  return text.size() == 10 && IsDigitByte(text[9]) &&
         MrzDigit(text.substr(0, 9)) == DigitOf(text[9]);
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
  return kOddValues[IsUpperByte(c) ? static_cast<uint32_t>(c - 'A')
                                   : DigitOf(c)];
}
uint32_t EvenValue(char c) {
  return IsUpperByte(c) ? static_cast<uint32_t>(c - 'A') : DigitOf(c);
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

constexpr EvidenceKind kSum = EvidenceKind::kChecksum;
constexpr EvidenceKind kForm = EvidenceKind::kStructure;

constexpr Special kEuropean[] = {
    {"be-enterprise", kSum, BeEnterprise},
    {"be-national-number", kSum, BeNationalNumber},
    {"cy-tic", kSum, CyTic},
    {"cz-rodne-cislo", kSum, CzRodneCislo},
    {"de-document", kSum, DeDocument},
    {"de-kvnr", kSum, DeKrankenversicherung},
    {"de-rvnr", kSum, DeRentenversicherung},
    {"de-steuer-id", kSum, DeSteuerId},
    {"dk-cpr", kForm, DkCpr},
    {"ee-isikukood", kSum, EeIsikukood},
    {"es-cif", kSum, EsCif},
    {"es-dni", kSum, EsDni},
    {"es-nss", kSum, EsSocialSecurity},
    {"fr-nir", kSum, FrNir},
    {"fr-siren", kSum, FrSiren},
    {"fr-spi", kSum, FrSpi},
    {"gb-nino", kForm, GbNino},
    {"gb-utr", kSum, GbUtr},
    {"ie-pps", kSum, IePps},
    {"it-codice-fiscale", kSum, ItCodiceFiscale},
    {"lt-asmens-kodas", kSum, LtAsmensKodas},
    {"lu-matricule", kSum, LuMatricule},
    {"lv-personas-kods", kSum, LvPersonasKods},
    {"nl-btw", kSum, NlBtw},
    {"nl-onderwijs", kSum, NlOnderwijs},
    {"no-fodselsnummer", kSum, NoFodselsnummer},
    {"pt-cc", kSum, PtCartao},
};

}  // namespace

std::span<const Special> EuropeanChecks() { return kEuropean; }

}  // namespace sluice
