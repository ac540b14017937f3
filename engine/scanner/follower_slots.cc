#include "scanner/follower_slots.h"

#include <algorithm>

namespace sluice {
namespace {

// Anchors with the same key share a slot.
uint64_t KeyOf(const AnchorRecord& anchor) {
  return uint64_t{anchor.follow_begin} << 32 |
         uint64_t{anchor.follow_count} << 16 |
         static_cast<uint16_t>(anchor.follow_min);
}

}  // namespace

FollowerSlots::FollowerSlots(const PrefilterTables& tables)
    : slots_(tables.anchors.size(), 0) {
  std::vector<uint64_t> keys;
  for (const AnchorRecord& anchor : tables.anchors) {
    if (anchor.follow_count != 0) keys.push_back(KeyOf(anchor));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  count_ = static_cast<uint32_t>(keys.size());
  for (size_t i = 0; i < slots_.size(); ++i) {
    const AnchorRecord& anchor = tables.anchors[i];
    if (anchor.follow_count == 0) continue;
    const auto slot = std::lower_bound(keys.begin(), keys.end(), KeyOf(anchor));
    slots_[i] = static_cast<uint16_t>(slot - keys.begin());
  }
}

}  // namespace sluice
