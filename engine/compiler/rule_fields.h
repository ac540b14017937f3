// The composite fields of a rule, each read from its JSON value. What is wrong
// is reported; what is right is kept.
#ifndef SLUICE_COMPILER_RULE_FIELDS_H_
#define SLUICE_COMPILER_RULE_FIELDS_H_

#include <optional>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/json_reader.h"
#include "compiler/rule_source.h"

namespace sluice {

inline constexpr size_t kMaxPatternBytes = 4096;

// A pattern whose text is empty was reported.
PatternSource ParsePattern(JsonValue value, Diagnostics& diagnostics);
std::optional<NumberSource> ParseNumber(JsonValue value,
                                        Diagnostics& diagnostics);
std::optional<DetectorSource> ParseDetector(JsonValue value,
                                            Diagnostics& diagnostics);
// One element of `validators`: a name, or an object with `check`.
std::optional<CheckSource> ParseCheck(JsonValue value,
                                      Diagnostics& diagnostics);
// An object with a list of words per language: the words of all languages,
// each once.
std::vector<std::string> ParseWords(JsonValue value, Diagnostics& diagnostics);
// `lists` are those that a name may stand for.
ContextSource ParseContext(JsonValue value, const WordLists& lists,
                           Diagnostics& diagnostics);

// One element of `matches`: a text with marks.
std::optional<ExampleSource> ParseMatch(JsonValue value,
                                        Diagnostics& diagnostics);
// One element of `nonMatches`: an object with `text` and `because`.
std::optional<ExampleSource> ParseNonMatch(JsonValue value,
                                           Diagnostics& diagnostics);

}  // namespace sluice

#endif  // SLUICE_COMPILER_RULE_FIELDS_H_
