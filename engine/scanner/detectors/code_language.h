// Which language a stretch of code is in.
#ifndef SLUICE_SCANNER_DETECTORS_CODE_LANGUAGE_H_
#define SLUICE_SCANNER_DETECTORS_CODE_LANGUAGE_H_

#include <string_view>

#include "sluice/verdict.h"

namespace sluice {

// The language most telling marks speak for; 0 when none stands out.
// O(code.size()).
LanguageId GuessLanguage(std::string_view code);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_CODE_LANGUAGE_H_
