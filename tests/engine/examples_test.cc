#include "compiler/examples.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sluice/compiler.h"

namespace sluice {
namespace {

// A family of one rule that finds acme-00000000, with these examples.
std::string Family(const std::string& matches, const std::string& non_matches) {
  return R"json({"family": "acme", "category": "secret", "title": "Acme",
    "rules": [{"id": "acme-key", "title": "Key",
      "pattern": "\\bacme-(?P<value>[0-9]{8})\\b",
      "severity": "high", "confidence": "low", "placeholder": "ACME",
      "matches": [)json" +
         matches + R"(], "nonMatches": [)" + non_matches + "]}]}";
}

constexpr char kGoodMatch[] =
    "\"acme-\u27e6"
    "12345678\u27e7\"";
constexpr char kGoodNonMatch[] = R"({"text": "acme-1", "because": "short"})";

Errors Check(const std::string& json) {
  RuleSet set;
  Errors errors;
  ParseRuleFile("acme.json", json, set, errors);
  REQUIRE(errors.empty());
  Compiler compiler;
  compiler.AddFile("acme.json", json);
  auto compiled = std::move(compiler).Compile();
  REQUIRE(std::holds_alternative<Compiled>(compiled));
  const auto bytes = std::get<Compiled>(std::move(compiled)).database;
  auto database = Database::Load(bytes);
  REQUIRE(database.ok());
  return CheckExamples(set.rules, database.value(), Policy());
}

TEST_CASE("good examples pass, whatever the policy allows") {
  CHECK(Check(Family(kGoodMatch, kGoodNonMatch)).empty());
  CHECK(Check(Family("\"acme-\u27e6"
                     "12345678\u27e7 \xC3\xA9 "
                     "acme-\u27e6"
                     "00000000\u27e7\"",
                     kGoodNonMatch))
            .empty());
}

TEST_CASE("a match must give exactly its spans") {
  const Errors nothing =
      Check(Family("\"acme_\u27e6"
                   "12345678\u27e7\"",
                   kGoodNonMatch));
  REQUIRE(nothing.size() == 1);
  CHECK(nothing[0].code == ErrorCode::kExampleFailed);
  CHECK(nothing[0].where == "acme.json#/rules/0/matches/0");
  CHECK(nothing[0].line == 5);
  CHECK(nothing[0].message == "Expected 5-13 (\"12345678\"), found nothing.");

  const Errors wider =
      Check(Family("\"\u27e6"
                   "acme-12345678\u27e7\"",
                   kGoodNonMatch));
  REQUIRE(wider.size() == 1);
  CHECK(wider[0].message ==
        "Expected 0-13 (\"acme-12345678\"), found 5-13 (\"12345678\").");

  const Errors one_of_two =
      Check(Family("\"acme-\u27e6"
                   "12345678\u27e7 acme-87654321\"",
                   kGoodNonMatch));
  REQUIRE(one_of_two.size() == 1);
  CHECK(one_of_two[0].message ==
        "Expected 5-13 (\"12345678\"), found 5-13 (\"12345678\") and 19-27 "
        "(\"87654321\").");
}

TEST_CASE("a non-match must give nothing") {
  const Errors errors = Check(
      Family(kGoodMatch, std::string(kGoodNonMatch) +
                             R"(, {"text": "acme-12345678", "because": "x"})"));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].where == "acme.json#/rules/0/nonMatches/1");
  CHECK(errors[0].message ==
        "Expected nothing, because x; found 5-13 (\"12345678\").");
}

TEST_CASE("a rule the database does not hold is an error") {
  const std::string json = Family(kGoodMatch, kGoodNonMatch);
  Compiler compiler;
  compiler.AddFile("acme.json", json);
  auto compiled = std::move(compiler).Compile();
  REQUIRE(std::holds_alternative<Compiled>(compiled));
  const auto bytes = std::get<Compiled>(std::move(compiled)).database;
  RuleSet set;
  Errors errors;
  ParseRuleFile("acme.json", json, set, errors);
  REQUIRE(set.rules.size() == 1);
  set.rules[0].id = "acme-other";
  const Errors found =
      CheckExamples(set.rules, Database::Load(bytes).value(), Policy());
  REQUIRE(found.size() == 1);
  CHECK(found[0].where == "acme.json#/rules/0");
}

}  // namespace
}  // namespace sluice
