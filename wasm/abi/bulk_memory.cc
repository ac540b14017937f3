// Takes the place of the C library's functions, which look at four or eight
// bytes at a time: std::string_view::find() asks memchr for every line and
// every mark of a text, and every scan sets and wipes its working memory.
#include <cstddef>
#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>

extern "C" void* memchr(const void* from, int byte, size_t size) {
  const auto* at = static_cast<const unsigned char*>(from);
  const auto* end = at + size;
  const auto wanted = static_cast<unsigned char>(byte);
  const v128_t all_wanted = wasm_u8x16_splat(wanted);
  for (; end - at >= 16; at += 16) {
    const auto found = static_cast<unsigned>(
        wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(at), all_wanted)));
    if (found != 0) {
      return const_cast<unsigned char*>(at) + __builtin_ctz(found);
    }
  }
  for (; at < end; ++at) {
    if (*at == wanted) return const_cast<unsigned char*>(at);
  }
  return nullptr;
}

extern "C" void* memset(void* to, int byte, size_t size) {
  // What the machine's own instruction is for; asking it takes a while.
  constexpr size_t kLarge = 1024;
  if (size >= kLarge) return __builtin_memset(to, byte, size);
  auto* at = static_cast<unsigned char*>(to);
  const v128_t bytes = wasm_u8x16_splat(static_cast<uint8_t>(byte));
  for (; size >= 16; size -= 16, at += 16) wasm_v128_store(at, bytes);
  while (size-- > 0) *at++ = static_cast<unsigned char>(byte);
  return to;
}
#endif
