// libFuzzer's entry for the target SLUICE_FUZZ_TARGET.
#include <cstddef>
#include <cstdint>

#include "target.h"

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

// What a target makes on its first run takes longer than any input may.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sluice::SLUICE_FUZZ_TARGET.run({});
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sluice::SLUICE_FUZZ_TARGET.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
