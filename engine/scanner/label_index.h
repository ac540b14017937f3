// Finds the context words of all rules in a folded text, each token looked up
// once however many rules there are.
//
// Words are kept by their first token, for a word stands in a text only where
// that token does: a word that begins with a letter or digit begins with a run
// of them, any other one with a single byte.
#ifndef SLUICE_SCANNER_LABEL_INDEX_H_
#define SLUICE_SCANNER_LABEL_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/word_folding.h"
#include "sluice/types.h"

namespace sluice {

class LabelIndex {
 public:
  // What has to be readable behind the begin of every token.
  static constexpr size_t kPadding = 8;

  LabelIndex() = default;
  // With room for `count` words.
  explicit LabelIndex(size_t count);

  // `word` is folded. Adding it again changes nothing.
  void Add(StringId id, std::string_view word);

  // Whether some word begins with a byte of no token.
  bool has_signs() const { return has_signs_; }

  // Calls visit(id) for every word whose first token has the same hash as the
  // `size` bytes at `token`; the rest is for the caller to compare.
  template <typename Visit>
  void ForEach(const char* token, size_t size, const Visit& visit) const {
    if (heads_.empty()) return;
    const uint32_t hash = Hash(token, size);
    for (uint32_t at = heads_[hash & mask_]; at != 0; at = nodes_[at].next) {
      if (nodes_[at].hash == hash) visit(nodes_[at].id);
    }
  }

 private:
  struct Node {
    uint32_t hash = 0;
    StringId id = kNoString;
    uint32_t next = 0;  // in the same bucket; 0: none
  };

  static uint32_t Hash(const char* token, size_t size);

  std::vector<uint32_t> heads_;  // first node of each bucket, a power of two
  std::vector<Node> nodes_;      // the first one is none
  uint32_t mask_ = 0;
  bool has_signs_ = false;
};

// The size of the token that `text`, which is not empty, begins with.
inline size_t TokenSize(std::string_view text) {
  size_t size = 1;
  if (!IsLabelByte(text[0])) return size;
  if (IsSpaceless(text)) return kSpacelessBytes;
  for (; size < text.size() && IsLabelByte(text[size]); ++size) {
    const bool is_ascii = static_cast<unsigned char>(text[size]) < 0x80;
    if (!is_ascii && IsSpaceless(text.substr(size))) break;
  }
  return size;
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_LABEL_INDEX_H_
