// National identifiers whose check is a weighted sum of digits, as one table;
// what is special about an identifier beside its sum is a date or a prefix.
#include "scanner/validators/national.h"

#include <algorithm>

#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

// What the weighted sum has to do with the check digit.
enum class Sum : uint8_t {
  kZero,         // the sum over all digits, check digit included, is 0
  kRest,         // check digit = rest; a rest of 10 is never issued
  kRestMod10,    // check digit = rest mod 10
  kRestTenOne,   // check digit = rest, 10 becomes 1
  kMinus,        // check digit = modulus - rest; 10 is never issued
  kMinusMod10,   // the same, 10 becomes 0
  kElevenMinus,  // check digit = (11 - rest) mod 10
  kLuhn,         // ISO/IEC 7812-1; the weights are not used
  kIso7064,      // ISO 7064 MOD 11,10
};

struct Weighted {
  std::string_view name;
  uint8_t min_size;
  uint8_t max_size;
  Sum sum;
  uint8_t modulus;
  uint8_t check;  // place of the check digit; weights stand for the others
  uint16_t weights[13];
  bool (*also)(std::string_view digits);  // nullptr: nothing else
};

bool StartsWithEight(std::string_view d) { return d[0] == '8'; }
bool NotZeroFirst(std::string_view d) { return d[0] != '0'; }
bool SwissPrefix(std::string_view d) { return d.substr(0, 3) == "756"; }
bool NotZeroOrEightFirst(std::string_view d) {
  return d[0] != '0' && d[0] != '8';
}
bool TwoToSixFirst(std::string_view d) { return d[0] >= '2' && d[0] <= '6'; }
bool AnyDigitSet(std::string_view d) {
  return d.find_first_not_of('0') != d.npos;
}
bool OrganisationThird(std::string_view d) { return d[2] >= '2'; }
bool ItalianTaxpayer(std::string_view d) { return NumberAt(d, 0, 7) > 0; }
// Routing numbers: Federal Reserve districts, thrifts, electronic, traveller.
bool RoutingPrefix(std::string_view d) {
  const uint32_t prefix = NumberAt(d, 0, 2);
  return AnyDigitSet(d) && (prefix <= 12 || (prefix >= 21 && prefix <= 32) ||
                            (prefix >= 61 && prefix <= 72) || prefix == 80);
}
// The tenth digit tells the day's position; the fourth group the person.
bool IcelandicDate(std::string_view d) {
  if (d[9] != '8' && d[9] != '9' && d[9] != '0') return false;
  const uint32_t day = NumberAt(d, 0, 2);  // companies: 40 more
  return YearDateExists(NumberAt(d, 4, 2), NumberAt(d, 2, 2),
                        day > 40 ? day - 40 : day);
}
bool PolishDate(std::string_view d) {  // the century is in the month
  return YearDateExists(NumberAt(d, 0, 2), NumberAt(d, 2, 2) % 20,
                        NumberAt(d, 4, 2));
}
bool RomanianDate(std::string_view d) {
  const uint32_t county = NumberAt(d, 7, 2);
  return d[0] != '0' && county != 0 &&
         YearDateExists(NumberAt(d, 1, 2), NumberAt(d, 3, 2),
                        NumberAt(d, 5, 2));
}
bool BulgarianDate(std::string_view d) {
  const uint32_t month = NumberAt(d, 2, 2);
  return YearDateExists(NumberAt(d, 0, 2),
                        month > 40   ? month - 40
                        : month > 20 ? month - 20
                                     : month,
                        NumberAt(d, 4, 2));
}
bool DayFirstDate(std::string_view d) {
  return YearDateExists(NumberAt(d, 4, 2), NumberAt(d, 2, 2),
                        NumberAt(d, 0, 2));
}
bool ThreeDigitYear(std::string_view d) {
  const uint32_t year = NumberAt(d, 4, 3);
  return DateExists((year < 800 ? 2000 : 1000) + year, NumberAt(d, 2, 2),
                    NumberAt(d, 0, 2));
}
bool YearFirstDate(std::string_view d) {
  return YearDateExists(NumberAt(d, 0, 2), NumberAt(d, 2, 2),
                        NumberAt(d, 4, 2));
}
bool SouthAfricanDate(std::string_view d) {
  return d[10] <= '2' && YearFirstDate(d);
}
// Social security numbers carry day, month and year behind a running number;
// months 13 to 15 were given out when a day's numbers ran out.
bool AustrianDate(std::string_view d) {
  const uint32_t month = NumberAt(d, 6, 2);
  const uint32_t day = NumberAt(d, 4, 2);
  return d[0] != '0' && month >= 1 && month <= 15 && day >= 1 && day <= 31;
}

// The issuers' published algorithms, by country. Sizes are in digits.
constexpr Weighted kWeighted[] = {
    {"at-svnr",
     10,
     10,
     Sum::kRest,
     11,
     3,
     {3, 7, 9, 5, 8, 4, 2, 1, 6},
     AustrianDate},
    {"au-acn", 9, 9, Sum::kMinus, 10, 8, {8, 7, 6, 5, 4, 3, 2, 1}, AnyDigitSet},
    {"au-medicare",
     10,
     11,
     Sum::kRest,
     10,
     8,
     {1, 3, 7, 9, 1, 3, 7, 9, 0, 0},
     TwoToSixFirst},
    {"au-tfn",
     8,
     9,
     Sum::kZero,
     11,
     0,
     {1, 4, 3, 7, 5, 8, 6, 9, 10},
     AnyDigitSet},
    {"bg-egn",
     10,
     10,
     Sum::kRestMod10,
     11,
     9,
     {2, 4, 8, 5, 10, 9, 7, 3, 6},
     BulgarianDate},
    {"bg-lnch",
     10,
     10,
     Sum::kRest,
     10,
     9,
     {21, 19, 17, 13, 11, 9, 7, 3, 1},
     AnyDigitSet},
    {"ca-sin", 9, 9, Sum::kLuhn, 10, 8, {}, NotZeroOrEightFirst},
    {"ch-ahv",
     13,
     13,
     Sum::kMinusMod10,
     10,
     12,
     {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3},
     SwissPrefix},
    {"dk-cvr", 8, 8, Sum::kZero, 11, 0, {2, 7, 6, 5, 4, 3, 2, 1}, NotZeroFirst},
    {"fi-y-tunnus",
     8,
     8,
     Sum::kMinus,
     11,
     7,
     {7, 9, 10, 5, 8, 4, 2},
     AnyDigitSet},
    {"gb-nhs",
     10,
     10,
     Sum::kZero,
     11,
     0,
     {10, 9, 8, 7, 6, 5, 4, 3, 2, 1},
     AnyDigitSet},
    {"gr-afm",
     9,
     9,
     Sum::kRestMod10,
     11,
     8,
     {256, 128, 64, 32, 16, 8, 4, 2},
     AnyDigitSet},
    {"gr-amka", 11, 11, Sum::kLuhn, 10, 10, {}, DayFirstDate},
    {"hr-oib", 11, 11, Sum::kIso7064, 11, 10, {}, AnyDigitSet},
    {"hu-ado",
     10,
     10,
     Sum::kRest,
     11,
     9,
     {1, 2, 3, 4, 5, 6, 7, 8, 9},
     StartsWithEight},
    {"hu-taj", 9, 9, Sum::kRest, 10, 8, {3, 7, 3, 7, 3, 7, 3, 7}, AnyDigitSet},
    {"is-kennitala",
     10,
     10,
     Sum::kZero,
     11,
     0,
     {3, 2, 7, 6, 5, 4, 3, 2, 1, 0},
     IcelandicDate},
    {"it-partita-iva", 11, 11, Sum::kLuhn, 10, 10, {}, ItalianTaxpayer},
    {"jp-my-number",
     12,
     12,
     Sum::kMinusMod10,
     11,
     11,
     {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2},
     AnyDigitSet},
    {"kr-rrn",
     13,
     13,
     Sum::kElevenMinus,
     11,
     12,
     {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5},
     YearFirstDate},
    {"no-kontonummer",
     11,
     11,
     Sum::kZero,
     11,
     0,
     {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1},
     AnyDigitSet},
    {"no-orgnr",
     9,
     9,
     Sum::kMinus,
     11,
     8,
     {3, 2, 7, 6, 5, 4, 3, 2},
     NotZeroFirst},
    {"pl-nip",
     10,
     10,
     Sum::kRest,
     11,
     9,
     {6, 5, 7, 2, 3, 4, 5, 6, 7},
     NotZeroFirst},
    {"pl-pesel",
     11,
     11,
     Sum::kZero,
     10,
     0,
     {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1},
     PolishDate},
    {"pt-nif",
     9,
     9,
     Sum::kMinusMod10,
     11,
     8,
     {9, 8, 7, 6, 5, 4, 3, 2},
     NotZeroFirst},
    {"ro-cnp",
     13,
     13,
     Sum::kRestTenOne,
     11,
     12,
     {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9},
     RomanianDate},
    {"se-orgnr", 10, 10, Sum::kLuhn, 10, 9, {}, OrganisationThird},
    {"si-emso",
     13,
     13,
     Sum::kMinusMod10,
     11,
     12,
     {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2},
     ThreeDigitYear},
    {"th-pin",
     13,
     13,
     Sum::kElevenMinus,
     11,
     12,
     {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2},
     NotZeroFirst},
    {"us-aba",
     9,
     9,
     Sum::kZero,
     10,
     0,
     {3, 7, 1, 3, 7, 1, 3, 7, 1},
     RoutingPrefix},
    {"za-id", 13, 13, Sum::kLuhn, 10, 12, {}, SouthAfricanDate},
    {"ar-cuit",
     11,
     11,
     Sum::kMinusMod10,
     11,
     10,
     {5, 4, 3, 2, 7, 6, 5, 4, 3, 2},
     NotZeroFirst},
};

uint32_t SumOf(const Weighted& row, std::string_view digits) {
  uint32_t sum = 0, weight = 0;
  for (uint32_t i = 0; i < digits.size(); ++i) {
    if (row.sum != Sum::kZero && i == row.check) continue;
    sum += row.weights[weight++] * DigitOf(digits[i]);
  }
  return sum % row.modulus;
}

bool SumAgrees(const Weighted& row, std::string_view digits) {
  if (row.sum == Sum::kLuhn) return CheckLuhn(digits);
  if (row.sum == Sum::kIso7064) return Iso7064Mod1110(digits);
  const uint32_t rest = SumOf(row, digits);
  const uint32_t minus = (row.modulus - rest) % row.modulus;
  const uint32_t check = DigitOf(digits[row.check]);
  switch (row.sum) {
    case Sum::kZero:
      return rest == 0;
    case Sum::kRest:
      return rest == check;
    case Sum::kRestMod10:
      return rest % 10 == check;
    case Sum::kRestTenOne:
      return (rest == 10 ? 1 : rest) == check;
    case Sum::kMinus:
      return minus == check;
    case Sum::kMinusMod10:
      return minus % 10 == check;
    case Sum::kElevenMinus:
      return (11 - rest) % 10 == check;
    case Sum::kLuhn:
    case Sum::kIso7064:
      break;
  }
  return false;
}

bool CheckWeighted(const Weighted& row, std::string_view value) {
  const Compact compact = MakeCompact(value);
  const std::string_view digits = compact.view();
  if (!compact.valid || !AllDigits(digits)) return false;
  if (digits.size() < row.min_size || digits.size() > row.max_size) {
    return false;
  }
  return SumAgrees(row, digits) && (row.also == nullptr || row.also(digits));
}

constexpr uint32_t kWeightedCount = sizeof(kWeighted) / sizeof(kWeighted[0]);

}  // namespace

uint32_t NationalCount() { return kWeightedCount + SpecialCount(); }

std::string_view NationalName(uint32_t index) {
  if (index < kWeightedCount) return kWeighted[index].name;
  return SpecialName(index - kWeightedCount);
}

EvidenceKind NationalEvidence(uint32_t index) {
  return index < kWeightedCount ? EvidenceKind::kChecksum
                                : SpecialEvidence(index - kWeightedCount);
}

bool CheckNational(uint32_t index, std::string_view value) {
  if (index < kWeightedCount) return CheckWeighted(kWeighted[index], value);
  return CheckSpecial(index - kWeightedCount, value);
}

}  // namespace sluice
