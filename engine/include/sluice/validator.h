// Pure functions on a candidate value. No network, no clock, no state.
#ifndef SLUICE_VALIDATOR_H_
#define SLUICE_VALIDATOR_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sluice/verdict.h"

namespace sluice {

// Numeric values are part of the database format: append only.
enum class ValidatorId : uint32_t {
  kLuhn = 0,            // ISO/IEC 7812-1 Annex B
  kIban = 1,            // ISO 13616: length per country, ISO 7064 mod 97-10
  kNlBsn = 2,           // elfproef of the Dutch citizen service number
  kFiHetu = 3,          // date and check character
  kSePersonnummer = 4,  // date (or coordination number) and Luhn
  kGithubCrc32 = 5,     // last 6 = base62(CRC32 of the 30 before)
  kJwt = 6,             // header and payload decode to JSON objects
  kEntropy = 7,         // Shannon bits per character >= parameter / 1000
  kNotPlaceholder = 8,  // not "xxxx", "your-key-here", "${X}", "<token>" ...
  kCardIssuer = 9,      // issuer range and length of a payment card
  kCalendarDate = 10,   // a date that exists, any common order
  kNotSequence = 11,    // not one repeated digit or 123456789
  kPassword = 12,       // looks like a password rather than a word or reference
  kCrc32Hex = 13,       // last 8 hex digits = CRC32 of what stands before
  kGrafanaCrc32 = 14,   // the same, lowest byte first, without the last '_'
  kBase58Check = 15,    // last 4 bytes = double SHA-256 of those before
  kBech32 = 16,         // BIP 173
  kNkey = 17,           // base32, last 2 bytes = CRC16 of those before
  kBase64UserPass = 18,  // decodes to "user:password"
  kRarity = 19,          // random characters rather than words or a name
  kStrongPassword = 20,  // a password even where few words speak for one
  // These pass always, and so do 26 to 28: they make the scan take what stands
  // around the match for the value, see scanner/nearby.h.
  kPasswordNearby = 21,  // the match is a word for password
  kLoginNearby = 22,     // the match is a word for logging in
  kGitlabCrc32 = 23,     // last 7 = base36(CRC32 of what stands before)
  kAzureKey = 24,        // the sums Microsoft's services put into their keys
  kConfluentCrc32 = 25,  // last 6 = base64(CRC32 of what stands before)
  kNamesBelow = 26,      // as 21: the match is the header of a column of names
  kValueNearby = 27,     // the match names what the rule's checks know
  kValuesBelow = 28,     // the same, but as the header of a column only
  // Not in a line that says who wrote something, nor in a URL, nor a specimen
  // in code; looks at the text before the match, see scanner/credits.h. A
  // value alone passes.
  kNotCredited = 29,
  // From here on the table of national identifiers, by index; see
  // scanner/validators/national.h.
  kNational = 256,
};

// "luhn", "nl-bsn"; the names rule files use. nullopt: no such validator.
std::optional<ValidatorId> FindValidator(std::string_view name);
std::string_view ValidatorName(ValidatorId id);
// All names, as rule files may use them.
std::vector<std::string_view> ValidatorNames();
// Which evidence a pass is.
EvidenceKind ValidatorEvidence(ValidatorId id);

// Whether `value` passes. Separators a number is commonly written with are
// ignored. `parameter` is in thousandths and used by kEntropy only. O(size).
bool Validate(ValidatorId id, std::string_view value, uint32_t parameter);

}  // namespace sluice

#endif  // SLUICE_VALIDATOR_H_
