// Lists of context words that stand once, in a file or for all of them, and
// are named by rules.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compiler/rule_source.h"

namespace sluice {
namespace {

std::string FamilyWith(const std::string& lists, const std::string& negative) {
  return R"json({"family": "acme", "category": "personal", "title": "Acme",)json" +
         lists + R"json("rules": [{"id": "acme-number", "title": "Number",
    "number": {"lengths": [9]},
    "context": {"mode": "boost", "words": {"nl": ["klant"]}, "negative": )json" +
         negative + R"json(},
    "severity": "low", "confidence": "low", "placeholder": "N",
    "matches": ["⟦123456789⟧"],
    "nonMatches": [{"text": "b", "because": "no digit"}]}]})json";
}

struct Parsed : RuleSet {
  Errors errors;
};

Parsed Parse(const std::string& json) {
  Parsed parsed;
  ParseRuleFile("acme.json", json, parsed, parsed.errors);
  return parsed;
}

constexpr char kLists[] =
    R"json("words": {"orders": {"nl": ["factuur"], "en": ["order", "factuur"]}},)json";

TEST_CASE("a rule gets the words of the list it names, each once") {
  const Parsed parsed = Parse(FamilyWith(kLists, "\"orders\""));
  CHECK(parsed.errors.empty());
  REQUIRE(parsed.rules.size() == 1);
  CHECK(parsed.rules[0].context.negative ==
        std::vector<std::string>{"factuur", "order"});
}

TEST_CASE("a list that is not in the file is an error with its place") {
  for (const char* lists : {kLists, ""}) {
    const Parsed parsed = Parse(FamilyWith(lists, "\"bills\""));
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0].message.find("bills") != std::string::npos);
    CHECK(parsed.errors[0].where == "acme.json#/rules/0/context/negative");
  }
}

TEST_CASE("a list cannot name another list") {
  const Parsed parsed = Parse(
      FamilyWith(R"json("words": {"orders": "orders"},)json", "\"orders\""));
  CHECK(parsed.errors.size() == 1);
}

TEST_CASE("a word of the list cannot speak for the rule as well") {
  const Parsed parsed = Parse(FamilyWith(
      R"json("words": {"orders": {"nl": ["klant"]}},)json", "\"orders\""));
  CHECK(parsed.errors.size() == 1);
}

TEST_CASE("the lists of a file of words serve the files after it") {
  Parsed parsed;
  ParseRuleFile("words.json",
                R"json({"words": {"orders": {"nl": ["bon"]}}})json", parsed,
                parsed.errors);
  ParseRuleFile("acme.json", FamilyWith("", "\"orders\""), parsed,
                parsed.errors);
  CHECK(parsed.errors.empty());
  REQUIRE(parsed.rules.size() == 1);
  CHECK(parsed.rules[0].context.negative == std::vector<std::string>{"bon"});
}

TEST_CASE("a file's own list takes the place of a shared one, in that file") {
  Parsed parsed;
  parsed.words = {{"orders", {"bon"}}};
  ParseRuleFile("acme.json", FamilyWith(kLists, "\"orders\""), parsed,
                parsed.errors);
  REQUIRE(parsed.rules.size() == 1);
  CHECK(parsed.rules[0].context.negative ==
        std::vector<std::string>{"factuur", "order"});
  REQUIRE(parsed.words.size() == 1);
  CHECK(parsed.words[0].words == std::vector<std::string>{"bon"});
}

TEST_CASE("a file of words holds nothing else") {
  Parsed parsed;
  ParseRuleFile("words.json", R"json({"words": {}, "title": "Words"})json",
                parsed, parsed.errors);
  REQUIRE(parsed.errors.size() == 1);
  CHECK(parsed.errors[0].where == "words.json#/title");
}

}  // namespace
}  // namespace sluice
