// Text that looks like code and is something else, told by its form.
#ifndef SLUICE_SCANNER_DETECTORS_TEXT_KIND_H_
#define SLUICE_SCANNER_DETECTORS_TEXT_KIND_H_

#include <string_view>

#include "sluice/verdict.h"

namespace sluice {

// kDiff, kStacktrace, kLog, kCsv, kConsole, kJson or kNoLanguage.
// O(text.size()).
LanguageId GuessTextKind(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_TEXT_KIND_H_
