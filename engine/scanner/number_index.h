// The number rules by the lengths they admit.
#ifndef SLUICE_SCANNER_NUMBER_INDEX_H_
#define SLUICE_SCANNER_NUMBER_INDEX_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

// No number rule takes more digits.
inline constexpr uint32_t kMaxNumberDigits = 32;

class NumberIndex {
 public:
  // Rules are added in ascending order; other lengths than 1 to
  // kMaxNumberDigits admit nothing.
  void Add(uint32_t length, uint32_t rule) {
    if (length == 0 || length > kMaxNumberDigits) return;
    rules_[length].push_back(rule);
    max_length_ = std::max(max_length_, length);
  }

  // The rules that admit `length` digits, ascending.
  std::span<const uint32_t> Rules(size_t length) const {
    if (length > max_length_) return {};
    return rules_[length];
  }
  uint32_t max_length() const { return max_length_; }  // 0: no number rules

 private:
  std::array<std::vector<uint32_t>, kMaxNumberDigits + 1> rules_;
  uint32_t max_length_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_NUMBER_INDEX_H_
