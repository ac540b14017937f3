// The copy of a text in which U+017F and U+212A are one ASCII letter each, as
// RE2's (?i) reads them; see canonical.h.
#ifndef SLUICE_SCANNER_FOLDED_COPY_H_
#define SLUICE_SCANNER_FOLDED_COPY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

struct FoldedCopy {
  std::string text;
  std::vector<uint32_t> original;  // per byte of `text`, and one past the end
};

// Whether the text holds either letter; most do not.
bool NeedsFolding(std::string_view text);

FoldedCopy MakeFoldedCopy(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_FOLDED_COPY_H_
