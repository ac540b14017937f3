// What people paste is seldom as clean as a rule's examples: values known to
// the default rules must be found, with their exact spans, through everything
// that happens to text on its way.
#include "disguises.h"
#include "sluice/redact.h"
#include "views_bench.h"

namespace sluice {
namespace {

struct Score {
  uint32_t tried = 0;
  uint32_t found = 0;
  std::string missed;  // names, for the message

  double share() const { return tried == 0 ? 0 : 100.0 * found / tried; }
};

Score Try(const std::vector<Disguise>& disguises) {
  Score score;
  for (const Disguise& disguise : disguises) {
    for (const Secret& secret : KnownSecrets()) {
      const Disguised d = disguise.make(secret);
      if (d.text.empty()) continue;
      ++score.tried;
      if (Finds(FindAll(d.text), secret.rule, d.span)) {
        ++score.found;
      } else {
        score.missed += "\n  " + std::string(disguise.name) + ": " +
                        secret.before + secret.text;
      }
    }
  }
  return score;
}

TEST_CASE("the values are found as they stand") {
  for (const Secret& secret : KnownSecrets()) {
    const std::string text = secret.before + secret.text + secret.after;
    const auto begin = static_cast<uint32_t>(secret.before.size());
    const auto end = begin + static_cast<uint32_t>(secret.text.size());
    INFO(text);
    CHECK(Finds(FindAll(text), secret.rule, {begin, end}));
  }
}

TEST_CASE("accidental disguises hide at most three in a hundred") {
  const Score score = Try(AccidentalDisguises());
  MESSAGE("found ", score.found, " of ", score.tried, " (", score.share(),
          " %); missed:", score.missed);
  CHECK(score.tried >= 40 * KnownSecrets().size() / 2);
  CHECK(score.share() >= 97);
}

TEST_CASE("simple deliberate disguises hide at most one in ten") {
  const Score score = Try(DeliberateDisguises());
  MESSAGE("found ", score.found, " of ", score.tried, " (", score.share(),
          " %); missed:", score.missed);
  CHECK(score.share() >= 90);
}

TEST_CASE("benign twins are left alone") {
  uint32_t flagged = 0;
  std::string which;
  for (const std::string& text : BenignTwins()) {
    // What is found in the text as it stands is not the views' doing.
    std::vector<Finding> findings;
    FindInViews(DefaultDatabase().image(), text, {}, 64, findings);
    const bool found = !findings.empty();
    flagged += found;
    if (found) which += "\n  " + text;
  }
  MESSAGE("flagged ", flagged, " of ", BenignTwins().size(), ":", which);
  CHECK(flagged * 100 <= BenignTwins().size());
}

}  // namespace
}  // namespace sluice
