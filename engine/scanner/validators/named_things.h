// What things are called that stand where a password could.
#ifndef SLUICE_SCANNER_VALIDATORS_NAMED_THINGS_H_
#define SLUICE_SCANNER_VALIDATORS_NAMED_THINGS_H_

#include <string_view>

namespace sluice {

// Bug#12, 500GB, @ADMIN_PASSWORD, secret-2-levels: issues, measures, modes,
// numbered names.
bool IsNameOfSomething(std::string_view value);

// Uint8Array, pbkdf2Sync, Base64-encoded, LDAP-MD5: words, and digits that
// belong to the name of a technique.
bool IsTechnicalName(std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_NAMED_THINGS_H_
