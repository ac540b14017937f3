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
#include <string>
#include <string_view>
#include <vector>

#include "scanner/canonical.h"
#include "scanner/matcher.h"
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

// Maps positions of the copy in which U+017F and U+212A are one ASCII letter
// back to the original; empty when the text holds neither.
struct FoldedCopy {
  std::string text;
  std::vector<uint32_t> original;  // per byte of `text`, and one past the end
};

bool NeedsFolding(std::string_view text) {
  return text.find(kLongS) != std::string_view::npos ||
         text.find(kKelvin) != std::string_view::npos;
}

FoldedCopy Fold(std::string_view text) {
  FoldedCopy copy;
  copy.text.reserve(text.size());
  copy.original.reserve(text.size() + 1);
  for (uint32_t i = 0; i < text.size();) {
    copy.original.push_back(i);
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(kLongS)) {
      copy.text.push_back('s');
      i += kLongS.size();
    } else if (rest.starts_with(kKelvin)) {
      copy.text.push_back('k');
      i += kKelvin.size();
    } else {
      copy.text.push_back(text[i++]);
    }
  }
  copy.original.push_back(static_cast<uint32_t>(text.size()));
  return copy;
}

bool HasCode(const CodeSetRecord& set, uint32_t code) {
  return (((code < 32 ? set.low : set.high) >> (code & 31)) & 1) != 0;
}

uint32_t CodeOf(char byte) { return kCodeOfByte[static_cast<uint8_t>(byte)]; }

// Whether one neighbour of an anchor at `position` fits.
bool LookHolds(const PrefilterTables& tables, const LookRecord& look,
               std::string_view seen, uint32_t position) {
  // Below 0 wraps around to beyond any text.
  const uint32_t at = position + static_cast<uint32_t>(int32_t{look.offset});
  const uint32_t code = at < seen.size() ? CodeOf(seen[at]) : kCodeEdge;
  return HasCode(tables.code_sets[look.codes], code);
}

bool OtherLooksHold(const PrefilterTables& tables, const AnchorRecord& anchor,
                    std::string_view seen, uint32_t position) {
  for (uint32_t i = 1; i < anchor.look_count; ++i) {
    const LookRecord& look = tables.looks[anchor.look_begin + i];
    if (!LookHolds(tables, look, seen, position)) return false;
  }
  return true;
}

// Whether the bytes from `at` on have codes in the anchor's follower's sets.
bool IsFollower(const PrefilterTables& tables, const AnchorRecord& anchor,
                std::string_view seen, size_t at) {
  for (uint32_t i = 0; i < anchor.follow_count; ++i) {
    if (!HasCode(tables.code_sets[anchor.follow_begin + i],
                 CodeOf(seen[at + i]))) {
      return false;
    }
  }
  return true;
}

// How far an anchor's followers have been looked for. Hits of an anchor come
// in ascending order, so no place needs to be looked at twice.
struct FollowerSearch {
  uint32_t searched = 0;   // places before this were looked at
  uint32_t found = kNone;  // the last follower among them
};

// The bytes [begin, end) are all in one code set; so may be those behind.
struct Run {
  uint32_t begin = 0;
  uint32_t end = 0;
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

// Work of a look at an anchor, a follower or a start, against a matcher step.
constexpr uint64_t kLooksPerStep = 4;
// Bytes walked over that cost as much as a look.
constexpr uint32_t kBytesPerLook = 4;
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
        matcher_(image.programs, text, budget),
        rules_(image.rules.size()),
        followers_(image.prefilter.anchors.size()),
        runs_(image.prefilter.code_sets.size()) {}

  void EveryStart() {
    if (text_.empty()) return;
    const auto last = static_cast<uint32_t>(text_.size()) - 1;
    for (uint32_t rule = 0; rule < image_.rules.size(); ++rule) {
      if (image_.rules[rule].program != kNone) {
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
      image_.index.Find(image_.prefilter, seen, begin, end, hits_);
      for (const PrefilterHit& hit : hits_) {
        if (!Look(hit.anchors.size())) return;
        TakeHit(seen, hit);
      }
      Flush(end == size ? kNone : end);
    }
  }

 private:
  // Pays for `count` looks.
  bool Look(uint64_t count) {
    looks_ += count;
    const uint64_t steps = looks_ / kLooksPerStep;
    looks_ %= kLooksPerStep;
    if (budget_.exhausted || budget_.steps < steps) {
      budget_.exhausted = true;
      return false;
    }
    budget_.steps -= steps;
    return true;
  }

  // Hands the hit to those of its anchors whose surroundings fit. Anchors with
  // the same first look stand side by side (compiler/database_writer.cc).
  void TakeHit(std::string_view seen, const PrefilterHit& hit) {
    const PrefilterTables& tables = image_.prefilter;
    LookRecord failed = {0, kAnyCodes};  // the first look that just failed
    for (const uint32_t index : hit.anchors) {
      const AnchorRecord& anchor = tables.anchors[index];
      // The copy's letters for U+017F and U+212A are no neighbours as the
      // compiler knows them.
      if (anchor.look_count != 0 && folded_ == nullptr) {
        const LookRecord& look = tables.looks[anchor.look_begin];
        if (look == failed) continue;
        if (!LookHolds(tables, look, seen, hit.position)) {
          failed = look;
          continue;
        }
        if (!OtherLooksHold(tables, anchor, seen, hit.position)) continue;
      }
      if (HasFollower(index, seen, hit)) Hit(anchor, seen, hit.position);
    }
  }

  // Whether the anchor's follower stands in its range around `position`.
  bool HasFollower(uint32_t index, std::string_view seen,
                   const PrefilterHit& hit) {
    const uint32_t position = hit.position;
    const AnchorRecord& anchor = image_.prefilter.anchors[index];
    if (anchor.follow_count == 0) return true;
    const int64_t room =
        static_cast<int64_t>(seen.size()) - anchor.follow_count;
    const int64_t far = std::min(int64_t{position} + anchor.follow_max, room);
    if (far < 0) return false;
    const auto first = static_cast<uint32_t>(
        std::max<int64_t>(int64_t{position} + anchor.follow_min, 0));
    FollowerSearch& search = followers_[index];
    const uint32_t last = EndOfRun(anchor, seen, position + hit.bytes,
                                   static_cast<uint32_t>(far));
    if (search.found != kNone && search.found >= first) {
      return search.found <= last;
    }
    const uint32_t begin = std::max(first, search.searched);
    uint32_t at = begin;
    while (at <= last && !IsFollower(image_.prefilter, anchor, seen, at)) ++at;
    Look((at - begin) / kBytesPerLook);
    if (at <= last) search.found = at;
    search.searched = std::max(search.searched, at + (at <= last ? 1 : 0));
    return at <= last;
  }

  // The last place, `last` at most, that only bytes which may stand there part
  // from the end of the anchor, `begin`.
  uint32_t EndOfRun(const AnchorRecord& anchor, std::string_view seen,
                    uint32_t begin, uint32_t last) {
    if (anchor.follow_inside == kAnyCodes || anchor.follow_min < 0) return last;
    const CodeSetRecord& inside =
        image_.prefilter.code_sets[anchor.follow_inside];
    Run& run = runs_[anchor.follow_inside];
    if (begin < run.begin || begin > run.end) run = {begin, begin};
    const uint32_t known = run.end;
    while (run.end < last && HasCode(inside, CodeOf(seen[run.end]))) ++run.end;
    Look((run.end - known) / kBytesPerLook);
    return std::min(last, run.end);
  }

  // Adds the starts an anchor at `position` speaks for.
  void Hit(const AnchorRecord& anchor, std::string_view seen,
           uint32_t position) {
    if (position < anchor.before_min) return;
    const uint32_t begin = FirstStart(anchor, seen, position);
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

  // The farthest start from which only bytes lead to the anchor that may.
  uint32_t FirstStart(const AnchorRecord& anchor, std::string_view seen,
                      uint32_t position) {
    const uint32_t farthest =
        position - std::min<uint32_t>(position, anchor.before_max);
    if (anchor.before_inside == kAnyCodes) return farthest;
    const CodeSetRecord& inside =
        image_.prefilter.code_sets[anchor.before_inside];
    uint32_t begin = position;
    while (begin > farthest && HasCode(inside, CodeOf(seen[begin - 1]))) {
      --begin;
    }
    Look((position - begin) / kBytesPerLook);
    return std::max(farthest,
                    begin - std::min<uint32_t>(begin, anchor.before_slack));
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
    if (!std::is_sorted(starts_.begin(), starts_.end(), earlier)) {
      std::sort(starts_.begin(), starts_.end(), earlier);
    }
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
      if (!Look(1)) return;
      const uint32_t start = Original(at);
      next = start + 1;
      const auto byte = static_cast<uint8_t>(text_[start]);
      MatchResult result;
      if (((record.first_bytes[byte >> 5] >> (byte & 31)) & 1) == 0 ||
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
  Matcher matcher_;
  const FoldedCopy* folded_ = nullptr;
  uint64_t looks_ = 0;  // not yet paid for
  std::vector<PrefilterHit> hits_;
  std::vector<uint32_t> listed_;  // rules that have starts to try
  std::vector<Starts> pending_;   // theirs
  std::vector<Starts> left_;      // that must wait for later hits
  std::vector<Starts> starts_;    // one rule's
  std::vector<RuleProgress> rules_;
  std::vector<FollowerSearch> followers_;  // per anchor
  std::vector<Run> runs_;                  // per code set
};

}  // namespace

void MatchPatterns(const DatabaseImage& image, std::string_view text,
                   bool use_prefilter, Budget& budget,
                   std::vector<Match>& matches) {
  PatternPass pass(image, text, budget, matches);
  if (!use_prefilter) {
    pass.EveryStart();
  } else if (NeedsFolding(text)) {
    const FoldedCopy copy = Fold(text);
    pass.Prefiltered(copy.text, &copy);
  } else {
    pass.Prefiltered(text, nullptr);
  }
}

}  // namespace sluice
