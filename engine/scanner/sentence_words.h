// Words of a sentence, and the punctuation round them.
#ifndef SLUICE_SCANNER_SENTENCE_WORDS_H_
#define SLUICE_SCANNER_SENTENCE_WORDS_H_

#include <cstddef>
#include <string_view>

#include "sluice/types.h"

namespace sluice {

// Bytes at the begin of `word` that are none of it: quotes, a bracket.
size_t WrapInFront(std::string_view word);

// `word` of `text` without quotes, brackets and the sentence's punctuation.
Span Trimmed(std::string_view text, Span word);

// Whether `word` is nothing but punctuation that points at what follows.
bool IsPointer(std::string_view word);

}  // namespace sluice

#endif  // SLUICE_SCANNER_SENTENCE_WORDS_H_
