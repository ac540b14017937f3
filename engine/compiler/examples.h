// Runs the examples of rules through the whole pipeline.
#ifndef SLUICE_COMPILER_EXAMPLES_H_
#define SLUICE_COMPILER_EXAMPLES_H_

#include <vector>

#include "compiler/rule_source.h"
#include "sluice/database.h"
#include "sluice/policy.h"
#include "sluice/result.h"

namespace sluice {

// Every match must give exactly its marked spans as findings of its rule, of
// any confidence; every non-match must give no finding of its rule. What does
// not is reported as kExampleFailed, with byte offsets and the example's own
// text. `database` must be compiled from `rules`, alone or among others.
Errors CheckExamples(const std::vector<RuleSource>& rules,
                     const Database& database, const Policy& policy);

}  // namespace sluice

#endif  // SLUICE_COMPILER_EXAMPLES_H_
