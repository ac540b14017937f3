#include "compiler/anchors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "compiler/neighbours.h"
#include "compiler/paths.h"
#include "scanner/canonical.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxGramsPerAnchor = 4096;
constexpr uint32_t kMaxGramsPerRule = 16384;
// A follower is worth a look when fewer than this share of chance hits have it.
constexpr double kUsefulFollower = 0.3;
constexpr uint32_t kMaxFollowerDistance = 4096;
constexpr size_t kFollowerCodes = 4;
// So is a neighbour that fewer than this share have.
constexpr double kUsefulLook = 0.8;
constexpr size_t kMaxLooks = 4;
// Looks per byte of text that are not worth an anchor of their own.
constexpr double kRareCost = 5e-6;
// What a start costs however rare hits are: a text full of hits must not be a
// text full of starts.
constexpr double kStartCost = 3e-6;
// Elements before an anchor that may be anything while those behind may not.
constexpr size_t kMaxSlackElements = 3;
// Grams of a window looked up one by one among the common ones.
constexpr uint32_t kMaxCombinationsCounted = 64;
constexpr double kMaxPairFrequency = 0.0025;
// Windows of a path, of the cheapest, whose follower is taken into account.
constexpr size_t kRatedWithFollower = 4;
// A start this far from its anchor is still tried; farther is refused.
constexpr uint32_t kMaxBefore = 4096;
// Rules that would be tried at more places than this are refused: one such
// rule would cost more than all the others.
constexpr double kMaxFrequency = 0.05;

// An anchor in the making, and what its paths say of its neighbours.
struct Candidate {
  Anchor anchor;
  Neighbours neighbours;
};

uint64_t Combinations(std::span<const CodeSet> codes) {
  uint64_t product = 1;
  for (const CodeSet set : codes) {
    product *= static_cast<uint64_t>(std::popcount(set));
  }
  return product;
}

double Chance(CodeSet codes) { return ExpectedFrequency({&codes, 1}); }

// How many of the anchor's chance hits have `codes` at `offset`.
double ChanceBeside(const Anchor& anchor, int32_t offset, CodeSet codes) {
  const CodeSet first = anchor.codes.front(), last = anchor.codes.back();
  if (offset == -1) {
    return ExpectedFrequency(std::array{codes, first}) / Chance(first);
  }
  if (offset == static_cast<int32_t>(anchor.codes.size())) {
    return ExpectedFrequency(std::array{last, codes}) / Chance(last);
  }
  return Chance(codes);
}

// Takes the rarest neighbours for looks; returns the share of chance hits that
// have them all.
double ChooseLooks(const Neighbours& neighbours, Anchor& anchor) {
  const auto length = static_cast<int32_t>(anchor.codes.size());
  std::array<double, kMaxLooks> chances{};
  anchor.looks.clear();
  for (int32_t at = Neighbours::kFirst; at <= Neighbours::kLast; ++at) {
    const CodeSet codes = neighbours.At(at);
    if ((at >= 0 && at < length) || ~codes == 0) continue;
    const double chance = ChanceBeside(anchor, at, codes);
    if (chance >= kUsefulLook) continue;
    if (anchor.looks.size() < kMaxLooks) {
      anchor.looks.push_back({});
    } else if (chance >= chances[kMaxLooks - 1]) {
      continue;
    }
    size_t place = anchor.looks.size() - 1;
    for (; place > 0 && chances[place - 1] > chance; --place) {
      chances[place] = chances[place - 1];
      anchor.looks[place] = anchor.looks[place - 1];
    }
    chances[place] = chance;
    anchor.looks[place] = {at, codes};
  }
  double all = 1;
  for (size_t i = 0; i < anchor.looks.size(); ++i) all *= chances[i];
  return all;
}

// Bytes a run of `codes` is long by chance, at most `limit`.
double ExpectedRun(CodeSet codes, double limit) {
  return std::min(limit, 1 / std::max(1 - Chance(codes), 1e-3));
}

// Work the anchor's occurrences cause, in looks: each start in its range is
// tried where neighbours and follower fit.
double Cost(const Anchor& anchor, double chance_of_looks,
            double chance_of_follower) {
  const double starts = ExpectedRun(anchor.before_inside,
                                    anchor.before_max - anchor.before_min + 1);
  // Many grams fill the hash map and make false hits elsewhere.
  const double crowding =
      1e-5 * static_cast<double>(Combinations(anchor.codes));
  const double tried = 4 + 4 * starts;
  return anchor.frequency *
             (4 + chance_of_looks * (2 + chance_of_follower * tried)) +
         crowding + kStartCost * starts;
}

// Distances from the match's begin to each element of the path.
std::vector<Lengths> Offsets(const Path& path) {
  std::vector<Lengths> offsets;
  Lengths at;
  for (const PathElement& element : path) {
    offsets.push_back(at);
    at = {AddLength(at.min, element.gap.min),
          AddLength(at.max, element.gap.max)};
  }
  return offsets;
}

// All codes of the bytes of elements [begin, end).
CodeSet InsideOf(const Path& path, size_t begin, size_t end) {
  CodeSet inside = 0;
  for (size_t i = begin; i < end; ++i) inside |= path[i].inside;
  return inside;
}

double FrequencyOf(const std::vector<CodeSet>& codes) {
  return codes.size() == 4 && Combinations(codes) <= kMaxCombinationsCounted
             ? GramFrequency(std::span<const CodeSet, 4>(codes.data(), 4))
             : ExpectedFrequency(codes);
}

// What leads to the anchor, without the first elements if they alone may be
// anything.
void DescribeBefore(const Path& path, size_t anchor_begin, Anchor& anchor) {
  double fewest = anchor.before_max + 1;
  uint32_t slack = 0;
  anchor.before_inside = ~CodeSet{0};
  for (size_t k = 0; k <= std::min(anchor_begin, kMaxSlackElements); ++k) {
    const CodeSet inside = InsideOf(path, k, anchor_begin);
    const double starts = slack + ExpectedRun(inside, anchor.before_max + 1);
    if (starts < fewest) {
      fewest = starts;
      anchor.before_inside = inside;
      anchor.before_slack = slack;
    }
    slack = AddLength(slack, path[k].gap.max);
    if (slack > anchor.before_max) return;
  }
}

std::optional<Candidate> WindowAt(const Path& path, size_t begin, size_t length,
                                  Lengths offset) {
  if (begin + length > path.size() || offset.max > kMaxBefore) return {};
  Candidate candidate;
  Anchor& anchor = candidate.anchor;
  for (size_t i = begin; i < begin + length; ++i) {
    if (path[i].codes == 0) return {};
    anchor.codes.push_back(path[i].codes);
  }
  if (Combinations(anchor.codes) > kMaxGramsPerAnchor) return {};
  anchor.before_min = offset.min;
  anchor.before_max = offset.max;
  DescribeBefore(path, begin, anchor);
  anchor.frequency = FrequencyOf(anchor.codes);
  if (length == 2 && anchor.frequency > kMaxPairFrequency) return {};
  candidate.neighbours = NeighboursOf(path, begin, length);
  return candidate;
}

// Codes that stand side by side from `begin` on, at most `limit` of them.
std::vector<CodeSet> RunAt(const Path& path, size_t begin, size_t limit) {
  std::vector<CodeSet> run;
  for (size_t i = begin; i < path.size() && run.size() < limit; ++i) {
    if (path[i].codes == 0) break;
    run.push_back(path[i].codes);
  }
  return run;
}

// Bytes from the begin of element `from` to that of the later element `to`.
Lengths Between(const Path& path, size_t from, size_t to) {
  Lengths sum;
  for (size_t i = from; i < to; ++i) {
    sum = {AddLength(sum.min, path[i].gap.min),
           AddLength(sum.max, path[i].gap.max)};
  }
  return sum;
}

// Adds the run that is least likely to stand in its range by chance, and
// returns how likely.
double AddFollower(const Path& path, size_t anchor_begin, Anchor& anchor) {
  double best = kUsefulFollower;
  for (size_t begin = 0; begin < path.size(); ++begin) {
    const bool overlaps =
        begin >= anchor_begin && begin < anchor_begin + anchor.codes.size();
    std::vector<CodeSet> run = RunAt(path, begin, kFollowerCodes);
    if (overlaps || run.empty()) continue;
    const bool is_before = begin < anchor_begin;
    const Lengths distance = is_before ? Between(path, begin, anchor_begin)
                                       : Between(path, anchor_begin, begin);
    if (distance.max > kMaxFollowerDistance) continue;
    // Looks see to what has its fixed place beside the anchor.
    const int32_t reach = is_before ? -Neighbours::kFirst : Neighbours::kLast;
    if (distance.min == distance.max &&
        distance.max <= static_cast<uint32_t>(reach)) {
      continue;
    }
    // Behind the anchor only as far as a run of what may lie between.
    const CodeSet inside =
        is_before ? ~CodeSet{0}
                  : InsideOf(path, anchor_begin + anchor.codes.size(), begin);
    const double chance = ExpectedFrequency(run) *
                          ExpectedRun(inside, distance.max - distance.min + 1);
    if (chance >= best) continue;
    best = chance;
    anchor.follow = std::move(run);
    anchor.follow_inside = inside;
    const auto near = static_cast<int32_t>(distance.min);
    const auto far = static_cast<int32_t>(distance.max);
    anchor.follow_min = is_before ? -far : near;
    anchor.follow_max = is_before ? -near : far;
  }
  return anchor.follow.empty() ? 1 : best;
}

struct RatedWindow {
  Candidate candidate;
  size_t begin = 0;
  double looks = 1;  // chance
  double cost = 0;   // without a follower
};

// The few windows of a path that are cheapest by themselves, cheapest first.
std::vector<RatedWindow> CheapWindows(const Path& path) {
  const std::vector<Lengths> offsets = Offsets(path);
  std::vector<RatedWindow> rated;
  for (size_t begin = 0; begin < path.size(); ++begin) {
    for (const size_t length : {size_t{4}, size_t{2}}) {
      auto candidate = WindowAt(path, begin, length, offsets[begin]);
      if (!candidate) continue;
      const double looks =
          ChooseLooks(candidate->neighbours, candidate->anchor);
      const double cost = Cost(candidate->anchor, looks, 1);
      size_t place = rated.size();
      while (place > 0 && rated[place - 1].cost > cost) --place;
      if (place == kRatedWithFollower) continue;
      if (rated.size() == kRatedWithFollower) rated.pop_back();
      rated.insert(rated.begin() + static_cast<std::ptrdiff_t>(place),
                   {std::move(*candidate), begin, looks, cost});
    }
  }
  return rated;
}

std::optional<Candidate> CheapestWindow(const Path& path) {
  std::optional<Candidate> best;
  double best_cost = 0;
  for (RatedWindow& window : CheapWindows(path)) {
    Anchor& anchor = window.candidate.anchor;
    // Where hits are rare, a follower would only part what can be one anchor.
    const bool is_rare =
        window.cost - Cost(anchor, window.looks, 0) < kRareCost;
    const double follower =
        is_rare ? 1 : AddFollower(path, window.begin, anchor);
    const double cost = Cost(anchor, window.looks, follower);
    if (best && cost >= best_cost) continue;
    best = std::move(window.candidate);
    best_cost = cost;
  }
  return best;
}

// Makes `known` speak for the paths of `other` too; both have the same codes
// and follower.
void Merge(const Candidate& other, Candidate& known) {
  Anchor& anchor = known.anchor;
  const Anchor& added = other.anchor;
  anchor.before_min = std::min(anchor.before_min, added.before_min);
  anchor.before_max = std::max(anchor.before_max, added.before_max);
  anchor.before_inside |= added.before_inside;
  anchor.before_slack = std::max(anchor.before_slack, added.before_slack);
  anchor.follow_min = std::min(anchor.follow_min, added.follow_min);
  anchor.follow_max = std::max(anchor.follow_max, added.follow_max);
  anchor.follow_inside |= added.follow_inside;
  known.neighbours.Widen(other.neighbours);
}

Error NoAnchor() {
  return {ErrorCode::kUnsupportedPattern,
          "The pattern has no anchor: on some way to match there are no four "
          "neighbouring narrow characters (or two rare ones, such as '@' next "
          "to a letter) at a bounded distance from its begin. Put a fixed "
          "prefix or separator into it and bound what stands before.",
          "", 0, 0};
}

Error TooFrequent(double frequency) {
  const auto per_kb = static_cast<int>(frequency * 1024);
  return {ErrorCode::kUnsupportedPattern,
          "The pattern's best anchor occurs about " + std::to_string(per_kb) +
              " times per KB of ordinary text; make it more specific.",
          "", 0, 0};
}

std::string DescribeCodes(CodeSet set) {
  std::string members;
  for (uint32_t c = 0x20; c < 0x7F; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool other_digit = c >= '1' && c <= '9';
    if (upper || other_digit) continue;
    if ((set >> kCodeOfByte[c]) & 1) {
      members += c == '0' ? "0-9" : std::string(1, static_cast<char>(c));
    }
  }
  if ((set >> kCodeOtherSpace) & 1) members += "\\s";
  if ((set >> kCodeNonAscii) & 1) members += "\\x80-";
  return std::popcount(set) == 1 && members != "0-9" ? members
                                                     : "[" + members + "]";
}

}  // namespace

Result<std::vector<Anchor>> FindAnchors(re2::Regexp* regexp) {
  // Paths often share a window; one entry with the union of the distances
  // does for all of them.
  using Key = std::pair<std::vector<CodeSet>, std::vector<CodeSet>>;
  std::map<Key, Candidate> merged;
  for (const Path& path : PathsOf(regexp)) {
    auto candidate = CheapestWindow(WithMarksInPlace(path));
    if (!candidate) return NoAnchor();
    const Key key = {candidate->anchor.codes, candidate->anchor.follow};
    const auto [entry, added] = merged.try_emplace(key, *candidate);
    if (!added) Merge(*candidate, entry->second);
  }
  std::vector<Anchor> anchors;
  double frequency = 0;
  uint64_t grams = 0;
  const std::vector<CodeSet>* last = nullptr;
  for (auto& [key, candidate] : merged) {
    Anchor& anchor = candidate.anchor;
    // One place in the text may serve several followers.
    if (last == nullptr || *last != key.first) {
      frequency += anchor.frequency;
      grams += Combinations(key.first);
    }
    last = &key.first;
    ChooseLooks(candidate.neighbours, anchor);
    anchors.push_back(std::move(anchor));
  }
  if (frequency > kMaxFrequency || grams > kMaxGramsPerRule) {
    return TooFrequent(frequency);
  }
  return anchors;
}

std::vector<uint32_t> GramsOf(const Anchor& anchor) {
  std::vector<uint32_t> grams = {0};
  for (size_t i = 0; i < anchor.codes.size(); ++i) {
    std::vector<uint32_t> longer;
    for (const uint32_t gram : grams) {
      for (uint32_t code = 0; code < kCodeCount; ++code) {
        if (((anchor.codes[i] >> code) & 1) == 0) continue;
        longer.push_back(gram | uint32_t{kByteOfCode[code]} << (8 * i));
      }
    }
    grams = std::move(longer);
  }
  return grams;
}

std::string DescribeAnchor(const Anchor& anchor) {
  std::string text;
  for (const CodeSet set : anchor.codes) {
    if (!text.empty()) text += ' ';
    text += DescribeCodes(set);
  }
  return text;
}

}  // namespace sluice
