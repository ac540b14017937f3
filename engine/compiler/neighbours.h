// What must stand beside an anchor.
#ifndef SLUICE_COMPILER_NEIGHBOURS_H_
#define SLUICE_COMPILER_NEIGHBOURS_H_

#include <cstdint>
#include <map>

#include "compiler/paths.h"

namespace sluice {

// Codes a byte can have, by its distance from an anchor's begin. A set may
// hold kCodeEdge: the place may lie outside the text.
using Neighbours = std::map<int32_t, CodeSet>;

// Moves the mark of each element without bytes to the element behind it; one
// at the end stays.
Path WithMarksInPlace(const Path& path);

// What the path says about the bytes around its elements
// [begin, begin + length), all of them single bytes, as far as distances are
// fixed.
Neighbours NeighboursOf(const Path& path, size_t begin, size_t length);

// What holds on both of two paths.
Neighbours Common(const Neighbours& a, const Neighbours& b);

}  // namespace sluice

#endif  // SLUICE_COMPILER_NEIGHBOURS_H_
