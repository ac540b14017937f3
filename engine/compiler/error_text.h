// Errors as people read them on a terminal.
#ifndef SLUICE_COMPILER_ERROR_TEXT_H_
#define SLUICE_COMPILER_ERROR_TEXT_H_

#include <string>
#include <string_view>

#include "sluice/result.h"

namespace sluice {

// "invalid-rule"; the names the TypeScript module uses, too.
std::string_view ErrorCodeName(ErrorCode code);

// "aws.json:12:5: error[invalid-rule]: there is no ... (#/rules/3/pattern)",
// without what is unknown.
std::string FormatError(const Error& error);

}  // namespace sluice

#endif  // SLUICE_COMPILER_ERROR_TEXT_H_
