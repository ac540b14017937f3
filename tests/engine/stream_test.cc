// However a text is cut, the stream tells what a scan of the whole tells.
#include "sluice/stream.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "adversarial_texts.h"
#include "default_rules.h"
#include "mixed_texts.h"
#include "scanner/canonical_json.h"

namespace sluice {
namespace {

const Scanner& DefaultScanner() {
  static const Scanner scanner(OwnRules().database);
  return scanner;
}

// What a stream gave for one way to cut a text.
struct Streamed {
  std::vector<Finding> early;
  std::vector<uint32_t> settled_when;  // per piece
  uint32_t settled = 0;
  Verdict verdict;
};

// Cuts `text` into pieces of 1 to `longest` bytes.
Streamed StreamInPieces(std::string_view text, size_t longest,
                        std::mt19937& random) {
  Stream stream(DefaultScanner(), OwnRules().policy);
  Streamed result;
  for (size_t at = 0; at < text.size();) {
    const size_t size = 1 + random() % longest;
    for (const Finding& finding : stream.Push(text.substr(at, size))) {
      result.early.push_back(finding);
    }
    at = std::min(at + size, text.size());
    REQUIRE(stream.settled() >= result.settled);
    REQUIRE(stream.settled() <= at);
    result.settled = stream.settled();
  }
  result.verdict = stream.End();
  return result;
}

std::string Json(std::string_view text, const Verdict& verdict) {
  return CanonicalJson(text, OwnRules().database, verdict);
}

std::string Json(std::string_view text, const Finding& finding) {
  Verdict verdict;
  verdict.findings.push_back(finding);
  return Json(text, verdict);
}

bool IsDetected(const Finding& finding) {
  return OwnRules().database.image().rules[finding.rule].kind ==
         static_cast<uint32_t>(RuleKind::kDetector);
}

// The laws: the verdict is the whole text's; what was handed out early is in
// it, each once; nothing that begins in the settled text was kept back.
size_t CheckLaws(std::string_view text, size_t longest, std::mt19937& random) {
  const Verdict whole = DefaultScanner().Scan(text, OwnRules().policy);
  const Streamed streamed = StreamInPieces(text, longest, random);
  CHECK(Json(text, streamed.verdict) == Json(text, whole));
  if (!whole.complete()) return 0;
  std::vector<std::string> expected, early;
  for (const Finding& finding : whole.findings) {
    if (!IsDetected(finding) && finding.span.begin < streamed.settled) {
      expected.push_back(Json(text, finding));
    }
  }
  for (const Finding& finding : streamed.early) {
    early.push_back(Json(text, finding));
  }
  std::sort(expected.begin(), expected.end());
  std::sort(early.begin(), early.end());
  if (early != expected) {
    MESSAGE("settled ", streamed.settled, " of ", text.size(), ", pieces of ",
            longest, ", text:\n", text);
    for (const auto& e : early) MESSAGE("early ", e);
    for (const auto& e : expected) MESSAGE("whole ", e);
  }
  CHECK(early == expected);
  return early.size();
}

size_t CheckMixedTexts(uint32_t seed, int rounds) {
  std::mt19937 random(seed);
  size_t early = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::string text = MixedText(random, 2 + random() % 60);
    for (const size_t longest : {7u, 90u, 3000u}) {
      early += CheckLaws(text, longest, random);
    }
  }
  return early;
}

TEST_CASE("a stream of any pieces tells what the whole text tells") {
  CHECK(CheckMixedTexts(20250101, 25) > 50);
}

// A long run: SLUICE_EXHAUSTIVE=1 engine_tests -tc="*many more pieces*"
TEST_CASE("a stream of many more pieces tells it too" *
          doctest::skip(std::getenv("SLUICE_EXHAUSTIVE") == nullptr)) {
  const size_t early = CheckMixedTexts(std::random_device()(), 1000);
  MESSAGE("findings handed out early: ", early);
}

TEST_CASE("hostile texts are streamed as they are scanned") {
  std::mt19937 random(4);
  for (const AdversarialFamily& family : AdversarialFamilies()) {
    INFO(family.name);
    CheckLaws(family.Text(24u << 10), 2048, random);
  }
}

TEST_CASE(
    "tables in HTML are streamed as they are scanned, on one line or many") {
  std::mt19937 random(7);
  for (const std::string_view between : {"", "\n", "\n\n"}) {
    std::string text = std::string(3000, '.') + "\n<table><tr><th>BSN</th>" +
                       "<th>order</th></tr>";
    for (int row = 0; row < 300; ++row) {
      text += between;
      text += "<tr><td>281740938</td><td>519304627</td></tr>";
    }
    text += "</table>\n";
    for (int line = 0; line < 300; ++line)
      text += "Verder is er niets over 281740938 gezegd.\n";
    CHECK(CheckLaws(text, 900, random) >= 300);
  }
}

TEST_CASE("every cut of a text, one byte at a time, gives the same") {
  const std::string text =
      "Anna \xF0\x9F\x98\x80 schreef: bsn 111222333 \xC3\xA9n "
      "jan@voorbeeld.nl. Verder niets.\n" +
      std::string(900, 'x') + "\nEinde \xE4\xB8\xAD.\n";
  const Policy& policy = OwnRules().policy;
  const std::string whole = Json(text, DefaultScanner().Scan(text, policy));
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    Stream stream(DefaultScanner(), policy);
    stream.Push(std::string_view(text).substr(0, cut));
    stream.Push(std::string_view(text).substr(cut));
    CHECK(stream.settled() > 100);
    CHECK(Json(text, stream.End()) == whole);
  }
}

TEST_CASE("prose settles as it comes, but for its last sentences") {
  std::string text;
  while (text.size() < 20000) text += kPlainProse;
  Stream stream(DefaultScanner(), OwnRules().policy);
  for (size_t at = 0; at < text.size(); at += 20) {
    stream.Push(std::string_view(text).substr(at, 20));
    const size_t came = std::min(at + 20, text.size());
    CHECK(came - stream.settled() < 1024);
  }
}

TEST_CASE("half a value keeps what stands before it from settling") {
  const std::string before(3000, ' ');
  const std::string key = std::string("-----BEGIN RSA ") + "PRIVATE KEY-----\n";
  Stream stream(DefaultScanner(), OwnRules().policy);
  stream.Push(before);
  stream.Push(key);
  for (int line = 0; line < 20; ++line) {
    stream.Push(
        "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpI\n");
    CHECK(stream.settled() <= before.size());
  }
}

std::string Lines(std::string_view line, size_t size) {
  std::string text;
  while (text.size() < size) text += line;
  return text;
}

// Bytes looked through; `lag` gets the most that was open at the end.
uint64_t LookedThrough(std::string_view text, size_t piece, size_t& lag) {
  Stream stream(DefaultScanner(), OwnRules().policy);
  for (size_t at = 0; at < text.size(); at += piece) {
    stream.Push(text.substr(at, piece));
  }
  lag = text.size() - stream.settled();
  return stream.looked();
}

TEST_CASE("ten megabytes in pieces of four kilobytes cost a few looks each") {
  const std::string text = Lines("A line of a long report.\n", 10u << 20);
  size_t lag = 0;
  CHECK(LookedThrough(text, 4096, lag) <= 4 * uint64_t{text.size()});
  CHECK(lag < 1024);
}

TEST_CASE("lines that may be one table without an end cost no more") {
  const std::string text = Lines("a,b,c\n", 10u << 20);
  size_t lag = 0;
  CHECK(LookedThrough(text, 4096, lag) <=
        4 * uint64_t{text.size()} + (16u << 20));
}

TEST_CASE("a column of numbers is open until its table ends") {
  const std::string text = "name,bsn\n" + Lines("anna,111222333\n", 20000);
  Stream stream(DefaultScanner(), OwnRules().policy);
  for (size_t at = 0; at < text.size(); at += 512) {
    CHECK(stream.Push(std::string_view(text).substr(at, 512)).empty());
    CHECK(stream.settled() < 20);
  }
  CHECK(stream.Push("\nThat was all.\n" + Lines(".\n", 600)).size() > 1000);
  CHECK(stream.settled() > text.size());
}

TEST_CASE("more than a text may hold is too large, whatever was found") {
  const std::string piece(1u << 20, ' ');
  Stream stream(DefaultScanner(), OwnRules().policy);
  const std::string mail = "jan@voorbeeld.nl ";
  stream.Push(mail);
  for (size_t size = mail.size(); size <= kMaxTextBytes; size += piece.size()) {
    stream.Push(piece);
  }
  CHECK(stream.text().empty());
  const uint32_t settled = stream.settled();
  CHECK(settled > (16u << 20));
  CHECK(stream.Push("bsn 111222333").empty());
  CHECK(stream.settled() == settled);
  const Verdict verdict = stream.End();
  CHECK(verdict.incomplete == IncompleteReason::kTooLarge);
  CHECK(verdict.action == OwnRules().policy.incomplete);
}

TEST_CASE("an empty stream is an empty text") {
  Stream stream(DefaultScanner(), OwnRules().policy);
  CHECK(stream.Push("").empty());
  CHECK(stream.settled() == 0);
  const Verdict verdict = stream.End();
  CHECK(verdict.complete());
  CHECK(verdict.action == Action::kAllow);
}

}  // namespace
}  // namespace sluice
