// The schemas editors use must say what the parser accepts.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "compiler/json_reader.h"
#include "scanner/detectors.h"
#include "scanner/names.h"
#include "sluice/compiler.h"
#include "sluice/validator.h"

namespace sluice {
namespace {

std::string ReadRulesFile(const std::string& name) {
  std::ifstream file(std::string(SLUICE_SOURCE_DIR) + "/rules/" + name,
                     std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The `enum` at a path of fields in a schema.
std::vector<std::string> EnumAt(const std::string& name,
                                const std::vector<std::string>& path) {
  auto read = ReadJson(name, ReadRulesFile(name));
  REQUIRE(std::holds_alternative<JsonDocument>(read));
  std::optional<JsonValue> at = std::get<JsonDocument>(read).root();
  for (const std::string& field : path) {
    CAPTURE(field);
    at = at->Find(field);
    REQUIRE(at.has_value());
  }
  std::vector<std::string> values;
  for (const JsonValue value : at->children()) values.push_back(value.text());
  return values;
}

template <typename Names>
std::vector<std::string> Texts(const Names& names) {
  return {names.begin(), names.end()};
}

TEST_CASE("the rule schema knows every validator and detector") {
  CHECK(EnumAt("rules.schema.json", {"$defs", "validatorName", "enum"}) ==
        Texts(ValidatorNames()));
  std::vector<std::string> detectors;
  for (uint32_t id = 0;; ++id) {
    const auto name = DetectorName(static_cast<DetectorId>(id));
    if (name.empty()) break;
    detectors.emplace_back(name);
  }
  CHECK(EnumAt("rules.schema.json", {"$defs", "detector", "properties", "name",
                                     "enum"}) == detectors);
}

TEST_CASE("both schemas know the same words as the engine") {
  CHECK(EnumAt("rules.schema.json", {"properties", "category", "enum"}) ==
        Texts(kCategoryNames));
  CHECK(EnumAt("rules.schema.json", {"$defs", "rule", "properties", "severity",
                                     "enum"}) == Texts(kSeverityNames));
  CHECK(EnumAt("rules.schema.json",
               {"$defs", "rule", "properties", "confidence", "enum"}) ==
        Texts(kConfidenceNames));
  CHECK(EnumAt("policy.schema.json", {"$defs", "action", "enum"}) ==
        Texts(kActionNames));
  CHECK(EnumAt("policy.schema.json", {"$defs", "clause", "properties",
                                      "directions", "items", "enum"}) ==
        Texts(kDirectionNames));
}

TEST_CASE("the policies that ship are valid and differ in strictness") {
  const auto load = [](const std::string& name) {
    auto parsed = ParsePolicy(name, ReadRulesFile("policies/" + name));
    REQUIRE(std::holds_alternative<Policy>(parsed));
    return std::get<Policy>(parsed);
  };
  CHECK(load("default.json").incomplete == Action::kWarn);
  CHECK(load("strict.json").incomplete == Action::kBlock);
  const Policy monitor = load("monitor.json");
  CHECK(monitor.incomplete == Action::kLog);
  for (const PolicyClause& clause : monitor.clauses) {
    CHECK(clause.action == Action::kLog);
  }
}

}  // namespace
}  // namespace sluice
