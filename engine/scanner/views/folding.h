// The folded text: what a reader sees, in ASCII where there is a choice.
#ifndef SLUICE_SCANNER_VIEWS_FOLDING_H_
#define SLUICE_SCANNER_VIEWS_FOLDING_H_

#include <string_view>
#include <vector>

#include "scanner/views/offset_map.h"
#include "scanner/views/wiped.h"

namespace sluice {

// Invisible code points, control characters, terminal escapes, lone surrogates
// and invalid bytes are gone; digits, spaces, dashes and compatibility forms
// are ASCII; accents are gone and look-alikes Latin in tokens that mix scripts
// or hold ASCII digits. Prose of any language stays as it is.
struct FoldedText {
  WipedText text;  // all of it, not only neighbourhoods
  OffsetMap map;
  bool changed = false;  // false: `text` is what was folded
  // Stretches of `text` where folding could matter to a rule.
  std::vector<Span> touched;
};

// The first control character or byte beyond ASCII at or behind `from`; the
// size of the text if there is none.
uint32_t FindUnseen(std::string_view text, uint32_t from);

FoldedText FoldText(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_FOLDING_H_
