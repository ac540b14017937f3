// Source code in running text, by lines.
#ifndef SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_
#define SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"

namespace sluice {

// Appends one match per stretch of at least `minLines` (default 3) lines of
// code, blank lines not counted: from the first character of its first line
// that is no white space to the end of its last line. O(text.size()).
void DetectSourceCode(const DatabaseImage& image, uint32_t rule,
                      std::string_view text, Budget& budget,
                      std::vector<Match>& matches);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_SOURCE_CODE_H_
