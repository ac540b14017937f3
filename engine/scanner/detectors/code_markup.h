// Code as editors and pages give it to the clipboard: HTML, a span for each
// colour, often all on one line.
#ifndef SLUICE_SCANNER_DETECTORS_CODE_MARKUP_H_
#define SLUICE_SCANNER_DETECTORS_CODE_MARKUP_H_

#include <string_view>

#include "scanner/views/wiped.h"

namespace sluice {

// Whether `text` may be coloured code: cheap, and mostly no.
bool HasColours(std::string_view text);

// What a reader sees: without tags, with the characters that entities stand
// for, a line for each <br>, <div>, <p>, <li> and <tr>.
WipedText WithoutMarkup(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_CODE_MARKUP_H_
