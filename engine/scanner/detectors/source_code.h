// Source code in running text, by lines.
#ifndef SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_
#define SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"

namespace sluice {

// Lines of code that stand together.
struct CodeStretch {
  Span span;           // from the first solid character to the last
  uint32_t lines = 0;  // not counting blank ones
  Confidence confidence = Confidence::kLow;
  LanguageId language = 0;
};

// All stretches of at least `min_lines` lines, in order. O(text.size()).
std::vector<CodeStretch> FindCode(std::string_view text, uint32_t min_lines);

// Appends one match per stretch of at least `minLines` (default 3) lines.
void DetectSourceCode(const DatabaseImage& image, uint32_t rule,
                      std::string_view text, Budget& budget,
                      std::vector<Match>& matches);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_
