// The default rules over a text and all its views, for tests.
#ifndef TESTS_ENGINE_VIEWS_BENCH_H_
#define TESTS_ENGINE_VIEWS_BENCH_H_

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "scanner/stages.h"
#include "scanner/views/find.h"
#include "scanner/views/views.h"
#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/scanner.h"

namespace sluice {

inline std::vector<uint8_t> CompileDefaultRules() {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const char* category :
       {"secret", "personal", "code", "confidential", "conduct"}) {
    const fs::path folder = fs::path(SLUICE_SOURCE_DIR) / "rules" / category;
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  Compiler compiler;
  for (const fs::path& path : files) {
    std::ifstream file(path);
    const std::string json((std::istreambuf_iterator<char>(file)), {});
    compiler.AddFamily(path.filename().string(), json);
  }
  auto compiled = std::move(compiler).Compile();
  REQUIRE(std::holds_alternative<Compiled>(compiled));
  return std::get<Compiled>(std::move(compiled)).database;
}

inline const Database& DefaultDatabase() {
  static const std::vector<uint8_t> bytes = CompileDefaultRules();
  static const Database database = Database::Load(bytes).value();
  return database;
}

inline Verdict ScanDefault(std::string_view text) {
  return Scanner(DefaultDatabase()).Scan(text, Policy());
}

// The findings that are values; what looks like a program is left out.
inline std::vector<Finding> FindAll(std::string_view text) {
  std::vector<Finding> findings = ScanDefault(text).findings;
  const auto is_code = [](const Finding& finding) {
    return DefaultDatabase().rule(finding.rule).category == Category::kCode;
  };
  findings.erase(std::remove_if(findings.begin(), findings.end(), is_code),
                 findings.end());
  return findings;
}

// Whether the rule finds exactly this span.
inline bool Finds(const std::vector<Finding>& findings, std::string_view rule,
                  Span span) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) {
                       return DefaultDatabase().rule(finding.rule).id == rule &&
                              finding.span == span;
                     });
}

}  // namespace sluice

#endif  // TESTS_ENGINE_VIEWS_BENCH_H_
