#include "scanner/sort.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <vector>

namespace sluice {
namespace {

// Puts record places[i] at i, for all i; `places` is used up.
void Place(const RecordOrder& order, std::vector<uint32_t>& places) {
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
  std::vector<uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0u);
  const auto less = [&order](uint32_t a, uint32_t b) {
    return order.Less(a, b);
  };
  if (std::is_sorted(places.begin(), places.end(), less)) return;
  std::stable_sort(places.begin(), places.end(), less);
  Place(order, places);
}

}  // namespace sluice
