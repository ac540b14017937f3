// Lines that say who wrote something: the entries of change logs and the
// notices of copyright. The names and addresses in them are public, and
// documents of software are full of them.
#ifndef SLUICE_SCANNER_CREDIT_LINE_H_
#define SLUICE_SCANNER_CREDIT_LINE_H_

#include <string_view>

#include "sluice/types.h"

namespace sluice {

// Whether the line before `value` shows that it is such a credit:
//   2019-03-01  Jan Jansen  <jan@...>         a change log of GNU
//    -- Jan Jansen <jan@...>  Sat, 2 Mar      one of Debian
//   2009, 2011-2013 Jan Jansen <jan@...>      a copyright
//              Jan Jansen <jan@...>           the next of its holders
//   Author: Jan Jansen <jan@...>
// Or that the value is no address, but a password and a host:
//   https://jan:secret@host
// Only what stands before the value is looked at.
bool IsCredited(std::string_view text, Span value);

// Whether the line before `value` looks like code, or like a comment in code.
bool IsInCode(std::string_view text, Span value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CREDIT_LINE_H_
