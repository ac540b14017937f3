// Bytes that a value stands for, for check sums; in secrets.cc.
#ifndef SLUICE_SCANNER_VALIDATORS_DECODED_H_
#define SLUICE_SCANNER_VALIDATORS_DECODED_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

// Longest value the checks decode.
inline constexpr size_t kMaxDecoded = 512;

struct Decoded {
  uint8_t bytes[kMaxDecoded] = {};
  size_t size = 0;
  bool valid = true;

  void Append(uint32_t byte) {
    valid &= size < kMaxDecoded;
    if (valid) bytes[size++] = static_cast<uint8_t>(byte);
  }
};

// Groups of `width` bits, highest first; leftovers under a byte are ignored.
Decoded DecodeBits(std::string_view text, std::string_view alphabet,
                   uint32_t width);
// Either alphabet of base 64, padded or not.
Decoded DecodeBase64(std::string_view text);

// The bytes of a number in the other order.
constexpr uint32_t Reversed(uint32_t number) {
  return number >> 24 | (number >> 8 & 0xFF00u) | (number & 0xFF00u) << 8 |
         number << 24;
}
// Four bytes as a number, the lowest one first.
constexpr uint32_t LowestFirst(const uint8_t* bytes) {
  return Reversed(uint32_t{bytes[0]} << 24 | uint32_t{bytes[1]} << 16 |
                  uint32_t{bytes[2]} << 8 | uint32_t{bytes[3]});
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_DECODED_H_
