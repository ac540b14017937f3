#include "scanner/canonical_json.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "sluice/compiler.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

constexpr char kRules[] = R"json({
  "family": "acme", "category": "secret", "title": "Acme",
  "rules": [{
    "id": "acme-key", "title": "A \"key\"", "pattern": "\\bacme-[0-9]{8}\\b",
    "testPattern": "acme-0{8}", "context": {"mode": "boost", "words": {"en": ["Acme key"]}},
    "severity": "critical", "confidence": "medium", "placeholder": "ACME",
    "country": "nl", "tags": ["pci-dss", "iso27001-8.12"],
    "matches": ["\u27e6acme-12345678\u27e7"],
    "nonMatches": [{"text": "acme-1", "because": "it is short"}]
  }]
})json";

constexpr char kPolicy[] = R"({"id": "p", "incomplete": "block",
  "clauses": [{"action": "redact"}]})";

struct Fixture {
  std::vector<uint8_t> bytes;
  Policy policy;

  Fixture() {
    Compiler compiler;
    compiler.AddFile("acme.json", kRules);
    auto compiled = std::move(compiler).Compile();
    REQUIRE(std::holds_alternative<Compiled>(compiled));
    bytes = std::get<Compiled>(std::move(compiled)).database;
    policy = std::get<Policy>(ParsePolicy("p.json", kPolicy));
  }

  Database Load() const {
    auto database = Database::Load(bytes);
    REQUIRE(database.ok());
    return database.value();
  }

  std::string Json(std::string_view text) const {
    const Database database = Load();
    return CanonicalJson(text, database, Scanner(database).Scan(text, policy));
  }
};

TEST_CASE("a clean verdict") {
  CHECK(Fixture().Json("nothing here") ==
        R"({"action":"allow","complete":true,"findings":[]})");
}

TEST_CASE("a verdict holds every field in the order of its declaration") {
  // Before the value: two bytes and one unit, then four bytes and two units.
  CHECK(Fixture().Json(
            "\xC3\xA9 \xF0\x9F\x98\x80 acme-12345678, acme-00000000") ==
        R"({"action":"redact","complete":true,"findings":[)"
        R"({"ruleId":"acme-key","family":"acme","category":"secret",)"
        R"("title":"A \"key\"","severity":"critical","confidence":"medium",)"
        R"("action":"redact","start":5,"end":18,"testValue":false,)"
        R"("evidence":[{"kind":"format"}],"tags":["pci-dss","iso27001-8.12"],)"
        R"("country":"nl"},)"
        R"({"ruleId":"acme-key","family":"acme","category":"secret",)"
        R"("title":"A \"key\"","severity":"critical","confidence":"medium",)"
        R"("action":"warn","start":20,"end":33,"testValue":true,)"
        R"("evidence":[{"kind":"format"}],"tags":["pci-dss","iso27001-8.12"],)"
        R"("country":"nl"}]})");
}

TEST_CASE("evidence has a name where there is one") {
  const std::string json = Fixture().Json("acme KEY: acme-12345678");
  CHECK(json.find(R"("confidence":"high")") != json.npos);
  CHECK(json.find(R"({"kind":"context","name":"acme key"})") != json.npos);
}

TEST_CASE("an incomplete verdict says why") {
  const Database database = Fixture().Load();
  Verdict verdict;
  verdict.action = Action::kBlock;
  verdict.incomplete = IncompleteReason::kTooLarge;
  CHECK(CanonicalJson("", database, verdict) ==
        R"({"action":"block","complete":false,"incomplete":"too-large",)"
        R"("findings":[]})");
}

TEST_CASE("a language is named") {
  const Fixture fixture;
  const Database database = fixture.Load();
  Verdict verdict;
  Finding finding;
  finding.span = {0, 3};
  finding.language = 1;
  verdict.findings.push_back(finding);
  const std::string json = CanonicalJson("abc", database, verdict);
  CHECK(json.find(R"("tags":["pci-dss","iso27001-8.12"],"language":")") !=
        json.npos);
  CHECK(json.find(R"("evidence":[],)") != json.npos);
}

TEST_CASE("texts are escaped as JSON.stringify does") {
  CHECK(JsonString("plain") == R"("plain")");
  CHECK(JsonString("\"\\/") == R"("\"\\/")");
  CHECK(JsonString("\b\t\n\f\r") == R"("\b\t\n\f\r")");
  CHECK(JsonString(std::string_view("\0\x01\x0b\x1f", 4)) ==
        R"("\u0000\u0001\u000b\u001f")");
  CHECK(JsonString("\x7F\xC3\xA9\xE2\x80\xA8") ==
        "\"\x7F\xC3\xA9\xE2\x80\xA8\"");
}

}  // namespace
}  // namespace sluice
