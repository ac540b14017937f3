// The masks of a list of anchors say what its looks say, one by one.
#include "scanner/look_masks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "default_rules.h"
#include "scanner/anchor_surroundings.h"
#include "scanner/database_image.h"

namespace sluice {
namespace {

// Letters, digits, signs, and bytes of no ASCII.
std::string RandomText(uint32_t seed, size_t size) {
  constexpr std::string_view kBytes =
      "0123456789 abEXYz_.,:-/+@=\"'\n\t\x01\xC3\xA9";
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < size) text += kBytes[random() % kBytes.size()];
  return text;
}

// Whether the anchor asks about bytes that masks do not know.
bool LooksElsewhere(const PrefilterTables& tables, const AnchorRecord& anchor) {
  for (const LookRecord& look :
       tables.looks.subspan(anchor.look_begin, anchor.look_count)) {
    const auto* const end = std::end(LookMasks::kOffsets);
    if (std::find(LookMasks::kOffsets, end, look.offset) == end) return true;
  }
  return false;
}

void CheckList(const PrefilterTables& tables, const LookMasks& masks,
               uint32_t list, std::string_view text) {
  const auto anchors = tables.AnchorsOf(list);
  for (uint32_t at = 0; at < text.size(); ++at) {
    const uint32_t fitting = masks.Fitting(list, text, at);
    for (uint32_t i = 0; i < LookMasks::kMaxAnchors; ++i) {
      const bool fits = (fitting >> i & 1) != 0;
      if (i >= anchors.size()) {
        REQUIRE(!fits);
        continue;
      }
      const AnchorRecord& anchor = tables.anchors[anchors[i]];
      const bool holds = LooksHold(tables, anchor, 0, text, at);
      CAPTURE(at);
      CAPTURE(i);
      if (holds) REQUIRE(fits);
      if (!LooksElsewhere(tables, anchor)) REQUIRE(fits == holds);
    }
  }
}

TEST_CASE("the masks of the default rules' long lists say what looks say") {
  const DatabaseImage& image = OwnRules().database.image();
  const PrefilterTables& tables = image.prefilter;
  uint32_t lists = 0, with_many = 0;
  for (uint32_t list = 0; list + 1 < tables.list_begin.size(); ++list) {
    if (!image.masks.Has(list)) continue;
    ++lists;
    with_many += tables.AnchorsOf(list).size() > 20 ? 1 : 0;
    CheckList(tables, image.masks, list, RandomText(list, 300));
    CheckList(tables, image.masks, list, "");
    CheckList(tables, image.masks, list, "1");
  }
  CHECK(lists > 5);
  CHECK(with_many > 0);
}

}  // namespace
}  // namespace sluice
