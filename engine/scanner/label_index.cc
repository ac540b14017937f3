#include "scanner/label_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "scanner/database_image.h"

namespace sluice {

LabelIndex::LabelIndex(size_t count) {
  heads_.resize(std::bit_ceil(2 * count + 1), 0);
  mask_ = static_cast<uint32_t>(heads_.size() - 1);
  nodes_.reserve(count + 1);
  nodes_.emplace_back();
}

// The first eight bytes and the size: the compiler's words need no more, and
// longer ones only share a bucket.
uint32_t LabelIndex::Hash(const char* token, size_t size) {
  uint32_t low = 0, high = 0;
  std::memcpy(&low, token, 4);
  std::memcpy(&high, token + 4, 4);
  const auto keep = [](size_t bytes) {
    return bytes >= 4 ? ~0u : (1u << 8 * bytes) - 1;
  };
  low &= keep(size);
  high &= size > 4 ? keep(size - 4) : 0;
  uint32_t hash = (low ^ static_cast<uint32_t>(size)) * 0x9E3779B1u;
  hash = (hash ^ hash >> 15 ^ high) * 0x85EBCA6Bu;
  return hash ^ hash >> 13;
}

void LabelIndex::Add(StringId id, std::string_view word) {
  if (word.empty()) return;
  alignas(uint32_t) char padded[kPadding] = {};
  std::memcpy(padded, word.data(), std::min(word.size(), kPadding));
  const uint32_t hash = Hash(padded, TokenSize(word));
  uint32_t* link = &heads_[hash & mask_];
  for (; *link != 0; link = &nodes_[*link].next) {
    if (nodes_[*link].id == id) return;
  }
  *link = static_cast<uint32_t>(nodes_.size());
  nodes_.push_back({hash, id, 0});
  has_signs_ |= !IsLabelByte(word[0]);
}

LabelIndex IndexLabels(const DatabaseImage& image) {
  LabelIndex index(image.words.size());
  for (const ContextWord& entry : image.words) {
    index.Add(entry.word, image.String(entry.word));
  }
  return index;
}

}  // namespace sluice
