// Passwords in the sentence round a word for one, by what ties them to it: a
// verb or a colon before an ordinary one, nothing before one that can be
// nothing else.
#ifndef SLUICE_SCANNER_NEARBY_SENTENCE_H_
#define SLUICE_SCANNER_NEARBY_SENTENCE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "sluice/types.h"

namespace sluice {

// The passwords behind the word `label`, else the one in front of it; none when
// the word is a part of code, which other rules read. `login`: the word says
// only that somebody logs in. `looked_at` becomes the bytes that were read.
std::vector<Span> FindInSentence(std::string_view text, Span label, bool login,
                                 uint32_t& looked_at);

}  // namespace sluice

#endif  // SLUICE_SCANNER_NEARBY_SENTENCE_H_
