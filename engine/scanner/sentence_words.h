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

// Whether `word` has a mark that passwords are spiced with.
bool HasSpice(std::string_view word);

// Neither that nor a capital.
bool IsPlainName(std::string_view word);

// Whether `word` has marks that programs have and sentences have not.
bool HasCode(std::string_view word);

// Whether a word can be a password where no verb and no colon says so: what is
// taken for one then has a digit, or upper and lower case (validators/
// likeness.cc).
bool StandsOut(std::string_view word);

}  // namespace sluice

#endif  // SLUICE_SCANNER_SENTENCE_WORDS_H_
