// What the checks of words and passwords know of characters: ASCII, and every
// other byte counts as a lower-case letter.
#ifndef SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_
#define SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_

#include <cstddef>
#include <span>
#include <string_view>

namespace sluice {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool IsLower(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
inline bool IsLetter(char c) { return IsUpper(c) || IsLower(c); }
inline char Lower(char c) {
  return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

inline bool EqualsFolded(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

// One body for lists of all lengths keeps the modules small; in words.cc.
bool IsOneOf(std::string_view word, std::span<const std::string_view> list);

// Whole segments: runs of letters, cut where lower case turns to upper; runs
// of digits. Calls `visit(segment)` for each.
template <typename Visit>
void ForEachSegment(std::string_view value, Visit visit) {
  size_t begin = 0;
  for (size_t i = 0; i < value.size(); i = begin) {
    begin = i + 1;
    if (IsDigit(value[i])) {
      while (begin < value.size() && IsDigit(value[begin])) ++begin;
      visit(value.substr(i, begin - i));
    } else if (IsLetter(value[i])) {
      while (begin < value.size() && IsLetter(value[begin]) &&
             !(IsLower(value[begin - 1]) && IsUpper(value[begin]))) {
        ++begin;
      }
      visit(value.substr(i, begin - i));
    }
  }
}

inline bool IsNameLike(std::string_view text) {
  if (text.empty() || IsDigit(text[0])) return false;
  for (char c : text) {
    if (!IsLetter(c) && !IsDigit(c) && c != '_') return false;
  }
  return true;
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_CHARACTERS_H_
