// Sixteen bytes at a time, and what the prefilter does with them.
#ifndef SLUICE_SCANNER_SIMD_H_
#define SLUICE_SCANNER_SIMD_H_

#include <cstdint>
#include <cstring>

#include "scanner/canonical.h"

#if defined(__wasm_simd128__) || defined(__SSE2__) || defined(__ARM_NEON)
#define SLUICE_SIMD 1
#else
#define SLUICE_SIMD 0
#endif

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace sluice {

inline constexpr size_t kLanes = 16;

#if SLUICE_SIMD
// The compilers' portable vectors: one source for SSE2, NEON and simd128.
using Bytes16 = uint8_t __attribute__((vector_size(16)));
using Mask16 = int8_t __attribute__((vector_size(16)));

inline Bytes16 LoadBytes(const void* from) {
  Bytes16 bytes;
  std::memcpy(&bytes, from, sizeof(bytes));
  return bytes;
}

inline Bytes16 Select(Mask16 mask, Bytes16 yes, Bytes16 no) {
  const Bytes16 bits = reinterpret_cast<Bytes16>(mask);
  return (yes & bits) | (no & ~bits);
}

// One bit for each byte of the mask, the first one lowest.
inline uint32_t BitsOf(Mask16 mask) {
#if defined(__SSE2__)
  return static_cast<uint32_t>(
      _mm_movemask_epi8(reinterpret_cast<__m128i>(mask)));
#elif defined(__wasm_simd128__)
  return wasm_i8x16_bitmask(reinterpret_cast<v128_t>(mask));
#else
  using Words2 = uint64_t __attribute__((vector_size(16)));
  // The product gathers the lowest bits of eight bytes in the highest byte.
  const Words2 words = reinterpret_cast<Words2>(mask) & 0x0101010101010101u;
  const Words2 bits = (words * 0x0102040810204080u) >> 56;
  return static_cast<uint32_t>(bits[0] | bits[1] << 8);
#endif
}

#endif

// out[i] = CanonicalByte(in[i]) for i < size.
inline void Canonicalize(const char* in, uint8_t* out, size_t size) {
  size_t i = 0;
#if SLUICE_SIMD
  for (; i + kLanes <= size; i += kLanes) {
    const Bytes16 v = LoadBytes(in + i);
    Bytes16 c = v | (reinterpret_cast<Bytes16>((v - 'A') < 26) & 0x20);
    c = Select((v - '0') < 10, Bytes16{} + '0', c);
    c = Select((v < 0x20) | (v == 0x7F), Bytes16{}, c);
    c = Select((v - '\t') < 5, Bytes16{} + '\t', c);
    c = Select(v >= 0x80, Bytes16{} + 0x80, c);
    std::memcpy(out + i, &c, sizeof(c));
  }
#endif
  static constexpr std::array<uint8_t, 256> kTable = [] {
    std::array<uint8_t, 256> table{};
    for (uint32_t c = 0; c < 256; ++c) {
      table[c] = CanonicalByte(static_cast<uint8_t>(c));
    }
    return table;
  }();
  for (; i < size; ++i) out[i] = kTable[static_cast<uint8_t>(in[i])];
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_SIMD_H_
