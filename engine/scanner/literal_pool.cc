#include "scanner/literal_pool.h"

#include <algorithm>

#include "scanner/bytes.h"

namespace sluice {

uint32_t LiteralPool::Add(std::string_view literal) {
  if (literal.empty()) return 0;
  if (2 * (count_ + 1) > entries_.size()) Grow();
  Entry& entry = SlotOf(literal);
  if (entry.size == 0) {
    entry = {static_cast<uint32_t>(bytes_.size()),
             static_cast<uint32_t>(literal.size())};
    bytes_ += literal;
    ++count_;
  }
  return entry.begin;
}

// Where the literal is, or its free slot.
LiteralPool::Entry& LiteralPool::SlotOf(std::string_view literal) {
  uint32_t hash = kFnvBasis;
  for (const char c : literal) hash = FnvOf(hash, c);
  const size_t mask = entries_.size() - 1;
  size_t at = (hash ^ hash >> 15) & mask;
  const auto is_other = [&](const Entry& entry) {
    return entry.size != 0 &&
           std::string_view(bytes_).substr(entry.begin, entry.size) != literal;
  };
  while (is_other(entries_[at])) at = (at + 1) & mask;
  return entries_[at];
}

void LiteralPool::Grow() {
  std::vector<Entry> old(std::max<size_t>(256, 4 * count_));
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.size == 0) continue;
    SlotOf(std::string_view(bytes_).substr(entry.begin, entry.size)) = entry;
  }
}

}  // namespace sluice
