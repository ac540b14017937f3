// Memory that forgets: texts of views are parts of what was scanned.
#ifndef SLUICE_SCANNER_VIEWS_WIPED_H_
#define SLUICE_SCANNER_VIEWS_WIPED_H_

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>

namespace sluice {

// Overwrites what it gives back.
template <typename T>
struct WipingAllocator {
  using value_type = T;

  WipingAllocator() = default;
  template <typename U>
  explicit WipingAllocator(const WipingAllocator<U>&) {}

  T* allocate(size_t count) { return std::allocator<T>().allocate(count); }
  void deallocate(T* memory, size_t count) {
    std::memset(static_cast<void*>(memory), 0, count * sizeof(T));
    // The compiler would leave out writes that no one reads.
    asm volatile("" : : "r"(memory) : "memory");
    std::allocator<T>().deallocate(memory, count);
  }
  template <typename U>
  bool operator==(const WipingAllocator<U>&) const {
    return true;
  }
};

using WipedText =
    std::basic_string<char, std::char_traits<char>, WipingAllocator<char>>;

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_WIPED_H_
