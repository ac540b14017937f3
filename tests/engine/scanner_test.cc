#include "sluice/scanner.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "small_rules.h"

namespace sluice {
namespace {

// The findings as "rule:text", with '*' behind test values.
std::string Scan(std::string_view text, std::span<const uint32_t> selected,
                 const ScanOptions& options = {}) {
  static const SmallRules rules;
  const Scanner scanner(selected.empty() ? rules.database
                                         : rules.database.Select(selected));
  const Verdict verdict =
      scanner.Scan(text, Always(Action::kRedact), {}, options);
  CHECK(verdict.complete());
  std::string found;
  for (const Finding& finding : verdict.findings) {
    if (!found.empty()) found += ' ';
    found += rules.database.rule(finding.rule).id;
    found += ':';
    found += text.substr(finding.span.begin, finding.span.size());
    if (finding.test_value != 0) found += '*';
  }
  return found;
}
std::string Scan(std::string_view text) { return Scan(text, {}); }

TEST_CASE("a scan goes through all stages") {
  CHECK(Scan("") == "");
  CHECK(Scan("mail anna@acme.test, bsn 111222333") ==
        "email:anna@acme.test bsn:111222333");
  CHECK(Scan("anna@example.org") == "email:anna@example.org*");
  CHECK(Scan("noreply@acme.test") == "");
  CHECK(Scan("bsn 111222334") == "");
  CHECK(Scan("order 111.222.333") == "");
  CHECK(Scan("BSN:\xC2\xA0"
             "111.222.333\xFF") == "bsn:111.222.333");
}

TEST_CASE("rules left out find nothing") {
  const std::string_view text = "anna@acme.test bsn 111222333";
  const uint32_t first[] = {1};
  const uint32_t second[] = {2};
  const uint32_t none[] = {0};
  CHECK(Scan(text, first) == "email:anna@acme.test");
  CHECK(Scan(text, second) == "bsn:111222333");
  CHECK(Scan(text, none) == "");
  CHECK(Scan(text, first, {.use_prefilter = false}) == "email:anna@acme.test");
  CHECK(Scan(text, second, {.use_prefilter = false}) == "bsn:111222333");
}

TEST_CASE("rules that take part find in other views too") {
  const std::string_view text = "anna%40acme.test";
  const uint32_t first[] = {1};
  const uint32_t second[] = {2};
  CHECK(Scan(text, first) == "email:anna%40acme.test");
  CHECK(Scan(text, second) == "");
}

TEST_CASE("a selection takes the place of the one before") {
  const SmallRules rules;
  const uint32_t first[] = {1}, second[] = {2};
  const Scanner scanner(rules.database.Select(first).Select(second));
  const Verdict verdict =
      scanner.Scan("anna@acme.test bsn 111222333", Always(Action::kLog));
  REQUIRE(verdict.findings.size() == 1);
  CHECK(rules.database.rule(verdict.findings[0].rule).id == "bsn");
}

TEST_CASE("a text over the limit is not scanned, and says so") {
  const SmallRules rules;
  const Scanner scanner(rules.database);
  std::string text = "anna@acme.test ";
  text.resize(kMaxTextBytes, ' ');
  Policy policy = Always(Action::kLog);
  policy.incomplete = Action::kBlock;
  Verdict verdict = scanner.Scan(text, policy);
  CHECK(verdict.complete());
  CHECK(verdict.findings.size() == 1);
  CHECK(verdict.action == Action::kLog);
  text += ' ';
  verdict = scanner.Scan(text, policy);
  CHECK(verdict.incomplete == IncompleteReason::kTooLarge);
  CHECK(verdict.findings.empty());
  CHECK(verdict.action == Action::kBlock);
}

TEST_CASE("too many findings make the verdict incomplete") {
  const SmallRules rules;
  const Scanner scanner(rules.database);
  std::string text;
  for (uint32_t i = 0; i < kMaxFindingsPerRule; ++i) text += "a@acme.test\n";
  CHECK(scanner.Scan(text, Always(Action::kLog)).complete());
  text += "b@acme.test\n";
  const Verdict verdict = scanner.Scan(text, Always(Action::kLog));
  CHECK(verdict.incomplete == IncompleteReason::kBudget);
  CHECK(verdict.findings.size() == kMaxFindingsPerRule);
  CHECK(verdict.action == Action::kWarn);
}

TEST_CASE("the same text gives the same verdict, wherever it stands") {
  const std::string text = "bsn 111222333 and anna@acme.test";
  const std::string found = Scan(text);
  CHECK(Scan(text) == found);
  CHECK(Scan("\xF0\x9F\x8C\xB7 tulp. " + text + " (einde)") == found);
}

}  // namespace
}  // namespace sluice
