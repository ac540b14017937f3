// Rules and examples the targets begin with.
#ifndef FUZZ_RULES_H_
#define FUZZ_RULES_H_

#include <string>
#include <vector>

#include "compiler/rule_source.h"
#include "default_rules.h"

namespace sluice {

// The files of rules/ and every example in them.
inline std::vector<FamilyFile> FamilyFiles() {
  return DefaultRules::Take(
      ReadFamilies(std::string(SLUICE_SOURCE_DIR) + "/rules"));
}

inline std::vector<std::string> ExampleTexts() {
  Errors errors;
  std::vector<std::string> texts;
  for (const RuleSource& rule : ParseFamilies(FamilyFiles(), errors)) {
    for (const ExampleSource& example : rule.matches) {
      texts.push_back(example.text);
    }
    for (const ExampleSource& example : rule.non_matches) {
      texts.push_back(example.text);
    }
  }
  return texts;
}

}  // namespace sluice

#endif  // FUZZ_RULES_H_
