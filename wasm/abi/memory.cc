// What both modules export: the version and the caller's memory.
#include <cstdlib>

#include "abi.h"

uint32_t sluice_abi_version(void) { return SLUICE_ABI_VERSION; }

void* sluice_memory_alloc(uint32_t size) { return std::malloc(size); }

void sluice_memory_free(void* memory) { std::free(memory); }
