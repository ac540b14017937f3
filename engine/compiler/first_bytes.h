// The bytes a match can begin with.
#ifndef SLUICE_COMPILER_FIRST_BYTES_H_
#define SLUICE_COMPILER_FIRST_BYTES_H_

#include <array>
#include <cstdint>

#include "compiler/pattern.h"

namespace sluice {

using ByteSet = std::array<uint32_t, 8>;  // bit per byte value

struct FirstBytes {
  ByteSet bytes{};
  bool can_be_empty = false;  // the expression can match without a byte
};

FirstBytes FirstBytesOf(re2::Regexp* regexp);

}  // namespace sluice

#endif  // SLUICE_COMPILER_FIRST_BYTES_H_
