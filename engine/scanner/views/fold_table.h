// How the folded view reads one code point.
#ifndef SLUICE_SCANNER_VIEWS_FOLD_TABLE_H_
#define SLUICE_SCANNER_VIEWS_FOLD_TABLE_H_

#include <cstdint>
#include <string_view>

namespace sluice {

// Numbers of scripts/generate-unicode.py.
enum class FoldKind : uint32_t {
  kDrop = 0,        // invisible, or a mark no language writes
  kMark = 1,        // an accent of its own
  kDigit = 2,       // a decimal digit of another script
  kSame = 3,        // a space, dash, quote or newline
  kCompatible = 4,  // another form of one ASCII character
  kAccent = 5,      // a letter with an accent
  kString = 6,      // another form of several ASCII characters
  kConfusable = 7,  // a letter of another script that looks like a Latin one
  kKeep = 8,
};

struct Fold {
  FoldKind kind = FoldKind::kKeep;
  std::string_view text;  // what it reads as; empty for drops, marks and kKeep
};

// `rune` is a code point or kInvalidRune (which is dropped). O(log n).
Fold FoldRune(uint32_t rune);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_FOLD_TABLE_H_
