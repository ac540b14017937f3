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

uint32_t LoadGram(const uint8_t* bytes) {
  uint32_t gram = 0;
  std::memcpy(&gram, bytes, sizeof(gram));
  return gram;
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
      map_(1u << kGramHashBits, 0),
      slots_(std::bit_ceil(tables.gram_keys.size() * 2 + 1)) {
  const auto mask = static_cast<uint32_t>(slots_.size() - 1);
  for (uint32_t i = 0; i < tables.gram_keys.size(); ++i) {
    const uint32_t gram = tables.gram_keys[i];
    map_[GramHash(gram)] = 1;
    uint32_t slot = GramHash(gram) & mask;
    while (slots_[slot].entry != 0) slot = (slot + 1) & mask;
    slots_[slot] = {gram, i + 1};
  }
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
    if (bytes >= kGramBytes && !tables.gram_keys.empty()) {
      const uint32_t count = std::min(starts, bytes - kGramBytes + 1);
      FindGrams(tables, tile.data(), count, at, hits);
    }
    if (!tables.triggers.empty()) {
      FindPairs(tables, tile.data(), std::min(starts + 1, bytes), at, hits);
    }
  }
}

void PrefilterIndex::FindGrams(const PrefilterTables& tables,
                               const uint8_t* tile, uint32_t count,
                               uint32_t offset,
                               std::vector<PrefilterHit>& hits) const {
  const uint8_t* map = map_.data();
  uint32_t i = 0;
#if SLUICE_SIMD
  for (; i + 4 <= count; i += 4) {
    const uint32_t a = LoadGram(tile + i);
    const uint32_t b = LoadGram(tile + i + 1);
    const uint32_t c = LoadGram(tile + i + 2);
    const uint32_t d = LoadGram(tile + i + 3);
    if ((map[GramHash(a)] | map[GramHash(b)] | map[GramHash(c)] |
         map[GramHash(d)]) == 0) {
      continue;
    }
    if (map[GramHash(a)] != 0) GramHit(tables, a, offset + i, hits);
    if (map[GramHash(b)] != 0) GramHit(tables, b, offset + i + 1, hits);
    if (map[GramHash(c)] != 0) GramHit(tables, c, offset + i + 2, hits);
    if (map[GramHash(d)] != 0) GramHit(tables, d, offset + i + 3, hits);
  }
  for (; i < count; ++i) {
    const uint32_t gram = LoadGram(tile + i);
    if (map[GramHash(gram)] != 0) GramHit(tables, gram, offset + i, hits);
  }
#else
  // Unaligned words are dear in the JavaScript build: roll the window instead.
  uint32_t gram = LoadGram(tile) << 8;
  for (; i < count; ++i) {
    gram = gram >> 8 | uint32_t{tile[i + 3]} << 24;
    if (map[GramHash(gram)] != 0) GramHit(tables, gram, offset + i, hits);
  }
#endif
}

void PrefilterIndex::GramHit(const PrefilterTables& tables, uint32_t gram,
                             uint32_t position,
                             std::vector<PrefilterHit>& hits) const {
  const auto mask = static_cast<uint32_t>(slots_.size() - 1);
  for (uint32_t slot = GramHash(gram) & mask; slots_[slot].entry != 0;
       slot = (slot + 1) & mask) {
    if (slots_[slot].gram != gram) continue;
    const uint32_t list = tables.gram_lists[slots_[slot].entry - 1];
    hits.push_back({AnchorsOf(tables, list), position});
    return;
  }
}

// A trigger may be either byte of a pair.
void PrefilterIndex::FindPairs(const PrefilterTables& tables,
                               const uint8_t* tile, uint32_t count,
                               uint32_t offset,
                               std::vector<PrefilterHit>& hits) const {
  ForEachOf(tile, count, tables.triggers, [&](size_t found) {
    const auto i = static_cast<uint32_t>(found);
    const auto pair_at = [&](uint32_t at) {
      const uint32_t pair = tile[at] | uint32_t{tile[at + 1]} << 8;
      PairHit(tables, pair, offset + at, hits);
    };
    if (i > 0) pair_at(i - 1);
    if (i + 1 < count) pair_at(i);
  });
}

void PrefilterIndex::PairHit(const PrefilterTables& tables, uint32_t pair,
                             uint32_t position,
                             std::vector<PrefilterHit>& hits) const {
  const auto key =
      std::lower_bound(tables.pair_keys.begin(), tables.pair_keys.end(), pair);
  if (key == tables.pair_keys.end() || *key != pair) return;
  const auto entry = static_cast<size_t>(key - tables.pair_keys.begin());
  hits.push_back({AnchorsOf(tables, tables.pair_lists[entry]), position});
}

}  // namespace sluice
