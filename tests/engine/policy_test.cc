#include "sluice/policy.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "sluice/compiler.h"

namespace sluice {
namespace {

constexpr char kPolicy[] = R"({
  "$schema": "policy.schema.json", "id": "acme", "title": "Acme",
  "description": "For tests.", "incomplete": "block", "testValueCap": "log",
  "ownCode": ["@acme/*", "*.acme.internal"],
  "clauses": [
    {"categories": ["secret", "code"], "severities": ["critical"],
     "confidences": ["medium", "high"], "directions": ["response"],
     "testValue": false, "families": ["aws"], "rules": ["aws-key", "b"],
     "tags": ["iso27001-8.12"], "languages": ["python"], "origins": ["open", "own"],
     "minLines": 8, "minShare": 20, "countries": ["nl"],
     "destinations": ["chatgpt.com", "*.acme.nl"], "action": "redact"},
    {"testValue": true, "action": "block"},
    {"action": "warn"}
  ]
})";

Policy Parse(std::string_view json) {
  auto parsed = ParsePolicy("acme.json", json);
  REQUIRE(std::holds_alternative<Policy>(parsed));
  return std::get<Policy>(std::move(parsed));
}

bool Refuses(const std::vector<uint8_t>& bytes) {
  const Result<Policy> decoded = Policy::Decode(bytes);
  return !decoded.ok() && decoded.error().code == ErrorCode::kInvalidPolicy;
}

TEST_CASE("a policy file is read field by field") {
  const Policy policy = Parse(kPolicy);
  CHECK(policy.incomplete == Action::kBlock);
  CHECK(policy.test_value_cap == Action::kLog);
  REQUIRE(policy.clauses.size() == 3);
  const PolicyClause& clause = policy.clauses[0];
  CHECK(clause.categories == 0b101);
  CHECK(clause.severities == 0b1000);
  CHECK(clause.confidences == 0b110);
  CHECK(clause.directions == 0b10);
  CHECK(clause.test_values == 0b01);
  CHECK(clause.families == std::vector<std::string>{"aws"});
  CHECK(clause.rules == std::vector<std::string>{"aws-key", "b"});
  CHECK(clause.tags == std::vector<std::string>{"iso27001-8.12"});
  CHECK(clause.languages == std::vector<std::string>{"python"});
  CHECK(clause.origins == 0b1010);
  CHECK(clause.min_lines == 8);
  CHECK(clause.min_share == 20);
  CHECK(policy.own_code ==
        std::vector<std::string>{"@acme/*", "*.acme.internal"});
  CHECK(clause.countries == std::vector<std::string>{"nl"});
  CHECK(clause.destinations ==
        std::vector<std::string>{"chatgpt.com", "*.acme.nl"});
  CHECK(clause.action == Action::kRedact);
  CHECK(policy.clauses[1].test_values == 0b10);
  CHECK(policy.clauses[2].categories == ~0u);
  CHECK(policy.clauses[2].test_values == ~0u);
  CHECK(policy.clauses[2].origins == ~0u);
  CHECK(policy.clauses[2].min_lines == 0);
  CHECK(policy.clauses[2].action == Action::kWarn);
}

TEST_CASE("what a policy leaves out has its default") {
  const Policy policy = Parse(R"({"id": "acme", "clauses": []})");
  CHECK(policy.incomplete == Action::kWarn);
  CHECK(policy.test_value_cap == Action::kWarn);
  CHECK(policy.clauses.empty());
}

TEST_CASE("the binary form is as documented") {
  Policy policy;
  policy.incomplete = Action::kBlock;
  policy.test_value_cap = Action::kLog;
  PolicyClause clause;
  clause.categories = 1;
  clause.action = Action::kRedact;
  clause.min_lines = 8;
  clause.min_share = 20;
  clause.rules = {"abcde"};
  policy.clauses.push_back(clause);
  policy.own_code = {"ab/*"};
  std::vector<uint8_t> expected = {
      'S', 'L', 'P', '2', 4, 0, 0, 0, 1,   0,   0,   0,    // actions
      1,   0,   0,   0,   4, 0, 0, 0, 'a', 'b', '/', '*',  // own code
      1,   0,   0,   0,   1, 0, 0, 0};        // clauses, categories
  expected.insert(expected.end(), 20, 0xFF);  // five masks of all ones
  const std::vector<uint8_t> rest = {
      8,   0,   0,   0,   20,  0, 0, 0,   // lines, share
      3,   0,   0,   0,                   // action
      0,   0,   0,   0,                   // families
      1,   0,   0,   0,   5,   0, 0, 0,   // rules: one of five bytes
      'a', 'b', 'c', 'd', 'e', 0, 0, 0,   // and padding
      0,   0,   0,   0,   0,   0, 0, 0,   // tags, languages
      0,   0,   0,   0,   0,   0, 0, 0};  // countries, destinations
  expected.insert(expected.end(), rest.begin(), rest.end());
  CHECK(policy.Encode() == expected);
}

TEST_CASE("decode undoes encode") {
  const std::vector<uint8_t> bytes = Parse(kPolicy).Encode();
  const Result<Policy> decoded = Policy::Decode(bytes);
  REQUIRE(decoded.ok());
  CHECK(decoded.value().Encode() == bytes);
  CHECK(decoded.value().clauses[0].destinations[1] == "*.acme.nl");
}

TEST_CASE("every cut and every tail is refused") {
  std::vector<uint8_t> bytes = Parse(kPolicy).Encode();
  for (size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(Refuses({bytes.begin(), bytes.begin() + static_cast<long>(size)}));
  }
  bytes.insert(bytes.end(), 4, 0);
  CHECK(Refuses(bytes));
}

TEST_CASE("hostile words are refused, not followed") {
  const std::vector<uint8_t> good = Parse(kPolicy).Encode();
  // Byte 4 and 8: actions; 12 and 16: own code's count and its first length;
  // 48: clause count; 84: the first clause's action; 88 and 92: a list's count
  // and its first text's length.
  for (const size_t at : {0u, 4u, 8u, 12u, 16u, 48u, 84u, 88u, 92u}) {
    for (const auto value : std::vector<uint8_t>{0x7F, 0x80, 0xFF}) {
      CAPTURE(at);
      CAPTURE(value);
      std::vector<uint8_t> bytes = good;
      bytes[at + 3] = value;
      CHECK(Refuses(bytes));
      bytes[at] = bytes[at + 1] = bytes[at + 2] = 0xFF;
      CHECK(Refuses(bytes));
    }
  }
  std::vector<uint8_t> padded = good;
  padded[99] = 1;  // "aws" is padded by this byte
  CHECK(Refuses(padded));
}

TEST_CASE("any byte flipped gives a policy or an error") {
  const std::vector<uint8_t> good = Parse(kPolicy).Encode();
  size_t refused = 0;
  for (size_t at = 0; at < good.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::vector<uint8_t> bytes = good;
      bytes[at] = static_cast<uint8_t>(bytes[at] ^ (1u << bit));
      const Result<Policy> decoded = Policy::Decode(bytes);
      // What is accepted means exactly what it says.
      if (decoded.ok()) {
        CHECK(decoded.value().Encode() == bytes);
      } else {
        ++refused;
      }
    }
  }
  CHECK(refused > 0);
}

}  // namespace
}  // namespace sluice
