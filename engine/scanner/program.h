// Matcher programs and prefilter tables: what the compiler emits for patterns
// and how the scanner runs them. Semantics are RE2's leftmost-first.
#ifndef SLUICE_SCANNER_PROGRAM_H_
#define SLUICE_SCANNER_PROGRAM_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "sluice/types.h"

namespace sluice {

enum class Op : uint32_t {
  kMatch = 0,
  kClass = 1,     // a = class; one code point of the class
  kLoop = 2,      // a = class, b = min, c = max or kNoBound; greedy
  kLazyLoop = 3,  // as kLoop, shortest first
  kSplit = 4,     // try a, then b (instruction indices)
  kJump = 5,      // a = target
  kSave = 6,      // a = slot: 0 value begin, 1 value end
  kAssert = 7,    // a = Assertion
  kBytes = 8,     // a = offset in the literal pool, b = length
  kFail = 9,
  // As kSplit into the next instruction, then a; but goes to a at once when
  // the next byte is not in byte set b, for then the next cannot match.
  kBranch = 10,
  // As kBytes for an ASCII literal in lower case, matched in any case; U+017F
  // stands for s and U+212A for k, as in RE2's (?i).
  kFoldedBytes = 11,
};

enum class Assertion : uint32_t {
  kBeginLine = 0,
  kEndLine = 1,
  kBeginText = 2,
  kEndText = 3,
  kWordBoundary = 4,
  kNotWordBoundary = 5,
};

// Eight bytes: programs are the larger part of a database. Falls through to
// the next instruction unless it jumps; jumps count from the program's begin.
struct Instruction {
  uint32_t op : 8;
  uint32_t a : 24;
  uint16_t b;
  uint16_t c;
};
static_assert(sizeof(Instruction) == 8);
inline constexpr uint32_t kMaxOperandA = (1u << 24) - 1;
inline constexpr uint32_t kMaxOperandB = (1u << 16) - 1;
inline constexpr uint16_t kNoBound = 0xFFFF;  // c of a loop without a maximum

// Set of code points: a bitmap for ASCII, sorted ranges for the rest.
struct ClassRecord {
  uint32_t ascii[4] = {0, 0, 0, 0};
  uint32_t ranges_begin = 0;  // pairs (lo, hi), both inclusive, in ranges
  uint32_t ranges_count = 0;  // number of pairs
};

struct ProgramRecord {
  uint32_t begin = 0;  // first instruction
  uint32_t count = 0;
  uint32_t first_bytes[8] = {};  // bytes a match can begin with
  uint32_t can_be_empty = 0;     // then first_bytes says nothing

  bool MayBeginWith(char c) const {
    const auto byte = static_cast<uint8_t>(c);
    return ((first_bytes[byte >> 5] >> (byte & 31)) & 1) != 0;
  }
};

// Bit per byte value.
struct ByteSetRecord {
  uint32_t bits[8] = {};
};

struct ProgramPools {
  std::span<const ProgramRecord> records;
  std::span<const Instruction> code;
  std::span<const ClassRecord> classes;
  std::span<const uint32_t> ranges;
  std::string_view literals;
  std::span<const ByteSetRecord> byte_sets;
};

// No code set: any bytes.
inline constexpr uint16_t kAnyCodes = 0xFFFF;

// An anchor: a place in the text that every match of `rule` contains, at a
// distance of [before_min, before_max] bytes from the match's begin. Code sets
// are indices into code_sets.
struct AnchorRecord {
  uint16_t rule = 0;
  uint16_t before_min = 0;
  uint16_t before_max = 0;
  // Bytes between the match's begin, but for its first before_slack bytes at
  // most, and the anchor.
  uint16_t before_inside = kAnyCodes;
  uint16_t before_slack = 0;
  // Every match has looks[look_begin ..] around the anchor.
  uint16_t look_begin = 0;
  uint16_t look_count = 0;
  // Every match also has, at [follow_min, follow_max] bytes from the anchor's
  // begin, a place where follow_count bytes have codes in
  // code_sets[follow_begin ..] in turn; without it no start is tried.
  int16_t follow_min = 0;
  int16_t follow_max = 0;
  uint16_t follow_begin = 0;
  uint16_t follow_count = 0;           // 0: nothing more is known
  uint16_t follow_inside = kAnyCodes;  // between the anchor and that place
};
static_assert(sizeof(AnchorRecord) == 24);

// The byte at `offset` from an anchor has a code in the set; kCodeEdge stands
// for a place outside the text.
struct LookRecord {
  int16_t offset = 0;
  uint16_t codes = 0;
  bool operator==(const LookRecord&) const = default;
};

// A set of the 64 codes of canonical.h.
struct CodeSetRecord {
  uint32_t low = 0;   // codes 0..31
  uint32_t high = 0;  // codes 32..63

  bool Has(uint32_t code) const {
    return (((code < 32 ? low : high) >> (code & 31)) & 1) != 0;
  }
};

// Gram i of `gram_keys` (four canonical bytes, see canonical.h, by value) leads
// to anchor list gram_lists[i]; pairs of two canonical bytes likewise. List l
// is list_anchors[list_begin[l] .. list_begin[l + 1]).
struct PrefilterTables {
  std::span<const uint32_t> gram_keys;
  std::span<const uint16_t> gram_lists;
  std::span<const uint32_t> pair_keys;
  std::span<const uint16_t> pair_lists;
  std::span<const uint32_t> list_begin;
  std::span<const uint16_t> list_anchors;
  std::span<const AnchorRecord> anchors;
  std::span<const LookRecord> looks;
  std::span<const CodeSetRecord> code_sets;

  // The anchors of `list`, as indices into `anchors`.
  std::span<const uint16_t> AnchorsOf(uint32_t list) const {
    const uint32_t begin = list_begin[list];
    return list_anchors.subspan(begin, list_begin[list + 1] - begin);
  }
};

// Shared by all work on one text.
struct Budget {
  uint64_t steps = 0;      // left; one per matcher step
  bool exhausted = false;  // set once steps ran out: the verdict is kBudget

  // False: there are not that many left, and from now on there are none.
  bool Pay(uint64_t count) {
    if (count > steps) {
      steps = 0;
      exhausted = true;
      return false;
    }
    steps -= count;
    return true;
  }
};

struct MatchResult {
  Span whole;
  Span value;  // group `value`, else group 1, else the whole match
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_PROGRAM_H_
