// The default rules over a text and all its views, for tests.
#ifndef TESTS_ENGINE_VIEWS_BENCH_H_
#define TESTS_ENGINE_VIEWS_BENCH_H_

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "default_rules.h"
#include "scanner/stages.h"
#include "scanner/views/find.h"
#include "scanner/views/views.h"
#include "sluice/database.h"
#include "sluice/scanner.h"

namespace sluice {

inline const Database& DefaultDatabase() { return OwnRules().database; }

inline Verdict ScanDefault(std::string_view text) {
  return Scanner(DefaultDatabase()).Scan(text, Policy());
}

// The findings that are values; what looks like a program is left out.
inline std::vector<Finding> FindAll(std::string_view text) {
  std::vector<Finding> findings = ScanDefault(text).findings;
  const auto is_code = [](const Finding& finding) {
    return DefaultDatabase().rule(finding.rule).category == Category::kCode;
  };
  findings.erase(std::remove_if(findings.begin(), findings.end(), is_code),
                 findings.end());
  return findings;
}

// Whether the rule finds exactly this span.
inline bool Finds(const std::vector<Finding>& findings, std::string_view rule,
                  Span span) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) {
                       return DefaultDatabase().rule(finding.rule).id == rule &&
                              finding.span == span;
                     });
}

}  // namespace sluice

#endif  // TESTS_ENGINE_VIEWS_BENCH_H_
