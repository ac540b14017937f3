// Words on the way from a label to its value: which were passed, and what they
// said.
#ifndef SLUICE_SCANNER_PASSED_WORDS_H_
#define SLUICE_SCANNER_PASSED_WORDS_H_

#include <cstdint>
#include <iterator>

#include "scanner/validators/likeness.h"
#include "sluice/types.h"

namespace sluice {

inline constexpr uint32_t kMaxWords = 14;

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
