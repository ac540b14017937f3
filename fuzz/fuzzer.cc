// libFuzzer's entry for the target SLUICE_FUZZ_TARGET.
#include <cstddef>
#include <cstdint>

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sluice::SLUICE_FUZZ_TARGET.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
