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
      words_filter_.Set(KeyOfWord(word));
      has_letters_ |= word.size() == 1;
      if (word.size() > 1) begins_filter_.Set(KeyOfBegin(word));
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
  // Bits for keys: where there is none, nothing with that key was set.
  class Filter {
   public:
    constexpr void Set(uint32_t key) { words_[key / 32 % 8] |= 1u << key % 32; }
    constexpr bool Has(uint32_t key) const {
      return (words_[key / 32 % 8] >> key % 32 & 1) != 0;
    }

   private:
    std::array<uint32_t, 8> words_{};
  };

  static constexpr uint32_t ByteOf(char c) {
    return static_cast<uint8_t>(LowerByte(c));
  }
  static constexpr uint32_t KeyOfWord(std::string_view word) {
    return ByteOf(word.front()) * 37u + ByteOf(word.back()) * 11u +
           static_cast<uint32_t>(word.size()) * 101u;
  }
  // Of two characters or more.
  static constexpr uint32_t KeyOfBegin(std::string_view word) {
    return ByteOf(word[0]) * 37u + ByteOf(word[1]) * 11u;
  }

  std::string_view words_;
  Filter words_filter_;
  Filter begins_filter_;
  bool has_letters_ = false;  // words of one character
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_WORD_LIST_H_
