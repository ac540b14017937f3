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
constexpr uint32_t kGroup = 4;  // words looked at together
// No compiler gives an anchor more; bounds the work for a hostile database.
constexpr uint16_t kMaxLooks = 32;
// Grams are looked up by the first bits of their hash.
constexpr uint32_t kDirectoryBits = 14;
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

uint32_t PairHash(uint32_t pair) { return (pair * 0x9E3779B1u) >> 16; }

// Whether a rule that takes part has an anchor in the list.
bool HasSelected(const PrefilterTables& tables, uint32_t list,
                 const RuleSelection& selected) {
  const auto anchors = tables.AnchorsOf(list);
  return std::any_of(anchors.begin(), anchors.end(), [&](uint32_t index) {
    return selected.Has(tables.anchors[index].rule);
  });
}

}  // namespace

PrefilterIndex::PrefilterIndex(const PrefilterTables& tables, size_t rule_count,
                               const RuleSelection& selected)
    : reach_(rule_count, 0),
      gram_bits_((1u << kGramHashBits) / 32, 0),
      gram_begin_((1u << kDirectoryBits) + 2, 0),
      pairs_(1u << kPairIndexBits, 0),
      pair_slots_(std::bit_ceil(2 * tables.pair_keys.size() + 1), 0) {
  if (!tables.list_begin.empty()) {
    neighbours_.resize(tables.list_begin.size() - 1);
  }
  for (size_t i = 0; i < tables.gram_keys.size(); ++i) {
    const uint32_t list = tables.gram_lists[i];
    if (!HasSelected(tables, list, selected)) continue;
    grams_.push_back({tables.gram_keys[i], list});
    AddNeighbours(tables, list, kGramBytes);
  }
  SortGrams();
  for (size_t i = 0; i < tables.pair_keys.size(); ++i) {
    const uint32_t list = tables.pair_lists[i];
    if (!HasSelected(tables, list, selected)) continue;
    AddPair(tables, i);
    AddNeighbours(tables, list, kPairBytes);
  }
  for (const AnchorRecord& anchor : tables.anchors) {
    uint32_t& reach = reach_[anchor.rule];
    reach = std::max<uint32_t>(reach, anchor.before_max);
  }
}

void PrefilterIndex::SortGrams() {
  const std::vector<Gram> grams = grams_;
  for (const Gram& gram : grams) {
    const uint32_t hash = GramHash(gram.key);
    gram_bits_[hash / 32] |= 1u << hash % 32;
    ++gram_begin_[(hash >> kDirectoryShift) + 2];
  }
  for (size_t i = 1; i < gram_begin_.size(); ++i) {
    gram_begin_[i] += gram_begin_[i - 1];
  }
  // Until here entry + 1 is where an entry's grams begin, then where they end.
  for (const Gram& gram : grams) {
    const uint32_t entry = GramHash(gram.key) >> kDirectoryShift;
    grams_[gram_begin_[entry + 1]++] = gram;
  }
}

void PrefilterIndex::AddPair(const PrefilterTables& tables, size_t entry) {
  const uint32_t pair = tables.pair_keys[entry];
  pairs_[PairIndex(pair)] = 2;
  has_pairs_ = true;
  size_t slot = PairHash(pair);
  while (pair_slots_[slot & (pair_slots_.size() - 1)] != 0) ++slot;
  pair_slots_[slot & (pair_slots_.size() - 1)] =
      static_cast<uint16_t>(entry + 1);
}

// A list is of grams or of pairs, for an anchor has one of them.
void PrefilterIndex::AddNeighbours(const PrefilterTables& tables, uint32_t list,
                                   uint32_t bytes) {
  Neighbours& neighbours = neighbours_[list];
  if (neighbours.known) return;
  neighbours.known = true;
  const auto add = [](const CodeSetRecord& more, CodeSetRecord& to) {
    to = {to.low | more.low, to.high | more.high};
  };
  for (const uint32_t index : tables.AnchorsOf(list)) {
    const AnchorRecord& anchor = tables.anchors[index];
    Neighbours own = {{~0u, ~0u}, {~0u, ~0u}};
    const size_t looks = std::min(anchor.look_count, kMaxLooks);
    for (const LookRecord& look :
         tables.looks.subspan(anchor.look_begin, looks)) {
      if (look.offset == -1) own.before = tables.code_sets[look.codes];
      if (look.offset == static_cast<int32_t>(bytes)) {
        own.behind = tables.code_sets[look.codes];
      }
    }
    add(own.before, neighbours.before);
    add(own.behind, neighbours.behind);
  }
}

void PrefilterIndex::Find(const PrefilterTables& tables, std::string_view seen,
                          uint32_t begin, uint32_t end, bool look,
                          std::vector<PrefilterHit>& hits) const {
  const Reading reading{tables, seen, look, hits};
  // A gram may reach 3 bytes over the end of its range, a group as many more.
  std::array<uint8_t, kTile + 2 * (kGramBytes + kGroup)> tile;
  const auto size = static_cast<uint32_t>(seen.size());
  for (uint32_t at = begin; at < end; at += kTile) {
    const uint32_t starts = std::min(kTile, end - at);
    const uint32_t bytes = std::min(starts + kGramBytes - 1, size - at);
    Canonicalize(seen.data() + at, tile.data(), bytes);
    std::memset(tile.data() + bytes, 0, kGramBytes + kGroup);
    const size_t known = hits.size();
    FindIn(reading, tile.data(), starts, at);
    // What lies behind the text is no part of a gram.
    while (hits.size() > known &&
           hits.back().position + hits.back().bytes > size) {
      hits.pop_back();
    }
  }
}

uint32_t PrefilterIndex::Look(uint32_t word) const {
  const uint32_t hash = GramHash(word);
  return (gram_bits_[hash / 32] >> hash % 32 & 1) | pairs_[PairIndex(word)];
}

#if SLUICE_SIMD
// First all groups of four words, without a branch on what they are: a wrong
// guess costs more than the look itself. Then the few that may hold something.
void PrefilterIndex::FindIn(const Reading& reading, const uint8_t* tile,
                            uint32_t count, uint32_t offset) const {
  std::array<uint32_t, kTile / kGroup> groups;  // begin << 8 | looks
  size_t size = 0;
  // The last group may reach over the end: what begins there is no hit.
  for (uint32_t i = 0; i < count; i += kGroup) {
    const uint32_t looks =
        Look(LoadWord(tile + i)) | Look(LoadWord(tile + i + 1)) << 2 |
        Look(LoadWord(tile + i + 2)) << 4 | Look(LoadWord(tile + i + 3)) << 6;
    groups[size] = i << 8 | looks;
    size += looks != 0 ? 1 : 0;
  }
  for (size_t g = 0; g < size; ++g) {
    const uint32_t begin = groups[g] >> 8;
    for (uint32_t looks = groups[g] & 0xFF; looks != 0;) {
      const auto word = static_cast<uint32_t>(std::countr_zero(looks)) / 2;
      const uint32_t own = 3u << 2 * word;
      const uint32_t i = begin + word;
      if (i < count) {
        Take(reading, LoadWord(tile + i), (looks & own) >> 2 * word,
             offset + i);
      }
      looks &= ~own;
    }
  }
}
#else
void PrefilterIndex::FindIn(const Reading& reading, const uint8_t* tile,
                            uint32_t count, uint32_t offset) const {
  // Unaligned words are dear in the JavaScript build: roll the window instead.
  uint32_t word = LoadWord(tile) << 8;
  for (uint32_t i = 0; i < count; ++i) {
    word = word >> 8 | uint32_t{tile[i + 3]} << 24;
    const uint32_t looks = Look(word);
    if (looks != 0) Take(reading, word, looks, offset + i);
  }
}
#endif

void PrefilterIndex::Take(const Reading& reading, uint32_t word, uint32_t looks,
                          uint32_t position) const {
  if (looks & 1) GramHit(reading, word, position);
  if (looks & 2) PairHit(reading, word & 0xFFFF, position);
}

void PrefilterIndex::GramHit(const Reading& reading, uint32_t gram,
                             uint32_t position) const {
  const uint32_t entry = GramHash(gram) >> kDirectoryShift;
  for (uint32_t i = gram_begin_[entry]; i < gram_begin_[entry + 1]; ++i) {
    if (grams_[i].key != gram) continue;
    Add(reading, {grams_[i].list, position, kGramBytes});
    return;
  }
}

void PrefilterIndex::PairHit(const Reading& reading, uint32_t pair,
                             uint32_t position) const {
  for (size_t slot = PairHash(pair);; ++slot) {
    const size_t entry = pair_slots_[slot & (pair_slots_.size() - 1)];
    if (entry == 0) return;
    if (reading.tables.pair_keys[entry - 1] != pair) continue;
    Add(reading, {reading.tables.pair_lists[entry - 1], position, kPairBytes});
    return;
  }
}

void PrefilterIndex::Add(const Reading& reading, PrefilterHit hit) const {
  // Before the text wraps around to behind it.
  const auto code_at = [&reading](uint32_t position) -> uint32_t {
    if (position >= reading.seen.size()) return kCodeEdge;
    return kCodeOfByte[static_cast<uint8_t>(reading.seen[position])];
  };
  const Neighbours& next = neighbours_[hit.list];
  if (reading.look && !(next.before.Has(code_at(hit.position - 1)) &&
                        next.behind.Has(code_at(hit.position + hit.bytes)))) {
    return;
  }
  reading.hits.push_back(hit);
}

}  // namespace sluice
