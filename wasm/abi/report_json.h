// The compiler's answers as JSON text.
#ifndef SLUICE_ABI_REPORT_JSON_H_
#define SLUICE_ABI_REPORT_JSON_H_

#include <cstddef>
#include <string>
#include <vector>

#include "sluice/compiler.h"
#include "sluice/result.h"

namespace sluice {

std::string ErrorsToJson(const Errors& errors);
std::string CostsToJson(const std::vector<RuleCost>& costs);
std::string CountsToJson(size_t passed, size_t failed);

}  // namespace sluice

#endif  // SLUICE_ABI_REPORT_JSON_H_
