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
#include <vector>

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

// The label that won, and what it won by.
struct NearestLabel {
  ContextLabel label;
  size_t distance = ~size_t{0};  // bytes of the folded text
  size_t length = 0;

  // Keeps the nearer of both; see ContextLabel for ties.
  void Offer(const NearestLabel& other);
};

// Folded text around a match, kept while the rules that match there ask for
// it: a number is often a candidate of ten rules with one list of labels that
// speak against them.
class ContextWindows {
 public:
  struct Window {
    std::string_view raw;
    std::string folded;
    std::vector<uint32_t> words;   // where tokens begin with a letter
    std::vector<uint32_t> others;  // where digits and punctuation begin
    Range shared;                  // whose labels were looked for last
    NearestLabel shared_label;
  };

  // The window over `raw`, which is part of the one text all calls are about.
  Window& Take(std::string_view raw, uint64_t& steps);

 private:
  static constexpr uint32_t kKept = 8;

  Window windows_[kKept];
  uint32_t next_ = 0;
};

// Looks rule.context_before bytes before `whole` and rule.context_after bytes
// after it, in whole code points and whole tokens.
ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Budget& budget);
// The same, with windows kept from call to call, but looks at nothing outside
// `limits`, which hold `whole`.
ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Span limits,
                         Budget& budget, ContextWindows& windows);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CONTEXT_H_
