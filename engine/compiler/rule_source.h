// Rule files after parsing and before compiling.
#ifndef SLUICE_COMPILER_RULE_SOURCE_H_
#define SLUICE_COMPILER_RULE_SOURCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/database_image.h"
#include "sluice/result.h"
#include "sluice/types.h"
#include "sluice/validator.h"

namespace sluice {

// Where something stands in a rule file.
struct Place {
  std::string where;  // "aws.json#/rules/3/pattern"
  uint32_t line = 0;
  uint32_t column = 0;
};

struct CheckSource {
  ValidatorId validator = ValidatorId::kLuhn;
  OnFail on_fail = OnFail::kDrop;
  OnPass on_pass = OnPass::kKeep;
  uint32_t parameter = 0;  // thousandths
};

struct ContextSource {
  ContextMode mode = ContextMode::kNone;
  uint32_t before = 64;
  uint32_t after = 48;
  uint32_t raise = 1;              // tiers of confidence a label adds, 1 or 2
  std::vector<std::string> words;  // as written
  std::vector<std::string> negative;  // as written
};

struct NumberSource {
  std::vector<uint32_t> lengths;
  uint32_t flags = 0;  // bits of NumberFlag
  std::vector<std::vector<uint32_t>> groupings;
};

struct DetectorSource {
  std::string name;
  std::vector<std::pair<std::string, uint32_t>> options;
  std::vector<std::pair<std::string, std::string>> texts;  // options too
};

// A pattern and where it stands; an empty text is "not given".
struct PatternSource {
  std::string text;
  Place place;
};

// An example text with the marks taken out. `spans` is what stood between the
// marks, in bytes; a non-match has none and says `because`.
struct ExampleSource {
  std::string text;
  std::vector<Span> spans;
  std::string because;
  Place place;
};

struct RuleSource {
  std::string id;
  std::string family;
  std::string title;
  std::string placeholder;
  std::string country;
  Category category = Category::kSecret;
  Severity severity = Severity::kMedium;
  Confidence confidence = Confidence::kMedium;
  PatternSource pattern;
  PatternSource test_pattern;
  PatternSource except_pattern;
  std::optional<NumberSource> number;
  std::optional<DetectorSource> detector;
  std::vector<CheckSource> checks;
  ContextSource context;
  std::vector<std::string> tags;
  std::vector<std::string> references;
  std::vector<ExampleSource> matches;
  std::vector<ExampleSource> non_matches;
  Place place;  // of the rule object
};

// Context words under a name, those of all languages together.
struct WordList {
  std::string name;
  std::vector<std::string> words;
};
// Of two lists with one name the later counts.
using WordLists = std::vector<WordList>;

// What the files read so far hold.
struct RuleSet {
  std::vector<RuleSource> rules;
  WordLists words;  // lists that all files may name
};

// rule_parser.cc. Adds what the file holds, a family of rules or shared word
// lists, and everything wrong with it.
void ParseRuleFile(std::string_view file, std::string_view json, RuleSet& set,
                   Errors& errors);

}  // namespace sluice

#endif  // SLUICE_COMPILER_RULE_SOURCE_H_
