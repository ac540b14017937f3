// Examples of rules are plain text: the compiler module does without reading
// coloured code. See no_language_model.cc.
#include "scanner/detectors/code_markup.h"

namespace sluice {

bool HasColours(std::string_view) { return false; }

std::string WithoutMarkup(std::string_view text) { return std::string(text); }

}  // namespace sluice
