// Examples of rules are plain text: the compiler module does without reading
// coloured code. See no_language_model.cc.
#include "scanner/detectors/code_markup.h"

namespace sluice {

bool HasColours(std::string_view) { return false; }

WipedText WithoutMarkup(std::string_view text) { return WipedText(text); }

}  // namespace sluice
