// The project's own rules and policies, compiled from their files.
#ifndef TESTS_ENGINE_DEFAULT_RULES_H_
#define TESTS_ENGINE_DEFAULT_RULES_H_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/rule_source.h"
#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/policy.h"
#include "tools/files.h"

namespace sluice {

// Everything of rules/. Ends the program when the files do not compile.
struct DefaultRules {
  explicit DefaultRules(const std::string& root = SLUICE_SOURCE_DIR)
      : bytes(Compile(root)),
        database(Load(bytes)),
        policy(Take(ReadPolicy(root + "/rules/policies/default.json"))) {}

  template <typename T>
  static T Take(std::optional<T> value) {
    if (!value) std::abort();  // what went wrong was told on stderr
    return *std::move(value);
  }

  static std::vector<uint8_t> Compile(const std::string& root) {
    const auto families = Take(ReadFamilies(root + "/rules"));
    return std::move(Take(CompileFamilies(families)).database);
  }

  static Database Load(std::span<const uint8_t> bytes) {
    Result<Database> loaded = Database::Load(bytes);
    if (!loaded.ok()) std::abort();
    return std::move(loaded).value();
  }

  std::vector<uint8_t> bytes;
  Database database;
  Policy policy;
};

// The same ones for the whole program: compiling them takes a while.
inline const DefaultRules& OwnRules() {
  static const DefaultRules rules;
  return rules;
}

// Their files, in the database's order.
inline std::vector<FamilyFile> OwnRuleFiles() {
  return DefaultRules::Take(
      ReadFamilies(std::string(SLUICE_SOURCE_DIR) + "/rules"));
}

// The rules as their authors wrote them.
inline std::vector<RuleSource> OwnRuleSources() {
  Errors errors;
  return ParseFamilies(OwnRuleFiles(), errors);
}

// Every example of every rule.
inline std::vector<std::string> ExampleTexts() {
  std::vector<std::string> texts;
  for (const RuleSource& rule : OwnRuleSources()) {
    for (const ExampleSource& e : rule.matches) texts.push_back(e.text);
    for (const ExampleSource& e : rule.non_matches) texts.push_back(e.text);
  }
  return texts;
}

}  // namespace sluice

#endif  // TESTS_ENGINE_DEFAULT_RULES_H_
