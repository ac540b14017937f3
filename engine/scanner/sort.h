// One std::stable_sort for all that is sorted: compiled for each kind of record
// it would be several kilobytes of code each time.
#ifndef SLUICE_SCANNER_SORT_H_
#define SLUICE_SCANNER_SORT_H_

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace sluice {

inline constexpr size_t kMaxSortedRecord = 64;

// Records of any type, and what comes before what.
struct RecordOrder {
  uint8_t* records = nullptr;
  size_t size = 0;  // of each, kMaxSortedRecord at most
  bool (*less)(const void* a, const void* b, const void* context) = nullptr;
  const void* context = nullptr;

  bool Less(uint32_t a, uint32_t b) const {
    return less(records + a * size, records + b * size, context);
  }
};

// Sorts `count` records, equal ones in the order they stood in. Time is linear
// where they are sorted already, else O(count log count); takes six bytes of
// memory for each.
void SortRecords(const RecordOrder& order, uint32_t count);

template <typename Record, typename Less>
void Sort(Record* records, size_t count, const Less& less) {
  static_assert(std::is_trivially_copyable_v<Record> &&
                sizeof(Record) <= kMaxSortedRecord);
  const auto ask = [](const void* a, const void* b, const void* context) {
    return (*static_cast<const Less*>(context))(*static_cast<const Record*>(a),
                                                *static_cast<const Record*>(b));
  };
  SortRecords({reinterpret_cast<uint8_t*>(records), sizeof(Record), ask, &less},
              static_cast<uint32_t>(count));
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_SORT_H_
