// Checks of national identifiers; validators.cc hands numbers from
// ValidatorId::kNational on to this table.
#ifndef SLUICE_SCANNER_VALIDATORS_NATIONAL_H_
#define SLUICE_SCANNER_VALIDATORS_NATIONAL_H_

#include <cstdint>
#include <string_view>

#include "sluice/verdict.h"

namespace sluice {

uint32_t NationalCount();
// The functions below want an index less than NationalCount().
std::string_view NationalName(uint32_t index);
EvidenceKind NationalEvidence(uint32_t index);
bool CheckNational(uint32_t index, std::string_view value);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_NATIONAL_H_
