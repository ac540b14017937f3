#include "scanner/look_masks.h"

#include <algorithm>
#include <iterator>

#include "scanner/canonical.h"

namespace sluice {
namespace {

constexpr uint32_t kMinAnchors = 8;

}  // namespace

LookMasks::LookMasks(const PrefilterTables& tables) {
  if (tables.list_begin.empty()) return;
  const auto lists = static_cast<uint32_t>(tables.list_begin.size()) - 1;
  masks_of_list_.resize(lists, kNoMasks);
  for (uint32_t list = 0; list < lists; ++list) {
    const uint32_t size = tables.list_begin[list + 1] - tables.list_begin[list];
    if (size >= kMinAnchors && size <= kMaxAnchors) Add(tables, list);
  }
}

void LookMasks::Add(const PrefilterTables& tables, uint32_t list) {
  const size_t begin = masks_.size();
  masks_of_list_[list] =
      static_cast<uint16_t>(begin / (kOffsetCount * kCodeCount));
  const uint32_t first = tables.list_begin[list];
  const uint32_t last = tables.list_begin[list + 1];
  masks_.resize(begin + kOffsetCount * kCodeCount,
                ~uint32_t{0} >> (kMaxAnchors - (last - first)));
  for (uint32_t i = first; i < last; ++i) {
    const AnchorRecord& anchor = tables.anchors[tables.list_anchors[i]];
    for (const LookRecord& look :
         tables.looks.subspan(anchor.look_begin, anchor.look_count)) {
      const auto* offset =
          std::find(std::begin(kOffsets), std::end(kOffsets), look.offset);
      if (offset == std::end(kOffsets)) continue;
      const CodeSetRecord& set = tables.code_sets[look.codes];
      uint32_t* masks =
          &masks_[begin + static_cast<size_t>(offset - kOffsets) * kCodeCount];
      for (uint32_t code = 0; code < kCodeCount; ++code) {
        if (!set.Has(code)) masks[code] &= ~(1u << (i - first));
      }
    }
  }
}

uint32_t LookMasks::Fitting(uint32_t list, std::string_view seen,
                            uint32_t position) const {
  const uint32_t* masks =
      &masks_[masks_of_list_[list] * size_t{kOffsetCount * kCodeCount}];
  uint32_t fitting = ~uint32_t{0};
  for (const int32_t offset : kOffsets) {
    // Below 0 wraps around to beyond any text.
    const uint32_t at = position + static_cast<uint32_t>(offset);
    const uint32_t code = at < seen.size()
                              ? kCodeOfByte[static_cast<uint8_t>(seen[at])]
                              : kCodeEdge;
    fitting &= masks[code];
    if (fitting == 0) return 0;
    masks += kCodeCount;
  }
  return fitting;
}

}  // namespace sluice
