// FIPS 180-4 SHA-256, for check sums of short values.
#ifndef SLUICE_SCANNER_VALIDATORS_SHA256_H_
#define SLUICE_SCANNER_VALIDATORS_SHA256_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace sluice {

using Sha256Digest = std::array<uint8_t, 32>;

Sha256Digest Sha256(const uint8_t* bytes, size_t size);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_SHA256_H_
