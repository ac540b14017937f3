// Runs a Database over text.
#ifndef SLUICE_SCANNER_H_
#define SLUICE_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "sluice/database.h"
#include "sluice/policy.h"
#include "sluice/verdict.h"

namespace sluice {

// Bytes of UTF-8. Texts over the limit get the verdict kTooLarge at once.
inline constexpr size_t kMaxTextBytes = 32u << 20;
// Findings returned for one text; more of them make the verdict kBudget.
inline constexpr uint32_t kMaxFindings = 20000;
inline constexpr uint32_t kMaxFindingsPerRule = 10000;

// Where the text goes. Views need only live during the call.
struct ScanContext {
  std::string_view destination;  // host, "chatgpt.com"; "" = unknown
  Direction direction = Direction::kPrompt;
  std::string_view locale;  // BCP 47, "nl-NL"; "" = unknown
};

struct ScanOptions {
  // Only for tests of the law "the prefilter loses nothing": tries every rule
  // at every position.
  bool use_prefilter = true;
};

// Immutable after construction; safe for concurrent use.
class Scanner {
 public:
  explicit Scanner(Database database);

  // Findings in `text` (UTF-8; an invalid byte matches nothing and hides
  // nothing) with byte spans, decided by `policy`. Never fails: what could not
  // be looked at is named in Verdict::incomplete. Deterministic. Time linear
  // in text.size().
  Verdict Scan(std::string_view text, const Policy& policy,
               const ScanContext& context = {},
               const ScanOptions& options = {}) const;

  const Database& database() const { return database_; }

 private:
  Database database_;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_H_
