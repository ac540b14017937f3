// The literals of programs, each once.
#ifndef SLUICE_SCANNER_LITERAL_POOL_H_
#define SLUICE_SCANNER_LITERAL_POOL_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

// In the order in which they are first used. So the pool need not be packed: it
// is made again from the code.
class LiteralPool {
 public:
  // Where the literal stands in the pool, behind all others if it is new.
  uint32_t Add(std::string_view literal);
  const std::string& bytes() const { return bytes_; }

 private:
  struct Entry {
    uint32_t begin = 0;
    uint32_t size = 0;  // 0: a free slot
  };

  Entry& SlotOf(std::string_view literal);
  void Grow();

  std::string bytes_;
  std::vector<Entry> entries_;  // open addressing, a power of two
  size_t count_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_LITERAL_POOL_H_
