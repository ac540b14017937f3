#include "compiler/examples.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/diagnostics.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

// `12-20 ("12345678") and 30-31 ("x")`.
std::string Describe(std::string_view text, const std::vector<Span>& spans) {
  std::string list;
  for (size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) list += i + 1 == spans.size() ? " and " : ", ";
    list += std::to_string(spans[i].begin) + "-" +
            std::to_string(spans[i].end) + " (" +
            Quoted(text.substr(spans[i].begin, spans[i].size())) + ")";
  }
  return list.empty() ? "nothing" : list;
}

class ExampleRunner {
 public:
  ExampleRunner(const Database& database, const Policy& policy)
      : scanner_(database), policy_(policy) {
    for (uint32_t i = 0; i < database.rule_count(); ++i) {
      index_.emplace(database.rule(i).id, i);
    }
  }

  void Run(const RuleSource& rule) {
    const auto found = index_.find(rule.id);
    if (found == index_.end()) {
      Fail(rule.place, "The rule is not in the database.");
      return;
    }
    for (const ExampleSource& match : rule.matches) {
      RunMatch(found->second, match);
    }
    for (const ExampleSource& non_match : rule.non_matches) {
      RunNonMatch(found->second, non_match);
    }
  }

  Errors Take() && { return std::move(errors_); }

 private:
  struct Seen {
    std::vector<Span> spans;  // of the rule in question
    std::string others;       // "; other rules find ...", or ""
  };

  Seen Scan(uint32_t rule, const ExampleSource& example) {
    const Verdict verdict = scanner_.Scan(example.text, policy_);
    if (!verdict.complete()) {
      Fail(example.place, "The example was not scanned to its end.");
    }
    Seen seen;
    for (const Finding& finding : verdict.findings) {
      if (finding.rule == rule) {
        seen.spans.push_back(finding.span);
        continue;
      }
      seen.others += seen.others.empty() ? "; other rules find " : ", ";
      seen.others += std::string(scanner_.database().rule(finding.rule).id) +
                     " at " + std::to_string(finding.span.begin) + "-" +
                     std::to_string(finding.span.end);
    }
    return seen;
  }

  void RunMatch(uint32_t rule, const ExampleSource& match) {
    const Seen seen = Scan(rule, match);
    if (seen.spans == match.spans) return;
    Fail(match.place, "Expected " + Describe(match.text, match.spans) +
                          ", found " + Describe(match.text, seen.spans) +
                          seen.others + ".");
  }

  void RunNonMatch(uint32_t rule, const ExampleSource& non_match) {
    const Seen seen = Scan(rule, non_match);
    if (seen.spans.empty()) return;
    Fail(non_match.place, "Expected nothing, because " + non_match.because +
                              "; found " +
                              Describe(non_match.text, seen.spans) + ".");
  }

  void Fail(const Place& place, std::string message) {
    errors_.push_back(Error{ErrorCode::kExampleFailed, std::move(message),
                            place.where, place.line, place.column});
  }

  Scanner scanner_;
  const Policy& policy_;
  std::map<std::string_view, uint32_t> index_;
  Errors errors_;
};

}  // namespace

Errors CheckExamples(const std::vector<RuleSource>& rules,
                     const Database& database, const Policy& policy) {
  ExampleRunner runner(database, policy);
  for (const RuleSource& rule : rules) runner.Run(rule);
  return std::move(runner).Take();
}

}  // namespace sluice
