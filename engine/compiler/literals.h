// Literal text in a pattern, and what letter case does to it.
#ifndef SLUICE_COMPILER_LITERALS_H_
#define SLUICE_COMPILER_LITERALS_H_

#include <cstdint>
#include <string>

#include "re2/regexp.h"

namespace sluice {

// Whether (?i) holds for the expression.
bool Folds(re2::Regexp* regexp);

void AppendUtf8(std::string& out, uint32_t rune);

// RE2's parser leaves case folding in literals for ASCII letters only; wider
// folds arrive as classes.
bool IsFoldedLetter(uint32_t rune, bool fold);

// Appends the expression to a folded literal; false: it is no part of one.
bool AppendFolded(re2::Regexp* regexp, std::string& out);

}  // namespace sluice

#endif  // SLUICE_COMPILER_LITERALS_H_
