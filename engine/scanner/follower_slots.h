// Which anchors look for the same follower at the same distance, and which over
// runs of the same bytes: what one of them found, the others need not look for
// again.
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

  uint32_t run_count() const { return run_count_; }
  // Below run_count(); only for code sets that are some anchor's follow_inside.
  uint32_t RunOf(uint32_t code_set) const { return runs_[code_set]; }

 private:
  std::vector<uint16_t> slots_;  // per anchor
  std::vector<uint16_t> runs_;   // per code set
  uint32_t count_ = 0;
  uint32_t run_count_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_FOLLOWER_SLOTS_H_
