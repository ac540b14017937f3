// What the line before a value says of it, however much the value looks like
// one. Of what stands behind it, no more than the next two bytes are looked at.
#ifndef SLUICE_SCANNER_LINE_BEFORE_H_
#define SLUICE_SCANNER_LINE_BEFORE_H_

#include <string_view>

#include "sluice/types.h"

namespace sluice {

// Whether one of `words`, which '|' separates, stands in the text.
bool HoldsAny(std::string_view text, std::string_view words);

// Whether the line says who wrote something: an entry of a change log, a notice
// of copyright. The names and addresses there are public, and documents of
// software are full of them.
//   2019-03-01  Jan Jansen  <jan@...>         a change log of GNU
//   2019-03-01 15:00:02 +0100 Jan Jansen <jan@...>   the log of a repository
//   v2.1 2019-03-01  Jan Jansen <jan@...>     a release
//   # Jan Jansen <jan@...>                    the top of a program
//    -- Jan Jansen <jan@...>  Sat, 2 Mar      one of Debian
//   2009, 2011-2013 Jan Jansen <jan@...>      a copyright
//              Jan Jansen <jan@...>           the next of its holders
//   Author: Jan Jansen <jan@...>
bool IsCredited(std::string_view text, Span value);

// Whether the value is a part of a URL: "secret@host" of
// "https://jan:secret@host" is no address.
bool IsInUrl(std::string_view text, Span value);

// Whether the line looks like code, or like a comment in code.
bool IsInCode(std::string_view text, Span value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_LINE_BEFORE_H_
