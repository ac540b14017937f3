// Law: findings are what RE2 finds, one pattern at a time over the whole text;
// with the prefilter or without.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "compiler/anchors.h"
#include "compiler/database_writer.h"
#include "compiler/pattern.h"
#include "compiler/program_builder.h"
#include "re2/re2.h"
#include "re2_oracle.h"
#include "scanner/stages.h"
#include "sluice/database.h"

namespace sluice {
namespace {

// A database of bare patterns.
struct Bench {
  std::vector<uint8_t> bytes;
  std::vector<std::unique_ptr<RE2>> oracles;

  explicit Bench(const std::vector<std::string>& patterns) {
    DatabaseWriter writer;
    ProgramBuilder programs;
    for (const std::string& text : patterns) {
      auto pattern = ParsePattern(text);
      REQUIRE_MESSAGE(pattern.ok(), text);
      auto anchors = FindAnchors(pattern.value().regexp.get());
      REQUIRE_MESSAGE(anchors.ok(), text);
      auto program = programs.Add(pattern.value());
      REQUIRE_MESSAGE(program.ok(), text);
      RuleRecord rule;
      rule.program = program.value();
      writer.AddAnchors(static_cast<uint32_t>(oracles.size()), anchors.value());
      writer.AddRule(rule);
      oracles.push_back(std::make_unique<RE2>(text, RE2::Quiet));
      REQUIRE(oracles.back()->ok());
    }
    bytes = writer.Write(programs);
  }
};

std::vector<Found> ByScanner(const Bench& bench, std::string_view text,
                             bool use_prefilter) {
  auto database = Database::Load(bench.bytes);
  REQUIRE(database.ok());
  Budget budget = {1ull << 40, false};
  std::vector<Match> matches;
  MatchPatterns(database.value().image(), text, use_prefilter, budget, matches);
  CHECK_FALSE(budget.exhausted);
  return ToFound(matches);
}

// Compares the three ways; returns how much RE2 found.
size_t Agree(const Bench& bench, std::string_view text) {
  const std::vector<Found> expected = FoundByRe2(bench.oracles, text);
  const std::vector<Found> filtered = ByScanner(bench, text, true);
  const std::vector<Found> everywhere = ByScanner(bench, text, false);
  CHECK_MESSAGE(everywhere == expected, text.substr(0, 200));
  CHECK_MESSAGE(filtered == expected, text.substr(0, 200));
  return expected.size();
}

const std::vector<std::string>& Patterns() {
  static const std::vector<std::string> kPatterns = {
      R"(\b((?:AKIA|ASIA|ABIA)[A-Z2-7]{16})\b)",
      R"((?i)\b(?:password|passwd|wachtwoord|kennwort)["']?\s{0,4}[:=]\s{0,4}["']?(?P<value>[^\s"']{4,40}))",
      R"([a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,100}\.[a-z]{2,12})",
      R"((?i)k[is]s[a-k]{2,5}?s)",
      R"((?i)\bsecret\b)",
      R"(\b\d{4}[ -]?\d{4}[ -]?\d{4}\b)",
      R"(\b\d{4} ?[A-Z]{2}\b)",
      R"(-----BEGIN [A-Z ]{0,20}KEY-----(?:\s{1,2}[A-Za-z0-9+/=]{1,16}){1,20}\s{1,2}-----END)",
      R"((?m)^(?:diff|index|vertr(?:ouwelijk|aulich))[: ](.{0,40})$)",
      R"(x(?:ab|a|abc){1,3}(?:bc|c)?yy?z{0,2}?[-]--)",
      R"(caf\x{E9}[ -]{1,2}(?:cr\x{E8}me|noir))",
      R"((?:https?|ftp)://[^\s:@/]{1,32}:([^\s:@/]{1,32})@[\w.-]{1,60})",
      R"((?s)<!--.{0,60}?-->)",
      R"(\p{Lu}\p{Ll}{1,20}straat \d{1,4}[a-z]?)",
      R"((a{0,3}b{1,2}){2,3}=(?P<value>c{1,3}?)c?--)",
      R"((?:foo|foobar|foobarbaz)(?:barbaz|baz)?;;)",
  };
  return kPatterns;
}

// Pieces that the patterns are made of, so that random texts come close.
constexpr const char* kPieces[] = {"AKIA",
                                   "ASIA",
                                   "ABCDEFGHIJKLMNOP",
                                   "QRST2345",
                                   "password",
                                   "Wachtwoord",
                                   " = ",
                                   ":",
                                   "\"",
                                   "'",
                                   "hunter2!",
                                   "jan",
                                   "@",
                                   "example",
                                   ".nl",
                                   ".",
                                   " ",
                                   "\n",
                                   "k",
                                   "s",
                                   "K",
                                   "S",
                                   "\xC5\xBF",
                                   "\xE2\x84\xAA",
                                   "i",
                                   "secret",
                                   "\xC5\xBF"
                                   "ecret",
                                   "1234",
                                   "5678",
                                   "-",
                                   "9012",
                                   "AB",
                                   "3011 AD",
                                   "-----BEGIN ",
                                   "RSA PRIVATE ",
                                   "KEY-----",
                                   "-----END",
                                   "\r\n",
                                   "abc/+=",
                                   "diff",
                                   "vertraulich",
                                   "vertrouwelijk",
                                   "^",
                                   "$",
                                   "x",
                                   "a",
                                   "b",
                                   "c",
                                   "y",
                                   "z",
                                   "---",
                                   "caf\xC3\xA9",
                                   "cr\xC3\xA8me",
                                   "noir",
                                   "https://",
                                   "user",
                                   "pw",
                                   "<!--",
                                   "-->",
                                   "\xC3\x89"
                                   "cole",
                                   "Kerkstraat 12",
                                   "\xC3\x96ststraat 4",
                                   "=",
                                   "foo",
                                   "bar",
                                   "baz",
                                   ";;",
                                   "\xF0\x9F\x98\x80",
                                   "\xEF\xBF\xBD",
                                   "_",
                                   "0"};

const std::vector<std::string>& Pieces() {
  static const std::vector<std::string> pieces(std::begin(kPieces),
                                               std::end(kPieces));
  return pieces;
}

std::string RandomText(std::mt19937& random, size_t pieces) {
  std::string text;
  for (size_t i = 0; i < pieces; ++i) {
    text += Pieces()[random() % Pieces().size()];
  }
  return text;
}

TEST_CASE("findings are RE2's on texts made of the patterns' own pieces") {
  const Bench bench(Patterns());
  std::mt19937 random(20240001);
  size_t found = 0;
  for (int i = 0; i < 6000; ++i) {
    found += Agree(bench, RandomText(random, 1 + random() % 40));
  }
  CHECK(found > 4000);  // the texts do come close
}

TEST_CASE("findings are RE2's across the tiles of a long text") {
  const Bench bench(Patterns());
  std::mt19937 random(20240002);
  std::string text;
  while (text.size() < 300'000) text += RandomText(random, 50);
  CHECK(Agree(bench, text) > 1000);
  // A match at every place around the seam between two tiles.
  for (size_t shift = 0; shift < 40; ++shift) {
    std::string seam((64u << 10) - 20 - shift, '.');
    seam += " AKIAABCDEFGHIJKLMNOP jan@example.nl ";
    CHECK(Agree(bench, seam) == 2);
  }
}

TEST_CASE("findings are RE2's on every short text over a small alphabet") {
  const Bench bench({R"(a(?:b|ba){1,2}?a?bb)",
                     R"((?i)ks(?P<value>[ks]{0,2})sk)",
                     R"(\bab{1,2}\b.{0,2}ab)", R"((ab|a)(bab|ab)?baab{0,1})"});
  const std::string alphabet = "abks ";
  std::string text;
  size_t found = 0;
  for (uint32_t n = 0; n < 5 * 5 * 5 * 5 * 5 * 5 * 5; ++n) {
    text.clear();
    for (uint32_t rest = n, i = 0; i < 7; ++i, rest /= 5) {
      text.push_back(alphabet[rest % 5]);
    }
    found += Agree(bench, text);
  }
  CHECK(found > 1000);
}

TEST_CASE("a pattern without an anchor is refused with the reason") {
  for (const char* text : {R"([a-z]{3,20})", R"(.*secretkey)", R"(\w\w)",
                           R"((?:secretkey|[a-z]{9}))", R"([^a]{4})"}) {
    auto pattern = ParsePattern(text);
    REQUIRE(pattern.ok());
    const auto anchors = FindAnchors(pattern.value().regexp.get());
    REQUIRE_MESSAGE(!anchors.ok(), text);
    CHECK(anchors.error().code == ErrorCode::kUnsupportedPattern);
    CHECK(anchors.error().message.size() > 40);
  }
}

}  // namespace
}  // namespace sluice
