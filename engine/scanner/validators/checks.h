// One function per validator; validators.cc maps names and numbers to them.
#ifndef SLUICE_SCANNER_VALIDATORS_CHECKS_H_
#define SLUICE_SCANNER_VALIDATORS_CHECKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

// Longest identifier any validator looks at, in characters.
inline constexpr size_t kMaxCompact = 64;

// A value without the separators numbers are written with: space, no-break
// spaces, '.', '-', '/' and the Unicode dashes. ASCII letters become upper
// case. `valid` is false when other characters stand in between or when the
// value is longer than any identifier.
struct Compact {
  char text[kMaxCompact];
  uint32_t size = 0;
  bool valid = true;

  std::string_view view() const { return {text, size}; }
};

Compact MakeCompact(std::string_view value);
// Whether every character is an ASCII digit; false for "".
bool AllDigits(std::string_view text);
// Whether the day exists in the Gregorian calendar.
bool DateExists(uint32_t year, uint32_t month, uint32_t day);

// numbers.cc
bool CheckLuhn(std::string_view value);
bool CheckNotSequence(std::string_view value);
bool CheckCardIssuer(std::string_view value);
bool CheckCalendarDate(std::string_view value);

// identity.cc
bool CheckIban(std::string_view value);
bool CheckNlBsn(std::string_view value);
bool CheckFiHetu(std::string_view value);
bool CheckSePersonnummer(std::string_view value);

// tokens.cc
// CRC-32 of ISO-HDLC (zlib).
uint32_t Crc32(std::string_view text);
bool CheckGithubCrc32(std::string_view value);
bool CheckGitlabCrc32(std::string_view value);
bool CheckJwt(std::string_view value);
bool CheckEntropy(std::string_view value, uint32_t thousandths);

// secrets.cc
bool CheckCrc32Hex(std::string_view value);
bool CheckGrafanaCrc32(std::string_view value);
bool CheckBase58Check(std::string_view value);
bool CheckBech32(std::string_view value);
bool CheckNkey(std::string_view value);
bool CheckBase64UserPass(std::string_view value);

// issuer_sums.cc
bool CheckAzureKey(std::string_view value);
bool CheckConfluentCrc32(std::string_view value);

// rarity.cc
// What a step from character to character costs, in 1/16 bit: about 55 for
// names, over 75 for random letters.
uint32_t RarityOf(std::string_view value);
bool CheckRarity(std::string_view value);

// words.cc
bool CheckNotPlaceholder(std::string_view value);

// phone_plan.cc
// A telephone number with its country code, or with the zero of a national one
// and grouped as such.
bool CheckPhonePlan(std::string_view value);

// password.cc
bool CheckPassword(std::string_view value);
bool CheckStrongPassword(std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_CHECKS_H_
