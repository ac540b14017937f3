// What the line before a value says of it, however much the value looks like
// one. Nothing behind the value is looked at.
#ifndef SLUICE_SCANNER_LINE_BEFORE_H_
#define SLUICE_SCANNER_LINE_BEFORE_H_

#include <string_view>

#include "sluice/types.h"

namespace sluice {

// The line up to `pos`, or nothing when it is long.
std::string_view LineBefore(std::string_view text, uint32_t pos);

// Whether the value is a part of a URL: "secret@host" of
// "https://jan:secret@host" is no address.
bool IsInUrl(std::string_view text, Span value);

// Whether the line looks like code, or like a comment in code.
bool IsInCode(std::string_view text, Span value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_LINE_BEFORE_H_
