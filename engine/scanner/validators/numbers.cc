// Checks on numbers that no single country owns.
#include "scanner/bytes.h"
#include "scanner/validators/checks.h"

namespace sluice {
namespace {

// Length in bytes of the separator at `pos`, 0 if there is none.
uint32_t SeparatorAt(std::string_view value, size_t pos) {
  const auto byte = static_cast<unsigned char>(value[pos]);
  if (byte == ' ' || byte == '.' || byte == '-' || byte == '/') return 1;
  const auto at = [&](size_t i) {
    return i < value.size() ? static_cast<unsigned char>(value[i]) : 0u;
  };
  if (byte == 0xC2 && at(pos + 1) == 0xA0) return 2;  // no-break space
  if (byte != 0xE2 || at(pos + 1) != 0x80) return 0;
  const unsigned last = at(pos + 2);  // U+2010..U+2013, U+202F
  return (last >= 0x90 && last <= 0x93) || last == 0xAF ? 3 : 0;
}

struct IssuerRange {
  uint32_t first;  // first six digits, both ends inclusive
  uint32_t last;
  uint32_t lengths;  // bit n: a number of n digits
};

constexpr uint32_t Digits(uint32_t from, uint32_t to) {
  uint32_t bits = 0;
  for (uint32_t n = from; n <= to; ++n) bits |= 1u << n;
  return bits;
}
constexpr uint32_t Digits(uint32_t n) { return 1u << n; }

// ISO/IEC 7812 issuer identification ranges of the payment schemes.
constexpr IssuerRange kIssuers[] = {
    {220000, 220499, Digits(16, 19)},                        // Mir
    {222100, 272099, Digits(16)},                            // Mastercard
    {300000, 305999, Digits(14) | Digits(16, 19)},           // Diners Club
    {309500, 309599, Digits(14) | Digits(16, 19)},           // Diners Club
    {340000, 349999, Digits(15)},                            // Amex
    {352800, 358999, Digits(16, 19)},                        // JCB
    {360000, 369999, Digits(14) | Digits(16, 19)},           // Diners Club
    {370000, 379999, Digits(15)},                            // Amex
    {380000, 399999, Digits(14) | Digits(16, 19)},           // Diners Club
    {400000, 499999, Digits(13) | Digits(16) | Digits(19)},  // Visa
    {500000, 509999, Digits(12, 19)},                        // Maestro, Dankort
    {510000, 559999, Digits(16)},                            // Mastercard
    {560000, 589999, Digits(12, 19)},                        // Maestro
    {601100, 601199, Digits(16, 19)},                        // Discover
    {620000, 629999, Digits(16, 19)},                        // UnionPay
    {630400, 630499, Digits(12, 19)},                        // Maestro
    {644000, 659999, Digits(16, 19)},                        // Discover
    {675900, 675999, Digits(12, 19)},                        // Maestro
    {676700, 676799, Digits(12, 19)},                        // Maestro
    {979200, 979299, Digits(16)},                            // Troy
};

uint32_t ToNumber(std::string_view digits) {
  uint32_t number = 0;
  for (char c : digits) number = number * 10 + static_cast<uint32_t>(c - '0');
  return number;
}

// Numbers and letter runs of a written date.
struct DateParts {
  uint32_t number[4] = {};
  uint32_t digits[4] = {};
  uint32_t count = 0;
  bool month_name = false;
};

DateParts SplitDate(std::string_view value) {
  DateParts parts;
  bool in_number = false;
  for (char c : value) {
    const bool digit = IsDigitByte(c);
    if (digit && !in_number && parts.count < 4) ++parts.count;
    if (digit && parts.digits[parts.count - 1] < 9) {
      uint32_t& number = parts.number[parts.count - 1];
      number = number * 10 + static_cast<uint32_t>(c - '0');
      ++parts.digits[parts.count - 1];
    }
    in_number = digit;
    parts.month_name |= IsLetterByte(c);
    parts.month_name |= static_cast<unsigned char>(c) >= 0x80;
  }
  return parts;
}

// A year of two digits may be of either century; one that works is enough.
bool DateFits(uint32_t year, uint32_t year_digits, uint32_t month,
              uint32_t day) {
  if (year_digits == 4) {
    return year >= 1000 && year < 2200 && DateExists(year, month, day);
  }
  if (year_digits != 2) return false;
  return DateExists(1900 + year, month, day) ||
         DateExists(2000 + year, month, day);
}

bool CompactDateFits(std::string_view digits) {
  const auto part = [&](size_t pos, size_t size) {
    return ToNumber(digits.substr(pos, size));
  };
  if (digits.size() == 8) {
    return DateFits(part(0, 4), 4, part(4, 2), part(6, 2)) ||
           DateFits(part(4, 4), 4, part(2, 2), part(0, 2)) ||
           DateFits(part(4, 4), 4, part(0, 2), part(2, 2));
  }
  if (digits.size() != 6) return false;
  return DateFits(part(0, 2), 2, part(2, 2), part(4, 2)) ||
         DateFits(part(4, 2), 2, part(2, 2), part(0, 2)) ||
         DateFits(part(4, 2), 2, part(0, 2), part(2, 2));
}

}  // namespace

Compact MakeCompact(std::string_view value) {
  Compact compact;
  for (size_t i = 0; i < value.size();) {
    if (const uint32_t skip = SeparatorAt(value, i)) {
      i += skip;
      continue;
    }
    char c = value[i++];
    if (IsLowerByte(c)) c = static_cast<char>(c - 'a' + 'A');
    const bool plain = IsDigitByte(c) || IsUpperByte(c);
    if (!plain || compact.size == kMaxCompact) {
      compact.valid = false;
      break;
    }
    compact.text[compact.size++] = c;
  }
  return compact;
}

bool AllDigits(std::string_view text) {
  for (char c : text) {
    if (!IsDigitByte(c)) return false;
  }
  return !text.empty();
}

bool DateExists(uint32_t year, uint32_t month, uint32_t day) {
  constexpr uint8_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1u : 0u);
}

bool CheckLuhn(std::string_view value) {
  const Compact compact = MakeCompact(value);
  if (!compact.valid || compact.size < 2 || !AllDigits(compact.view())) {
    return false;
  }
  uint32_t sum = 0;
  for (uint32_t i = 0; i < compact.size; ++i) {
    auto digit =
        static_cast<uint32_t>(compact.text[compact.size - 1 - i] - '0');
    if (i % 2 == 1) digit *= 2;
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 == 0;
}

bool CheckNotSequence(std::string_view value) {
  const Compact compact = MakeCompact(value);
  if (!compact.valid || compact.size < 2) return true;
  bool same = true, up = true, down = true;
  for (uint32_t i = 1; i < compact.size; ++i) {
    const char a = compact.text[i - 1], b = compact.text[i];
    same &= a == b;
    up &= b == a + 1 || (a == '9' && b == '0');
    down &= a == b + 1 || (a == '0' && b == '9');
  }
  return !same && !up && !down;
}

bool CheckCardIssuer(std::string_view value) {
  const Compact compact = MakeCompact(value);
  if (!compact.valid || compact.size < 12 || compact.size > 19) return false;
  if (!AllDigits(compact.view())) return false;
  const uint32_t prefix = ToNumber(compact.view().substr(0, 6));
  for (const IssuerRange& range : kIssuers) {
    if (prefix < range.first || prefix > range.last) continue;
    if (range.lengths >> compact.size & 1u) return true;
  }
  return false;
}

bool CheckCalendarDate(std::string_view value) {
  const DateParts p = SplitDate(value);
  if (p.month_name) {  // the pattern vouches for the name
    if (p.count != 2) return false;
    const uint32_t year = p.digits[0] > 2 ? 0 : 1;
    return DateFits(p.number[year], p.digits[year], 1, p.number[1 - year]);
  }
  if (p.count == 1) return CompactDateFits(MakeCompact(value).view());
  if (p.count != 3 || p.digits[1] > 2) return false;
  return DateFits(p.number[0], p.digits[0], p.number[1], p.number[2]) ||
         DateFits(p.number[2], p.digits[2], p.number[1], p.number[0]) ||
         DateFits(p.number[2], p.digits[2], p.number[0], p.number[1]);
}

}  // namespace sluice
