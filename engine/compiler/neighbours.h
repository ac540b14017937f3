// What must stand beside an anchor.
#ifndef SLUICE_COMPILER_NEIGHBOURS_H_
#define SLUICE_COMPILER_NEIGHBOURS_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "compiler/paths.h"

namespace sluice {

// Codes the bytes around an anchor can have, by distance from its begin. A set
// may hold kCodeEdge: the place may lie outside the text.
class Neighbours {
 public:
  static constexpr int32_t kFirst = -8;
  static constexpr int32_t kLast = 16;

  Neighbours() { codes_.fill(~CodeSet{0}); }

  // All codes where nothing is known. `offset` lies in [kFirst, kLast].
  CodeSet At(int32_t offset) const { return codes_[Index(offset)]; }
  void Narrow(int32_t offset, CodeSet codes) { codes_[Index(offset)] &= codes; }
  // Leaves what holds on a path with these or the others.
  void Widen(const Neighbours& other);

 private:
  static size_t Index(int32_t offset) {
    return static_cast<size_t>(offset - kFirst);
  }

  std::array<CodeSet, kLast - kFirst + 1> codes_;
};

// Moves the mark of each element without bytes to the element behind it; one
// at the end stays.
Path WithMarksInPlace(const Path& path);

// What the path says about the bytes around its elements
// [begin, begin + length), all of them single bytes, as far as distances are
// fixed.
Neighbours NeighboursOf(const Path& path, size_t begin, size_t length);

}  // namespace sluice

#endif  // SLUICE_COMPILER_NEIGHBOURS_H_
