#include "scanner/utf16.h"

#include <algorithm>
#include <cstring>

namespace sluice {
namespace {

// Eight bytes at a time: most text is ASCII, and then nothing is to be done.
bool IsAscii(std::string_view text) {
  uint64_t high = 0;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    high |= word;
  }
  for (; at < text.size(); ++at) {
    high |= static_cast<uint8_t>(text[at]);
  }
  return (high & 0x8080808080808080u) == 0;
}

// A code point counts at its first byte; one of four bytes is a surrogate
// pair.
uint32_t UnitsOf(char c) {
  const auto byte = static_cast<uint8_t>(c);
  if ((byte & 0xC0u) == 0x80u) return 0;
  return byte >= 0xF0u ? 2 : 1;
}

}  // namespace

Utf16Mapper::Utf16Mapper(std::string_view text)
    : text_(text), ascii_(IsAscii(text)) {}

uint32_t Utf16Mapper::Map(uint32_t offset) {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  if (ascii_) return offset;
  for (; bytes_ < offset; ++bytes_) units_ += UnitsOf(text_[bytes_]);
  while (bytes_ > offset) units_ -= UnitsOf(text_[--bytes_]);
  return units_;
}

}  // namespace sluice
