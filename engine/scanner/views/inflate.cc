// gzip (RFC 1952) and zlib (RFC 1950) headers; the deflate stream itself is
// read by the decoder of stb_image, which writes into a buffer of fixed size.
#include "scanner/views/inflate.h"

#include <algorithm>

#include "scanner/views/payload.h"
#include "scanner/views/view.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_ZLIB
#define STBI_NO_JPEG
#define STBI_NO_PNG
#define STBI_NO_BMP
#define STBI_NO_PSD
#define STBI_NO_TGA
#define STBI_NO_GIF
#define STBI_NO_HDR
#define STBI_NO_PIC
#define STBI_NO_PNM
#define STBI_NO_LINEAR
#define STBI_NO_STDIO
#define STBI_NO_SIMD
#define STBI_NO_THREAD_LOCALS
#define STBI_SUPPORT_ZLIB
#define STBI_ASSERT(x) static_cast<void>(0)
#include <stb/stb_image.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace sluice {
namespace {

constexpr std::string_view kFull = "output buffer limit";

enum GzipFlag : uint32_t {
  kHeaderCrc = 2,
  kExtra = 4,
  kName = 8,
  kComment = 16
};

// Where the deflate stream of a gzip file begins; 0: no gzip file.
size_t GzipBody(std::string_view bytes) {
  if (bytes.size() < 18) return 0;
  const auto flags = static_cast<uint8_t>(bytes[3]);
  size_t at = 10;
  if (flags & kExtra) {
    at += 2 + static_cast<uint8_t>(bytes[10]) +
          size_t{static_cast<uint8_t>(bytes[11])} * 256;
  }
  for (const uint32_t text : {kName, kComment}) {
    if (!(flags & text)) continue;
    while (at < bytes.size() && bytes[at] != '\0') ++at;
    ++at;
  }
  if (flags & kHeaderCrc) at += 2;
  return at < bytes.size() ? at : 0;
}

}  // namespace

bool InflateZlib(std::string_view packed, std::span<uint8_t> out) {
  const int size = stbi_zlib_decode_buffer(
      reinterpret_cast<char*>(out.data()), static_cast<int>(out.size()),
      packed.data(), static_cast<int>(packed.size()));
  return size >= 0 && static_cast<size_t>(size) == out.size();
}

bool Inflate(std::string_view bytes, WipedText& text, bool& exceeded) {
  const bool gzip = bytes.starts_with("\x1F\x8B");
  const size_t body = gzip ? GzipBody(bytes) : 2;
  if (body == 0 || body >= bytes.size()) return false;
  const size_t limit =
      std::min<size_t>(bytes.size() * kMaxInflateRatio, kMaxInflatedBytes);
  text.resize(limit);
  const int size = stbi_zlib_decode_noheader_buffer(
      text.data(), static_cast<int>(limit), bytes.data() + body,
      static_cast<int>(bytes.size() - body));
  if (size < 0) {
    const char* reason = stbi_failure_reason();
    exceeded = reason != nullptr && reason == kFull;
    text.clear();
    return false;
  }
  text.resize(static_cast<size_t>(size));
  return ReadPayload(text, false) == Payload::kText;
}

}  // namespace sluice
