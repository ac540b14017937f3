#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compiler/rule_source.h"

namespace sluice {
namespace {

constexpr char kFamily[] = R"json({
  "$schema": "../rules.schema.json",
  "family": "acme", "category": "personal", "title": "Acme",
  "rules": [
    {
      "id": "acme-key", "title": "Acme key",
      "pattern": ["\\bacme-(?P<value>", "[0-9]{8})"],
      "testPattern": "0{8}", "exceptPattern": "1{8}",
      "validators": ["luhn",
                     {"check": "entropy", "min": 3.25, "onFail": "lower", "onPass": "certain"}],
      "context": {"mode": "required", "before": 100, "after": 0,
                  "words": {"en": ["key"], "nl": ["sleutel", "key"]},
                  "negative": {"en": ["order"]}},
      "severity": "critical", "confidence": "medium", "placeholder": "ACME_KEY",
      "country": "nl", "tags": ["gdpr-art-4", "iso27001-8.12"],
      "references": ["https://acme.example/keys"],
      "matches": ["é ⟦12345678⟧", ["a ⟦1", "2⟧ b ⟦3⟧"]],
      "nonMatches": [{"text": ["to", "o"], "because": "it is short"}]
},
    {
      "id": "acme-number", "title": "Number",
      "number": {"lengths": [8, 9], "separators": " .-/", "groupings": ["3-3-3", "8"]},
      "severity": "low", "confidence": "high", "placeholder": "N",
      "matches": ["⟦1⟧"], "nonMatches": [{"text": "b", "because": "no digit"}]
    },
    {
      "id": "acme-code", "title": "Code",
      "detector": {"name": "source-code", "options": {"minLines": 3}},
      "context": {"mode": "boost", "raise": 2, "negative": {"nl": ["factuur"]}},
      "severity": "low", "confidence": "high", "placeholder": "CODE",
      "matches": ["⟦1⟧"], "nonMatches": [{"text": "b", "because": "no code"}]
    }
  ]
})json";

struct Parsed : RuleSet {
  Errors errors;
};

Parsed Parse(std::string_view json) {
  Parsed parsed;
  ParseRuleFile("acme.json", json, parsed, parsed.errors);
  return parsed;
}

TEST_CASE("a pattern rule is read field by field") {
  const Parsed parsed = Parse(kFamily);
  CHECK(parsed.errors.empty());
  REQUIRE(parsed.rules.size() == 3);
  const RuleSource& rule = parsed.rules[0];
  CHECK(rule.id == "acme-key");
  CHECK(rule.family == "acme");
  CHECK(rule.title == "Acme key");
  CHECK(rule.category == Category::kPersonal);
  CHECK(rule.severity == Severity::kCritical);
  CHECK(rule.confidence == Confidence::kMedium);
  CHECK(rule.placeholder == "ACME_KEY");
  CHECK(rule.country == "nl");
  CHECK(rule.pattern.text == "\\bacme-(?P<value>[0-9]{8})");
  CHECK(rule.pattern.place.where == "acme.json#/rules/0/pattern");
  CHECK(rule.pattern.place.line == 7);
  CHECK(rule.pattern.place.column == 18);
  CHECK(rule.test_pattern.text == "0{8}");
  CHECK(rule.except_pattern.text == "1{8}");
  CHECK(rule.tags == std::vector<std::string>{"gdpr-art-4", "iso27001-8.12"});
  CHECK(rule.references.size() == 1);
  CHECK(rule.place.where == "acme.json#/rules/0");
  CHECK_FALSE(rule.number.has_value());
  CHECK_FALSE(rule.detector.has_value());
}

TEST_CASE("checks and context keep their order and defaults") {
  const Parsed parsed = Parse(kFamily);
  REQUIRE(parsed.rules.size() == 3);
  const RuleSource& rule = parsed.rules[0];
  REQUIRE(rule.checks.size() == 2);
  CHECK(rule.checks[0].validator == ValidatorId::kLuhn);
  CHECK(rule.checks[0].on_fail == OnFail::kDrop);
  CHECK(rule.checks[0].on_pass == OnPass::kKeep);
  CHECK(rule.checks[1].validator == ValidatorId::kEntropy);
  CHECK(rule.checks[1].on_fail == OnFail::kLower);
  CHECK(rule.checks[1].on_pass == OnPass::kCertain);
  CHECK(rule.checks[1].parameter == 3250);
  CHECK(rule.context.mode == ContextMode::kRequired);
  CHECK(rule.context.before == 100);
  CHECK(rule.context.after == 0);
  CHECK(rule.context.words == std::vector<std::string>{"key", "sleutel"});
  CHECK(rule.context.negative == std::vector<std::string>{"order"});
  CHECK(parsed.rules[2].context.mode == ContextMode::kBoost);
  CHECK(parsed.rules[0].context.raise == 1);
  CHECK(parsed.rules[2].context.raise == 2);
  CHECK(parsed.rules[2].context.before == 64);
  CHECK(parsed.rules[2].context.after == 48);
  CHECK(parsed.rules[1].context.mode == ContextMode::kNone);
}

TEST_CASE("numbers and detectors are read") {
  const Parsed parsed = Parse(kFamily);
  REQUIRE(parsed.rules.size() == 3);
  REQUIRE(parsed.rules[1].number.has_value());
  const NumberSource& number = *parsed.rules[1].number;
  CHECK(number.lengths == std::vector<uint32_t>{8, 9});
  CHECK(number.flags == (kSpace | kDot | kHyphen | kSlash));
  CHECK(number.groupings == std::vector<std::vector<uint32_t>>{{3, 3, 3}, {8}});
  REQUIRE(parsed.rules[2].detector.has_value());
  CHECK(parsed.rules[2].detector->name == "source-code");
  REQUIRE(parsed.rules[2].detector->options.size() == 1);
  CHECK(parsed.rules[2].detector->options[0].first == "minLines");
  CHECK(parsed.rules[2].detector->options[0].second == 3);
}

TEST_CASE("marks become byte spans") {
  const Parsed parsed = Parse(kFamily);
  REQUIRE(parsed.rules.size() == 3);
  const auto& matches = parsed.rules[0].matches;
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].text == "\xC3\xA9 12345678");
  CHECK(matches[0].spans == std::vector<Span>{{3, 11}});
  CHECK(matches[1].text == "a 12 b 3");
  CHECK(matches[1].spans == std::vector<Span>{{2, 4}, {7, 8}});
  CHECK(matches[1].place.where == "acme.json#/rules/0/matches/1");
  REQUIRE(parsed.rules[0].non_matches.size() == 1);
  CHECK(parsed.rules[0].non_matches[0].text == "too");
  CHECK(parsed.rules[0].non_matches[0].because == "it is short");
}

TEST_CASE("an id is taken across files") {
  Parsed parsed = Parse(kFamily);
  ParseRuleFile("other.json", kFamily, parsed, parsed.errors);
  REQUIRE(parsed.errors.size() == 3);
  CHECK(parsed.errors[0].where == "other.json#/rules/0/id");
  CHECK(parsed.errors[0].message ==
        "The id \"acme-key\" is taken by acme.json#/rules/0.");
}

TEST_CASE("a rule with an error elsewhere is kept for the pattern check") {
  const Parsed parsed = Parse(R"({"family": "acme", "category": "code",
    "title": "Acme", "rules": [{"id": "acme-key", "pattern": "("}]})");
  CHECK(parsed.errors.size() == 6);
  REQUIRE(parsed.rules.size() == 1);
  CHECK(parsed.rules[0].pattern.text == "(");
}

TEST_CASE("a pattern over the limit is refused") {
  const Parsed parsed = Parse(R"({"family": "acme", "category": "code",
    "title": "Acme", "rules": [{"id": "acme-key", "pattern": ")" +
                              std::string(4097, 'a') + R"("}]})");
  CHECK(parsed.rules.empty());
  REQUIRE(parsed.errors.size() == 7);
  CHECK(parsed.errors.back().code == ErrorCode::kLimitExceeded);
}

TEST_CASE("one file does not report without end") {
  std::string json = R"({"family": "acme", "category": "code", "title": "A",
    "rules": [1)";
  for (int i = 0; i < 1000; ++i) json += ",1";
  const Parsed parsed = Parse(json + "]}");
  REQUIRE(parsed.errors.size() == 200);
  CHECK(parsed.errors.back().message ==
        "Too many errors in this file; the rest is not shown.");
}

}  // namespace
}  // namespace sluice
