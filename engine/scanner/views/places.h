// Finds the places of a text where something could begin, sixteen bytes at a
// time where the machine can.
#ifndef SLUICE_SCANNER_VIEWS_PLACES_H_
#define SLUICE_SCANNER_VIEWS_PLACES_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#include "scanner/bytes.h"
#include "scanner/simd.h"

namespace sluice {

// 1 for the bytes of `members`.
constexpr std::array<uint8_t, 256> TableOf(std::string_view members) {
  std::array<uint8_t, 256> table{};
  for (const char c : members) table[static_cast<uint8_t>(c)] = 1;
  return table;
}

#if SLUICE_SIMD
// Sixteen answers at once: all bits of a byte set for yes.
inline Mask16 Is(Bytes16 v, char c) { return v == static_cast<uint8_t>(c); }
inline Mask16 IsIn(Bytes16 v, char first, char last) {
  return (v - static_cast<uint8_t>(first)) <=
         static_cast<uint8_t>(last - first);
}
inline Mask16 AreDigits(Bytes16 v) { return IsIn(v, '0', '9'); }
inline Mask16 AreLetters(Bytes16 v) { return IsIn(v | 0x20, 'a', 'z'); }
// IsTokenByte of bytes.h.
inline Mask16 AreTokenBytes(Bytes16 v) {
  return IsIn(v, '-', '9') | IsIn(v, '@', 'Z') | IsIn(v, 'a', 'z') |
         Is(v, '_') | Is(v, '~') | Is(v, '+') | Is(v, '=');
}
// IsWordByteOrUtf8 of bytes.h.
inline Mask16 AreWordBytes(Bytes16 v) {
  return AreDigits(v) | AreLetters(v) | Is(v, '_') | (v >= 0x80);
}

// The bytes around sixteen places.
class Around {
 public:
  explicit Around(const char* at) : at_(at) {}
  Bytes16 operator()(int offset) const { return LoadBytes(at_ + offset); }

 private:
  const char* at_;
};
#endif

#if SLUICE_SIMD
inline constexpr uint32_t kBlock = 64;

// One bit for each of 64 places, by a test of sixteen.
template <typename Test>
uint64_t BlockBits(const char* at, const Test& test) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < kBlock; i += static_cast<uint32_t>(kLanes)) {
    bits |= uint64_t{BitsOf(test(Around(at + i)))} << i;
  }
  return bits;
}
#endif

// Hands the places of `text` to `take` in ascending order; `take` returns the
// first position that may be a place again. A place has a byte of `table`;
// `quick` and `test` hold there, which look `before` bytes back and `after`
// bytes ahead of it. They only spare work: without vectors, and at the edges of
// the text, places are handed out that fail them.
template <uint32_t before, uint32_t after, typename Quick, typename Test,
          typename Take>
void ForEachPlace(std::string_view text, const std::array<uint8_t, 256>& table,
                  [[maybe_unused]] Quick quick, [[maybe_unused]] Test test,
                  Take take) {
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t next = 0;
  const auto take_one_by_one = [&](uint32_t end) {
    while (next < end) {
      const bool is_place = table[static_cast<uint8_t>(text[next])] != 0;
      next =
          is_place ? std::min(std::max(take(next), next + 1), size) : next + 1;
    }
  };
#if SLUICE_SIMD
  take_one_by_one(std::min(before, size));
  const char* data = text.data();
  while (next + kBlock + after <= size) {
    const uint32_t at = next;
    uint64_t places = BlockBits(data + at, quick);
    if (places != 0) places &= BlockBits(data + at, test);
    for (; places != 0; places &= places - 1) {
      const uint32_t place =
          at + static_cast<uint32_t>(std::countr_zero(places));
      if (place < next) continue;
      next = std::min(std::max(take(place), place + 1), size);
    }
    next = std::max(next, at + kBlock);
  }
#endif
  take_one_by_one(size);
}

#if !SLUICE_SIMD
// Finds places where `count` bytes in a row may be of a class, by looking only
// around every `count`-th byte. `table` has 1 for the class, 0 for others.
template <uint32_t count, typename Table>
uint32_t FindRunProbe(std::string_view text, uint32_t probe,
                      const Table& table) {
  // Of a run that covers the probe, half lies before or behind it.
  constexpr uint32_t kHalf = (count - 1) / 2;
  const auto size = static_cast<uint32_t>(text.size());
  while (probe >= kHalf && probe + kHalf < size) {
    const char* at = text.data() + probe;
    uint32_t before = 1, after = 1;
    for (uint32_t i = 0; i <= kHalf; ++i) {
      before &= table[static_cast<uint8_t>(at[-static_cast<int>(i)])];
      after &= table[static_cast<uint8_t>(at[i])];
    }
    if ((before | after) != 0) return probe;
    probe += count;
  }
  return probe;
}
#endif

// A position at or behind `from` near any first run of `count` bytes of `table`
// that ends behind `from`: inside the run or, if that was no run, anywhere
// before the next; the size of the text or more if there is none. `test` is the
// class once more, for sixteen bytes; `holds` tells of sixteen places and their
// neighbours to the left what runs have and other text has not.
template <uint32_t count, typename Test, typename Holds>
uint32_t FindRun(std::string_view text, uint32_t from,
                 const std::array<uint8_t, 256>& table,
                 [[maybe_unused]] Test test, [[maybe_unused]] Holds holds) {
  static_assert(count == 12 || count == 16);
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t at = from;
#if SLUICE_SIMD
  // A run covers two (or three) words of four bytes next to each other,
  // wherever it begins.
  using Words4 = int32_t __attribute__((vector_size(16)));
  constexpr uint32_t kStep = static_cast<uint32_t>(kLanes);
  if (at == 0) at = 1;
  // What stands before may be part of the run.
  const bool may_go_on =
      at <= size && size != 0 && table[static_cast<uint8_t>(text[at - 1])] != 0;
  uint32_t held_before = 1;  // 1: not known
  Words4 last = Words4{} - static_cast<int32_t>(may_go_on);
  for (; at + kLanes <= size; at += kStep) {
    const Bytes16 bytes = LoadBytes(text.data() + at);
    const Words4 full = reinterpret_cast<Words4>(test(bytes)) == -1;
    Words4 run = full & __builtin_shufflevector(last, full, 3, 4, 5, 6);
    if (count == 16) run &= __builtin_shufflevector(last, full, 2, 3, 4, 5);
    last = full;
    const uint32_t runs = BitsOf(reinterpret_cast<Mask16>(run));
    // Runs of twelve come and go, and so does what they have: a branch on each
    // is dearer than asking always.
    if (count == 16 && runs == 0) {
      held_before = 1;
      continue;
    }
    const uint32_t held = BitsOf(holds(Around(text.data() + at)));
    const bool is_run = (runs != 0) & ((held | held_before) != 0);
    held_before = held;
    if (is_run) {
      return at + static_cast<uint32_t>(std::countr_zero(runs));
    }
  }
  while (at < size && table[static_cast<uint8_t>(text[at])] == 0) ++at;
#else
  // Every `count`-th byte is enough: a run covers one of them.
  at = FindRunProbe<count>(text, at + count - 1, table);
#endif
  return at;
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_PLACES_H_
