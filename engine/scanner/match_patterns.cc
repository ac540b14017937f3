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
  uint32_t rule;
  uint32_t begin;
  uint32_t end;
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

bool HasCode(const CodeSetRecord& set, char byte) {
  const uint32_t code = kCodeOfByte[static_cast<uint8_t>(byte)];
  return (((code < 32 ? set.low : set.high) >> (code & 31)) & 1) != 0;
}

// Whether the anchor's follower stands in its range.
bool HasFollower(const PrefilterTables& tables, const AnchorRecord& anchor,
                 std::string_view seen, uint32_t position) {
  if (anchor.follow_count == 0) return true;
  const CodeSetRecord* sets = tables.follow_sets.data() + anchor.follow_begin;
  const int64_t first = int64_t{position} + anchor.follow_min;
  const int64_t last =
      std::min(int64_t{position} + anchor.follow_max,
               static_cast<int64_t>(seen.size()) - anchor.follow_count);
  for (int64_t at = std::max<int64_t>(first, 0); at <= last; ++at) {
    uint32_t i = 0;
    while (i < anchor.follow_count &&
           HasCode(sets[i], seen[static_cast<size_t>(at) + i])) {
      ++i;
    }
    if (i == anchor.follow_count) return true;
  }
  return false;
}

class PatternPass {
 public:
  PatternPass(const DatabaseImage& image, std::string_view text, Budget& budget,
              std::vector<Match>& matches)
      : image_(image),
        text_(text),
        budget_(budget),
        matches_(matches),
        matcher_(image.programs, text, budget),
        next_start_(image.rules.size(), 0),
        reach_(image.rules.size(), 0) {
    for (const AnchorRecord& anchor : image.prefilter.anchors) {
      reach_[anchor.rule] = std::max(reach_[anchor.rule], anchor.before_max);
    }
  }

  void EveryStart() {
    if (text_.empty()) return;
    const auto last = static_cast<uint32_t>(text_.size()) - 1;
    for (uint32_t rule = 0; rule < image_.rules.size(); ++rule) {
      if (image_.rules[rule].program != kNone) {
        pending_.push_back({rule, 0, last});
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
        for (const uint32_t index : hit.anchors) {
          const AnchorRecord& anchor = image_.prefilter.anchors[index];
          if (HasFollower(image_.prefilter, anchor, seen, hit.position)) {
            Hit(anchor, hit.position);
          }
        }
      }
      Flush(end == size ? kNone : end);
    }
  }

 private:
  void Hit(const AnchorRecord& anchor, uint32_t position) {
    if (position < anchor.before_min) return;
    const uint32_t begin = position - std::min(position, anchor.before_max);
    const uint32_t end = position - anchor.before_min;
    if (!pending_.empty()) {
      Starts& last = pending_.back();
      if (last.rule == anchor.rule && begin >= last.begin &&
          begin <= last.end + 1) {
        last.end = std::max(last.end, end);
        return;
      }
    }
    pending_.push_back({anchor.rule, begin, end});
  }

  // Tries all pending starts that no later hit can add an earlier one to:
  // later hits lie at `frontier` or behind. kNone: there are no later hits.
  void Flush(uint32_t frontier) {
    std::sort(pending_.begin(), pending_.end(),
              [](const Starts& a, const Starts& b) {
                return a.rule != b.rule ? a.rule < b.rule : a.begin < b.begin;
              });
    size_t kept = 0;
    for (size_t i = 0; i < pending_.size(); ++i) {
      Starts starts = pending_[i];
      const uint32_t limit = Limit(starts.rule, frontier);
      if (starts.begin < limit) Try(starts, std::min(starts.end, limit - 1));
      starts.begin = std::max(starts.begin, limit);
      if (starts.begin <= starts.end) pending_[kept++] = starts;
    }
    pending_.resize(kept);
  }

  // First start that later hits may still reach.
  uint32_t Limit(uint32_t rule, uint32_t frontier) const {
    if (frontier == kNone) return kNone;
    return frontier - std::min(frontier, reach_[rule]);
  }

  uint32_t Original(uint32_t position) const {
    return folded_ == nullptr ? position : folded_->original[position];
  }

  void Try(const Starts& starts, uint32_t last) {
    const uint32_t program = image_.rules[starts.rule].program;
    const ProgramRecord& record = image_.programs.records[program];
    uint32_t& next = next_start_[starts.rule];
    for (uint32_t at = starts.begin; at <= last && !budget_.exhausted; ++at) {
      const uint32_t start = Original(at);
      if (start < next) continue;
      next = start + 1;
      const auto byte = static_cast<uint8_t>(text_[start]);
      if (((record.first_bytes[byte >> 5] >> (byte & 31)) & 1) == 0) continue;
      MatchResult result;
      if (!matcher_.Run(program, start, false, result)) continue;
      matches_.push_back({starts.rule, result.whole, result.value, {}, 0});
      next = std::max(result.whole.end, start + 1);
    }
  }

  const DatabaseImage& image_;
  std::string_view text_;
  Budget& budget_;
  std::vector<Match>& matches_;
  Matcher matcher_;
  const FoldedCopy* folded_ = nullptr;
  std::vector<PrefilterHit> hits_;
  std::vector<Starts> pending_;
  std::vector<uint32_t> next_start_;  // per rule: the first start not yet tried
  std::vector<uint32_t> reach_;       // per rule: largest before_max
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
