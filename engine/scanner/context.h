// Words around a match that speak for or against it; see word_folding.h for the
// form in which they are compared.
#ifndef SLUICE_SCANNER_CONTEXT_H_
#define SLUICE_SCANNER_CONTEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/database_image.h"
#include "scanner/program.h"
#include "scanner/word_folding.h"
#include "sluice/types.h"

namespace sluice {

// The label that speaks loudest: the nearest; of equally near ones the
// longest, then a positive one. A word after the match counts as 16 bytes
// farther away, for labels mostly stand before their value. Only whole tokens
// count: no letter, digit or non-ASCII byte may touch the word.
struct ContextLabel {
  StringId word = kNoString;  // kNoString: no word of the rule stands near
  bool negative = false;
};

// A context word of any rule in a window.
struct FoundWord {
  StringId word = kNoString;
  uint32_t distance = 0;  // bytes of the folded text
  uint32_t length = 0;

  // Nearer, or as near and longer.
  bool IsLouderThan(const FoundWord& other) const {
    if (distance != other.distance) return distance < other.distance;
    return length > other.length;
  }
};

// The words around matches, kept while the rules that match there ask for
// them: a number is often a candidate of ten rules.
class ContextWindows {
 public:
  // The words of all rules in `raw`, the loudest first. `raw` is part of the
  // one text all calls are about; `before` says that it ends at the match.
  std::span<const FoundWord> Find(const DatabaseImage& image,
                                  std::string_view raw, bool before,
                                  uint64_t& steps);

 private:
  struct Window {
    const char* begin = nullptr;
    size_t size = 0;
    bool before = false;
    std::vector<FoundWord> words;
  };
  static constexpr uint32_t kKept = 8;

  void Read(const LabelIndex& index, const DatabaseImage& image,
            std::string_view folded, Window& window) const;

  Window windows_[kKept];
  uint32_t next_ = 0;
  std::string folded_;  // the latest window, with padding
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
