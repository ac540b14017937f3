// Hash tables of words, filled by the compiler: the program holds hashes, not
// words. Open addressing; entries of equal hash stand next to each other.
#ifndef SLUICE_SCANNER_DETECTORS_WORD_TABLE_H_
#define SLUICE_SCANNER_DETECTORS_WORD_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

// FNV-1a.
inline constexpr uint32_t kHashBasis = 2166136261u;
constexpr uint32_t HashByte(uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}
constexpr uint32_t HashWord(std::string_view word) {
  uint32_t hash = kHashBasis;
  for (char c : word) hash = HashByte(hash, c);
  return hash;
}

// kSlots is a power of two, at least twice the number of words. A value has 9
// bits and is not 0; 23 bits of the hash tell words apart.
template <uint32_t kSlots>
class WordTable {
 public:
  constexpr void Add(uint32_t hash, uint32_t value) {
    uint32_t slot = SlotOf(hash);
    while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
    slots_[slot] = (hash & kHashMask) | value;
  }

  // Calls `visit(slot, value)` for every entry with this hash.
  template <typename Visit>
  constexpr void ForEach(uint32_t hash, Visit visit) const {
    for (uint32_t slot = SlotOf(hash); slots_[slot] != 0;
         slot = (slot + 1) % kSlots) {
      if (((slots_[slot] ^ hash) & kHashMask) == 0) {
        visit(slot, slots_[slot] & ~kHashMask);
      }
    }
  }

 private:
  static constexpr uint32_t kHashMask = ~511u;
  static constexpr uint32_t SlotOf(uint32_t hash) {
    return (hash ^ hash >> 15) % kSlots;
  }

  std::array<uint32_t, kSlots> slots_{};
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_WORD_TABLE_H_
