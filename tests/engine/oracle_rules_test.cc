// Law: the default rules' patterns find what RE2 finds, one at a time over the
// whole text.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "default_rules.h"
#include "mixed_texts.h"
#include "re2/re2.h"
#include "re2_oracle.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

// RE2's own for every rule with a pattern, by rule; null for the others.
std::vector<std::unique_ptr<RE2>> MakeOracles() {
  std::map<std::string, std::string> patterns;
  for (const RuleSource& rule : OwnRuleSources()) {
    patterns[rule.id] = rule.pattern.text;
  }
  std::vector<std::unique_ptr<RE2>> oracles;
  const Database& database = OwnRules().database;
  for (uint32_t rule = 0; rule < database.rule_count(); ++rule) {
    const std::string& pattern = patterns[std::string(database.rule(rule).id)];
    oracles.push_back(
        pattern.empty() ? nullptr : std::make_unique<RE2>(pattern, RE2::Quiet));
  }
  return oracles;
}

std::vector<Found> ByRe2(std::string_view text) {
  static const std::vector<std::unique_ptr<RE2>> oracles = MakeOracles();
  std::vector<Found> found;
  for (uint32_t rule = 0; rule < oracles.size(); ++rule) {
    if (oracles[rule] != nullptr) {
      AppendRe2Matches(rule, *oracles[rule], text, found);
    }
  }
  return found;
}

// Changes a few bytes: what nearly matches is where searches differ.
void Mutate(std::mt19937& random, std::string& text) {
  constexpr std::string_view kBytes = "aZ09 -_.@:=/\n\"\xC3\xA9\xFF\xC5\xBF";
  for (size_t i = 0; i < 1 + text.size() / 400 && !text.empty(); ++i) {
    const size_t at = random() % text.size();
    switch (random() % 3) {
      case 0:
        text[at] = kBytes[random() % kBytes.size()];
        break;
      case 1:
        text.erase(at, 1 + random() % 3);
        break;
      default:
        text[at] = static_cast<char>(text[at] ^ 0x20);
    }
  }
}

// Compares texts until RE2 has found that much in them.
void FindAtLeast(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  size_t found = 0, texts = 0, differences = 0;
  while (found < count) {
    std::string text = MixedText(random, 4 + random() % 200);
    Mutate(random, text);
    const std::vector<Found> expected = ByRe2(text);
    Budget budget = {1ull << 40, false};
    std::vector<Match> matches;
    MatchPatterns(OwnRules().database.image(), text, true, budget, matches);
    CHECK_FALSE(budget.exhausted);
    if (ToFound(matches) != expected) {
      if (++differences <= 3) MESSAGE("differs in: ", text);
    }
    found += expected.size();
    ++texts;
  }
  CHECK(differences == 0);
  MESSAGE(found, " matches in ", texts, " texts, ", differences, " differ");
}

TEST_CASE("the default rules find what RE2 finds") { FindAtLeast(4'000, 1); }

// A long run: SLUICE_EXHAUSTIVE=1 engine_tests -tc="*a million*"
TEST_CASE("the default rules find what RE2 finds, a million times" *
          doctest::skip(std::getenv("SLUICE_EXHAUSTIVE") == nullptr)) {
  FindAtLeast(1'000'000, std::random_device()());
}

}  // namespace
}  // namespace sluice
