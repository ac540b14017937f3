#include "compiler/anchors.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "compiler/paths.h"
#include "scanner/canonical.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxGramsPerAnchor = 4096;
constexpr uint32_t kMaxGramsPerRule = 16384;
// A follower is worth a look when fewer than this share of chance hits have it.
constexpr double kUsefulFollower = 0.3;
constexpr uint32_t kMaxFollowerDistance = 256;
constexpr size_t kFollowerCodes = 4;
constexpr double kMaxTriggerFrequency = 0.02;
constexpr int kMaxTriggersPerAnchor = 2;
// A start this far from its anchor is still tried; farther is refused.
constexpr uint32_t kMaxBefore = 4096;
// Rules that would be tried at more places than this are refused: one such
// rule would cost more than all the others.
constexpr double kMaxFrequency = 0.05;

uint64_t Combinations(std::span<const CodeSet> codes) {
  uint64_t product = 1;
  for (const CodeSet set : codes) {
    product *= static_cast<uint64_t>(std::popcount(set));
  }
  return product;
}

// Every trigger byte in the text costs a look, pair or not.
double TriggerCost(const Anchor& anchor) {
  if (anchor.codes.size() != 2) return 0;
  return ExpectedFrequency({anchor.codes.data() + anchor.trigger, 1});
}

// Work one occurrence causes: each start in its range is tried.
double Cost(const Anchor& anchor) {
  const double starts = anchor.before_max - anchor.before_min + 1;
  // Many grams fill the hash map and make false hits elsewhere.
  const double crowding =
      1.5e-6 * static_cast<double>(Combinations(anchor.codes));
  return anchor.frequency * (4 + starts) + crowding + TriggerCost(anchor);
}

// Distances from the match's begin to each element of the path.
std::vector<Lengths> Offsets(const Path& path) {
  std::vector<Lengths> offsets;
  Lengths at;
  for (const PathElement& element : path) {
    offsets.push_back(at);
    const Lengths step = element.codes != 0 ? Lengths{1, 1} : element.gap;
    at = {AddLength(at.min, step.min), AddLength(at.max, step.max)};
  }
  return offsets;
}

// Pairs are looked for where a rare byte stands; false when neither is rare.
bool ChooseTrigger(Anchor& anchor) {
  const double first = ExpectedFrequency({anchor.codes.data(), 1});
  const double second = ExpectedFrequency({anchor.codes.data() + 1, 1});
  anchor.trigger = first <= second ? 0 : 1;
  return std::min(first, second) <= kMaxTriggerFrequency &&
         std::popcount(anchor.codes[anchor.trigger]) <= kMaxTriggersPerAnchor;
}

std::optional<Anchor> WindowAt(const Path& path, size_t begin, size_t length,
                               Lengths offset) {
  if (begin + length > path.size() || offset.max > kMaxBefore) return {};
  Anchor anchor;
  for (size_t i = begin; i < begin + length; ++i) {
    if (path[i].codes == 0) return {};
    anchor.codes.push_back(path[i].codes);
  }
  if (Combinations(anchor.codes) > kMaxGramsPerAnchor) return {};
  if (length == 2 && !ChooseTrigger(anchor)) return {};
  anchor.before_min = offset.min;
  anchor.before_max = offset.max;
  anchor.frequency = ExpectedFrequency(anchor.codes);
  return anchor;
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
    const Lengths step = path[i].codes != 0 ? Lengths{1, 1} : path[i].gap;
    sum = {AddLength(sum.min, step.min), AddLength(sum.max, step.max)};
  }
  return sum;
}

// Adds the run that is least likely to stand in its range by chance.
void AddFollower(const Path& path, size_t anchor_begin, Anchor& anchor) {
  double best = kUsefulFollower;
  for (size_t begin = 0; begin < path.size(); ++begin) {
    const bool inside =
        begin >= anchor_begin && begin < anchor_begin + anchor.codes.size();
    std::vector<CodeSet> run = RunAt(path, begin, kFollowerCodes);
    if (inside || run.empty()) continue;
    const bool is_before = begin < anchor_begin;
    const Lengths distance = is_before ? Between(path, begin, anchor_begin)
                                       : Between(path, anchor_begin, begin);
    if (distance.max > kMaxFollowerDistance) continue;
    const double chance =
        ExpectedFrequency(run) * (distance.max - distance.min + 1);
    if (chance >= best) continue;
    best = chance;
    anchor.follow = std::move(run);
    const auto near = static_cast<int32_t>(distance.min);
    const auto far = static_cast<int32_t>(distance.max);
    anchor.follow_min = is_before ? -far : near;
    anchor.follow_max = is_before ? -near : far;
  }
}

std::optional<Anchor> CheapestWindow(const Path& path) {
  const std::vector<Lengths> offsets = Offsets(path);
  std::optional<Anchor> best;
  size_t best_begin = 0;
  for (size_t begin = 0; begin < path.size(); ++begin) {
    for (const size_t length : {size_t{4}, size_t{2}}) {
      auto anchor = WindowAt(path, begin, length, offsets[begin]);
      if (!anchor || (best && Cost(*anchor) >= Cost(*best))) continue;
      best = std::move(anchor);
      best_begin = begin;
    }
  }
  if (best) AddFollower(path, best_begin, *best);
  return best;
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
  std::map<Key, Anchor> merged;
  for (const Path& path : PathsOf(regexp)) {
    auto anchor = CheapestWindow(path);
    if (!anchor) return NoAnchor();
    const auto [entry, added] =
        merged.try_emplace({anchor->codes, anchor->follow}, *anchor);
    if (added) continue;
    Anchor& known = entry->second;
    known.before_min = std::min(known.before_min, anchor->before_min);
    known.before_max = std::max(known.before_max, anchor->before_max);
    known.follow_min = std::min(known.follow_min, anchor->follow_min);
    known.follow_max = std::max(known.follow_max, anchor->follow_max);
  }
  std::vector<Anchor> anchors;
  double frequency = 0;
  uint64_t grams = 0;
  const std::vector<CodeSet>* last = nullptr;
  for (auto& [key, anchor] : merged) {
    // One place in the text may serve several followers.
    if (last == nullptr || *last != key.first) {
      frequency += anchor.frequency;
      grams += Combinations(key.first);
    }
    last = &key.first;
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

std::vector<uint8_t> TriggersOf(const Anchor& anchor) {
  std::vector<uint8_t> triggers;
  for (uint32_t code = 0; code < kCodeCount; ++code) {
    if ((anchor.codes[anchor.trigger] >> code) & 1) {
      triggers.push_back(kByteOfCode[code]);
    }
  }
  return triggers;
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
