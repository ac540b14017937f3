#include "disguise_tools.h"

namespace sluice {

Disguised Place(const std::string& before, const std::string& value,
                const std::string& after) {
  return {before + value + after,
          {static_cast<uint32_t>(before.size()),
           static_cast<uint32_t>(before.size() + value.size())}};
}

Disguised Place(const Secret& secret, const std::string& value) {
  return Place(secret.before, value, secret.after);
}

bool Contains(const Secret& secret, char c) {
  return secret.text.find(c) != std::string::npos;
}

std::string Replaced(std::string_view text, char c, std::string_view by) {
  std::string out;
  for (const char x : text) {
    if (x == c) {
      out += by;
    } else {
      out += x;
    }
  }
  return out;
}

std::string EveryChar(std::string_view text,
                      const std::function<std::string(char)>& encode) {
  std::string out;
  for (const char c : text) out += encode(c);
  return out;
}

// `insert` between the characters, every `step` of them.
std::string Spread(std::string_view text, std::string_view insert,
                   size_t step) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % step == 0) out += insert;
    out += text[i];
  }
  return out;
}

std::string InTheMiddle(std::string_view text, std::string_view insert) {
  const size_t half = text.size() / 2;
  return std::string(text.substr(0, half)) + std::string(insert) +
         std::string(text.substr(half));
}

std::string Hex(uint32_t value, uint32_t digits, bool upper) {
  const char* alphabet = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string out(digits, '0');
  for (uint32_t i = digits; i > 0; --i, value >>= 4) {
    out[i - 1] = alphabet[value & 15];
  }
  return out;
}

uint32_t Code(char c) { return static_cast<uint8_t>(c); }

std::string Utf8(uint32_t rune) {
  std::string out;
  const auto put = [&](uint32_t byte) { out += static_cast<char>(byte); };
  if (rune < 0x80) {
    put(rune);
  } else if (rune < 0x800) {
    put(0xC0 | rune >> 6);
    put(0x80 | (rune & 63));
  } else if (rune < 0x10000) {
    put(0xE0 | rune >> 12);
    put(0x80 | (rune >> 6 & 63));
    put(0x80 | (rune & 63));
  } else {
    put(0xF0 | rune >> 18);
    put(0x80 | (rune >> 12 & 63));
    put(0x80 | (rune >> 6 & 63));
    put(0x80 | (rune & 63));
  }
  return out;
}

}  // namespace sluice
