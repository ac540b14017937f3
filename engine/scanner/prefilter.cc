#include "scanner/prefilter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "scanner/canonical.h"
#include "scanner/simd.h"

namespace sluice {
namespace {

constexpr uint32_t kTile = 4096;  // fits the first-level cache with its copy
constexpr uint32_t kGramBytes = 4;
constexpr uint32_t kPairBytes = 2;
// Grams are listed by their hash; the directory has its first bits.
constexpr uint32_t kDirectoryBits = 12;
constexpr uint32_t kDirectoryShift = kGramHashBits - kDirectoryBits;

uint32_t LoadWord(const uint8_t* bytes) {
  uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

// Two canonical bytes in 14 bits. Non-ASCII falls together with controls.
constexpr uint32_t kPairIndexBits = 14;
uint32_t PairIndex(uint32_t word) {
  return (word & 0x7F) | (word >> 1 & 0x3F80);
}

std::span<const uint16_t> AnchorsOf(const PrefilterTables& tables,
                                    uint32_t list) {
  const uint32_t begin = tables.list_begin[list];
  return tables.list_anchors.subspan(begin,
                                     tables.list_begin[list + 1] - begin);
}

}  // namespace

PrefilterIndex::PrefilterIndex(const PrefilterTables& tables, size_t rule_count)
    : reach_(rule_count, 0),
      gram_bits_((1u << kGramHashBits) / 32, 0),
      gram_begin_((1u << kDirectoryBits) + 1, 0),
      pairs_(1u << kPairIndexBits, 0) {
  for (const uint32_t gram : tables.gram_keys) {
    const uint32_t hash = GramHash(gram);
    gram_bits_[hash / 32] |= 1u << hash % 32;
    ++gram_begin_[(hash >> kDirectoryShift) + 1];
  }
  for (size_t i = 1; i < gram_begin_.size(); ++i) {
    gram_begin_[i] += gram_begin_[i - 1];
  }
  for (const uint32_t pair : tables.pair_keys) pairs_[PairIndex(pair)] = 2;
  for (const AnchorRecord& anchor : tables.anchors) {
    uint32_t& reach = reach_[anchor.rule];
    reach = std::max<uint32_t>(reach, anchor.before_max);
  }
}

void PrefilterIndex::Find(const PrefilterTables& tables, std::string_view seen,
                          uint32_t begin, uint32_t end,
                          std::vector<PrefilterHit>& hits) const {
  // A gram may reach 3 bytes over the end of its range.
  std::array<uint8_t, kTile + kGramBytes> tile;
  const auto size = static_cast<uint32_t>(seen.size());
  for (uint32_t at = begin; at < end; at += kTile) {
    const uint32_t starts = std::min(kTile, end - at);
    const uint32_t bytes = std::min(starts + kGramBytes - 1, size - at);
    Canonicalize(seen.data() + at, tile.data(), bytes);
    std::memset(tile.data() + bytes, 0, kGramBytes);
    const size_t known = hits.size();
    FindIn(tables, tile.data(), starts, at, hits);
    // What lies behind the text is no part of a gram.
    while (hits.size() > known && hits.back().position + hits.back().bytes > size) {
      hits.pop_back();
    }
  }
}

uint32_t PrefilterIndex::Look(uint32_t word) const {
  const uint32_t hash = GramHash(word);
  return (gram_bits_[hash / 32] >> hash % 32 & 1) | pairs_[PairIndex(word)];
}

void PrefilterIndex::FindIn(const PrefilterTables& tables, const uint8_t* tile,
                            uint32_t count, uint32_t offset,
                            std::vector<PrefilterHit>& hits) const {
  const auto take = [&](uint32_t seen, uint32_t word, uint32_t position) {
    if (seen & 1) GramHit(tables, word, position, hits);
    if (seen & 2) PairHit(tables, word & 0xFFFF, position, hits);
  };
  uint32_t i = 0;
#if SLUICE_SIMD
  for (; i + 4 <= count; i += 4) {
    const uint32_t words[4] = {LoadWord(tile + i), LoadWord(tile + i + 1),
                               LoadWord(tile + i + 2), LoadWord(tile + i + 3)};
    // Two bits each: where most are 0, the loop below is rarely entered.
    uint32_t seen = Look(words[0]) | Look(words[1]) << 2 |
                    Look(words[2]) << 4 | Look(words[3]) << 6;
    for (; seen != 0; seen &= ~(3u << (std::countr_zero(seen) & 6))) {
      const auto k = static_cast<uint32_t>(std::countr_zero(seen)) / 2;
      take(seen >> 2 * k & 3, words[k], offset + i + k);
    }
  }
  for (; i < count; ++i) {
    const uint32_t word = LoadWord(tile + i);
    take(Look(word), word, offset + i);
  }
#else
  // Unaligned words are dear in the JavaScript build: roll the window instead.
  uint32_t word = LoadWord(tile) << 8;
  for (; i < count; ++i) {
    word = word >> 8 | uint32_t{tile[i + 3]} << 24;
    take(Look(word), word, offset + i);
  }
#endif
}

void PrefilterIndex::GramHit(const PrefilterTables& tables, uint32_t gram,
                             uint32_t position,
                             std::vector<PrefilterHit>& hits) const {
  const uint32_t entry = GramHash(gram) >> kDirectoryShift;
  for (uint32_t i = gram_begin_[entry]; i < gram_begin_[entry + 1]; ++i) {
    if (tables.gram_keys[i] != gram) continue;
    const uint32_t list = tables.gram_lists[i];
    hits.push_back({AnchorsOf(tables, list), position, kGramBytes});
    return;
  }
}

void PrefilterIndex::PairHit(const PrefilterTables& tables, uint32_t pair,
                             uint32_t position,
                             std::vector<PrefilterHit>& hits) const {
  const auto key =
      std::lower_bound(tables.pair_keys.begin(), tables.pair_keys.end(), pair);
  if (key == tables.pair_keys.end() || *key != pair) return;
  const auto entry = static_cast<size_t>(key - tables.pair_keys.begin());
  hits.push_back(
      {AnchorsOf(tables, tables.pair_lists[entry]), position, kPairBytes});
}

}  // namespace sluice
