// The prefilter's alphabet: 64 codes in which letters lose their case and all
// digits are one. A pattern's anchor is a sequence of these codes, so that
// "AKIA" in any case, or any two digits, is one entry in the tables.
#ifndef SLUICE_SCANNER_CANONICAL_H_
#define SLUICE_SCANNER_CANONICAL_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace sluice {

inline constexpr uint32_t kCodeBits = 6;
inline constexpr uint32_t kCodeCount = 1u << kCodeBits;

inline constexpr uint32_t kCodeLetterA = 0;  // a..z are 0..25
inline constexpr uint32_t kCodeDigit = 26;
inline constexpr uint32_t kCodePunctuation = 27;  // 32 of them, in ASCII order
inline constexpr uint32_t kCodeSpace = 59;
inline constexpr uint32_t kCodeOtherSpace = 60;  // \t \n \v \f \r
inline constexpr uint32_t kCodeNonAscii = 61;    // any byte >= 0x80
inline constexpr uint32_t kCodeControl = 62;

constexpr std::array<uint8_t, 256> MakeCanonicalTable() {
  std::array<uint8_t, 256> table{};
  uint32_t punctuation = kCodePunctuation;
  for (uint32_t c = 0; c < 256; ++c) {
    uint32_t code = kCodeControl;
    if (c >= 0x80) {
      code = kCodeNonAscii;
    } else if (c >= '0' && c <= '9') {
      code = kCodeDigit;
    } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      code = kCodeLetterA + ((c | 0x20) - 'a');
    } else if (c > ' ' && c < 0x7F) {
      code = punctuation++;
    } else if (c == ' ') {
      code = kCodeSpace;
    } else if (c >= '\t' && c <= '\r') {
      code = kCodeOtherSpace;
    }
    table[c] = static_cast<uint8_t>(code);
  }
  return table;
}

inline constexpr std::array<uint8_t, 256> kCanonical = MakeCanonicalTable();

// 4-grams are 24 bits; their hash picks a bit of a 2^16-bit map.
inline constexpr uint32_t kGramMask = 0xFFFFFFu;
inline constexpr uint32_t kPairMask = 0xFFFu;
inline constexpr uint32_t kGramHashBits = 16;
constexpr uint32_t GramHash(uint32_t gram) {
  return (gram * 0x9E3779B1u) >> (32 - kGramHashBits);
}

// RE2's (?i) lets U+017F (long s) stand for s and U+212A (Kelvin sign) for k.
// Texts with either are rare; for them the prefilter reads a copy in which
// they are one ASCII letter. Lengths in bytes of the two, for that copy:
inline constexpr std::string_view kLongS = "\xC5\xBF";
inline constexpr std::string_view kKelvin = "\xE2\x84\xAA";

}  // namespace sluice

#endif  // SLUICE_SCANNER_CANONICAL_H_
