// Who wrote something: names and addresses that were published with it, in
// licences, change logs and lists of authors. Documents of software are full of
// them. Looks at less than a kilobyte before the value and two bytes behind it.
#ifndef SLUICE_SCANNER_CREDITS_H_
#define SLUICE_SCANNER_CREDITS_H_

#include <string_view>

#include "sluice/types.h"

namespace sluice {

// Whether the line says who wrote something: an entry of a change log, a notice
// of copyright. The names and addresses there are public, and documents of
// software are full of them.
//   2019-03-01  Jan Jansen  <jan@...>         a change log of GNU
//   2019-03-01 15:00:02 +0100 Jan Jansen <jan@...>   the log of a repository
//   v2.1 2019-03-01  Jan Jansen <jan@...>     a release
//   Sat May 12 12:00 2001 Jan Jansen (jan@...)   an older change log
//   M:\tJan Jansen <jan@...>                  a list of maintainers
//   # Jan Jansen <jan@...>                    the top of a program
//    -- Jan Jansen <jan@...>  Sat, 2 Mar      one of Debian
//   2009, 2011-2013 Jan Jansen <jan@...>      a copyright
//              Jan Jansen <jan@...>           the next of its holders
//   Author: Jan Jansen <jan@...>
bool IsCredited(std::string_view text, Span value);

// Whether the terms under which the text may be copied stand before the value,
// and it stands in prose: not in quotes, and in no assignment.
bool IsInLicensed(std::string_view text, Span value);

// Whether the value is an entry below a heading such as "Authors", or below
// such a key in JSON.
//   ## Contributors
//   * Jan Jansen <jan@...>
// or a paragraph that introduces them and ends in a colon, or an item of a
// manual's list ("=item", ".IP") with the address in angle brackets.
bool IsBelowHeading(std::string_view text, Span value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CREDITS_H_
