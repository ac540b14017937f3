#include "sluice/packed_database.h"

#include <cstring>
#include <string_view>

#include "scanner/views/inflate.h"

namespace sluice {
namespace {

struct PackedHeader {
  uint32_t magic = 0;
  uint32_t size = 0;
};

}  // namespace

uint32_t UnpackedSize(std::span<const uint8_t> packed) {
  PackedHeader header;
  if (packed.size() < sizeof(header)) return 0;
  std::memcpy(&header, packed.data(), sizeof(header));
  const bool fits =
      header.magic == kPackedMagic && header.size <= kMaxUnpackedBytes;
  return fits ? header.size : 0;
}

bool UnpackDatabase(std::span<const uint8_t> packed,
                    std::span<uint8_t> database) {
  const auto stream = packed.subspan(sizeof(PackedHeader));
  return InflateZlib(
      {reinterpret_cast<const char*>(stream.data()), stream.size()}, database);
}

}  // namespace sluice
