// Which rules of a database take part.
#ifndef SLUICE_SCANNER_RULE_SELECTION_H_
#define SLUICE_SCANNER_RULE_SELECTION_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

class RuleSelection {
 public:
  // All rules.
  RuleSelection() = default;
  // Of `rule_count` rules those whose bits are set, as Database::Select takes
  // them.
  RuleSelection(std::span<const uint32_t> bits, size_t rule_count)
      : bits_((rule_count + 31) / 32, 0) {
    std::copy_n(bits.begin(), std::min(bits.size(), bits_.size()),
                bits_.begin());
  }

  // `rule` is one of the database.
  bool Has(uint32_t rule) const {
    return bits_.empty() || (bits_[rule / 32] >> rule % 32 & 1u) != 0;
  }

 private:
  std::vector<uint32_t> bits_;  // empty: all
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_RULE_SELECTION_H_
