// Full names of people in running text, by lists of given names and surnames.
#ifndef SLUICE_SCANNER_DETECTORS_PERSON_NAMES_H_
#define SLUICE_SCANNER_DETECTORS_PERSON_NAMES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"

namespace sluice {

// Appends a given name of the option `givenNames` with the capitalised words
// behind it, particles and initials between them included. Medium where the
// last one is of `surnames` or has the form of one, low otherwise.
// O(text.size()).
void DetectPersonNames(const DatabaseImage& image, uint32_t rule,
                       std::string_view text, Budget& budget,
                       std::vector<Match>& matches);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_PERSON_NAMES_H_
