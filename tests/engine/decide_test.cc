#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "image_builder.h"
#include "scanner/code_origin.h"
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
    Decide(builder.image(), text, policy, context, verdict);
    return verdict.action;
  }

  ImageBuilder builder;
  std::string_view text;
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

// The action for a finding of code that is the whole text between `before` and
// `after`, when one clause blocks what `change` makes it admit.
Action SingleCode(const std::function<void(PolicyClause&)>& change,
                  const std::string& code, const std::string& before = "",
                  const std::string& after = "",
                  const std::vector<std::string>& own_code = {}) {
  Scene scene;
  scene.builder.AddRule("code", RuleKind::kDetector, Category::kCode);
  const std::string text = before + code + after;
  scene.text = text;
  scene.verdict.findings[0].rule = 1;
  scene.verdict.findings[0].span = {
      static_cast<uint32_t>(before.size()),
      static_cast<uint32_t>(before.size() + code.size())};
  PolicyClause clause;
  clause.action = Action::kBlock;
  change(clause);
  scene.policy.clauses.push_back(clause);
  scene.policy.own_code = own_code;
  return scene.Run();
}

TEST_CASE("lines that are not blank are counted") {
  const auto asks = [](PolicyClause& c) { c.min_lines = 3; };
  CHECK(SingleCode(asks, "a\nb\nc") == Action::kBlock);
  CHECK(SingleCode(asks, "a\n\n \t\r\nb\nc") == Action::kBlock);
  CHECK(SingleCode(asks, "a\n\n \t\r\nb\n") == Action::kAllow);
  CHECK(SingleCode(asks, "a\nb", "x\ny\n", "\nz") == Action::kAllow);
}

TEST_CASE("the share is that of the finding in the text") {
  const auto asks = [](PolicyClause& c) { c.min_share = 50; };
  CHECK(SingleCode(asks, "abcde", "12345") == Action::kBlock);
  CHECK(SingleCode(asks, "abcde", "12345", "6") == Action::kAllow);
}

TEST_CASE("notices and own names say whose code it is") {
  const std::string code = "int a = f(1);\nreturn a;\n";
  const struct {
    const char* before;
    CodeOrigin origin;
  } kCases[] = {
      {"", CodeOrigin::kUnknown},
      {"// SPDX-License-Identifier: MIT\n", CodeOrigin::kOpen},
      {"// SPDX-License-Identifier: LicenseRef-Acme\n",
       CodeOrigin::kProprietary},
      {"# Licensed under the Apache License, Version 2.0\n", CodeOrigin::kOpen},
      {"/* Unauthorised copying of this file is prohibited. */\n",
       CodeOrigin::kProprietary},
      {"// CONFIDENTIAL\n", CodeOrigin::kProprietary},
      {"// Returns the confidential part of the message.\n",
       CodeOrigin::kUnknown},
      {"bool confidential = true;\n", CodeOrigin::kUnknown},
      {"// Strikt vertrouwelijk\n", CodeOrigin::kProprietary},
      {"-- Nur für den internen Gebrauch\n", CodeOrigin::kProprietary},
      // What it is built on may be open; the file is not.
      {"// Proprietary and confidential. Uses code under the MIT License.\n",
       CodeOrigin::kProprietary},
      {"import x from '@acme/core';\n", CodeOrigin::kOwn},
      {"import x from '@acmeplus/core';\n", CodeOrigin::kUnknown},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.before);
    const auto origin_is = [&](CodeOrigin origin) {
      const auto asks = [&](PolicyClause& clause) {
        clause.origins = Bit(origin);
      };
      return SingleCode(asks, c.before + code, "", "", {"@acme/*"}) ==
             Action::kBlock;
    };
    for (uint32_t origin = 0; origin < kCodeOriginCount; ++origin) {
      CAPTURE(origin);
      CHECK(origin_is(static_cast<CodeOrigin>(origin)) ==
            (static_cast<CodeOrigin>(origin) == c.origin));
    }
  }
}

TEST_CASE("notices are read in twelve languages") {
  for (const char* notice : {"Proprietary & Confidential",
                             "Niet verspreiden!",
                             "BEDRIJFSGEHEIM",
                             "GESCHÄFTSGEHEIMNIS der Muster AG",
                             "Vertrauliche Daten",
                             "Nicht zur Weitergabe bestimmt",
                             "Document strictement confidentiel",
                             "Relève du secret des affaires",
                             "Información confidencial",
                             "SECRETO COMERCIAL",
                             "Strettamente riservata",
                             "Segreto industriale",
                             "Segredo comercial",
                             "Uso exclusivo interno",
                             "FÖRETAGSHEMLIG",
                             "Endast för internt bruk",
                             "Strengt fortrolig",
                             "Kun til intern brug",
                             "Forretningshemmelighet",
                             "SALASSA PIDETTÄVÄ",
                             "Liikesalaisuuden suoja",
                             "Luottamuksellista tietoa",
                             "Dokument poufny",
                             "TYLKO DO UŻYTKU SŁUŻBOWEGO",
                             "Tajemnica przedsiębiorstwa"}) {
    CAPTURE(notice);
    const auto asks = [](PolicyClause& c) {
      c.origins = Bit(CodeOrigin::kProprietary);
    };
    const std::string before = "// " + std::string(notice) + "\n";
    CHECK(SingleCode(asks, before + "f();\ng();") == Action::kBlock);
  }
}

TEST_CASE("a notice in the comment before the code counts") {
  const auto asks = [](PolicyClause& c) {
    c.origins = Bit(CodeOrigin::kProprietary);
  };
  const std::string notice = "/* Trade secret of Acme. */\n";
  CHECK(SingleCode(asks, "f();\ng();", notice) == Action::kBlock);
  CHECK(SingleCode(asks, "f();\ng();", notice + std::string(5000, ' ')) ==
        Action::kAllow);
}

TEST_CASE("what is asked of source code admits nothing else") {
  CHECK(Single([](PolicyClause& c) { c.min_lines = 1; }) == Action::kAllow);
  CHECK(Single([](PolicyClause& c) { c.min_share = 1; }) == Action::kAllow);
  CHECK(Single([](PolicyClause& c) {
          c.origins = Bit(CodeOrigin::kUnknown);
        }) == Action::kAllow);
}

TEST_CASE("scopes are names with stars at their ends") {
  const struct {
    const char* scope;
    const char* text;
    bool holds;
  } kCases[] = {
      {"@acme/*", "from '@ACME/core'", true},
      {"@acme/*", "from 'x@acme/core'", false},
      {"com.acme.*", "import com.acme.billing.Invoice;", true},
      {"com.acme.*", "import org.com.acme.billing;", false},
      {"com.acme", "package com.acme;", true},
      {"com.acme", "package com.acmeplus;", false},
      {"*.acme.internal", "https://git.acme.internal/x", true},
      {"*.acme.internal", "https://acme.internal/x", true},
      {"*.acme.internal", "https://notacme.internal/x", false},
      {"git.acme.nl/team/*", "git clone https://git.acme.nl/team/x", true},
      {"*acme*", "#include \"libacme2/x.h\"", true},
      {"Acme Semiconductor", "// (c) Acme Semiconductor B.V.", true},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.scope);
    CAPTURE(c.text);
    CHECK(HoldsScope(c.text, c.scope) == c.holds);
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
