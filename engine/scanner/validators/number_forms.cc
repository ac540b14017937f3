// Forms of numbers that carry no check: whether a text may be one at all.
#include <algorithm>

#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

// What codes are made of, counted; `other` are all but letters, digits and
// single separators.
struct Made {
  size_t letters = 0;
  size_t digits = 0;
  size_t other = 0;
};

Made Count(std::string_view value) {
  Made made;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool inside = i > 0 && i + 1 < value.size();
    const bool separator =
        inside && IsIn(c, " -./") && IsAlnumByte(value[i - 1]);
    if (IsLetterByte(c)) {
      ++made.letters;
    } else if (IsDigitByte(c)) {
      ++made.digits;
    } else if (!separator) {
      ++made.other;
    }
  }
  return made;
}

}  // namespace

// The letter O is not used, and the last of the nine characters is a digit.
bool IsNlDocumentForm(std::string_view value) {
  if (value.size() != 9 || !IsDigitByte(value[8])) return false;
  if (IsDigitByte(value[0]) || IsDigitByte(value[1])) return false;
  return std::all_of(value.begin(), value.end(), [](char c) {
    return IsDigitByte(c) || (IsUpperByte(c) && c != 'O');
  });
}

// Nine characters, neither vowels nor letters that look like others; people
// add the check digit and the D of the machine-readable zone.
bool IsDeDocumentForm(std::string_view value) {
  constexpr std::string_view kLetters = "CFGHJKLMNPRTVWXYZ";
  if (value.size() == 11 && value[10] == 'D') value.remove_suffix(1);
  if (value.size() == 10 && IsDigitByte(value[9])) value.remove_suffix(1);
  if (value.size() != 9 || !IsIn(value[0], kLetters)) return false;
  return Count(value).digits > 0 &&
         std::all_of(value.begin(), value.end(), [&](char c) {
           return IsDigitByte(c) || IsIn(c, kLetters);
         });
}

// Letters and digits, in groups or not.
bool IsPlateForm(std::string_view value) {
  const Made made = Count(value);
  return made.other == 0 && made.letters > 0 && made.letters <= 5 &&
         made.digits > 0 && made.digits <= 6 &&
         made.letters + made.digits >= 4 && made.letters + made.digits <= 9;
}

// Numbers of customers, policies, accounts: digits, with some letters.
bool IsRecordForm(std::string_view value) {
  const Made made = Count(value);
  return made.other == 0 && made.digits >= 3 && made.letters <= 6 &&
         value.size() <= 32;
}

}  // namespace sluice
