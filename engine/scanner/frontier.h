// What may still become a match once more text follows.
#ifndef SLUICE_SCANNER_FRONTIER_H_
#define SLUICE_SCANNER_FRONTIER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/database_image.h"
#include "scanner/stages.h"

namespace sluice {

// How far the rules of a database reach.
class RuleReaches {
 public:
  explicit RuleReaches(const DatabaseImage& image);

  // Bytes a match of the rule takes at most; kNone: any number.
  uint32_t longest(uint32_t rule) const { return longest_[rule]; }
  // Bytes behind a match that decide about it: context and a border.
  uint32_t after(uint32_t rule) const { return after_[rule]; }
  // Bytes at a text's end where a match of the rule may begin whose anchor has
  // not come; 0: the rule has no pattern.
  uint32_t unseen(uint32_t rule) const { return unseen_[rule]; }
  // Whether a match of the rule can hold the byte.
  bool Holds(uint32_t rule, char c) const {
    const auto byte = static_cast<uint8_t>(c);
    return (bytes_[rule].bits[byte >> 5] >> (byte & 31) & 1u) != 0;
  }
  uint32_t rule_count() const { return static_cast<uint32_t>(after_.size()); }
  // The most bytes behind the begin of an anchor that decide about its rule;
  // kNone: any number.
  uint32_t farthest() const { return farthest_; }
  // Bytes before a match that decide about it.
  uint32_t before() const { return before_; }

 private:
  void ReachNearby(uint32_t rule);

  std::vector<uint32_t> longest_;
  std::vector<uint32_t> after_;
  std::vector<uint32_t> unseen_;
  std::vector<ByteSetRecord> bytes_;
  uint32_t farthest_ = 0;
  uint32_t before_ = 0;
};

// The first byte of `text`, not before `from`, at which bytes that may follow
// can still begin, change or end a match; text.size() if there is none.
// `matches` are those of the text, `unstable` is how many bytes at its end may
// themselves change.
uint32_t Frontier(const DatabaseImage& image, const RuleReaches& reaches,
                  std::string_view text, uint32_t from,
                  const std::vector<Match>& matches, uint32_t unstable);

}  // namespace sluice

#endif  // SLUICE_SCANNER_FRONTIER_H_
