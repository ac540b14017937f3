#include "sluice/redact.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sluice/scanner.h"
#include "small_rules.h"

namespace sluice {
namespace {

const SmallRules& Rules() {
  static const SmallRules rules;
  return rules;
}

Redaction ScanAndRedact(std::string_view text,
                        Action action = Action::kRedact) {
  const Scanner scanner(Rules().database);
  return Redact(text, Rules().database, scanner.Scan(text, Always(action)));
}

TEST_CASE("values become numbered placeholders") {
  const struct {
    std::string_view text;
    std::string_view redacted;
  } kCases[] = {
      {"", ""},
      {"nothing here", "nothing here"},
      {"anna@acme.test", "[EMAIL_1]"},
      {"to anna@acme.test, bert@acme.test and anna@acme.test.",
       "to [EMAIL_1], [EMAIL_2] and [EMAIL_1]."},
      {"bsn 111222333 anna@acme.test", "bsn [BSN_1] [EMAIL_1]"},
      // Placeholders that stand there already stay what they are.
      {"[EMAIL_1] wrote to anna@acme.test", "[EMAIL_1] wrote to [EMAIL_2]"},
      {"[EMAIL_2] anna@acme.test bert@acme.test",
       "[EMAIL_2] [EMAIL_1] [EMAIL_3]"},
      {"[[EMAIL_1] anna@acme.test", "[[EMAIL_1] [EMAIL_2]"},
      {"\\[EMAIL\\_1\\] anna@acme.test", "\\[EMAIL\\_1\\] [EMAIL_2]"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(ScanAndRedact(c.text).text == c.redacted);
  }
}

TEST_CASE("placeholders lead back to their values") {
  const Redaction redaction =
      ScanAndRedact("anna@acme.test bsn 111222333 anna@acme.test");
  CHECK(redaction.placeholders ==
        std::vector<std::string>{"[EMAIL_1]", "[BSN_1]"});
  CHECK(redaction.values ==
        std::vector<std::string>{"anna@acme.test", "111222333"});
}

TEST_CASE("redacted text is clean") {
  const Redaction redaction =
      ScanAndRedact("mail anna@acme.test about bsn 111.222.333 today");
  CHECK(ScanAndRedact(redaction.text).text == redaction.text);
}

TEST_CASE("findings below the minimum stay") {
  CHECK(ScanAndRedact("anna@acme.test", Action::kLog).text == "anna@acme.test");
  CHECK(ScanAndRedact("anna@acme.test", Action::kWarn).text == "[EMAIL_1]");
}

TEST_CASE("overlapping spans are replaced once, by the first one's name") {
  Verdict verdict;
  const auto add = [&](uint32_t rule, uint32_t begin, uint32_t end) {
    Finding finding;
    finding.rule = rule;
    finding.span = {begin, end};
    finding.action = Action::kRedact;
    verdict.findings.push_back(finding);
  };
  add(1, 2, 6);
  add(0, 4, 8);
  add(0, 8, 9);  // touches, does not overlap
  const Redaction redaction = Redact("0123456789", Rules().database, verdict);
  CHECK(redaction.text == "01[BSN_1][EMAIL_1]9");
  CHECK(redaction.values == std::vector<std::string>{"234567", "8"});
}

}  // namespace
}  // namespace sluice
