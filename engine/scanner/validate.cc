// What becomes of a match: exception, checks, context, test value.
#include <algorithm>

#include "scanner/context.h"
#include "scanner/credits.h"
#include "scanner/line_before.h"
#include "scanner/stages.h"
#include "scanner/surroundings.h"

namespace sluice {
namespace {

// A finding in the making; the confidence moves in tiers.
class Draft {
 public:
  Draft(const Match& match, uint32_t confidence) {
    finding_.rule = match.rule;
    finding_.span = match.value;
    finding_.language = match.language;
    tier_ = static_cast<int>(confidence);
  }

  void AddEvidence(EvidenceKind kind, StringId name) {
    if (finding_.evidence_count == kMaxEvidence) return;
    finding_.evidence[finding_.evidence_count++] = {kind, name};
  }

  // A label says more than the last check where there is no room for both.
  void AddLabel(EvidenceKind kind, StringId name) {
    labelled_ = true;
    if (finding_.evidence_count == kMaxEvidence) --finding_.evidence_count;
    AddEvidence(kind, name);
  }

  void Move(int tiers) { tier_ = std::clamp(tier_ + tiers, 0, 2); }
  void SetCertain() { tier_ = 2; }
  void SetDoubtful() { tier_ = 0; }
  bool IsDoubtful() const { return tier_ == 0; }
  bool IsLabelled() const { return labelled_; }
  void SetTestValue() { finding_.test_value = 1; }

  Finding Finish() {
    finding_.confidence = static_cast<Confidence>(tier_);
    return finding_;
  }

 private:
  Finding finding_;
  int tier_ = 0;
  bool labelled_ = false;
};

Evidence FirstEvidence(const RuleRecord& rule) {
  if (rule.kind != static_cast<uint32_t>(RuleKind::kDetector)) {
    return {EvidenceKind::kFormat, kNoString};
  }
  return {EvidenceKind::kModel, rule.detector_name};
}

// False: the match is dropped.
bool RunChecks(const DatabaseImage& image, const RuleRecord& rule,
               std::string_view value, Draft& draft) {
  for (const CheckRecord& check :
       image.checks.subspan(rule.checks.begin, rule.checks.count)) {
    const auto id = static_cast<ValidatorId>(check.validator);
    if (id == ValidatorId::kNotCredited) continue;  // see DoubtCredits
    if (!Validate(id, value, check.parameter)) {
      if (check.on_fail == static_cast<uint32_t>(OnFail::kDrop)) return false;
      draft.Move(-1);
      continue;
    }
    draft.AddEvidence(ValidatorEvidence(id), check.name);
    if (check.on_pass == static_cast<uint32_t>(OnPass::kRaise)) draft.Move(1);
    if (check.on_pass == static_cast<uint32_t>(OnPass::kCertain)) {
      draft.SetCertain();
    }
  }
  return true;
}

// In a table the cell itself speaks first, then its header, then the rest of
// the row; elsewhere what stands near.
ContextLabel LabelOf(const DatabaseImage& image, const RuleRecord& rule,
                     std::string_view text, const Match& match, Budget& budget,
                     Surroundings& around) {
  const auto find = [&](Span whole, Span limits) {
    return FindContext(image, rule, text, whole, limits, budget,
                       around.windows);
  };
  const auto holds = [&match](Span limits) {
    return limits.begin <= match.whole.begin && match.whole.end <= limits.end;
  };
  const auto cell = around.tables.CellAt(match.value.begin, budget);
  if (!cell || cell->header.size() == 0 || !holds(cell->row)) {
    return find(match.whole, {0, static_cast<uint32_t>(text.size())});
  }
  ContextLabel label;
  if (holds(cell->cell)) label = find(match.whole, cell->cell);
  if (label.word != kNoString) return label;
  label = find({cell->header.end, cell->header.end}, cell->header);
  if (label.word != kNoString) return label;
  return find(match.whole, cell->row);
}

// False: the match is dropped.
bool JudgeContext(const DatabaseImage& image, const RuleRecord& rule,
                  std::string_view text, const Match& match, Budget& budget,
                  Surroundings& around, bool bulk, Draft& draft) {
  const auto mode = static_cast<ContextMode>(rule.context_mode);
  if (mode == ContextMode::kNone) return true;
  const ContextLabel label = LabelOf(image, rule, text, match, budget, around);
  if (label.word == kNoString && bulk) {
    draft.AddLabel(EvidenceKind::kBulk, kNoString);
    draft.SetCertain();
    return true;
  }
  if (label.word == kNoString) return mode != ContextMode::kRequired;
  if (label.negative) return false;
  draft.AddLabel(EvidenceKind::kContext, label.word);
  if (mode == ContextMode::kBoost) {
    draft.Move(static_cast<int>(rule.context_raise));
  }
  return true;
}

bool Matches(const DatabaseImage& image, uint32_t program,
             std::string_view value, Budget& budget, Surroundings& around) {
  return program != kNone &&
         FullMatch(image.programs, program, value, budget, around.memory);
}

// What the line before says outweighs all other evidence.
void DoubtCredits(const DatabaseImage& image, const RuleRecord& rule,
                  std::string_view text, Span value, bool specimen,
                  Draft& draft) {
  if (draft.IsDoubtful()) return;
  for (const CheckRecord& check :
       image.checks.subspan(rule.checks.begin, rule.checks.count)) {
    const auto id = static_cast<ValidatorId>(check.validator);
    if (id != ValidatorId::kNotCredited) continue;
    if (IsCredited(text, value) || IsInUrl(text, value) ||
        (specimen && IsInCode(text, value)) || IsBelowHeading(text, value) ||
        (!draft.IsLabelled() && IsInLicensed(text, value))) {
      draft.SetDoubtful();
    }
  }
}

}  // namespace

std::optional<Finding> ValidateMatch(const DatabaseImage& image,
                                     std::string_view text, const Match& match,
                                     Budget& budget, Surroundings& around,
                                     bool bulk) {
  const RuleRecord& rule = image.rules[match.rule];
  const std::string_view value =
      text.substr(match.value.begin, match.value.size());
  if (Matches(image, rule.except_program, value, budget, around)) {
    return std::nullopt;
  }
  Draft draft(match, match.confidence ? static_cast<uint32_t>(*match.confidence)
                                      : rule.confidence);
  const Evidence first = FirstEvidence(rule);
  draft.AddEvidence(first.kind, first.name);
  if (!RunChecks(image, rule, value, draft)) return std::nullopt;
  if (!JudgeContext(image, rule, text, match, budget, around, bulk, draft)) {
    return std::nullopt;
  }
  const bool specimen =
      Matches(image, rule.test_program, value, budget, around);
  if (specimen) draft.SetTestValue();
  DoubtCredits(image, rule, text, match.value, specimen, draft);
  return draft.Finish();
}

}  // namespace sluice
