#include <doctest/doctest.h>

#include <functional>
#include <string_view>

#include "image_builder.h"
#include "scanner/stages.h"
#include "sluice/language.h"

namespace sluice {
namespace {

// One rule "aws-key" of family "aws", category secret, severity medium,
// country nl, tag pci-dss; one finding of it.
struct Scene {
  Scene() {
    RuleRecord& rule =
        builder.AddRule("aws-key", RuleKind::kPattern, Category::kSecret);
    rule.family = builder.AddString("aws");
    rule.country = builder.AddString("nl");
    builder.AddTag(rule, "pci-dss");
    Finding finding;
    finding.confidence = Confidence::kHigh;
    finding.language = FindLanguage("python");
    verdict.findings.push_back(finding);
  }

  Action Run() {
    Decide(builder.image(), policy, context, verdict);
    return verdict.action;
  }

  ImageBuilder builder;
  Policy policy;
  ScanContext context;
  Verdict verdict;
};

template <typename Value>
constexpr uint32_t Bit(Value value) {
  return 1u << static_cast<uint32_t>(value);
}

// The action when only one clause exists, blocking, changed by `change`.
Action Single(const std::function<void(PolicyClause&)>& change,
              std::string_view destination = "") {
  Scene scene;
  PolicyClause clause;
  clause.action = Action::kBlock;
  change(clause);
  scene.policy.clauses.push_back(clause);
  scene.context.destination = destination;
  return scene.Run();
}

TEST_CASE("every condition of a clause has to hold") {
  const struct {
    const char* what;
    std::function<void(PolicyClause&)> admits;
    std::function<void(PolicyClause&)> refuses;
  } kCases[] = {
      {"category", [](auto& c) { c.categories = Bit(Category::kSecret); },
       [](auto& c) { c.categories = Bit(Category::kCode); }},
      {"severity", [](auto& c) { c.severities = Bit(Severity::kMedium); },
       [](auto& c) { c.severities = Bit(Severity::kHigh); }},
      {"confidence", [](auto& c) { c.confidences = Bit(Confidence::kHigh); },
       [](auto& c) { c.confidences = Bit(Confidence::kLow); }},
      {"direction", [](auto& c) { c.directions = Bit(Direction::kPrompt); },
       [](auto& c) { c.directions = Bit(Direction::kResponse); }},
      {"test value", [](auto& c) { c.test_values = 1; },
       [](auto& c) { c.test_values = 2; }},
      {"family",
       [](auto& c) {
         c.families = {"gcp", "aws"};
       },
       [](auto& c) { c.families = {"gcp"}; }},
      {"rule", [](auto& c) { c.rules = {"aws-key"}; },
       [](auto& c) { c.rules = {"aws"}; }},
      {"tag",
       [](auto& c) {
         c.tags = {"nis2", "pci-dss"};
       },
       [](auto& c) { c.tags = {"nis2"}; }},
      {"language", [](auto& c) { c.languages = {"python"}; },
       [](auto& c) { c.languages = {"java"}; }},
      {"country", [](auto& c) { c.countries = {"nl"}; },
       [](auto& c) { c.countries = {"fi"}; }},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.what);
    CHECK(Single(c.admits) == Action::kBlock);
    CHECK(Single(c.refuses) == Action::kAllow);
  }
}

TEST_CASE("destinations are hosts, or a domain and all below") {
  const struct {
    const char* pattern;
    const char* host;
    bool admits;
  } kCases[] = {
      {"chatgpt.com", "chatgpt.com", true},
      {"chatgpt.com", "ChatGPT.com", true},
      {"ChatGPT.com", "chatgpt.com.", true},
      {"chatgpt.com", "www.chatgpt.com", false},
      {"chatgpt.com", "", false},
      {"*.acme.nl", "acme.nl", true},
      {"*.acme.nl", "ai.acme.nl", true},
      {"*.acme.nl", "a.b.ACME.nl", true},
      {"*.acme.nl", "notacme.nl", false},
      {"*.acme.nl", "acme.nl.evil.test", false},
      {"*.acme.nl", "", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.pattern);
    CAPTURE(c.host);
    const Action action =
        Single([&](PolicyClause& clause) { clause.destinations = {c.pattern}; },
               c.host);
    CHECK((action == Action::kBlock) == c.admits);
  }
}

TEST_CASE("the first clause that admits decides") {
  Scene scene;
  PolicyClause other, warn, block;
  other.action = Action::kBlock;
  other.families = {"gcp"};
  warn.action = Action::kWarn;
  block.action = Action::kBlock;
  scene.policy.clauses = {other, warn, block};
  CHECK(scene.Run() == Action::kWarn);
  CHECK(scene.verdict.findings[0].action == Action::kWarn);
}

TEST_CASE("a test value gets no more than its cap") {
  Scene scene;
  PolicyClause block;
  block.action = Action::kBlock;
  scene.policy.clauses = {block};
  scene.policy.test_value_cap = Action::kLog;
  scene.verdict.findings[0].test_value = 1;
  CHECK(scene.Run() == Action::kLog);
  scene.policy.clauses[0].action = Action::kAllow;
  CHECK(scene.Run() == Action::kAllow);
}

TEST_CASE("the verdict is the strictest of findings and incompleteness") {
  Scene scene;
  CHECK(scene.Run() == Action::kAllow);
  scene.verdict.incomplete = IncompleteReason::kBudget;
  scene.policy.incomplete = Action::kRedact;
  CHECK(scene.Run() == Action::kRedact);
  CHECK(scene.verdict.findings[0].action == Action::kAllow);
  PolicyClause block;
  block.action = Action::kBlock;
  scene.policy.clauses = {block};
  CHECK(scene.Run() == Action::kBlock);
  scene.policy.clauses[0].action = Action::kLog;
  CHECK(scene.Run() == Action::kRedact);
}

}  // namespace
}  // namespace sluice
