// A database may come from anywhere: with any of its words changed, and the
// checksum made to fit, it is refused or it scans to an end.
#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scanner/database_image.h"
#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

constexpr std::string_view kPack = R"({
  "family": "small", "category": "personal", "title": "Small",
  "rules": [
    {"id": "key", "title": "Key",
     "pattern": "\\bkey[:=]{1,2}(?P<value>(?:ab|a|[0-9]{4,9})+?[x\\x{E9}]*)$",
     "testPattern": "abx", "validators": [{"check": "entropy", "min": 0.5}],
     "severity": "high", "confidence": "low", "placeholder": "KEY",
     "tags": ["t"], "matches": ["key:⟦abax⟧"],
     "nonMatches": [{"text": "key", "because": "nothing follows"}]},
    {"id": "bsn", "title": "Number",
     "number": {"lengths": [9], "separators": " .-", "groupings": ["3-3-3"]},
     "validators": ["nl-bsn"],
     "context": {"mode": "required", "words": {"nl": ["bsn"]},
                 "negative": {"nl": ["order"]}},
     "severity": "high", "confidence": "medium", "placeholder": "BSN",
     "matches": ["bsn ⟦111222333⟧"],
     "nonMatches": [{"text": "bsn 111222334", "because": "fails the check"}]}
  ]})";

constexpr std::string_view kText =
    "bsn 111222333, order 111.222.333 key=abab1234x\nkey:a\xC3\xA9\nkey:abx";

std::vector<uint8_t> CompilePack() {
  Compiler compiler;
  compiler.AddFile("small.json", kPack);
  const auto result = std::move(compiler).Compile();
  const auto* compiled = std::get_if<Compiled>(&result);
  return compiled == nullptr ? std::vector<uint8_t>() : compiled->database;
}

void FixChecksum(std::vector<uint8_t>& bytes) {
  DatabaseHeader header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  header.checksum =
      Checksum(bytes.data() + sizeof(header), bytes.size() - sizeof(header));
  std::memcpy(bytes.data(), &header, sizeof(header));
}

// Whether it loads; then it scans too.
bool LoadAndScan(const std::vector<uint8_t>& bytes) {
  const auto database = Database::Load(bytes);
  if (!database.ok()) return false;
  const Verdict verdict = Scanner(database.value()).Scan(kText, Policy());
  for (const Finding& finding : verdict.findings) {
    CHECK(finding.span.end <= kText.size());
  }
  return true;
}

TEST_CASE("a database with one word changed is refused or scans to an end") {
  const std::vector<uint8_t> whole = CompilePack();
  REQUIRE(whole.size() > 1000);
  REQUIRE(LoadAndScan(whole));
  size_t loaded = 0, refused = 0;
  for (size_t at = sizeof(DatabaseHeader); at + 4 <= whole.size(); at += 4) {
    for (const uint32_t value : {0u, 1u, 0x7FFFu, 0x80000000u, 0xFFFFFFFFu}) {
      std::vector<uint8_t> bytes = whole;
      std::memcpy(bytes.data() + at, &value, sizeof(value));
      FixChecksum(bytes);
      ++(LoadAndScan(bytes) ? loaded : refused);
    }
  }
  CHECK(loaded > 100);
  CHECK(refused > 100);
}

TEST_CASE("a database cut off or grown is refused") {
  const std::vector<uint8_t> whole = CompilePack();
  for (size_t size = 0; size < whole.size(); ++size) {
    const std::vector<uint8_t> cut(
        whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(Database::Load(cut).ok());
  }
  std::vector<uint8_t> grown = whole;
  grown.resize(whole.size() + 4, 0);
  CHECK_FALSE(Database::Load(grown).ok());
}

}  // namespace
}  // namespace sluice
