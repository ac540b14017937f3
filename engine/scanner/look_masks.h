// For lists of many anchors: which of them the bytes around a hit leave, found
// by a few table look-ups instead of one look after the other.
#ifndef SLUICE_SCANNER_LOOK_MASKS_H_
#define SLUICE_SCANNER_LOOK_MASKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/program.h"

namespace sluice {

// Made once from the database; 2 KB a list, and few lists are long.
class LookMasks {
 public:
  // One bit an anchor: longer lists are looked at anchor by anchor.
  static constexpr uint32_t kMaxAnchors = 32;
  // The places that are asked about, from the anchor's begin, in this order:
  // what stands right at a gram tells most.
  static constexpr int32_t kOffsets[] = {4, -1, 5, -2, 6, -3, 7, -4};

  LookMasks() = default;
  explicit LookMasks(const PrefilterTables& tables);

  bool Has(uint32_t list) const { return masks_of_list_[list] != kNoMasks; }

  // Bit i: no byte at kOffsets from `position` speaks against the list's
  // anchor i. Only for lists that Has() holds for.
  uint32_t Fitting(uint32_t list, std::string_view seen,
                   uint32_t position) const;

 private:
  static constexpr uint16_t kNoMasks = 0xFFFF;
  static constexpr uint32_t kOffsetCount = 8;

  void Add(const PrefilterTables& tables, uint32_t list);

  std::vector<uint16_t> masks_of_list_;
  std::vector<uint32_t> masks_;  // by list, offset and code
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_LOOK_MASKS_H_
