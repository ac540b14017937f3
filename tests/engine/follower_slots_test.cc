// Anchors that look for one follower at one distance look for it together.
#include "scanner/follower_slots.h"

#include <doctest/doctest.h>

#include <vector>

#include "default_rules.h"
#include "scanner/database_image.h"

namespace sluice {
namespace {

AnchorRecord WithFollower(uint16_t begin, uint16_t count, int16_t nearest) {
  AnchorRecord anchor;
  anchor.follow_begin = begin;
  anchor.follow_count = count;
  anchor.follow_min = nearest;
  return anchor;
}

TEST_CASE("a slot is a follower and where its range begins") {
  const std::vector<AnchorRecord> anchors = {
      WithFollower(7, 2, -30), WithFollower(7, 2, 4), AnchorRecord{},
      WithFollower(7, 3, 4),   WithFollower(7, 2, 4), WithFollower(9, 2, 4)};
  PrefilterTables tables;
  tables.anchors = anchors;
  const FollowerSlots slots(tables);
  CHECK(slots.count() == 4);
  CHECK(slots.Of(1) == slots.Of(4));
  for (const uint32_t other : {0u, 3u, 5u})
    CHECK(slots.Of(other) != slots.Of(1));
}

TEST_CASE("many anchors of the default rules share a slot") {
  const DatabaseImage& image = OwnRules().database.image();
  uint32_t with_follower = 0;
  for (const AnchorRecord& anchor : image.prefilter.anchors) {
    with_follower += anchor.follow_count != 0 ? 1 : 0;
  }
  CHECK(image.followers.count() > 0);
  CHECK(image.followers.count() < with_follower);
}

}  // namespace
}  // namespace sluice
