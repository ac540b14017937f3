// The compiler's answers as JSON text. Writing needs no library: every string
// goes through one quoting function.
#ifndef SLUICE_ABI_REPORT_JSON_H_
#define SLUICE_ABI_REPORT_JSON_H_

#include <string>
#include <vector>

#include "sluice/compiler.h"
#include "sluice/result.h"

namespace sluice {

std::string ErrorsToJson(const Errors& errors);
std::string CostsToJson(const std::vector<RuleCost>& costs);

}  // namespace sluice

#endif  // SLUICE_ABI_REPORT_JSON_H_
