// How often sequences of canonical codes occur in ordinary text.
#ifndef SLUICE_COMPILER_FREQUENCY_H_
#define SLUICE_COMPILER_FREQUENCY_H_

#include <cstdint>
#include <span>

namespace sluice {

// A set of canonical codes (scanner/canonical.h), one bit each.
using CodeSet = uint64_t;

// Expected occurrences, per byte of text, of a place whose codes lie in
// sets[0], sets[1], ... in turn: a Markov chain over measured pairs of codes.
// O(sets.size() * 64 * 64).
double ExpectedFrequency(std::span<const CodeSet> sets);

// The same for the four sets of a gram, with grams that are words or parts of
// such counted as often as they were seen. O(combinations * log(table)).
double GramFrequency(std::span<const CodeSet, 4> sets);

}  // namespace sluice

#endif  // SLUICE_COMPILER_FREQUENCY_H_
