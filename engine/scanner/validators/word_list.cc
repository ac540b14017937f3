#include "scanner/validators/word_list.h"

namespace sluice {

bool WordList::Has(std::string_view word) const {
  if (word.empty()) return false;
  const uint32_t bit = FilterBit(word);
  if ((filter_[bit / 32] >> bit % 32 & 1) == 0) return false;
  return Any(
      [word](std::string_view each) { return EqualsFolded(word, each); });
}

bool WordList::HasBeginOf(std::string_view word) const {
  if (word.empty() || (first_letters_ & FirstBit(word[0])) == 0) return false;
  return Any([word](std::string_view begin) {
    return EqualsFolded(word.substr(0, begin.size()), begin);
  });
}

}  // namespace sluice
