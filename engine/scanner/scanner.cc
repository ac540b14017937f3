// A scan, read from top to bottom; one stage per file.
#include "sluice/scanner.h"

#include "scanner/bulk.h"
#include "scanner/nearby.h"
#include "scanner/scan.h"
#include "scanner/stages.h"
#include "scanner/surroundings.h"
#include "scanner/views/find.h"

namespace sluice {
namespace {

// Steps a text may cost. Ordinary text uses a few per byte; the rest is for
// texts made to be dear, which end as incomplete.
constexpr uint32_t kStepsPerByte = 64;
constexpr uint64_t kBaseSteps = 4'000'000;

// Findings kept per rule before overlaps are resolved; bounds memory. More
// than the limit on what is returned, for many of them fall to better ones.
constexpr uint32_t kMaxDrafts = 4 * kMaxFindingsPerRule;

std::vector<Match> FindMatches(const DatabaseImage& image,
                               std::string_view text,
                               const ScanOptions& options, Budget& budget) {
  std::vector<Match> matches;
  MatchPatterns(image, text, options.use_prefilter, budget, matches);
  TakeNearbyValues(image, text, budget, matches);
  MatchNumbers(image, text, budget, matches);
  RunDetectors(image, text, budget, matches);
  return matches;
}

std::vector<Finding> ValidateMatches(const DatabaseImage& image,
                                     std::string_view text,
                                     const std::vector<Match>& matches,
                                     Budget& budget) {
  std::vector<Finding> findings;
  findings.reserve(matches.size());  // no more: growing takes thrice as much
  std::vector<uint32_t> per_rule(image.rules.size(), 0);
  Surroundings around(text);
  const BulkEvidence bulk(image, text, matches, around.tables, budget);
  for (const Match& match : matches) {
    if (per_rule[match.rule] == kMaxDrafts) {
      budget.exhausted = true;
      continue;
    }
    if (const auto finding = ValidateMatch(image, text, match, budget, around,
                                           bulk.Holds(match))) {
      findings.push_back(*finding);
      ++per_rule[match.rule];
    }
  }
  return findings;
}

// The matches go before the views come: both may be many.
std::vector<Finding> FindInText(const DatabaseImage& image,
                                std::string_view text,
                                const ScanOptions& options, Budget& budget,
                                ScanObserver* observer) {
  const std::vector<Match> matches = FindMatches(image, text, options, budget);
  if (observer != nullptr) observer->SawText(text, matches);
  return ValidateMatches(image, text, matches, budget);
}

}  // namespace

Verdict ScanText(const DatabaseImage& image, std::string_view text,
                 const Policy& policy, const ScanContext& context,
                 const ScanOptions& options, ScanObserver* observer) {
  Verdict verdict;
  if (text.size() > kMaxTextBytes) {
    verdict.incomplete = IncompleteReason::kTooLarge;
  } else {
    const uint64_t steps = uint64_t{kStepsPerByte} * text.size() + kBaseSteps;
    Budget budget{steps, false};
    verdict.findings = FindInText(image, text, options, budget, observer);
    const ViewWork work = FindInViews(image, text, options, kStepsPerByte,
                                      verdict.findings, observer);
    verdict.steps = steps - budget.steps + work.steps;
    if (!work.complete) verdict.incomplete = IncompleteReason::kDecode;
    if (budget.exhausted || work.out_of_steps) {
      verdict.incomplete = IncompleteReason::kBudget;
    }
    ResolveFindings(image, verdict.findings, verdict.incomplete);
  }
  Decide(image, text, policy, context, verdict);
  return verdict;
}

Scanner::Scanner(Database database) : database_(std::move(database)) {}

Verdict Scanner::Scan(std::string_view text, const Policy& policy,
                      const ScanContext& context,
                      const ScanOptions& options) const {
  return ScanText(database_.image(), text, policy, context, options, nullptr);
}

}  // namespace sluice
