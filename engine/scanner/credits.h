// Who wrote something: names and addresses that were published with it, in
// licences, change logs and lists of authors. Documents of software are full of
// them. Looks at less than a kilobyte before the value.
#ifndef SLUICE_SCANNER_CREDITS_H_
#define SLUICE_SCANNER_CREDITS_H_

#include <string_view>

#include "sluice/types.h"

namespace sluice {

// Whether the terms under which the text may be copied stand before the value,
// and it stands in prose: not in quotes, and in no assignment.
bool IsInLicensed(std::string_view text, Span value);

// Whether the value is an entry below a heading such as "Authors", or below
// such a key in JSON.
//   ## Contributors
//   * Jan Jansen <jan@...>
// or a paragraph that introduces them and ends in a colon.
bool IsBelowHeading(std::string_view text, Span value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CREDITS_H_
