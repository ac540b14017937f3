// Words on the way from a label to its value: which may be one, which were
// passed, and what they said.
#ifndef SLUICE_SCANNER_PASSED_WORDS_H_
#define SLUICE_SCANNER_PASSED_WORDS_H_

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "scanner/validators/characters.h"
#include "scanner/validators/likeness.h"
#include "sluice/types.h"

namespace sluice {

inline constexpr uint32_t kMaxWords = 14;

inline bool HasSpice(std::string_view word) {
  return word.find_first_of("!@#$%&*?+") != word.npos;
}

inline bool IsPlainName(std::string_view word) {
  return std::none_of(word.begin(), word.end(), IsUpperByte) && !HasSpice(word);
}

inline bool HasCode(std::string_view word) {
  return word.find_first_of("{}<>=;|$&#_\\`[]~^") != word.npos ||
         word.find("()") != word.npos || word.find("::") != word.npos;
}

// Whether a word can be a password where no verb and no colon says so: what is
// taken for one then has a digit, or upper and lower case (validators/
// likeness.cc).
inline bool StandsOut(std::string_view word) {
  constexpr size_t kShortestWithoutDigit = 8;
  bool upper = false, lower = false;
  for (const char c : word) {
    if (IsDigitByte(c)) return true;
    upper |= IsUpperByte(c);
    lower |= IsLowerByteOrUtf8(c);
  }
  return upper && lower && word.size() >= kShortestWithoutDigit;
}

// Words that were passed and not yet looked up: most labels have nothing near
// them that could be a password, and then none needs to be.
class PassedWords {
 public:
  void Add(Span word) {
    if (count_ < std::size(words_)) words_[count_++] = word;
  }

  // Hands each word over, once.
  template <typename Take>
  void TakeAll(Take take) {
    for (uint32_t i = 0; i < count_; ++i) take(words_[i]);
    count_ = 0;
  }

 private:
  Span words_[kMaxWords * 2];
  uint32_t count_ = 0;
};

// What is known of the words on the way from the label.
struct Way {
  uint32_t words = 0;
  uint32_t since_verb = kMaxWords;
  Joint last = Joint::kNone;
  bool pointed = false;  // by a colon or the like, right before
  bool changed = false;  // "reset", "geändert" stands in the sentence
  bool to = false;       // "to", "auf" right before
  PassedWords passed;    // since_verb, last, changed, to do not know of them
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_PASSED_WORDS_H_
