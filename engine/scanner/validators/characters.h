// What the checks of words and passwords know of characters: ASCII, and every
// other byte counts as a lower-case letter.
#ifndef SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_
#define SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_

#include <cstddef>
#include <string_view>

#include "scanner/bytes.h"

namespace sluice {

// Letters, digits where a name may have them, and what joins names. In
// words.cc.
bool IsPath(std::string_view text);

// Whole segments: runs of letters, cut where lower case turns to upper; runs
// of digits. Calls `visit(segment)` for each.
template <typename Visit>
void ForEachSegment(std::string_view value, Visit visit) {
  size_t begin = 0;
  for (size_t i = 0; i < value.size(); i = begin) {
    begin = i + 1;
    if (IsDigitByte(value[i])) {
      while (begin < value.size() && IsDigitByte(value[begin])) ++begin;
      visit(value.substr(i, begin - i));
    } else if (IsLetterByteOrUtf8(value[i])) {
      while (
          begin < value.size() && IsLetterByteOrUtf8(value[begin]) &&
          !(IsLowerByteOrUtf8(value[begin - 1]) && IsUpperByte(value[begin]))) {
        ++begin;
      }
      visit(value.substr(i, begin - i));
    }
  }
}

inline bool Contains(std::string_view value, std::string_view part) {
  return value.find(part) != value.npos;
}

// Letters, digits and '_', as variables are called.
inline bool IsNameLike(std::string_view text) {
  if (text.empty() || IsDigitByte(text[0])) return false;
  for (char c : text) {
    if (!IsLetterByteOrUtf8(c) && !IsDigitByte(c) && c != '_') return false;
  }
  return true;
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_
