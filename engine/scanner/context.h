// Words around a match that speak for or against it.
//
// Rule words and text are folded before they are compared, so that
// "Burger-service_NUMMER" meets "burgerservice nummer" half way:
//   - lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic;
//   - Latin letters lose their diacritics, Greek ones their accents, combining
//     marks disappear: "numéro" = "numero";
//   - white space, '_', '-' and the Unicode dashes become one space;
//   - the typographic apostrophe becomes "'".
// Everything else, invalid bytes included, stays as it is.
#ifndef SLUICE_SCANNER_CONTEXT_H_
#define SLUICE_SCANNER_CONTEXT_H_

#include <string>
#include <string_view>

#include "scanner/database_image.h"
#include "scanner/program.h"
#include "sluice/types.h"

namespace sluice {

// The folded form of a rule's word, without space at its ends. The compiler
// stores words in this form.
std::string FoldWord(std::string_view word);

// The label that speaks loudest: the nearest; of equally near ones the
// longest, then a positive one. A word after the match counts as 16 bytes
// farther away, for labels mostly stand before their value. Only whole tokens
// count: no letter, digit or non-ASCII byte may touch the word.
struct ContextLabel {
  StringId word = kNoString;  // kNoString: no word of the rule stands near
  bool negative = false;
};

// Looks rule.context_before bytes before `whole` and rule.context_after bytes
// after it, in whole code points and whole tokens.
ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Budget& budget);
// The same, but looks at nothing outside `limits`, which hold `whole`.
ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Span limits,
                         Budget& budget);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CONTEXT_H_
