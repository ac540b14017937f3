// Telephone numbers that say where they belong: with a country code behind
// "00" or '+', or with the zero that stands before a national number.
//
// The plans know which lengths exist for which first digits. That alone says
// little: a national number must also be grouped as people there group it, area
// code first, or it is any number with a zero before it.
#include "scanner/bytes.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"
#include "scanner/validators/phone_plan_data.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxGroups = 6;
constexpr uint32_t kMinNationalDigits = 9;  // eight and less are dates

struct Written {
  char digits[24];
  uint32_t size = 0;
  uint8_t groups[kMaxGroups] = {};
  uint32_t group_count = 0;
  bool plus = false;
  bool dotted = false;
  bool mixed = false;  // separators differ, the first one aside

  std::string_view view() const { return {digits, size}; }
};

// False: no telephone number is written like this.
bool Read(std::string_view value, Written& written) {
  char last_separator = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '+' && i == 0) {
      written.plus = true;
      continue;
    }
    if (!IsDigitByte(c)) {
      if (written.group_count > 1 && last_separator != 0) {
        written.mixed |= c != last_separator;
      }
      last_separator = written.group_count > 1 ? c : 0;
      written.dotted |= c == '.';
      continue;
    }
    if (written.size == sizeof(written.digits)) return false;
    const bool begins = i == 0 || !IsDigitByte(value[i - 1]);
    if (begins && written.group_count == kMaxGroups) return false;
    if (begins) ++written.group_count;
    ++written.groups[written.group_count - 1];
    written.digits[written.size++] = c;
  }
  return written.size > 0;
}

bool HasLength(uint32_t lengths, size_t size) {
  return size < 16 && (lengths >> size & 1u) != 0;
}

bool IsInPlan(const PhonePlan& plan, std::string_view number) {
  if (number.size() < 4) return false;
  const uint32_t prefix = NumberAt(number, 0, 2);
  for (uint32_t i = plan.begin; i < plan.begin + plan.count; ++i) {
    const uint32_t range = kPhoneRanges[i];
    if (prefix <= range >> 8) {
      return HasLength(kPhoneLengths[range & 0xFF], number.size());
    }
  }
  return false;
}

// `digits` begin with a country code.
bool IsInternational(std::string_view digits) {
  uint32_t code = 0;
  for (size_t size = 1; size <= 3 && size < digits.size(); ++size) {
    code = code * 10 + DigitOf(digits[size - 1]);
    for (const PhonePlan& plan : kPhonePlans) {
      if (plan.code != code) continue;
      std::string_view number = digits.substr(size);
      if (IsInPlan(plan, number)) return true;
      // "+31 (0)20": the zero of the national form.
      return number[0] == '0' && IsInPlan(plan, number.substr(1));
    }
  }
  return false;
}

const TrunkRange& TrunkRangeOf(uint32_t prefix) {
  const TrunkRange* range = kTrunkRanges;
  while (range->prefix < prefix) ++range;  // the last one is 999
  return *range;
}

// Dutch mobile numbers are mostly written without separators.
bool IsBareMobile(const Written& written) {
  return written.group_count == 1 && written.size == 10 &&
         written.digits[1] == '6' && written.digits[2] >= '1' &&
         written.digits[2] <= '8' && written.digits[2] != '7' &&
         written.digits[2] != '6';
}

// Day, month and year, then something.
bool BeginsWithDate(const Written& written) {
  return written.group_count >= 3 && written.groups[0] == 2 &&
         written.groups[1] == 2 && written.groups[2] == 4 &&
         (written.digits[4] == '1' || written.digits[4] == '2');
}

// Behind the area code no group of one, dots only between pairs, and no pair
// before a longer rest: that is "078-05-1120".
bool HasUsualGroups(const Written& written) {
  for (uint32_t i = 1; i < written.group_count; ++i) {
    const uint32_t size = written.groups[i];
    if (size < 2 || (written.dotted && size != 2)) return false;
  }
  return written.group_count < 3 || written.groups[1] != 2 ||
         written.groups[2] < 4;
}

bool IsNational(const Written& written) {
  if (IsBareMobile(written)) return true;
  if (written.size < kMinNationalDigits || written.group_count < 2 ||
      written.mixed || BeginsWithDate(written)) {
    return false;
  }
  if (!HasUsualGroups(written)) return false;
  const std::string_view number = written.view().substr(1);
  const TrunkRange& range = TrunkRangeOf(NumberAt(number, 0, 3));
  const uint32_t area = written.groups[0] - 1u;
  return area < 8 && (range.areas >> area & 1u) != 0 &&
         HasLength(range.lengths, number.size());
}

// North America groups alike everywhere: "415-555-2671".
bool IsNorthAmerican(const Written& written, std::string_view value) {
  if (written.size != 10 || value.size() != 12 || value[3] != value[7] ||
      (value[3] != '-' && value[3] != '.')) {
    return false;
  }
  const auto is_code = [&](size_t at) {
    const char* d = written.digits + at;
    return d[0] >= '2' && !(d[1] == '1' && d[2] == '1');
  };
  return written.groups[0] == 3 && written.groups[1] == 3 && is_code(0) &&
         is_code(3);
}

}  // namespace

bool CheckPhonePlan(std::string_view value) {
  Written written;
  if (value.empty() || !Read(value, written)) return false;
  const std::string_view digits = written.view();
  if (written.plus) return IsInternational(digits);
  if (digits.size() > 4 && digits[0] == '0' && digits[1] == '0') {
    return !written.dotted && IsInternational(digits.substr(2));
  }
  return digits[0] == '0' ? IsNational(written)
                          : IsNorthAmerican(written, value);
}

}  // namespace sluice
