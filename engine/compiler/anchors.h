// Where the prefilter has to look: the grams every match of a pattern contains.
#ifndef SLUICE_COMPILER_ANCHORS_H_
#define SLUICE_COMPILER_ANCHORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/frequency.h"
#include "compiler/pattern.h"
#include "sluice/result.h"

namespace sluice {

// A byte that must stand at `offset` from an anchor's begin; its codes may
// include kCodeEdge, for a place outside the text.
struct Look {
  int32_t offset = 0;
  CodeSet codes = 0;
};

// A window of 2 or 4 consecutive canonical codes, at [before_min, before_max]
// bytes from the match's begin.
struct Anchor {
  std::vector<CodeSet> codes;
  uint32_t before_min = 0;
  uint32_t before_max = 0;
  // All codes between the match's first `before_slack` bytes at most and the
  // anchor.
  CodeSet before_inside = 0;
  uint32_t before_slack = 0;
  double frequency = 0;  // expected occurrences per byte of ordinary text
  // Bytes beside the anchor that every match on its paths has, the rarest
  // first.
  std::vector<Look> looks;
  // What else every match on the anchor's paths contains, at
  // [follow_min, follow_max] bytes from the anchor's begin; empty: nothing.
  std::vector<CodeSet> follow;
  int32_t follow_min = 0;
  int32_t follow_max = 0;
  CodeSet follow_inside = 0;  // all codes between the two
};

// Anchors such that every match of the pattern contains at least one. Errors:
// kUnsupportedPattern when some way to match has none, or none rare enough.
Result<std::vector<Anchor>> FindAnchors(re2::Regexp* regexp);

// All grams of an anchor: canonical bytes as a little-endian number of 2 or 4
// bytes (scanner/canonical.h).
std::vector<uint32_t> GramsOf(const Anchor& anchor);

// For people: "a k i a", "[0-9] [0-9] [a-z_] @".
std::string DescribeAnchor(const Anchor& anchor);

}  // namespace sluice

#endif  // SLUICE_COMPILER_ANCHORS_H_
