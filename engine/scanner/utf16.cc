#include "scanner/utf16.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sluice {
namespace {

constexpr size_t kWord = 8;  // bytes looked at together
constexpr uint64_t kOnes = 0x0101010101010101u;

uint64_t LoadWord(const char* from) {
  uint64_t word = 0;
  std::memcpy(&word, from, kWord);
  return word;
}

// Most text is ASCII, and then nothing is to be done.
bool IsAscii(std::string_view text) {
  uint64_t high = 0;
  size_t at = 0;
  for (; at + kWord <= text.size(); at += kWord) {
    high |= LoadWord(text.data() + at);
  }
  for (; at < text.size(); ++at) {
    high |= static_cast<uint8_t>(text[at]);
  }
  return (high & (kOnes << 7)) == 0;
}

// A code point counts at its first byte; one of four bytes is a surrogate
// pair.
uint32_t UnitsOf(char c) {
  const auto byte = static_cast<uint8_t>(c);
  if ((byte & 0xC0u) == 0x80u) return 0;
  return byte >= 0xF0u ? 2 : 1;
}

// The same for all bytes of a word.
uint32_t UnitsOfWord(uint64_t word) {
  const uint64_t goes_on = word >> 7 & ~word >> 6 & kOnes;
  const uint64_t is_pair =
      word >> 7 & word >> 6 & word >> 5 & word >> 4 & kOnes;
  return static_cast<uint32_t>(kWord) -
         static_cast<uint32_t>(std::popcount(goes_on)) +
         static_cast<uint32_t>(std::popcount(is_pair));
}

}  // namespace

Utf16Mapper::Utf16Mapper(std::string_view text)
    : text_(text), ascii_(IsAscii(text)) {}

uint32_t Utf16Mapper::Map(uint32_t offset) {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  if (ascii_) return offset;
  for (; bytes_ + kWord <= offset; bytes_ += kWord) {
    units_ += UnitsOfWord(LoadWord(text_.data() + bytes_));
  }
  for (; bytes_ < offset; ++bytes_) units_ += UnitsOf(text_[bytes_]);
  while (bytes_ > offset) units_ -= UnitsOf(text_[--bytes_]);
  return units_;
}

}  // namespace sluice
