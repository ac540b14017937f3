// The inflate both views and packed databases use.
#ifndef SLUICE_SCANNER_VIEWS_INFLATE_H_
#define SLUICE_SCANNER_VIEWS_INFLATE_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace sluice {

// Fills `out` from a zlib stream (RFC 1950). False: damaged, or not exactly
// out.size() bytes. O(out.size()).
bool InflateZlib(std::string_view packed, std::span<uint8_t> out);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_INFLATE_H_
