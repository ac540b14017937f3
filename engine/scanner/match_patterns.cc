// Finds the places where a pattern could match, then matches only there.
//
// Law: the prefilter loses nothing. Every match of a rule contains one of the
// rule's grams at a distance of [before_min, before_max] bytes from its begin
// (the compiler proves that from the pattern's tree, see compiler/anchors.cc).
// So the begin of every match lies in some hit's range of starts; all starts of
// all ranges are tried in ascending order, each with the whole text as context,
// and a start is skipped only when it lies inside the rule's previous match,
// where RE2's leftmost-first search would not look either.
#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

#include "scanner/anchor_surroundings.h"
#include "scanner/folded_copy.h"
#include "scanner/matcher.h"
#include "scanner/sort.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

constexpr uint32_t kTileBytes = 64u << 10;

// Starts [begin, end] to try for one rule.
struct Starts {
  uint32_t begin;
  uint32_t end;
  uint32_t next;  // of the same rule, in the list of all; kNone: the last
};

// What is known of a rule while the text goes by.
struct RuleProgress {
  uint32_t next_start = 0;  // the first start not yet tried
  uint32_t begin = 1;       // starts [begin, end] that hits added last; not
  uint32_t end = 0;         // yet in the list; begin > end: none
  uint32_t first = kNone;   // its starts in the list
  uint32_t last = kNone;
  bool listed = false;  // among the rules that have starts to try
};

// Starts that wait for the end of their tile; bounds memory.
constexpr size_t kMaxPending = 1u << 20;

class PatternPass {
 public:
  PatternPass(const DatabaseImage& image, std::string_view text, Budget& budget,
              std::vector<Match>& matches)
      : image_(image),
        text_(text),
        budget_(budget),
        matches_(matches),
        matcher_(image.programs, text, budget, memory_),
        rules_(image.rules.size()),
        looks_(budget),
        around_(image.prefilter, image.followers, looks_) {}

  void EveryStart() {
    if (text_.empty()) return;
    const auto last = static_cast<uint32_t>(text_.size()) - 1;
    for (uint32_t rule = 0; rule < image_.rules.size(); ++rule) {
      if (image_.rules[rule].program != kNone && image_.selected.Has(rule)) {
        rules_[rule].begin = 0;
        rules_[rule].end = last;
        List(rule);
      }
    }
    Flush(kNone);
  }

  // Looks for grams in `seen` (the text or its folded copy).
  void Prefiltered(std::string_view seen, const FoldedCopy* folded) {
    folded_ = folded;
    const auto size = static_cast<uint32_t>(seen.size());
    for (uint32_t begin = 0; begin < size; begin += kTileBytes) {
      const uint32_t end = std::min(size, begin + kTileBytes);
      hits_.clear();
      // The copy's letters for U+017F and U+212A are no neighbours as the
      // compiler knows them.
      const bool look = folded == nullptr;
      image_.index.Find(image_.prefilter, seen, begin, end, look, hits_);
      for (const PrefilterHit& hit : hits_) {
        const bool paid = !look                        ? TakeAll(seen, hit)
                          : image_.masks.Has(hit.list) ? TakeFitting(seen, hit)
                                                       : TakeHit(seen, hit);
        if (!paid) return;
      }
      Flush(end == size ? kNone : end);
    }
  }

 private:
  // Hands the hit to those of its anchors whose surroundings fit; false: the
  // budget is exhausted. Anchors with the same first look stand side by side
  // (compiler/database_writer.cc).
  bool TakeHit(std::string_view seen, const PrefilterHit& hit) {
    const PrefilterTables& tables = image_.prefilter;
    const auto anchors = tables.AnchorsOf(hit.list);
    const LookRecord* failed = nullptr;  // the first look that just failed
    for (const uint32_t index : anchors) {
      const AnchorRecord& anchor = tables.anchors[index];
      if (anchor.look_count != 0) {
        const LookRecord& look = tables.looks[anchor.look_begin];
        if (failed != nullptr && look == *failed) continue;
        if (!LookHolds(tables, look, seen, hit.position)) {
          failed = &look;
          continue;
        }
        if (!LooksHold(tables, anchor, 1, seen, hit.position)) continue;
      }
      TakeAnchor(index, seen, hit);
    }
    return looks_.Pay(static_cast<uint32_t>(anchors.size()));
  }

  // The same for a list with masks.
  bool TakeFitting(std::string_view seen, const PrefilterHit& hit) {
    const PrefilterTables& tables = image_.prefilter;
    const auto anchors = tables.AnchorsOf(hit.list);
    uint32_t fitting = image_.masks.Fitting(hit.list, seen, hit.position);
    const auto looks = static_cast<uint32_t>(1 + std::popcount(fitting));
    for (; fitting != 0; fitting &= fitting - 1) {
      const uint32_t index =
          anchors[static_cast<uint32_t>(std::countr_zero(fitting))];
      if (LooksHold(tables, tables.anchors[index], 0, seen, hit.position)) {
        TakeAnchor(index, seen, hit);
      }
    }
    return looks_.Pay(looks);
  }

  // The same without a look at what is around.
  bool TakeAll(std::string_view seen, const PrefilterHit& hit) {
    const auto anchors = image_.prefilter.AnchorsOf(hit.list);
    for (const uint32_t index : anchors) TakeAnchor(index, seen, hit);
    return looks_.Pay(static_cast<uint32_t>(anchors.size()));
  }

  void TakeAnchor(uint32_t index, std::string_view seen,
                  const PrefilterHit& hit) {
    const AnchorRecord& anchor = image_.prefilter.anchors[index];
    if (!image_.selected.Has(anchor.rule)) return;
    if (around_.HasFollower(index, seen, hit)) {
      Hit(anchor, seen, hit.position);
    }
  }

  // Adds the starts an anchor at `position` speaks for.
  void Hit(const AnchorRecord& anchor, std::string_view seen,
           uint32_t position) {
    if (position < anchor.before_min) return;
    const uint32_t begin = around_.FirstStart(anchor, seen, position);
    const uint32_t end = position - anchor.before_min;
    if (begin > end) return;
    RuleProgress& rule = rules_[anchor.rule];
    const bool touches = begin <= rule.end + 1 && rule.begin <= end + 1;
    if (rule.begin <= rule.end && touches) {
      rule.begin = std::min(rule.begin, begin);
      rule.end = std::max(rule.end, end);
      return;
    }
    Wait(rule);
    List(anchor.rule);
    rule.begin = begin;
    rule.end = end;
  }

  void List(uint32_t rule) {
    if (rules_[rule].listed) return;
    rules_[rule].listed = true;
    listed_.push_back(rule);
  }

  // Moves the rule's latest starts to the list.
  void Wait(RuleProgress& rule) {
    if (rule.begin > rule.end) return;
    if (pending_.size() >= kMaxPending) budget_.exhausted = true;
    const auto index = static_cast<uint32_t>(pending_.size());
    pending_.push_back({rule.begin, rule.end, kNone});
    (rule.first == kNone ? rule.first : pending_[rule.last].next) = index;
    rule.last = index;
    rule.begin = 1;
    rule.end = 0;
  }

  // Tries all pending starts that no later hit can add an earlier one to:
  // later hits lie at `frontier` or behind. kNone: there are no later hits.
  void Flush(uint32_t frontier) {
    left_.clear();
    size_t kept = 0;
    for (const uint32_t rule : listed_) {
      const size_t known = left_.size();
      TryAll(rule, frontier);
      RuleProgress& progress = rules_[rule];
      progress.first = progress.last = kNone;
      progress.listed = left_.size() > known;
      if (!progress.listed) continue;
      // Later hits may still reach them: they come first in the new list.
      listed_[kept++] = rule;
      progress.first = static_cast<uint32_t>(known);
      progress.last = static_cast<uint32_t>(left_.size()) - 1;
    }
    listed_.resize(kept);
    pending_.swap(left_);
  }

  // Tries the rule's starts, in ascending order; what must wait goes to left_.
  void TryAll(uint32_t rule, uint32_t frontier) {
    Wait(rules_[rule]);
    starts_.clear();
    for (uint32_t i = rules_[rule].first; i != kNone; i = pending_[i].next) {
      starts_.push_back(pending_[i]);
    }
    const auto earlier = [](const Starts& a, const Starts& b) {
      return a.begin < b.begin;
    };
    Sort(starts_.data(), starts_.size(), earlier);
    const size_t known = left_.size();
    const uint32_t limit = Limit(rule, frontier);
    for (Starts starts : starts_) {
      if (starts.begin < limit)
        Try(rule, starts, std::min(starts.end, limit - 1));
      starts.begin = std::max(starts.begin, limit);
      if (starts.begin > starts.end) continue;
      starts.next = static_cast<uint32_t>(left_.size()) + 1;
      left_.push_back(starts);
    }
    if (left_.size() > known) left_.back().next = kNone;
  }

  // First start that later hits may still reach.
  uint32_t Limit(uint32_t rule, uint32_t frontier) const {
    if (frontier == kNone) return kNone;
    return frontier - std::min(frontier, image_.index.reach(rule));
  }

  uint32_t Original(uint32_t position) const {
    return folded_ == nullptr ? position : folded_->original[position];
  }

  // The first position at or behind `from` that stands for `original` or more.
  uint32_t Seen(uint32_t from, uint32_t original) const {
    if (folded_ == nullptr) return std::max(from, original);
    const auto& map = folded_->original;
    return static_cast<uint32_t>(
        std::lower_bound(map.begin() + from, map.end(), original) -
        map.begin());
  }

  void Try(uint32_t rule, const Starts& starts, uint32_t last) {
    const uint32_t program = image_.rules[rule].program;
    const ProgramRecord& record = image_.programs.records[program];
    uint32_t& next = rules_[rule].next_start;
    for (uint32_t at = Seen(starts.begin, next); at <= last;) {
      if (!looks_.Pay(1)) return;
      const uint32_t start = Original(at);
      next = start + 1;
      MatchResult result;
      if (!record.MayBeginWith(text_[start]) ||
          !matcher_.Run(program, start, false, result)) {
        ++at;
        continue;
      }
      matches_.push_back({rule, result.whole, result.value, {}, 0});
      next = std::max(result.whole.end, start + 1);
      at = Seen(at + 1, next);
    }
  }

  const DatabaseImage& image_;
  std::string_view text_;
  Budget& budget_;
  std::vector<Match>& matches_;
  MatcherMemory memory_;
  Matcher matcher_;
  const FoldedCopy* folded_ = nullptr;
  std::vector<PrefilterHit> hits_;
  std::vector<uint32_t> listed_;  // rules that have starts to try
  std::vector<Starts> pending_;   // theirs
  std::vector<Starts> left_;      // that must wait for later hits
  std::vector<Starts> starts_;    // one rule's
  std::vector<RuleProgress> rules_;
  LookBudget looks_;
  AnchorSurroundings around_;
};

}  // namespace

void MatchPatterns(const DatabaseImage& image, std::string_view text,
                   bool use_prefilter, Budget& budget,
                   std::vector<Match>& matches) {
  PatternPass pass(image, text, budget, matches);
  if (!use_prefilter) {
    pass.EveryStart();
  } else if (image.index.empty()) {
    return;
  } else if (NeedsFolding(text)) {
    const FoldedCopy copy = MakeFoldedCopy(text);
    pass.Prefiltered(copy.text, &copy);
  } else {
    pass.Prefiltered(text, nullptr);
  }
}

}  // namespace sluice
