// A pattern as the set of linear paths through it.
#ifndef SLUICE_COMPILER_PATHS_H_
#define SLUICE_COMPILER_PATHS_H_

#include <cstdint>
#include <vector>

#include "compiler/frequency.h"
#include "compiler/pattern.h"

namespace sluice {

// Either one byte whose canonical code lies in `codes`, or (codes == 0) a gap
// of [gap.min, gap.max] bytes whose codes all lie in `inside`.
struct PathElement {
  CodeSet codes = 0;
  Lengths gap;
  CodeSet inside = 0;
  // RE2's \b stands right before it. An element without bytes says so of what
  // follows it, or of the path's end.
  bool at_boundary = false;
};
using Path = std::vector<PathElement>;

// Every match of the expression, as bytes, follows at least one of the paths.
// Parts that would multiply into too many paths become gaps, which keeps that
// law and only loses places to anchor at.
//
// The bytes are those of the text in which U+017F and U+212A were replaced by
// `s` and `k`, as the prefilter sees it (scanner/canonical.h).
std::vector<Path> PathsOf(re2::Regexp* regexp);

}  // namespace sluice

#endif  // SLUICE_COMPILER_PATHS_H_
