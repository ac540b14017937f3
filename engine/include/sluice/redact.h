// Replaces what a verdict found by placeholders.
#ifndef SLUICE_REDACT_H_
#define SLUICE_REDACT_H_

#include <string>
#include <string_view>
#include <vector>

#include "sluice/database.h"
#include "sluice/verdict.h"

namespace sluice {

struct Redaction {
  std::string text;
  // placeholders[i] stands for values[i]: "[BSN_1]" for "111222333".
  std::vector<std::string> placeholders;
  std::vector<std::string> values;
};

// Replaces the span of every finding whose action is at least `minimum` by its
// rule's placeholder and a number: "[EMAIL_1]". Equal values of one placeholder
// name get the same number; numbers start at 1 and skip any placeholder that
// already stands in `text`. Where spans overlap, the union is replaced once,
// by the name of the finding that begins first (then: longer, lower rule).
// `verdict` must come from a scan of exactly this `text`.
Redaction Redact(std::string_view text, const Database& database,
                 const Verdict& verdict, Action minimum = Action::kWarn);

}  // namespace sluice

#endif  // SLUICE_REDACT_H_
