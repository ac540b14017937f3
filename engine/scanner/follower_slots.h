// Which anchors look for the same follower at the same distance: what one of
// them found, the others need not look for again.
#ifndef SLUICE_SCANNER_FOLLOWER_SLOTS_H_
#define SLUICE_SCANNER_FOLLOWER_SLOTS_H_

#include <cstdint>
#include <vector>

#include "scanner/program.h"

namespace sluice {

// Made once from the database.
class FollowerSlots {
 public:
  FollowerSlots() = default;
  explicit FollowerSlots(const PrefilterTables& tables);

  uint32_t count() const { return count_; }
  // Below count(); only for anchors that have a follower.
  uint32_t Of(uint32_t anchor) const { return slots_[anchor]; }

 private:
  std::vector<uint16_t> slots_;  // per anchor
  uint32_t count_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_FOLLOWER_SLOTS_H_
