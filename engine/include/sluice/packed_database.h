// A database as it travels: a fifth of its size.
#ifndef SLUICE_PACKED_DATABASE_H_
#define SLUICE_PACKED_DATABASE_H_

#include <cstdint>
#include <span>

#include "sluice/result.h"

namespace sluice {

// A packed database is a PackedHeader, then its columns: the database's header
// and each section's count and records, field by field in numbers of few bytes
// (scanner/database_layout.h). A zlib stream (RFC 1950) of the columns may
// stand for them; it then has another size than they.
struct PackedHeader {
  uint32_t magic = 0;
  uint32_t size = 0;          // of the database, in bytes
  uint32_t columns_size = 0;  // in bytes, before they became a stream
};
inline constexpr uint32_t kPackedMagic = 0x50444C53u;  // "SLDP"
inline constexpr uint32_t kMaxUnpackedBytes = 16u << 20;

// The size of the database inside; 0: these are no packed bytes, or it is over
// kMaxUnpackedBytes.
uint32_t UnpackedSize(std::span<const uint8_t> packed);

// Unpacks into `database`, of UnpackedSize() bytes and aligned to 4. False:
// damaged. What it unpacks is still to be checked by Database::Load.
bool UnpackDatabase(std::span<const uint8_t> packed,
                    std::span<uint8_t> database);

}  // namespace sluice

#endif  // SLUICE_PACKED_DATABASE_H_
