// Whether what the compiler knows of an anchor's surroundings stands in the
// text: the anchor's looks, its follower, and what leads to it.
#ifndef SLUICE_SCANNER_ANCHOR_SURROUNDINGS_H_
#define SLUICE_SCANNER_ANCHOR_SURROUNDINGS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/canonical.h"
#include "scanner/follower_slots.h"
#include "scanner/prefilter.h"
#include "scanner/program.h"

namespace sluice {

// Pays out of a budget for work much smaller than a step of a matcher.
class LookBudget {
 public:
  explicit LookBudget(Budget& budget) : budget_(budget) {}

  // Pays for `count` looks; false: the budget is exhausted.
  bool Pay(uint32_t count) {
    unpaid_ += count;
    const uint32_t steps = unpaid_ / kLooksPerStep;
    unpaid_ %= kLooksPerStep;
    return !budget_.exhausted && budget_.Pay(steps);
  }

 private:
  // Looks that cost as much as a step of a matcher.
  static constexpr uint32_t kLooksPerStep = 4;

  Budget& budget_;
  uint32_t unpaid_ = 0;
};

// Whether one neighbour of an anchor at `position` fits.
inline bool LookHolds(const PrefilterTables& tables, const LookRecord& look,
                      std::string_view seen, uint32_t position) {
  // Below 0 wraps around to beyond any text.
  const uint32_t at = position + static_cast<uint32_t>(int32_t{look.offset});
  const uint32_t code = at < seen.size()
                            ? kCodeOfByte[static_cast<uint8_t>(seen[at])]
                            : kCodeEdge;
  return tables.code_sets[look.codes].Has(code);
}

// Whether all of the anchor's looks from `first` on do.
inline bool LooksHold(const PrefilterTables& tables, const AnchorRecord& anchor,
                      uint32_t first, std::string_view seen,
                      uint32_t position) {
  for (uint32_t i = first; i < anchor.look_count; ++i) {
    const LookRecord& look = tables.looks[anchor.look_begin + i];
    if (!LookHolds(tables, look, seen, position)) return false;
  }
  return true;
}

// Remembers what was walked over: hits come in ascending order, so that no
// place needs to be looked at twice for one slot. For one text.
class AnchorSurroundings {
 public:
  // All must outlive this.
  AnchorSurroundings(const PrefilterTables& tables, const FollowerSlots& slots,
                     LookBudget& looks)
      : tables_(tables),
        slots_(slots),
        looks_(looks),
        followers_(slots.count()),
        runs_(slots.run_count()) {}

  // Whether the follower of anchor `index` stands in its range around the hit.
  bool HasFollower(uint32_t index, std::string_view seen,
                   const PrefilterHit& hit);

  // The farthest start from which only bytes lead to the anchor that may.
  uint32_t FirstStart(const AnchorRecord& anchor, std::string_view seen,
                      uint32_t position);

 private:
  static constexpr uint32_t kNowhere = 0xFFFFFFFFu;
  struct FollowerSearch {
    uint32_t searched = 0;      // places before this were looked at
    uint32_t found = kNowhere;  // the last follower among them
  };
  // The bytes [begin, end) are all in one code set; so may be those behind.
  struct Run {
    uint32_t begin = 0;
    uint32_t end = 0;
  };

  bool IsFollower(const AnchorRecord& anchor, std::string_view seen,
                  size_t at) const;
  uint32_t EndOfRun(const AnchorRecord& anchor, std::string_view seen,
                    uint32_t begin, uint32_t last);

  const PrefilterTables& tables_;
  const FollowerSlots& slots_;
  LookBudget& looks_;
  std::vector<FollowerSearch> followers_;  // per slot
  std::vector<Run> runs_;                  // per slot of a code set
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_ANCHOR_SURROUNDINGS_H_
