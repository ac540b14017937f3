// Classes of bytes, and ways to look around in a text. Names that end in
// OrUtf8 count every byte beyond ASCII in.
#ifndef SLUICE_SCANNER_BYTES_H_
#define SLUICE_SCANNER_BYTES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sluice {

constexpr bool IsDigitByte(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpperByte(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLowerByte(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsLetterByte(char c) { return IsUpperByte(c) || IsLowerByte(c); }
constexpr bool IsAlnumByte(char c) { return IsLetterByte(c) || IsDigitByte(c); }
constexpr bool IsBlank(char c) { return c == ' ' || c == '\t'; }
constexpr bool IsSpaceByte(char c) {
  return IsBlank(c) || c == '\n' || c == '\r';
}
constexpr bool IsAsciiByte(char c) { return static_cast<uint8_t>(c) < 0x80; }
// White space that ends no line.
constexpr bool IsSpaceInLine(char c) { return IsBlank(c) || c == '\r'; }
constexpr bool IsWordByte(char c) { return IsAlnumByte(c) || c == '_'; }
constexpr bool IsWordByteOrUtf8(char c) {
  return IsWordByte(c) || !IsAsciiByte(c);
}
constexpr bool IsLowerByteOrUtf8(char c) {
  return IsLowerByte(c) || !IsAsciiByte(c);
}
constexpr bool IsLetterByteOrUtf8(char c) {
  return IsLetterByte(c) || !IsAsciiByte(c);
}
// Bytes that keys, numbers and addresses are made of.
constexpr bool IsTokenByte(char c) {
  return IsAlnumByte(c) || c == '_' || c == '-' || c == '+' || c == '/' ||
         c == '=' || c == '.' || c == '@' || c == '~';
}

constexpr bool IsIn(char c, std::string_view set) {
  return set.find(c) != set.npos;
}

inline bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsDigitByte);
}

// FNV-1a: begin with the basis, then take byte after byte.
inline constexpr uint32_t kFnvBasis = 2166136261u;
constexpr uint32_t FnvOf(uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}

constexpr char LowerByte(char c) {
  return IsUpperByte(c) ? static_cast<char>(c + 32) : c;
}

// Whether `text` is `lower`, which has no capitals, whatever the case.
constexpr bool EqualsFolded(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (LowerByte(text[i]) != lower[i]) return false;
  }
  return true;
}

// 0..15, or -1.
constexpr int HexValue(char c) {
  if (IsDigitByte(c)) return c - '0';
  const char lower = LowerByte(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte at `position`, '\0' beyond the end.
inline char ByteAt(std::string_view text, uint32_t position) {
  return position < text.size() ? text[position] : '\0';
}

// First `c` at or after `from`, or the size of the text.
inline uint32_t FindByte(std::string_view text, uint32_t from, char c) {
  if (from >= text.size()) return static_cast<uint32_t>(text.size());
  const void* found = std::memchr(text.data() + from, c, text.size() - from);
  return found == nullptr ? static_cast<uint32_t>(text.size())
                          : static_cast<uint32_t>(
                                static_cast<const char*>(found) - text.data());
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_BYTES_H_
