// Seed phrases of wallets in running text, by the word list of BIP 39.
#ifndef SLUICE_SCANNER_DETECTORS_SEED_PHRASE_H_
#define SLUICE_SCANNER_DETECTORS_SEED_PHRASE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"

namespace sluice {

// Appends 12, 15, 18, 21 or 24 neighbouring words of the option `seedWords`
// whose check sum holds. O(text.size()).
void DetectSeedPhrases(const DatabaseImage& image, uint32_t rule,
                       std::string_view text, Budget& budget,
                       std::vector<Match>& matches);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_SEED_PHRASE_H_
