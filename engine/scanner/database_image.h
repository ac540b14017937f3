// The database as the scanner sees it: typed arrays over the bytes, in place.
//
//   DatabaseHeader  magic, version, size, checksum
//   SectionRecord[] where each of the following stands, in SectionId order
//   rules           RuleRecord[rule_count]
//   u32s            pool that the records below point into
//   checks          CheckRecord[]
//   words           ContextWord[]
//   options         DetectorOption[]
//   programs        ProgramRecord[] over the instruction and class pools
//   prefilter       gram table, anchors (see prefilter.h)
//   strings         StringRecord[] over a byte pool
//
// Everything is little-endian u32 and aligned to 4. Records are append-only
// within one kDatabaseVersion.
#ifndef SLUICE_SCANNER_DATABASE_IMAGE_H_
#define SLUICE_SCANNER_DATABASE_IMAGE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/detectors/seed_words.h"
#include "scanner/follower_slots.h"
#include "scanner/label_index.h"
#include "scanner/look_masks.h"
#include "scanner/number_index.h"
#include "scanner/prefilter.h"
#include "scanner/program.h"
#include "scanner/rule_selection.h"
#include "sluice/types.h"
#include "sluice/validator.h"

namespace sluice {

inline constexpr uint32_t kDatabaseMagic = 0x31444C53u;  // "SLD1"
inline constexpr uint32_t kDatabaseVersion = 3;
inline constexpr uint32_t kNone = 0xFFFFFFFFu;

enum class RuleKind : uint32_t { kPattern = 0, kNumber = 1, kDetector = 2 };
enum class ContextMode : uint32_t { kNone = 0, kBoost = 1, kRequired = 2 };

struct DatabaseHeader {
  uint32_t magic = kDatabaseMagic;
  uint32_t version = kDatabaseVersion;
  uint32_t size = 0;      // of the whole database, in bytes
  uint32_t checksum = 0;  // Checksum() of everything behind the header
};

// Element types stand beside the names.
enum class SectionId : uint32_t {
  kRules,        // RuleRecord
  kU32s,         // uint32_t
  kChecks,       // CheckRecord
  kWords,        // ContextWord
  kOptions,      // DetectorOption
  kPrograms,     // ProgramRecord
  kCode,         // Instruction
  kClasses,      // ClassRecord
  kRanges,       // uint32_t
  kLiterals,     // bytes
  kGramKeys,     // uint32_t
  kGramLists,    // uint16_t
  kPairKeys,     // uint32_t
  kPairLists,    // uint16_t
  kListBegin,    // uint32_t
  kListAnchors,  // uint16_t
  kLooks,        // LookRecord
  kAnchors,      // AnchorRecord
  kCodeSets,     // CodeSetRecord
  kByteSets,     // ByteSetRecord
  kStrings,      // StringRecord
  kStringBytes,  // bytes
};
inline constexpr uint32_t kSectionCount = 22;

struct SectionRecord {
  uint32_t offset = 0;  // from the database's begin, a multiple of 4
  uint32_t count = 0;   // of elements
};

// FNV-1a over 32-bit words; `bytes` is aligned to 4, `size` a multiple of it.
uint32_t Checksum(const uint8_t* bytes, size_t size);

// Half-open range of indices in one of the pools.
struct Range {
  uint32_t begin = 0;
  uint32_t count = 0;
};

struct RuleRecord {
  StringId id = kNoString;
  StringId family = kNoString;
  StringId title = kNoString;
  StringId placeholder = kNoString;
  StringId country = kNoString;
  uint32_t category = 0;            // Category
  uint32_t severity = 0;            // Severity
  uint32_t confidence = 0;          // Confidence before evidence
  uint32_t kind = 0;                // RuleKind
  Range tags;                       // StringIds in u32s
  Range checks;                     // in checks
  uint32_t context_mode = 0;        // ContextMode
  uint32_t context_before = 0;      // bytes looked at before the match
  uint32_t context_after = 0;       // bytes looked at after the match
  uint32_t context_raise = 1;       // tiers a label adds to the confidence
  Range words;                      // in words, sorted by StringId
  uint32_t program = kNone;         // pattern; kPattern only
  uint32_t test_program = kNone;    // value fully matches: published specimen
  uint32_t except_program = kNone;  // value fully matches: not a finding
  // kNumber: admitted digit counts in u32s, bits of NumberFlag, admitted
  // groupings in u32s (each: group count, then the group sizes; empty = any
  // grouping).
  Range number_lengths;
  uint32_t number_flags = 0;
  Range number_groupings;     // `count` is the number of u32s, not of groupings
  uint32_t detector = kNone;  // DetectorId; kDetector only
  StringId detector_name = kNoString;  // for the evidence
  Range detector_options;              // in options
  // In words as well, sorted; many rules of a family share one such list.
  Range shared_words;
};
static_assert(sizeof(RuleRecord) == 33 * 4);

// The separators that may stand between the digits of a number, and more.
enum NumberFlag : uint32_t {
  kSpace = 1,  // U+0020 and U+00A0
  kDot = 2,
  kHyphen = 4,
  kSlash = 8,
  kWhole = 16,  // the number is no part of a longer row of groups
};

enum class OnFail : uint32_t { kDrop = 0, kLower = 1 };
enum class OnPass : uint32_t { kKeep = 0, kRaise = 1, kCertain = 2 };

// One validator of a rule. Confidence: kLower/kRaise move one tier, kCertain
// sets kHigh; checks run in order, a drop ends them.
struct CheckRecord {
  uint32_t validator = 0;  // ValidatorId
  uint32_t on_fail = 0;    // OnFail
  uint32_t on_pass = 0;    // OnPass
  uint32_t parameter = 0;  // thousandths, e.g. 3500 for 3.5 bits per character
  StringId name = kNoString;  // the validator's name, for the evidence
};

// One context word, folded (lower case, see word_folding.h). May hold spaces.
struct ContextWord {
  StringId word = kNoString;
  uint32_t negative = 0;  // 1: this label speaks against the rule
};

struct DetectorOption {
  StringId name = kNoString;
  uint32_t value = 0;
};

struct StringRecord {
  uint32_t offset = 0;
  uint32_t length = 0;
};

// Filled once by Database::Load after every reference was checked.
struct DatabaseImage {
  std::span<const RuleRecord> rules;
  std::span<const uint32_t> u32s;
  std::span<const CheckRecord> checks;
  std::span<const ContextWord> words;
  std::span<const DetectorOption> options;
  ProgramPools programs;
  PrefilterTables prefilter;
  PrefilterIndex index;       // made from `prefilter` by Database::Load
  FollowerSlots followers;    // made from `prefilter` by Database::Load
  LookMasks masks;            // made from `prefilter` by Database::Load
  LabelIndex labels;          // made from `words` by Database::Load
  NumberIndex numbers;        // made from `rules` by Database::Load
  SeedWordFilter seed_words;  // made from `options` by Database::Load
  std::span<const StringRecord> strings;
  std::string_view bytes;  // the string pool
  // Set by Database::Select.
  RuleSelection selected;
  bool reads_views = true;  // some rule looks at other texts than the raw

  std::string_view String(StringId id) const {
    if (id >= strings.size()) return {};
    return bytes.substr(strings[id].offset, strings[id].length);
  }
};

// The index of the image's context words.
LabelIndex IndexLabels(const DatabaseImage& image);
// The index of its number rules that take part.
NumberIndex IndexNumbers(const DatabaseImage& image);
// The filter for the words of all lists that its detectors look for.
SeedWordFilter FilterSeedWords(const DatabaseImage& image);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DATABASE_IMAGE_H_
