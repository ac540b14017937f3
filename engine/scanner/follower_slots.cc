#include "scanner/follower_slots.h"

#include <algorithm>
#include <functional>

#include "scanner/sort.h"

namespace sluice {
namespace {

constexpr uint16_t kNone = 0xFFFF;

// Anchors with the same key share a slot.
uint64_t KeyOf(const AnchorRecord& anchor) {
  return uint64_t{anchor.follow_begin} << 32 |
         uint64_t{anchor.follow_count} << 16 |
         static_cast<uint16_t>(anchor.follow_min);
}

}  // namespace

FollowerSlots::FollowerSlots(const PrefilterTables& tables)
    : slots_(tables.anchors.size(), 0), runs_(tables.code_sets.size(), kNone) {
  std::vector<uint64_t> keys;
  for (const AnchorRecord& anchor : tables.anchors) {
    if (anchor.follow_count != 0) keys.push_back(KeyOf(anchor));
  }
  Sort(keys.data(), keys.size(), std::less<uint64_t>());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  count_ = static_cast<uint32_t>(keys.size());
  for (size_t i = 0; i < slots_.size(); ++i) {
    const AnchorRecord& anchor = tables.anchors[i];
    if (anchor.follow_count == 0) continue;
    const auto slot = std::lower_bound(keys.begin(), keys.end(), KeyOf(anchor));
    slots_[i] = static_cast<uint16_t>(slot - keys.begin());
    if (anchor.follow_inside == kAnyCodes) continue;
    uint16_t& run = runs_[anchor.follow_inside];
    if (run == kNone) run = static_cast<uint16_t>(run_count_++);
  }
}

}  // namespace sluice
