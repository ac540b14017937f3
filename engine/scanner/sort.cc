#include "scanner/sort.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace sluice {
namespace {

using Indices = std::vector<uint32_t>;

bool IsSorted(const RecordOrder& order, uint32_t count) {
  for (uint32_t i = 1; i < count; ++i) {
    if (order.Less(i, i - 1)) return false;
  }
  return true;
}

// Merges [begin, middle) and [middle, end) of `from`, both sorted, into `to`.
void Merge(const RecordOrder& order, const Indices& from, uint32_t begin,
           uint32_t middle, uint32_t end, Indices& to) {
  uint32_t left = begin, right = middle;
  for (uint32_t at = begin; at < end; ++at) {
    const bool take_right =
        left == middle || (right < end && order.Less(from[right], from[left]));
    to[at] = from[take_right ? right++ : left++];
  }
}

// Puts record places[i] at i, for all i; `places` is used up.
void Place(const RecordOrder& order, Indices& places) {
  uint8_t held[kMaxSortedRecord];
  const auto at = [&order](uint32_t i) {
    return order.records + i * order.size;
  };
  for (uint32_t i = 0; i < places.size(); ++i) {
    if (places[i] == i) continue;
    std::memcpy(held, at(i), order.size);
    uint32_t hole = i;
    for (uint32_t next = places[i]; next != i; next = places[hole]) {
      std::memcpy(at(hole), at(next), order.size);
      places[hole] = hole;
      hole = next;
    }
    std::memcpy(at(hole), held, order.size);
    places[hole] = hole;
  }
}

}  // namespace

void SortRecords(const RecordOrder& order, uint32_t count) {
  if (IsSorted(order, count)) return;
  Indices places(count), merged(count);
  for (uint32_t i = 0; i < count; ++i) places[i] = i;
  // Widths double, as 64 bits lest they wrap around.
  for (uint64_t width = 1; width < count; width *= 2) {
    for (uint64_t begin = 0; begin < count; begin += 2 * width) {
      const auto clipped = [count](uint64_t index) {
        return static_cast<uint32_t>(std::min<uint64_t>(index, count));
      };
      Merge(order, places, clipped(begin), clipped(begin + width),
            clipped(begin + 2 * width), merged);
    }
    places.swap(merged);
  }
  Place(order, places);
}

}  // namespace sluice
