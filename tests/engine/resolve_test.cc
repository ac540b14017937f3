#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "image_builder.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

// Rules 0 and 1: values, severity medium and high. Rules 2 and 3: regions.
ImageBuilder FourRules() {
  ImageBuilder builder;
  builder.AddRule("value", RuleKind::kPattern, Category::kPersonal);
  builder.AddRule("grave", RuleKind::kPattern, Category::kSecret).severity =
      static_cast<uint32_t>(Severity::kHigh);
  builder.AddRule("code", RuleKind::kDetector, Category::kCode);
  builder.AddRule("marker", RuleKind::kPattern, Category::kConfidential);
  return builder;
}

Finding Make(uint32_t rule, uint32_t begin, uint32_t end,
             Confidence confidence = Confidence::kMedium) {
  Finding finding;
  finding.rule = rule;
  finding.span = {begin, end};
  finding.confidence = confidence;
  return finding;
}

// "rule:begin-end/confidence" of what is left, separated by spaces.
std::string Resolve(std::vector<Finding> findings,
                    IncompleteReason* incomplete = nullptr) {
  const ImageBuilder builder = FourRules();
  IncompleteReason reason = IncompleteReason::kNone;
  ResolveFindings(builder.image(), findings, reason);
  if (incomplete != nullptr) *incomplete = reason;
  std::string text;
  for (const Finding& f : findings) {
    if (!text.empty()) text += ' ';
    text += std::to_string(f.rule) + ":" + std::to_string(f.span.begin) + "-" +
            std::to_string(f.span.end) + "/" +
            std::to_string(static_cast<int>(f.confidence));
  }
  return text;
}

constexpr Confidence kLow = Confidence::kLow;
constexpr Confidence kHigh = Confidence::kHigh;

TEST_CASE("findings come out in one order") {
  CHECK(Resolve({}) == "");
  CHECK(Resolve({Make(0, 20, 30), Make(1, 5, 9), Make(2, 0, 40)}) ==
        "2:0-40/1 1:5-9/1 0:20-30/1");
  CHECK(Resolve({Make(3, 0, 9), Make(2, 0, 9), Make(3, 0, 20)}) ==
        "3:0-20/1 2:0-9/1");
}

TEST_CASE("which of two equal findings stays does not depend on the others") {
  for (const bool plain_first : {true, false}) {
    Finding plain = Make(0, 5, 9), known = Make(0, 5, 9);
    known.test_value = 1;
    plain.evidence_count = 1;
    std::vector<Finding> findings = {plain_first ? plain : known,
                                     plain_first ? known : plain};
    const ImageBuilder builder = FourRules();
    IncompleteReason reason = IncompleteReason::kNone;
    ResolveFindings(builder.image(), findings, reason);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].test_value == 1);
  }
}

TEST_CASE("of duplicates the surest stays") {
  CHECK(Resolve({Make(0, 1, 5, kLow), Make(0, 1, 5, kHigh)}) == "0:1-5/2");
}

TEST_CASE("overlapping values leave one winner") {
  // Confidence before severity before length before begin before rule.
  CHECK(Resolve({Make(0, 0, 9, kHigh), Make(1, 5, 20)}) == "0:0-9/2");
  CHECK(Resolve({Make(0, 0, 20), Make(1, 5, 9)}) == "1:5-9/1");
  CHECK(Resolve({Make(0, 0, 9), Make(0, 5, 20)}) == "0:5-20/1");
  CHECK(Resolve({Make(0, 0, 9), Make(0, 5, 14)}) == "0:0-9/1");
  CHECK(Resolve({Make(0, 0, 9), Make(0, 9, 14)}) == "0:0-9/1 0:9-14/1");
}

// What is left of `findings`, as Resolve writes it, in an image that knows
// labels.
std::string ResolveLabelled(ImageBuilder& builder,
                            std::vector<Finding> findings) {
  IncompleteReason reason = IncompleteReason::kNone;
  ResolveFindings(builder.image(), findings, reason);
  std::string text;
  for (const Finding& f : findings) text += std::to_string(f.rule);
  return text;
}

Finding WithEvidence(Finding finding, EvidenceKind kind,
                     StringId name = kNoString) {
  finding.evidence[finding.evidence_count++] = {kind, name};
  return finding;
}

TEST_CASE("of one span the label that says most wins") {
  ImageBuilder builder;
  for (const Severity severity : {Severity::kMedium, Severity::kHigh}) {
    RuleRecord& rule =
        builder.AddRule("labelled", RuleKind::kPattern, Category::kPersonal);
    rule.severity = static_cast<uint32_t>(severity);
    rule.context_mode = static_cast<uint32_t>(ContextMode::kBoost);
  }
  const StringId plain = builder.AddString("national id");
  const StringId exact = builder.AddString("icelandic national id");
  const StringId other = builder.AddString("social security number");
  const Finding grave = Make(1, 0, 9), mild = Make(0, 0, 9);
  const auto with = [](const Finding& finding, StringId word) {
    return WithEvidence(finding, EvidenceKind::kContext, word);
  };
  CHECK(ResolveLabelled(builder, {grave, mild}) == "1");
  CHECK(ResolveLabelled(builder, {grave, with(mild, plain)}) == "0");
  CHECK(ResolveLabelled(builder, {with(grave, plain), with(mild, exact)}) ==
        "0");
  CHECK(ResolveLabelled(builder, {with(grave, exact), with(mild, plain)}) ==
        "1");
  // Neither says what the other says: the graver one stays.
  CHECK(ResolveLabelled(builder, {with(grave, plain), with(mild, other)}) ==
        "1");
  // Surety goes before labels.
  CHECK(ResolveLabelled(builder, {Make(1, 0, 9, kHigh), with(mild, exact)}) ==
        "1");
}

TEST_CASE("what lies within a proved value is part of it") {
  const Finding proved =
      WithEvidence(Make(0, 5, 30, kHigh), EvidenceKind::kChecksum);
  CHECK(Resolve({proved, Make(1, 8, 20, kHigh)}) == "0:5-30/2");
  CHECK(Resolve({proved, Make(1, 8, 31, kHigh)}) == "1:8-31/2");
  CHECK(Resolve({proved, Make(1, 4, 20, kHigh)}) == "1:4-20/2");
  CHECK(Resolve({Make(0, 5, 30, kHigh), Make(1, 8, 20, kHigh)}) == "1:8-20/2");
  CHECK(Resolve({WithEvidence(Make(0, 5, 30), EvidenceKind::kChecksum),
                 Make(1, 8, 20)}) == "1:8-20/1");
}

TEST_CASE("a loser's other victims live") {
  // The middle one falls to the last and leaves the first alone.
  CHECK(Resolve({Make(0, 0, 9, kLow), Make(0, 5, 20),
                 Make(0, 15, 30, kHigh)}) == "0:0-9/0 0:15-30/2");
}

TEST_CASE("regions leave values alone and merge with their own rule") {
  CHECK(Resolve({Make(2, 0, 50, kHigh), Make(0, 5, 9, kLow)}) ==
        "2:0-50/2 0:5-9/0");
  CHECK(Resolve({Make(0, 0, 50, kHigh), Make(2, 5, 9, kLow)}) ==
        "0:0-50/2 2:5-9/0");
  CHECK(Resolve({Make(2, 0, 20, kLow), Make(2, 10, 30, kHigh)}) == "2:0-30/2");
  CHECK(Resolve({Make(2, 0, 20), Make(2, 20, 30)}) == "2:0-20/1 2:20-30/1");
  CHECK(Resolve({Make(2, 0, 20), Make(3, 10, 30)}) == "2:0-20/1 3:10-30/1");
}

TEST_CASE("the order of the input does not matter") {
  const std::vector<Finding> findings = {Make(0, 0, 9, kLow), Make(0, 5, 20),
                                         Make(1, 15, 30),     Make(2, 2, 8),
                                         Make(2, 6, 40),      Make(0, 30, 31)};
  const std::string expected = Resolve(findings);
  std::vector<Finding> rotated = findings;
  for (size_t i = 0; i < findings.size(); ++i) {
    rotated.insert(rotated.begin(), rotated.back());
    rotated.pop_back();
    CHECK(Resolve(rotated) == expected);
  }
}

TEST_CASE("caps make the verdict incomplete") {
  std::vector<Finding> findings;
  for (uint32_t i = 0; i < kMaxFindingsPerRule; ++i) {
    findings.push_back(Make(0, i * 4, i * 4 + 2));
  }
  IncompleteReason incomplete = IncompleteReason::kError;
  Resolve(findings, &incomplete);
  CHECK(incomplete == IncompleteReason::kNone);
  constexpr uint32_t kBehind = kMaxFindingsPerRule * 4;
  findings.push_back(Make(0, kBehind, kBehind + 2));
  const std::string capped = Resolve(findings, &incomplete);
  CHECK(incomplete == IncompleteReason::kBudget);
  const std::string last =
      std::to_string(kBehind) + "-" + std::to_string(kBehind + 2);
  CHECK(capped.find(last) == std::string::npos);
}

TEST_CASE("no more findings than the limit") {
  ImageBuilder builder;
  std::vector<Finding> findings;
  constexpr uint32_t kRules = kMaxFindings / kMaxFindingsPerRule + 1;
  for (uint32_t rule = 0; rule < kRules; ++rule) {
    builder.AddRule("rule", RuleKind::kPattern, Category::kSecret);
    for (uint32_t i = 0; i < kMaxFindingsPerRule; ++i) {
      findings.push_back(Make(rule, (rule * kMaxFindingsPerRule + i) * 4,
                              (rule * kMaxFindingsPerRule + i) * 4 + 2));
    }
  }
  IncompleteReason incomplete = IncompleteReason::kNone;
  ResolveFindings(builder.image(), findings, incomplete);
  CHECK(findings.size() == kMaxFindings);
  CHECK(incomplete == IncompleteReason::kBudget);
}

}  // namespace
}  // namespace sluice
