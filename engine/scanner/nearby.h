// Passwords that stand near a word for one. People write "the new password for
// the printer is ...", "prova ... come password" or a column "Wachtwoord" or
// "Achternaam"; no pattern lists such sentences, so a rule finds the word only
// and this stage looks at what stands around it. The same for numbers of
// documents and for addresses of wallets: their form alone is no anchor for a
// search.
#ifndef SLUICE_SCANNER_NEARBY_H_
#define SLUICE_SCANNER_NEARBY_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"

namespace sluice {

// Bytes around a word for password that decide about the values near it, but
// for columns.
inline constexpr uint32_t kNearbyBefore = 192;
inline constexpr uint32_t kNearbyAfter = 320;

// Whether matches of the rule are such words.
bool TakesNearby(const DatabaseImage& image, const RuleRecord& rule);

// Replaces each match of a rule with the check `password-nearby`,
// `login-nearby`, `names-below`, `value-nearby` or `values-below` by the values
// around it: none, one or a few in the sentence, or all cells below it when it
// is the header of a column.
void TakeNearbyValues(const DatabaseImage& image, std::string_view text,
                      Budget& budget, std::vector<Match>& matches);

}  // namespace sluice

#endif  // SLUICE_SCANNER_NEARBY_H_
