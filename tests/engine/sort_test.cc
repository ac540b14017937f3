#include "scanner/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {
namespace {

template <size_t kBytes>
struct Record {
  uint8_t key = 0;
  std::array<uint8_t, kBytes - 1> rest = {};

  bool operator==(const Record&) const = default;
};

// What std::stable_sort says, for `count` records with keys below `keys`.
template <size_t kBytes>
void CheckSort(uint32_t count, uint32_t keys) {
  std::vector<Record<kBytes>> records(count);
  uint32_t random = count * 31 + keys;
  for (uint32_t i = 0; i < count; ++i) {
    random = random * 1664525 + 1013904223;
    records[i].key = static_cast<uint8_t>((random >> 16) % keys);
    records[i].rest.fill(static_cast<uint8_t>(i));
  }
  const auto less = [](const Record<kBytes>& a, const Record<kBytes>& b) {
    return a.key < b.key;
  };
  auto expected = records;
  std::stable_sort(expected.begin(), expected.end(), less);
  Sort(records.data(), records.size(), less);
  CHECK(records == expected);
}

TEST_CASE("records of any size are sorted, equal ones as they stood") {
  for (uint32_t count = 0; count < 200; ++count) {
    for (const uint32_t keys : {1u, 2u, 7u, 250u}) {
      CheckSort<2>(count, keys);
      CheckSort<13>(count, keys);
      CheckSort<kMaxSortedRecord>(count, keys);
    }
  }
}

}  // namespace
}  // namespace sluice
