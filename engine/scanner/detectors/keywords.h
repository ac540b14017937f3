// Words that tell code from prose.
#ifndef SLUICE_SCANNER_DETECTORS_KEYWORDS_H_
#define SLUICE_SCANNER_DETECTORS_KEYWORDS_H_

#include <string_view>

namespace sluice {

// Words of programming languages that prose hardly uses: "elif", "struct".
bool IsStrongKeyword(std::string_view word);
// Words that begin statements but are words of English too: "if", "return".
bool IsWeakKeyword(std::string_view word);
// The commonest small words of a dozen natural languages.
bool IsProseWord(std::string_view word);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_KEYWORDS_H_
