// Memory that C++ gives back is overwritten first: what the scanner copied out
// of a text on its way to a verdict must not stay behind in the instance.
#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <new>

void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  std::memset(memory, 0, malloc_usable_size(memory));
  // The compiler would leave out writes to memory that is freed next.
  asm volatile("" : : "r"(memory) : "memory");
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}
