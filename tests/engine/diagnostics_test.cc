// Every file in diagnostics/ is full of mistakes; beside it stands what the
// compiler says of it. UPDATE_GOLDEN=1 rewrites the expectations.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "compiler/error_text.h"
#include "compiler/rule_source.h"
#include "sluice/compiler.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> Inputs() {
  std::vector<fs::path> inputs;
  const fs::path folder =
      fs::path(SLUICE_SOURCE_DIR) / "tests/engine/diagnostics";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

Errors ErrorsIn(const std::string& name, const std::string& json) {
  Errors errors;
  if (name.rfind("policy_", 0) == 0) {
    auto parsed = ParsePolicy(name, json);
    if (auto* found = std::get_if<Errors>(&parsed)) errors = *found;
    return errors;
  }
  RuleSet set;
  ParseRuleFile(name, json, set, errors);
  return errors;
}

TEST_CASE("diagnostics name the place and the mistake") {
  const std::vector<fs::path> inputs = Inputs();
  CHECK(inputs.size() >= 10);
  for (const fs::path& input : inputs) {
    const std::string name = input.filename().string();
    CAPTURE(name);
    std::string seen;
    for (const Error& error : ErrorsIn(name, ReadFile(input))) {
      seen += FormatError(error) + "\n";
    }
    CHECK_FALSE(seen.empty());
    const fs::path golden = fs::path(input).replace_extension(".expected");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(golden, std::ios::binary) << seen;
    }
    CHECK(seen == ReadFile(golden));
  }
}

}  // namespace
}  // namespace sluice
