// What code, its manuals and their markup put where a password could stand.
#ifndef SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_
#define SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_

#include <string_view>

namespace sluice {

// "blocking=yes", "t.A=t.B", "%s:%s", "e}get", "(?:a|b)", "\\-option": cut
// out of code, of a format or of a manual page's source.
bool IsPieceOfCode(std::string_view value);

bool Contains(std::string_view value, std::string_view part);
bool HasDigit(std::string_view text);

// Letters, digits where a name may have them, and what joins names.
bool IsPath(std::string_view text);

// Bug#12, 500GB, @ADMIN_PASSWORD, secret-2-levels.
bool IsNameOfSomething(std::string_view value);

// Uint8Array, pbkdf2Sync, Base64-encoded, LDAP-MD5: words, and digits that
// belong to the name of a technique.
bool IsTechnicalName(std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_CODE_PIECES_H_
