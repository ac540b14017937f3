#include "scanner/views/find.h"

#include <algorithm>
#include <cstddef>

#include "scanner/nearby.h"
#include "scanner/scan.h"
#include "scanner/stages.h"
#include "scanner/surroundings.h"
#include "scanner/views/views.h"

namespace sluice {
namespace {

// Short views cost more than their length.
constexpr uint64_t kBaseSteps = 1'000'000;

// Kept per rule before duplicates go; bounds memory.
constexpr uint32_t kMaxDrafts = 16 * kMaxFindingsPerRule;

class ViewScan {
 public:
  ViewScan(const DatabaseImage& image, const ScanOptions& options,
           Budget& budget, const std::vector<View>& views,
           std::vector<Finding>& findings, ScanObserver* observer)
      : image_(image),
        options_(options),
        budget_(budget),
        views_(views),
        findings_(findings),
        observer_(observer),
        raw_count_(findings.size()),
        per_rule_(image.rules.size(), 0) {}

  void Scan(uint32_t index) {
    const View& view = views_[index];
    std::vector<Match> matches;
    if (view.kind != ViewKind::kDigits) {
      MatchPatterns(image_, view.text, options_.use_prefilter, budget_,
                    matches);
      TakeNearbyValues(image_, view.text, budget_, matches);
    }
    MatchNumbers(image_, view.text, budget_, matches);
    if (observer_ != nullptr) observer_->SawView(views_, index, matches);
    Surroundings around(view.text);
    for (const Match& match : matches) TakeMatch(index, match, around);
  }

 private:
  void TakeMatch(uint32_t index, const Match& match, Surroundings& around) {
    const View& view = views_[index];
    const RuleRecord& rule = image_.rules[match.rule];
    if (!AdmitsView(image_, rule, view) ||
        !IsEdited(views_, index, Reach(view, rule, match.whole))) {
      return;
    }
    const std::optional<Span> span = MapToOriginal(views_, index, match.value);
    if (!span || !MapToOriginal(views_, index, match.whole)) return;
    auto finding = ValidateMatch(image_, view.text, match, budget_, around);
    if (!finding) return;
    if (++per_rule_[match.rule] > kMaxDrafts) {
      budget_.exhausted = true;
      return;
    }
    finding->span = *span;
    DropCutFindings(index, match, *span);
    finding->decoded = DecodersOf(views_, index, match.value);
    findings_.push_back(*finding);
  }

  // What decides about the match: itself, its neighbours, its context.
  static Span Reach(const View& view, const RuleRecord& rule, Span whole) {
    const bool context =
        rule.context_mode != static_cast<uint32_t>(ContextMode::kNone);
    const uint32_t before = context ? std::max(rule.context_before, 1u) : 1;
    const uint32_t after = context ? std::max(rule.context_after, 1u) : 1;
    const auto size = static_cast<uint32_t>(view.text.size());
    return {whole.begin - std::min(whole.begin, before),
            std::min(size, whole.end + std::min(after, size - whole.end))};
  }

  // What was edited or dropped right before the match's value, in the
  // original; empty if nothing was.
  Span EditBefore(uint32_t index, uint32_t begin, Span span) const {
    if (begin == 0) return {};
    const Span byte{begin - 1, begin};
    const auto original = MapToOriginal(views_, index, byte);
    if (!original) return {};
    const bool edited = IsEdited(views_, index, byte);
    return {edited ? original->begin : original->end, span.begin};
  }

  Span EditAfter(uint32_t index, uint32_t end, Span span) const {
    if (end >= views_[index].text.size()) return {};
    const Span byte{end, end + 1};
    const auto original = MapToOriginal(views_, index, byte);
    if (!original) return {};
    const bool edited = IsEdited(views_, index, byte);
    return {span.end, edited ? original->end : original->begin};
  }

  static bool Overlap(Span a, Span b) {
    return b.size() > 0 && a.begin < b.end && b.begin < a.end;
  }

  // Findings that take what the view reads as a border for part of the value.
  void DropCutFindings(uint32_t index, const Match& match, Span span) {
    const Span before = EditBefore(index, match.value.begin, span);
    const Span after = EditAfter(index, match.value.end, span);
    if (before.size() == 0 && after.size() == 0) return;
    const auto is_cut = [&](const Finding& finding) {
      if (finding.rule != match.rule || finding.span.begin >= span.end ||
          finding.span.end <= span.begin) {
        return false;
      }
      return Overlap(finding.span, before) || Overlap(finding.span, after);
    };
    const auto raw_end = findings_.begin() + static_cast<ptrdiff_t>(raw_count_);
    const auto kept = std::remove_if(findings_.begin(), raw_end, is_cut);
    raw_count_ = static_cast<size_t>(kept - findings_.begin());
    findings_.erase(kept, raw_end);
  }

  const DatabaseImage& image_;
  const ScanOptions& options_;
  Budget& budget_;
  const std::vector<View>& views_;
  std::vector<Finding>& findings_;
  ScanObserver* observer_;
  size_t raw_count_;  // the first ones are of the text as it stands
  std::vector<uint32_t> per_rule_;
};

}  // namespace

ViewWork FindInViews(const DatabaseImage& image, std::string_view text,
                     const ScanOptions& options, uint32_t steps_per_byte,
                     std::vector<Finding>& findings, ScanObserver* observer) {
  if (!image.reads_views) return {};
  ViewBudget view_budget(static_cast<uint32_t>(text.size()));
  std::vector<View> views;
  BuildViews(text, image, view_budget, views);
  ViewWork work;
  work.complete = !view_budget.exhausted;
  if (views.empty()) return work;
  uint64_t steps = kBaseSteps;
  for (const View& view : views) {
    if (view.scanned) steps += uint64_t{steps_per_byte} * view.text.size();
  }
  Budget budget{steps, false};
  ViewScan scan(image, options, budget, views, findings, observer);
  for (uint32_t i = 0; i < views.size(); ++i) {
    if (views[i].scanned) scan.Scan(i);
  }
  work.steps = steps - budget.steps;
  work.out_of_steps = budget.exhausted;
  return work;
}

}  // namespace sluice
