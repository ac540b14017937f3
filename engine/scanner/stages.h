// The stages of a scan, in the order scanner.cc runs them. One file each.
#ifndef SLUICE_SCANNER_STAGES_H_
#define SLUICE_SCANNER_STAGES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "scanner/database_image.h"
#include "scanner/program.h"
#include "sluice/policy.h"
#include "sluice/scanner.h"
#include "sluice/verdict.h"

namespace sluice {

struct Surroundings;

// What a pattern, number rule or detector saw, before any check.
struct Match {
  uint32_t rule = 0;
  Span whole;  // with what the pattern needs around the value
  Span value;  // what would be redacted
  // Set by detectors only; patterns and numbers start at the rule's tier.
  std::optional<Confidence> confidence;
  LanguageId language = 0;
};

// match_patterns.cc: every pattern rule, through the prefilter.
void MatchPatterns(const DatabaseImage& image, std::string_view text,
                   bool use_prefilter, Budget& budget,
                   std::vector<Match>& matches);

// match_numbers.cc: every number rule, over runs of digits.
void MatchNumbers(const DatabaseImage& image, std::string_view text,
                  Budget& budget, std::vector<Match>& matches);

// detectors.cc: every detector rule.
void RunDetectors(const DatabaseImage& image, std::string_view text,
                  Budget& budget, std::vector<Match>& matches);

// validate.cc: checks, exceptions, context and test values of one match.
// `around` is what the text's matches share, `bulk` says that the whole column
// passes.
// nullopt: not a finding.
std::optional<Finding> ValidateMatch(const DatabaseImage& image,
                                     std::string_view text, const Match& match,
                                     Budget& budget, Surroundings& around,
                                     bool bulk = false);

// resolve.cc: order, duplicates, overlaps, caps. Sets `incomplete` to kBudget
// when a cap cut something off.
void ResolveFindings(const DatabaseImage& image, std::vector<Finding>& findings,
                     IncompleteReason& incomplete);

// decide.cc: action per finding and for the text.
void Decide(const DatabaseImage& image, std::string_view text,
            const Policy& policy, const ScanContext& context, Verdict& verdict);

}  // namespace sluice

#endif  // SLUICE_SCANNER_STAGES_H_
