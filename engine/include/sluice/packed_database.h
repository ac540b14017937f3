// A database as it travels: a third of its size.
#ifndef SLUICE_PACKED_DATABASE_H_
#define SLUICE_PACKED_DATABASE_H_

#include <cstdint>
#include <span>

#include "sluice/result.h"

namespace sluice {

// A packed database is the little-endian words kPackedMagic and the size of
// the database in bytes, then a zlib stream (RFC 1950) of it.
inline constexpr uint32_t kPackedMagic = 0x5A444C53u;  // "SLDZ"
inline constexpr uint32_t kMaxUnpackedBytes = 16u << 20;

// The size of the database inside; 0: these are no packed bytes, or it is over
// kMaxUnpackedBytes.
uint32_t UnpackedSize(std::span<const uint8_t> packed);

// Unpacks into `database`, of UnpackedSize() bytes. False: damaged. What it
// unpacks is still to be checked by Database::Load.
bool UnpackDatabase(std::span<const uint8_t> packed,
                    std::span<uint8_t> database);

}  // namespace sluice

#endif  // SLUICE_PACKED_DATABASE_H_
