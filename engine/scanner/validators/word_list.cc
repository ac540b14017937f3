#include "scanner/validators/word_list.h"

namespace sluice {

bool WordList::Has(std::string_view word) const {
  if (word.empty() || !words_filter_.Has(KeyOfWord(word))) return false;
  return Any(
      [word](std::string_view each) { return EqualsFolded(word, each); });
}

bool WordList::HasBeginOf(std::string_view word) const {
  if (!has_letters_ &&
      (word.size() < 2 || !begins_filter_.Has(KeyOfBegin(word)))) {
    return false;
  }
  return Any([word](std::string_view begin) {
    return EqualsFolded(word.substr(0, begin.size()), begin);
  });
}

}  // namespace sluice
