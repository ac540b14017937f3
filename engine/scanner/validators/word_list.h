// A list of words that a validator knows.
#ifndef SLUICE_SCANNER_VALIDATORS_WORD_LIST_H_
#define SLUICE_SCANNER_VALIDATORS_WORD_LIST_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scanner/bytes.h"

namespace sluice {

// One string with a space round each word takes less room than many strings.
// Nearly all words that are asked about are not in the list: a filter tells
// most of them in one look. Made when the program is compiled.
class WordList {
 public:
  consteval explicit WordList(std::string_view words) : words_(words) {
    for (size_t i = 1; i < words.size();) {
      const size_t end = words.find(' ', i);
      const std::string_view word = words.substr(i, end - i);
      first_letters_ |= FirstBit(word[0]);
      const uint32_t bit = FilterBit(word);
      filter_[bit / 32] |= 1u << bit % 32;
      i = end + 1;
    }
  }

  // Whether `word` is in the list, in any case of ASCII letters.
  bool Has(std::string_view word) const;

  // Whether `word` begins with one of the list's.
  bool HasBeginOf(std::string_view word) const;

  // Calls `visit(word)` for each until it returns true; whether one did.
  template <typename Visit>
  bool Any(Visit visit) const {
    for (size_t i = 1; i < words_.size();) {
      size_t end = i;
      while (words_[end] != ' ') ++end;
      if (visit(words_.substr(i, end - i))) return true;
      i = end + 1;
    }
    return false;
  }

 private:
  static constexpr uint32_t kFilterBits = 256;

  static constexpr uint32_t FirstBit(char c) {
    return 1u << (LowerByte(c) & 31);
  }
  static constexpr uint32_t FilterBit(std::string_view word) {
    const auto first = static_cast<uint8_t>(LowerByte(word.front()));
    const auto last = static_cast<uint8_t>(LowerByte(word.back()));
    const auto size = static_cast<uint32_t>(word.size());
    return (first * 37u + last * 11u + size * 101u) % kFilterBits;
  }

  std::string_view words_;
  uint32_t first_letters_ = 0;
  std::array<uint32_t, kFilterBits / 32> filter_{};
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_WORD_LIST_H_
