// One total order, no duplicates, no overlaps among values, no more findings
// than the limits say.
//
// Value findings (secret, personal, conduct) compete for their bytes. Of those
// with one span the surest wins, then the one whose label says most. What lies
// within a value that its check digits prove is part of it: an IBAN holds
// account and card numbers. Of the rest the surest wins, then the gravest, the
// longest, one with a label, the first, the lowest rule.
// Region findings (code, confidential) describe a stretch of text that may
// well hold a secret: they leave values alone, and only merge with their own
// rule.
#include <algorithm>
#include <functional>
#include <string_view>

#include "scanner/sort.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

bool IsRegion(const DatabaseImage& image, const Finding& finding) {
  const auto category =
      static_cast<Category>(image.rules[finding.rule].category);
  return category == Category::kCode || category == Category::kConfidential;
}

const Evidence* FindEvidence(const Finding& finding, EvidenceKind kind) {
  for (uint32_t i = 0; i < finding.evidence_count; ++i) {
    if (finding.evidence[i].kind == kind) return &finding.evidence[i];
  }
  return nullptr;
}

// Whether a word near the value says what it is.
bool IsLabelled(const Finding& finding) {
  return FindEvidence(finding, EvidenceKind::kContext) != nullptr;
}

bool LooksForLabels(const RuleRecord& rule) {
  return rule.context_mode != static_cast<uint32_t>(ContextMode::kNone);
}

// Whether the label of `a` says what that of `b` says, and more: "icelandic
// national id" against "national id", or anything against nothing where one was
// looked for.
bool SaysMore(const DatabaseImage& image, const Finding& a, const Finding& b) {
  const Evidence* own = FindEvidence(a, EvidenceKind::kContext);
  const Evidence* other = FindEvidence(b, EvidenceKind::kContext);
  if (own == nullptr) return false;
  if (other == nullptr) return LooksForLabels(image.rules[b.rule]);
  const std::string_view more = image.String(own->name);
  const std::string_view less = image.String(other->name);
  return more.size() > less.size() && more.find(less) != more.npos;
}

// The orders this stage sorts by, as one type.
class Order {
 public:
  enum class By { kPlace, kRule, kStrength };

  Order(const DatabaseImage& image, By by) : image_(image), by_(by) {}

  bool operator()(const Finding& a, const Finding& b) const {
    if (by_ == By::kStrength) return Wins(a, b);
    if (by_ == By::kRule && a.rule != b.rule) return a.rule < b.rule;
    return Precedes(a, b);
  }

 private:
  // The order of Verdict::findings, then the plainest and surest of equal ones.
  static bool Precedes(const Finding& a, const Finding& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    if (a.rule != b.rule) return a.rule < b.rule;
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    if (a.decoded != b.decoded) return a.decoded < b.decoded;
    return IsPlainer(a, b);
  }

  // Two views may show one value in two ways. The order must be total, lest
  // it depend on how they came: a known specimen first, then what has more
  // evidence, then any order of it.
  static bool IsPlainer(const Finding& a, const Finding& b) {
    if (a.test_value != b.test_value) return a.test_value > b.test_value;
    if (a.evidence_count != b.evidence_count) {
      return a.evidence_count > b.evidence_count;
    }
    for (uint32_t i = 0; i < a.evidence_count; ++i) {
      const Evidence &x = a.evidence[i], &y = b.evidence[i];
      if (x.kind != y.kind) return x.kind < y.kind;
      if (x.name != y.name) return x.name < y.name;
    }
    return a.language < b.language;
  }

  // Whether `a` wins the bytes it shares with `b`.
  bool Wins(const Finding& a, const Finding& b) const {
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    const uint32_t severity_a = image_.rules[a.rule].severity;
    const uint32_t severity_b = image_.rules[b.rule].severity;
    if (severity_a != severity_b) return severity_a > severity_b;
    if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
    if (IsLabelled(a) != IsLabelled(b)) return IsLabelled(a);
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.rule < b.rule;
  }

  const DatabaseImage& image_;
  By by_;
};

void SortBy(const DatabaseImage& image, Order::By by,
            std::vector<Finding>& findings) {
  Sort(findings.data(), findings.size(), Order(image, by));
}

bool SameFinding(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.span == b.span;
}

// Which stretches between span edges are taken: a Fenwick tree of flags, for
// the number of findings has no bound before this stage.
class TakenStretches {
 public:
  explicit TakenStretches(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      edges_.push_back(finding.span.begin);
      edges_.push_back(finding.span.end);
    }
    Sort(edges_.data(), edges_.size(), std::less<uint32_t>());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    tree_.assign(edges_.size() + 1, 0);
  }

  // Takes the span unless part of it is taken.
  bool Take(Span span) {
    const size_t first = IndexOf(span.begin), last = IndexOf(span.end);
    if (CountBefore(last) != CountBefore(first)) return false;
    for (size_t i = first; i < last; ++i) Set(i);
    return true;
  }

 private:
  size_t IndexOf(uint32_t edge) const {
    const auto found = std::lower_bound(edges_.begin(), edges_.end(), edge);
    return static_cast<size_t>(found - edges_.begin());
  }
  void Set(size_t index) {
    for (size_t i = index + 1; i < tree_.size(); i += i & (~i + 1)) ++tree_[i];
  }
  uint32_t CountBefore(size_t index) const {
    uint32_t count = 0;
    for (size_t i = index; i > 0; i &= i - 1) count += tree_[i];
    return count;
  }

  std::vector<uint32_t> edges_;
  std::vector<uint32_t> tree_;
};

// Whether `a` tells better than `b` what stands in the span of both.
bool TellsBetter(const DatabaseImage& image, const Finding& a,
                 const Finding& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  if (SaysMore(image, a, b)) return true;
  return !SaysMore(image, b, a) && Order(image, Order::By::kStrength)(a, b);
}

// Leaves one finding of each span. `values` are in order of place.
void LeaveOnePerSpan(const DatabaseImage& image, std::vector<Finding>& values) {
  size_t kept = 0;
  for (const Finding& finding : values) {
    if (kept == 0 || !(values[kept - 1].span == finding.span)) {
      values[kept++] = finding;
    } else if (TellsBetter(image, finding, values[kept - 1])) {
      values[kept - 1] = finding;
    }
  }
  values.resize(kept);
}

bool IsProved(const Finding& finding) {
  return finding.confidence == Confidence::kHigh &&
         FindEvidence(finding, EvidenceKind::kChecksum) != nullptr;
}

// Leaves out what lies within a proved value. `values` are in order of place.
void DropParts(std::vector<Finding>& values) {
  uint32_t proved_end = 0;
  std::erase_if(values, [&proved_end](const Finding& finding) {
    if (finding.span.end <= proved_end) return true;
    if (IsProved(finding)) proved_end = finding.span.end;
    return false;
  });
}

// Leaves the winners among overlapping value findings.
void ResolveValues(const DatabaseImage& image, std::vector<Finding>& values) {
  LeaveOnePerSpan(image, values);
  DropParts(values);
  SortBy(image, Order::By::kStrength, values);
  TakenStretches taken(values);
  size_t kept = 0;
  for (const Finding& finding : values) {
    if (taken.Take(finding.span)) values[kept++] = finding;
  }
  values.resize(kept);
}

// Joins overlapping findings of one rule; the surest one's evidence stays.
void MergeRegions(const DatabaseImage& image, std::vector<Finding>& regions) {
  SortBy(image, Order::By::kRule, regions);
  size_t kept = 0;
  for (const Finding& finding : regions) {
    Finding* last = kept > 0 ? &regions[kept - 1] : nullptr;
    if (last == nullptr || last->rule != finding.rule ||
        last->span.end <= finding.span.begin) {
      regions[kept++] = finding;
      continue;
    }
    const Span joined{last->span.begin,
                      std::max(last->span.end, finding.span.end)};
    if (finding.confidence > last->confidence) *last = finding;
    last->span = joined;
  }
  regions.resize(kept);
}

void ApplyCaps(size_t rule_count, std::vector<Finding>& findings,
               IncompleteReason& incomplete) {
  std::vector<uint32_t> per_rule(rule_count, 0);
  size_t kept = 0;
  for (const Finding& finding : findings) {
    if (kept < kMaxFindings &&
        ++per_rule[finding.rule] <= kMaxFindingsPerRule) {
      findings[kept++] = finding;
    } else if (incomplete == IncompleteReason::kNone) {
      incomplete = IncompleteReason::kBudget;
    }
  }
  findings.resize(kept);
}

}  // namespace

// In place, for there may be hundreds of thousands.
void ResolveFindings(const DatabaseImage& image, std::vector<Finding>& findings,
                     IncompleteReason& incomplete) {
  SortBy(image, Order::By::kPlace, findings);
  findings.erase(std::unique(findings.begin(), findings.end(), SameFinding),
                 findings.end());
  std::vector<Finding> regions;
  std::erase_if(findings, [&](const Finding& finding) {
    const bool is_region = IsRegion(image, finding);
    if (is_region) regions.push_back(finding);
    return is_region;
  });
  ResolveValues(image, findings);
  MergeRegions(image, regions);
  findings.insert(findings.end(), regions.begin(), regions.end());
  SortBy(image, Order::By::kPlace, findings);
  ApplyCaps(image.rules.size(), findings, incomplete);
}

}  // namespace sluice
