// Strict UTF-8 decoding, one code point at a time.
#ifndef SLUICE_SCANNER_UTF8_H_
#define SLUICE_SCANNER_UTF8_H_

#include <cstdint>
#include <string_view>

namespace sluice {

inline constexpr uint32_t kInvalidRune = 0xFFFFFFFFu;

// The code point that begins at `position` (< text.size()) and its length in
// bytes. kInvalidRune with length 1 for a stray, overlong, surrogate or cut
// sequence: such a byte matches nothing.
inline uint32_t DecodeUtf8(std::string_view text, uint32_t position,
                           uint32_t& length) {
  const auto at = [&](uint32_t i) -> uint32_t {
    return position + i < text.size() ? static_cast<uint8_t>(text[position + i])
                                      : 0u;
  };
  const auto continues = [&](uint32_t i) { return (at(i) & 0xC0u) == 0x80u; };
  const uint32_t lead = at(0);
  length = 1;
  if (lead < 0x80) return lead;
  if (lead >= 0xC2 && lead <= 0xDF && continues(1)) {
    length = 2;
    return (lead & 0x1Fu) << 6 | (at(1) & 0x3Fu);
  }
  if ((lead & 0xF0u) == 0xE0u && continues(1) && continues(2)) {
    const uint32_t rune =
        (lead & 0x0Fu) << 12 | (at(1) & 0x3Fu) << 6 | (at(2) & 0x3Fu);
    if (rune < 0x800 || (rune >= 0xD800 && rune <= 0xDFFF)) return kInvalidRune;
    length = 3;
    return rune;
  }
  if ((lead & 0xF8u) == 0xF0u && continues(1) && continues(2) && continues(3)) {
    const uint32_t rune = (lead & 0x07u) << 18 | (at(1) & 0x3Fu) << 12 |
                          (at(2) & 0x3Fu) << 6 | (at(3) & 0x3Fu);
    if (rune < 0x10000 || rune > 0x10FFFF) return kInvalidRune;
    length = 4;
    return rune;
  }
  return kInvalidRune;
}

// Where the code point that ends at `position` (> 0) begins.
inline uint32_t PreviousBoundary(std::string_view text, uint32_t position) {
  --position;
  while (position > 0 &&
         (static_cast<uint8_t>(text[position]) & 0xC0u) == 0x80u) {
    --position;
  }
  return position;
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_UTF8_H_
