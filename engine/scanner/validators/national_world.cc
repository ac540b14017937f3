// Identifiers of the rest of the world, and of things. Every function gets
// the value without separators and in upper case; "d" are its digits.
#include <algorithm>

#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

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
  if (!IsUpperByte(c)) return DigitOf(c);
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
    if (i < value.size() && IsDigitByte(value[i])) {
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

constexpr EvidenceKind kSum = EvidenceKind::kChecksum;
constexpr EvidenceKind kForm = EvidenceKind::kStructure;

constexpr Special kOther[] = {
    {"au-abn", kSum, AuAbn},
    {"br-cnpj", kSum, BrCnpj},
    {"br-cpf", kSum, BrCpf},
    {"cl-rut", kSum, ClRut},
    {"cn-ric", kSum, CnRic},
    {"eip-55", kSum, CheckEthereumAddress, true},
    {"il-teudat-zehut", kSum, IlTeudat},
    {"imei", kSum, Imei},
    {"in-aadhaar", kSum, InAadhaar},
    {"in-pan", kForm, InPan},
    {"mrz", kSum, MachineReadableZone, true},
    {"mx-curp", kSum, MxCurp},
    {"nz-ird", kSum, NzIrd},
    {"de-document-form", kForm, IsDeDocumentForm, true},
    {"nl-document-form", kForm, IsNlDocumentForm, true},
    {"phone-groups", kForm, PhoneGroups, true},
    {"phone-plan", kForm, CheckPhonePlan, true},
    {"plate-form", kForm, IsPlateForm, true},
    {"record-form", kForm, IsRecordForm, true},
    {"separated", kForm, Separated, true},
    {"sg-nric", kSum, SgNric},
    {"street", kForm, CheckStreet, true},
    {"tr-tc-kimlik", kSum, TrTcKimlik},
    {"us-dea", kSum, UsDea},
    {"us-itin", kForm, UsItin},
    {"us-npi", kSum, UsNpi},
    {"us-ssn", kForm, UsSsn},
    {"vin", kSum, Vin},
};

}  // namespace

std::span<const Special> OtherChecks() { return kOther; }

}  // namespace sluice
