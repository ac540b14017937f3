// Law: what was redacted scans clean.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "default_rules.h"
#include "mixed_texts.h"
#include "sluice/redact.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

bool IsClean(const Verdict& verdict) { return verdict.action < Action::kWarn; }

// A value taken out changes what stands beside the next one: its label, its
// line. What comes to light then is redacted in turn.
constexpr int kMaxRounds = 4;

struct Count {
  size_t redacted = 0;
  size_t values = 0;
  size_t left = 0;
};

void RedactAndRescan(const Scanner& scanner, std::string text, Count& count) {
  Verdict verdict = scanner.Scan(text, OwnRules().policy);
  if (IsClean(verdict) || !verdict.complete()) return;
  ++count.redacted;
  for (int round = 0; round < kMaxRounds && !IsClean(verdict); ++round) {
    Redaction redaction = Redact(text, OwnRules().database, verdict);
    count.values += redaction.values.size();
    text = std::move(redaction.text);
    verdict = scanner.Scan(text, OwnRules().policy);
  }
  if (IsClean(verdict)) return;
  if (++count.left <= 5) MESSAGE("not clean: ", text);
}

Count RedactAndRescan(uint32_t seed, int rounds) {
  const Scanner scanner(OwnRules().database);
  std::mt19937 random(seed);
  Count count;
  for (int round = 0; round < rounds; ++round) {
    RedactAndRescan(scanner, MixedText(random, 1 + random() % 12), count);
  }
  return count;
}

TEST_CASE("what was redacted scans clean") {
  const Count count = RedactAndRescan(5, 3000);
  CHECK(count.redacted > 1000);
  CHECK(count.values > 3000);
  CHECK(count.left == 0);
}

// A long run: SLUICE_EXHAUSTIVE=1 engine_tests -tc="*however often*"
TEST_CASE("what was redacted scans clean, however often" *
          doctest::skip(std::getenv("SLUICE_EXHAUSTIVE") == nullptr)) {
  const Count count = RedactAndRescan(std::random_device()(), 300'000);
  MESSAGE(count.redacted, " texts, ", count.values, " values");
  CHECK(count.left == 0);
}

}  // namespace
}  // namespace sluice
