// What a scan returns.
#ifndef SLUICE_VERDICT_H_
#define SLUICE_VERDICT_H_

#include <array>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "sluice/types.h"

namespace sluice {

// Why we believe a finding. Append only (ABI).
enum class EvidenceKind : uint32_t {
  kFormat = 0,     // the text has the rule's form
  kChecksum = 1,   // check digits agree; name = validator
  kStructure = 2,  // decodes or parses as it should; name = validator
  kRarity = 3,     // too random to be a word; name = validator
  kContext = 4,    // a telling word stands near; name = the rule's word
  kModel = 5,      // a statistical detector; name = detector
  kBulk = 6,       // all numbers of a column pass the same check
};

struct Evidence {
  EvidenceKind kind = EvidenceKind::kFormat;
  StringId name = kNoString;  // into Database::String; never the scanned text
};

inline constexpr uint32_t kMaxEvidence = 4;

// Languages of code findings, see sluice/language.h for the names; 0 = none.
using LanguageId = uint8_t;

// Encodings a scan sees through. Append only (ABI).
enum class Decoder : uint8_t {
  kNone = 0,
  kPercent = 1,
  kHtml = 2,
  kEscape = 3,  // \uXXXX, \xXX, \u{...}, octal, U+XXXX
  kQuotedPrintable = 4,
  kBase64 = 5,
  kHex = 6,   // and dumps
  kGzip = 7,  // and zlib
};

inline constexpr uint32_t kMaxDecoders = 4;

// One finding. Plain data of fixed size: the C ABI hands out arrays of it.
// `span` is the sensitive value itself, not the words around it.
struct Finding {
  uint32_t rule = 0;  // index in the Database
  Span span;
  Confidence confidence = Confidence::kLow;
  Action action = Action::kAllow;
  uint8_t test_value = 0;  // 1: a published specimen or documentation example
  LanguageId language = 0;
  uint32_t evidence_count = 0;
  std::array<Evidence, kMaxEvidence> evidence;
  // What was decoded to see the value, outermost first; kNone behind the last.
  // The span is then that of the encoded value.
  std::array<Decoder, kMaxDecoders> decoded = {};
};
static_assert(sizeof(Finding) == 56 && std::is_trivially_copyable_v<Finding>);

// All findings of one text, ordered by (span.begin, longer first, rule), and
// the strictest action among them and the policy's action for incompleteness.
struct Verdict {
  Action action = Action::kAllow;
  IncompleteReason incomplete = IncompleteReason::kNone;
  std::vector<Finding> findings;
  // What the scan cost, in steps of work; the same for the same input.
  uint64_t steps = 0;

  bool complete() const { return incomplete == IncompleteReason::kNone; }
};

}  // namespace sluice

#endif  // SLUICE_VERDICT_H_
