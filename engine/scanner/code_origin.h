// Whose code a stretch of text is, by the notices and names in it.
#ifndef SLUICE_SCANNER_CODE_ORIGIN_H_
#define SLUICE_SCANNER_CODE_ORIGIN_H_

#include <string>
#include <string_view>
#include <vector>

#include "sluice/policy.h"
#include "sluice/types.h"

namespace sluice {

// Own: one of the officer's scopes stands in it. Proprietary: a notice in it,
// or in the comment before it, keeps it in the company. Open: a notice gives
// it to everybody. The first of these that holds. O(code.size()) for each
// scope.
CodeOrigin FindOrigin(std::string_view text, Span code,
                      const std::vector<std::string>& own_code);

// Whether `text` holds what `scope` names: "@acme/*", "com.acme.*",
// "*.acme.internal", "git.acme.nl/team/*", "Acme Semiconductor". A star stands
// for anything and only at an end; where there is none, the name must not go
// on. The case of ASCII letters does not count.
bool HoldsScope(std::string_view text, std::string_view scope);

}  // namespace sluice

#endif  // SLUICE_SCANNER_CODE_ORIGIN_H_
