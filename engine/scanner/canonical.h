// The prefilter's alphabet: 64 codes in which letters lose their case and all
// digits are one. A pattern's anchor is a sequence of these codes, so that
// "AKIA" in any case, or any two digits, is one entry in the tables.
#ifndef SLUICE_SCANNER_CANONICAL_H_
#define SLUICE_SCANNER_CANONICAL_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace sluice {

inline constexpr uint32_t kCodeCount = 64;

inline constexpr uint32_t kCodeLetterA = 0;  // a..z are 0..25
inline constexpr uint32_t kCodeDigit = 26;
inline constexpr uint32_t kCodePunctuation = 27;  // 32 of them, in ASCII order
inline constexpr uint32_t kCodeSpace = 59;
inline constexpr uint32_t kCodeOtherSpace = 60;  // \t \n \v \f \r
inline constexpr uint32_t kCodeNonAscii = 61;    // any byte >= 0x80
inline constexpr uint32_t kCodeControl = 62;
inline constexpr uint32_t kCodeEdge = 63;  // no byte: outside the text

// The code of each byte.
constexpr std::array<uint8_t, 256> MakeCodeTable() {
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
inline constexpr std::array<uint8_t, 256> kCodeOfByte = MakeCodeTable();

// At run time a code is the byte that stands for its class: the lower-case
// letter, '0', the punctuation itself, ' ', '\t', 0x80, or 0 for controls.
constexpr uint8_t CanonicalByte(uint8_t c) {
  if (c >= 0x80) return 0x80;
  if (c >= '0' && c <= '9') return '0';
  if (c >= 'A' && c <= 'Z') return static_cast<uint8_t>(c | 0x20);
  if (c >= '\t' && c <= '\r') return '\t';
  return c < ' ' || c == 0x7F ? uint8_t{0} : c;
}

constexpr std::array<uint8_t, kCodeCount> MakeByteOfCode() {
  std::array<uint8_t, kCodeCount> table{};
  for (uint32_t c = 0; c < 256; ++c) {
    table[kCodeOfByte[c]] = CanonicalByte(static_cast<uint8_t>(c));
  }
  return table;
}
inline constexpr std::array<uint8_t, kCodeCount> kByteOfCode = MakeByteOfCode();

// A 4-gram is four canonical bytes as a little-endian word; its hash indexes a
// map of 2^18 bits.
inline constexpr uint32_t kGramHashBits = 18;
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
