// Finds every place in a text where one of the database's grams stands.
#ifndef SLUICE_SCANNER_PREFILTER_H_
#define SLUICE_SCANNER_PREFILTER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/program.h"
#include "scanner/rule_selection.h"

namespace sluice {

// A gram or pair, and where it begins.
struct PrefilterHit {
  uint32_t list = 0;  // of its anchors, see PrefilterTables::AnchorsOf
  uint32_t position = 0;
  uint32_t bytes = 0;  // 4 or 2
};

// Look-up tables in memory; some 170 KB, made once from the database.
class PrefilterIndex {
 public:
  PrefilterIndex() = default;
  // Grams of other rules than the selected alone are not found.
  PrefilterIndex(const PrefilterTables& tables, size_t rule_count,
                 const RuleSelection& selected);

  // Nothing can be found.
  bool empty() const { return grams_.empty() && !has_pairs_; }

  // How far before a hit of `rule` a match can begin, at most, in bytes.
  uint32_t reach(uint32_t rule) const { return reach_[rule]; }

  // Appends the hits that begin in [begin, end) of `seen`, in ascending order.
  // With `look`, only those of which some anchor has a look that the bytes next
  // to the hit do not speak against. O(end - begin).
  void Find(const PrefilterTables& tables, std::string_view seen,
            uint32_t begin, uint32_t end, bool look,
            std::vector<PrefilterHit>& hits) const;

 private:
  // What Find() was given.
  struct Reading {
    const PrefilterTables& tables;
    std::string_view seen;
    bool look;
    std::vector<PrefilterHit>& hits;
  };

  void SortGrams();
  void FindIn(const Reading& reading, const uint8_t* tile, uint32_t count,
              uint32_t offset) const;
  // 1: the word may begin with a gram; 2: with a pair.
  uint32_t Look(uint32_t word) const;
  void Take(const Reading& reading, uint32_t word, uint32_t looks,
            uint32_t position) const;
  void GramHit(const Reading& reading, uint32_t gram, uint32_t position) const;
  void PairHit(const Reading& reading, uint32_t pair, uint32_t position) const;
  void Add(const Reading& reading, PrefilterHit hit) const;
  void AddPair(const PrefilterTables& tables, size_t entry);
  void AddNeighbours(const PrefilterTables& tables, uint32_t list,
                     uint32_t bytes);

  // The codes that may stand next to a hit.
  struct Neighbours {
    CodeSetRecord before;
    CodeSetRecord behind;
    bool known = false;
  };
  struct Gram {
    uint32_t key = 0;
    uint32_t list = 0;
  };

  std::vector<uint32_t> reach_;       // per rule
  std::vector<uint32_t> gram_bits_;   // 1 where a gram with that hash exists
  std::vector<uint32_t> gram_begin_;  // by the hash's high bits, in grams_
  std::vector<Gram> grams_;           // by those bits
  std::vector<uint8_t> pairs_;        // 2 where a pair may stand
  std::vector<uint16_t> pair_slots_;  // entry in the tables + 1, by hash
  bool has_pairs_ = false;
  std::vector<Neighbours> neighbours_;  // per list
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_PREFILTER_H_
