#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "image_builder.h"
#include "scanner/stages.h"
#include "scanner/surroundings.h"

namespace sluice {
namespace {

// Validates "111222333" (a valid BSN) in `text`.
std::optional<Finding> ValidateIn(const ImageBuilder& builder,
                                  std::string_view text,
                                  std::string_view value = "111222333") {
  const auto begin = static_cast<uint32_t>(text.find(value));
  Match match;
  match.whole = {begin, begin + static_cast<uint32_t>(value.size())};
  match.value = match.whole;
  Budget budget{100'000, false};
  Surroundings around(text);
  return ValidateMatch(builder.image(), text, match, budget, around);
}

TEST_CASE("a rule without checks gives its format as evidence") {
  ImageBuilder builder;
  builder.AddRule("bsn", RuleKind::kNumber);
  const auto finding = ValidateIn(builder, "see 111222333");
  REQUIRE(finding.has_value());
  CHECK(finding->span == Span{4, 13});
  CHECK(finding->confidence == Confidence::kMedium);
  CHECK(finding->evidence_count == 1);
  CHECK(finding->evidence[0].kind == EvidenceKind::kFormat);
  CHECK(finding->test_value == 0);
}

TEST_CASE("checks move the confidence in tiers, within the scale") {
  const struct {
    std::string_view value;
    OnFail on_fail;
    OnPass on_pass;
    int repeat;
    std::optional<Confidence> confidence;
  } kCases[] = {
      {"111222333", OnFail::kDrop, OnPass::kKeep, 1, Confidence::kMedium},
      {"111222333", OnFail::kDrop, OnPass::kRaise, 1, Confidence::kHigh},
      {"111222333", OnFail::kDrop, OnPass::kRaise, 3, Confidence::kHigh},
      {"111222333", OnFail::kDrop, OnPass::kCertain, 1, Confidence::kHigh},
      {"111222334", OnFail::kDrop, OnPass::kCertain, 1, std::nullopt},
      {"111222334", OnFail::kLower, OnPass::kRaise, 1, Confidence::kLow},
      {"111222334", OnFail::kLower, OnPass::kRaise, 3, Confidence::kLow},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.value);
    ImageBuilder builder;
    RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
    for (int i = 0; i < c.repeat; ++i) {
      builder.AddCheck(rule, ValidatorId::kNlBsn, c.on_fail, c.on_pass);
    }
    const auto finding = ValidateIn(builder, c.value, c.value);
    REQUIRE(finding.has_value() == c.confidence.has_value());
    if (finding) CHECK(finding->confidence == *c.confidence);
  }
}

TEST_CASE("each passed check is evidence, four in all") {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
  builder.AddCheck(rule, ValidatorId::kNlBsn);
  builder.AddCheck(rule, ValidatorId::kLuhn, OnFail::kLower);
  for (int i = 0; i < 3; ++i) builder.AddCheck(rule, ValidatorId::kNotSequence);
  const auto finding = ValidateIn(builder, "111222333");
  REQUIRE(finding.has_value());
  REQUIRE(finding->evidence_count == kMaxEvidence);
  CHECK(finding->evidence[1].kind == EvidenceKind::kChecksum);
  CHECK(builder.image().String(finding->evidence[1].name) == "nl-bsn");
  CHECK(builder.image().String(finding->evidence[2].name) == "not-sequence");
}

TEST_CASE("a label finds room among four checks") {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
  builder.AddCheck(rule, ValidatorId::kNlBsn);
  for (int i = 0; i < 3; ++i) builder.AddCheck(rule, ValidatorId::kNotSequence);
  builder.SetContext(rule, ContextMode::kBoost, {"bsn"}, {});
  const auto finding = ValidateIn(builder, "bsn 111222333");
  REQUIRE(finding.has_value());
  REQUIRE(finding->evidence_count == kMaxEvidence);
  CHECK(finding->evidence[1].kind == EvidenceKind::kChecksum);
  CHECK(finding->evidence[3].kind == EvidenceKind::kContext);
}

// Confidence behind "BSN"-like context; -1 = dropped.
int InContext(ContextMode mode, std::string_view text) {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
  builder.SetContext(rule, mode, {"bsn"}, {"order"});
  const auto finding = ValidateIn(builder, text);
  return finding ? static_cast<int>(finding->confidence) : -1;
}

TEST_CASE("context boosts, is required, or drops") {
  CHECK(InContext(ContextMode::kNone, "order 111222333") == 1);
  CHECK(InContext(ContextMode::kBoost, "see 111222333") == 1);
  CHECK(InContext(ContextMode::kBoost, "bsn 111222333") == 2);
  CHECK(InContext(ContextMode::kBoost, "order 111222333") == -1);
  CHECK(InContext(ContextMode::kBoost, "order 1 bsn 111222333") == 2);
  CHECK(InContext(ContextMode::kRequired, "see 111222333") == -1);
  CHECK(InContext(ContextMode::kRequired, "bsn 111222333") == 1);
  CHECK(InContext(ContextMode::kRequired, "bsn 1 order 111222333") == -1);
}

TEST_CASE("a context word is evidence by its name") {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
  builder.SetContext(rule, ContextMode::kRequired, {"bsn"});
  const auto finding = ValidateIn(builder, "BSN: 111222333");
  REQUIRE(finding.has_value());
  REQUIRE(finding->evidence_count == 2);
  CHECK(finding->evidence[1].kind == EvidenceKind::kContext);
  CHECK(builder.image().String(finding->evidence[1].name) == "bsn");
}

TEST_CASE("a detector brings its own confidence and name") {
  ImageBuilder builder;
  RuleRecord& rule =
      builder.AddRule("code", RuleKind::kDetector, Category::kCode);
  builder.SetDetector(rule, DetectorId::kSourceCode, 3);
  rule.detector_name = builder.AddString("source-code");
  Match match;
  match.whole = match.value = {0, 3};
  match.confidence = Confidence::kLow;
  match.language = 8;
  Budget budget{100, false};
  Surroundings around("x=1");
  const auto finding =
      ValidateMatch(builder.image(), "x=1", match, budget, around);
  REQUIRE(finding.has_value());
  CHECK(finding->confidence == Confidence::kLow);
  CHECK(finding->language == 8);
  CHECK(finding->evidence[0].kind == EvidenceKind::kModel);
  CHECK(builder.image().String(finding->evidence[0].name) == "source-code");
}

}  // namespace
}  // namespace sluice
