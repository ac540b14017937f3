// Seed phrases are looked for by windows of some bytes: what is found must not
// depend on where a phrase begins, nor on what stands around it.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "default_rules.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

// The shortest there are, and others.
constexpr std::string_view kPhrases[] = {
    "web old own all mom ice cup box off any net tip",
    "two car fly bag zoo rib act hub tag cup dad van",
    "oak hip all car aim hat raw old fit van sad ski",
    "oak  hip, all\ncar aim hat;raw|old 'fit' van sad ski",
};

std::string Filler(std::string_view pattern, size_t size) {
  std::string filler;
  while (filler.size() < size) filler += pattern;
  filler.resize(size);
  return filler;
}

// Where a rule for seed phrases finds something; empty: nowhere, or twice.
Span FindPhrase(const Scanner& scanner, std::string_view text) {
  Span found{};
  for (const Finding& finding : scanner.Scan(text, {}, {}, {}).findings) {
    const std::string_view id = scanner.database().rule(finding.rule).id;
    if (!id.starts_with("seed-phrase")) continue;
    if (found.size() > 0) return {};
    found = finding.span;
  }
  return found;
}

TEST_CASE("a seed phrase is found wherever it begins") {
  const DefaultRules rules;
  const Scanner scanner{DefaultRules::Load(rules.bytes)};
  for (const std::string_view phrase : kPhrases) {
    for (const std::string_view pattern : {"of it (", "----", "a"}) {
      for (uint32_t before = 0; before < 70; ++before) {
        for (const std::string_view behind : {"", "\n", ".\n", " (my own)"}) {
          std::string text = Filler(pattern, before) + "\n";
          text.append(phrase).append(behind);
          CAPTURE(text);
          const Span found = FindPhrase(scanner, text);
          CHECK(found.begin == before + 1);
          CHECK(found.size() == phrase.size());
        }
      }
    }
  }
}

}  // namespace
}  // namespace sluice
