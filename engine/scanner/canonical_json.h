// A verdict as text: the same bytes from every build for the same scan.
#ifndef SLUICE_SCANNER_CANONICAL_JSON_H_
#define SLUICE_SCANNER_CANONICAL_JSON_H_

#include <string>
#include <string_view>

#include "sluice/database.h"
#include "sluice/verdict.h"

namespace sluice {

// One line, without an end of line: what JSON.stringify makes of the Verdict
// of the TypeScript module, with the fields in the order of its declaration.
// Offsets are UTF-16 code units of `text`, which `verdict` must come from.
std::string CanonicalJson(std::string_view text, const Database& database,
                          const Verdict& verdict);

// `text` in double quotes, escaped as JSON.stringify does. Valid UTF-8 in,
// valid UTF-8 out.
std::string JsonString(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CANONICAL_JSON_H_
