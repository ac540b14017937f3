// A pattern as RE2 parsed it.
#ifndef SLUICE_COMPILER_PATTERN_H_
#define SLUICE_COMPILER_PATTERN_H_

#include <memory>
#include <string_view>

#include "re2/regexp.h"
#include "sluice/result.h"

namespace sluice {

struct RegexpRelease {
  void operator()(re2::Regexp* regexp) const { regexp->Decref(); }
};
using RegexpPtr = std::unique_ptr<re2::Regexp, RegexpRelease>;

struct Pattern {
  RegexpPtr regexp;
  int value_group = 0;  // group `value`, else 1, else 0 for the whole match
};

// RE2's default syntax. Errors: kInvalidPattern with RE2's own message and the
// fragment it objects to (`where` is left to the caller), kUnsupportedPattern
// for \C.
Result<Pattern> ParsePattern(std::string_view text);

// RE2's (?i) adds these to `s` and `k`. The prefilter sees either as that one
// ASCII byte or as it is (scanner/canonical.h).
inline constexpr uint32_t kLongSRune = 0x17F;
inline constexpr uint32_t kKelvinRune = 0x212A;
constexpr bool IsFoldable(uint32_t rune) {
  return rune == kLongSRune || rune == kKelvinRune;
}

// Bytes of the shortest and longest text the expression can match, a foldable
// code point counted from 1; kUnboundedLength for no bound.
inline constexpr uint32_t kUnboundedLength = 0xFFFFFFFFu;
struct Lengths {
  uint32_t min = 0;
  uint32_t max = 0;
};
Lengths MatchLengths(re2::Regexp* regexp);

// min + added and times, saturating at kUnboundedLength.
uint32_t AddLength(uint32_t a, uint32_t b);
uint32_t MultiplyLength(uint32_t a, uint32_t times);

// Whether the expression is one code point of a set, and its set.
bool IsSingleRune(re2::Regexp* regexp);

// Bytes of a code point in UTF-8.
uint32_t RuneLength(uint32_t rune);

}  // namespace sluice

#endif  // SLUICE_COMPILER_PATTERN_H_
