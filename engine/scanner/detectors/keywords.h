// Words that tell code from prose.
#ifndef SLUICE_SCANNER_DETECTORS_KEYWORDS_H_
#define SLUICE_SCANNER_DETECTORS_KEYWORDS_H_

#include <cstdint>
#include <string_view>

namespace sluice {

// Bits; a word can be of several kinds.
enum WordKind : uint32_t {
  // Words of programming languages that prose hardly uses: "elif", "struct".
  kStrongKeyword = 1,
  // Words that begin statements but are words of English too: "if", "return".
  kWeakKeyword = 2,
  // The commonest small words of a dozen natural languages.
  kProseWord = 4,
};

// The kinds of `word`, which is in lower case; 0 = in no list.
uint32_t ClassifyWord(std::string_view word);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_KEYWORDS_H_
