// A compiled database of a few simple rules, for tests of the whole scan.
#ifndef TESTS_ENGINE_SMALL_RULES_H_
#define TESTS_ENGINE_SMALL_RULES_H_

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/policy.h"

namespace sluice {

inline constexpr std::string_view kSmallRules = R"({
  "family": "small", "category": "personal", "title": "Small",
  "rules": [
    {"id": "email", "title": "E-mail address",
     "pattern": "\\b[a-z]{1,20}@(?:[a-z]{1,20}\\.){1,3}[a-z]{2,6}\\b",
     "testPattern": ".{1,30}@example\\.org", "exceptPattern": "noreply@.{1,40}",
     "severity": "medium", "confidence": "high", "placeholder": "EMAIL",
     "matches": ["⟦anna@acme.test⟧"],
     "nonMatches": [{"text": "anna@acme", "because": "no top-level domain"}]},
    {"id": "bsn", "title": "Citizen service number",
     "number": {"lengths": [9], "separators": "."},
     "validators": ["nl-bsn"],
     "context": {"mode": "required", "words": {"nl": ["bsn"]},
                 "negative": {"nl": ["order"]}},
     "severity": "high", "confidence": "medium", "placeholder": "BSN",
     "matches": ["bsn ⟦111222333⟧"],
     "nonMatches": [{"text": "bsn 111222334", "because": "fails the check"}]}
  ]})";

// The database and the bytes it lives in.
struct SmallRules {
  SmallRules() : bytes(Compile()), database(Load(bytes)) {}

  static std::vector<uint8_t> Compile() {
    Compiler compiler;
    compiler.AddFile("small.json", kSmallRules);
    auto result = std::move(compiler).Compile();
    if (const auto* errors = std::get_if<Errors>(&result)) {
      FAIL(errors->front().where << ": " << errors->front().message);
    }
    return std::get_if<Compiled>(&result)->database;
  }

  static Database Load(std::span<const uint8_t> bytes) {
    Result<Database> loaded = Database::Load(bytes);
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
  }

  std::vector<uint8_t> bytes;
  Database database;
};

// One clause: this action for everything.
inline Policy Always(Action action) {
  Policy policy;
  PolicyClause clause;
  clause.action = action;
  policy.clauses.push_back(clause);
  return policy;
}

}  // namespace sluice

#endif  // TESTS_ENGINE_SMALL_RULES_H_
