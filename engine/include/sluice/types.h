// The small words every other header uses. See docs/design.md, "Words".
#ifndef SLUICE_TYPES_H_
#define SLUICE_TYPES_H_

#include <cstdint>

namespace sluice {

// What kind of thing a rule finds. The numeric values are part of the database
// format and of the C ABI; append only.
enum class Category : uint8_t {
  kSecret = 0,        // keys, tokens, passwords
  kPersonal = 1,      // data about a person (GDPR Art. 4)
  kCode = 2,          // source code and what is close to it
  kConfidential = 3,  // confidentiality and internal-use markers
  kConduct = 4,       // commitments or unfair treatment in a bot's reply
};
inline constexpr uint32_t kCategoryCount = 5;

// Harm if the finding is real.
enum class Severity : uint8_t {
  kLow = 0,
  kMedium = 1,
  kHigh = 2,
  kCritical = 3
};
inline constexpr uint32_t kSeverityCount = 4;

// Likelihood that the finding is real.
enum class Confidence : uint8_t { kLow = 0, kMedium = 1, kHigh = 2 };
inline constexpr uint32_t kConfidenceCount = 3;

// What happens, in order of strictness: allow < log < warn < redact < block.
enum class Action : uint8_t {
  kAllow = 0,
  kLog = 1,
  kWarn = 2,
  kRedact = 3,
  kBlock = 4,
};
inline constexpr uint32_t kActionCount = 5;

// Whether the text goes to the AI tool or comes from it.
enum class Direction : uint8_t { kPrompt = 0, kResponse = 1 };

// Why a verdict does not cover the whole text. An incomplete verdict is never
// a clean one, whatever its findings.
enum class IncompleteReason : uint8_t {
  kNone = 0,
  kTooLarge = 1,  // the text is over the size limit; nothing was scanned
  kBudget = 2,    // a step, finding or memory budget ran out
  kDecode = 3,    // an encoded part was not looked into
  kError = 4,     // the engine failed
};

// Half-open range [begin, end). Bytes in C++, UTF-16 code units in the ABI and
// in JavaScript.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool operator==(const Span&) const = default;
};

// Index of a string in the database's string table; kNoString is "none".
using StringId = uint32_t;
inline constexpr StringId kNoString = 0xFFFFFFFFu;

}  // namespace sluice

#endif  // SLUICE_TYPES_H_
