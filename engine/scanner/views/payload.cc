#include "scanner/views/payload.h"

#include <algorithm>

#include "scanner/utf8.h"

namespace sluice {
namespace {

constexpr uint32_t kHeadBytes = 24;

bool IsTextControl(uint32_t c) {
  return c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

// UTF-8 with hardly a control character.
bool IsText(std::string_view bytes, bool cut) {
  const auto size = static_cast<uint32_t>(bytes.size());
  uint32_t controls = 0;
  for (uint32_t at = 0; at < size;) {
    uint32_t length = 1;
    const uint32_t rune = DecodeUtf8(bytes, at, length);
    if (rune == kInvalidRune) {
      // The last code point may be cut in two.
      if (!cut || size - at > 3) return false;
      break;
    }
    controls += (rune < 0x20 && !IsTextControl(rune)) || rune == 0x7F;
    at += length;
  }
  return controls * 64 <= size;
}

void AppendRune(uint32_t rune, WipedText& out) {
  const auto put = [&](uint32_t byte) { out += static_cast<char>(byte); };
  if (rune < 0x80) return put(rune);
  if (rune < 0x800) {
    put(0xC0 | rune >> 6);
  } else {
    put(0xE0 | rune >> 12);
    put(0x80 | (rune >> 6 & 0x3F));
  }
  put(0x80 | (rune & 0x3F));
}

// UTF-16 to UTF-8. Surrogates are left out: no rule looks for what they hold.
WipedText FromUtf16(std::string_view bytes, bool big_endian) {
  WipedText out;
  for (size_t i = 0; i + 2 <= bytes.size(); i += 2) {
    const auto first = static_cast<uint8_t>(bytes[i]);
    const auto second = static_cast<uint8_t>(bytes[i + 1]);
    const uint32_t rune = big_endian
                              ? static_cast<uint32_t>(first) << 8 | second
                              : static_cast<uint32_t>(second) << 8 | first;
    if (rune != 0xFEFF && (rune < 0xD800 || rune >= 0xE000)) {
      AppendRune(rune, out);
    }
  }
  return out;
}

// Counts the zero bytes at even and odd places: text in UTF-16 that holds keys
// or numbers has most of them on one side.
bool LooksLikeUtf16(std::string_view bytes, bool& big_endian) {
  if (bytes.size() < 8) return false;
  uint32_t zeros[2] = {0, 0};
  for (size_t i = 0; i < bytes.size(); ++i) zeros[i & 1] += bytes[i] == '\0';
  const auto half = static_cast<uint32_t>(bytes.size() / 2);
  big_endian = zeros[0] > zeros[1];
  const uint32_t most = std::max(zeros[0], zeros[1]);
  return most * 4 >= half * 3 && std::min(zeros[0], zeros[1]) * 8 <= half;
}

bool IsDeflated(std::string_view bytes) {
  if (bytes.size() < 8) return false;
  const auto first = static_cast<uint8_t>(bytes[0]);
  const auto second = static_cast<uint8_t>(bytes[1]);
  if (first == 0x1F && second == 0x8B) return bytes[2] == 8;
  return first == 0x78 && (first * 256u + second) % 31 == 0;
}

}  // namespace

Payload ReadPayload(WipedText& bytes, bool cut) {
  if (IsDeflated(bytes)) return Payload::kDeflated;
  bool big_endian = false;
  if (LooksLikeUtf16(bytes, big_endian)) {
    bytes = FromUtf16(bytes, big_endian);
    cut = false;
  }
  return IsText(bytes, cut) ? Payload::kText : Payload::kBinary;
}

bool MayBePayload(std::string_view head) {
  if (IsDeflated(head)) return true;
  const std::string_view few = head.substr(0, kHeadBytes);
  bool big_endian = false;
  return IsText(few, true) || LooksLikeUtf16(few, big_endian) ||
         few.starts_with("\xFF\xFE") || few.starts_with("\xFE\xFF");
}

}  // namespace sluice
