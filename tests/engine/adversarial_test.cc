// Law: time is linear in the text, and the worst text is not much dearer than
// an ordinary one. Counted in steps of work, not in seconds: the same on every
// machine.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "adversarial_texts.h"
#include "default_rules.h"
#include "scanner/database_image.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

constexpr size_t kSmall = 64u << 10;
constexpr size_t kLarge = 1u << 20;
// A text may cost 64 steps per byte, and each of its views as much, before the
// verdict is incomplete.
constexpr double kMaxStepsPerByte = 128;

// A cut list of findings is the one thing that may be missing.
void CheckComplete(const Verdict& verdict) {
  if (verdict.complete()) return;
  std::vector<uint32_t> per_rule(OwnRules().database.rule_count(), 0);
  for (const Finding& finding : verdict.findings) ++per_rule[finding.rule];
  const uint32_t most = *std::max_element(per_rule.begin(), per_rule.end());
  CHECK(
      (most == kMaxFindingsPerRule || verdict.findings.size() == kMaxFindings));
}

void CheckSpans(const Verdict& verdict, size_t size) {
  for (const Finding& finding : verdict.findings) {
    CHECK(finding.span.begin < finding.span.end);
    CHECK(finding.span.end <= size);
  }
}

double StepsPerByte(const std::string& text) {
  const Scanner scanner(OwnRules().database);
  const Verdict verdict = scanner.Scan(text, OwnRules().policy);
  CheckComplete(verdict);
  CheckSpans(verdict, text.size());
  return static_cast<double>(verdict.steps) / static_cast<double>(text.size());
}

TEST_CASE("every adversarial family costs linear work, and not too much") {
  std::vector<double> costs;
  for (const AdversarialFamily& family : AdversarialFamilies()) {
    CAPTURE(family.name);
    const double small = StepsPerByte(family.Text(kSmall));
    const double large = StepsPerByte(family.Text(kLarge));
    CHECK(large <= kMaxStepsPerByte);
    // Findings over the limit are not validated: large may well be cheaper.
    CHECK(large <= small * 1.3 + 0.1);
    costs.push_back(large);
  }
  std::sort(costs.begin(), costs.end());
  CHECK(costs.back() > 8);  // the families do hurt
}

// Fills `size` bytes with `unit`.
std::string Repeat(std::string_view unit, size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

TEST_CASE("no gram of the prefilter is dear when nothing else is in the text") {
  const PrefilterTables& tables = OwnRules().database.image().prefilter;
  const auto unit = [](uint32_t gram, size_t bytes) {
    std::string text;
    for (size_t i = 0; i < bytes; ++i) {
      text.push_back(static_cast<char>(gram >> (8 * i)));
    }
    return text;
  };
  double worst = 0;
  for (const uint32_t gram : tables.gram_keys) {
    const std::string text = Repeat(unit(gram, 4), 2048);
    CAPTURE(text.substr(0, 4));
    worst = std::max(worst, StepsPerByte(text));
  }
  for (const uint32_t pair : tables.pair_keys) {
    const std::string text = Repeat(unit(pair, 2), 2048);
    CAPTURE(text.substr(0, 2));
    worst = std::max(worst, StepsPerByte(text));
  }
  CHECK(worst <= kMaxStepsPerByte);
}

TEST_CASE("a random mix of all grams is not too dear") {
  const PrefilterTables& tables = OwnRules().database.image().prefilter;
  Dice dice(7);
  std::string text;
  while (text.size() < kLarge) {
    const auto count = static_cast<uint32_t>(tables.gram_keys.size());
    const uint32_t gram = tables.gram_keys[dice.Roll(count)];
    for (int i = 0; i < 4; ++i) {
      text.push_back(static_cast<char>(gram >> (8 * i)));
    }
  }
  CHECK(StepsPerByte(text) <= kMaxStepsPerByte);
}

// What nearly is a finding costs most: everything but the end fits.
TEST_CASE("no rule's own examples are too dear, whole or cut, over and over") {
  Errors errors;
  const auto files = ReadFamilies(std::string(SLUICE_SOURCE_DIR) + "/rules");
  REQUIRE(files.has_value());
  for (const RuleSource& rule : ParseFamilies(*files, errors)) {
    CAPTURE(rule.id);
    for (const ExampleSource& example : rule.matches) {
      const std::string& whole = example.text;
      const std::string value = whole.substr(0, example.spans.back().end - 1);
      CAPTURE(value);
      CHECK(StepsPerByte(Repeat(whole + "\n", 8192)) <= kMaxStepsPerByte);
      CHECK(StepsPerByte(Repeat(value, 8192)) <= kMaxStepsPerByte);
      CHECK(StepsPerByte(Repeat(value + " ", 8192)) <= kMaxStepsPerByte);
    }
  }
  CHECK(errors.empty());
}

}  // namespace
}  // namespace sluice
