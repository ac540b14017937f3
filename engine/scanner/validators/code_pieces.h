// What code, its manuals and their markup put where a password could stand.
#ifndef SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_
#define SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_

#include <string_view>

namespace sluice {

// "blocking=yes", "t.A=t.B", "%s:%s", "e}get", "(?:a|b)", "\\-option": cut
// out of code, of a format or of a manual page's source.
bool IsPieceOfCode(std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_
