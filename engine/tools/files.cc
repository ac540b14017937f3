#include "tools/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>
#include <variant>

#include "compiler/error_text.h"
#include "scanner/names.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

std::string ReadStream(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The .json files of a folder by name; none when there is no such folder.
std::vector<fs::path> JsonFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".json") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void CheckNames(const FamilyFile& file, const RuleSource& rule,
                Errors& errors) {
  const auto expect = [&](std::string_view field, std::string_view expected,
                          std::string_view seen, std::string_view holder) {
    if (seen == expected) return;
    errors.push_back({ErrorCode::kInvalidRule,
                      "The " + std::string(field) + " \"" + std::string(seen) +
                          "\" must be called like its " + std::string(holder) +
                          ", \"" + std::string(expected) + "\".",
                      file.name + "#/" + std::string(field), 0, 0});
  };
  expect("family", file.family, rule.family, "file");
  expect("category", file.category, NameOf(kCategoryNames, rule.category),
         "folder");
}

}  // namespace

std::optional<std::string> ReadInput(const std::string& path) {
  if (path == "-") return ReadStream(std::cin);
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path)) {
    std::cerr << "sluicec: cannot read " << path << "\n";
    return std::nullopt;
  }
  return ReadStream(file);
}

bool WriteOutput(const std::string& path, std::span<const uint8_t> bytes) {
  const fs::path parent = fs::path(path).parent_path();
  std::error_code ignored;  // the file will not open either
  if (!parent.empty()) fs::create_directories(parent, ignored);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) return true;
  std::cerr << "sluicec: cannot write " << path << "\n";
  return false;
}

void PrintErrors(const Errors& errors) {
  for (const Error& error : errors) std::cerr << FormatError(error) << "\n";
  std::cerr << errors.size() << (errors.size() == 1 ? " error\n" : " errors\n");
}

std::optional<std::vector<FamilyFile>> ReadFamilies(const std::string& folder) {
  std::vector<FamilyFile> files;
  const fs::path words = fs::path(folder) / "words.json";
  if (fs::exists(words)) {
    std::optional<std::string> json = ReadInput(words.string());
    if (!json) return std::nullopt;
    files.push_back({words.string(), "", "", *std::move(json)});
  }
  for (const std::string_view category : kCategoryNames) {
    for (const fs::path& path : JsonFiles(fs::path(folder) / category)) {
      std::optional<std::string> json = ReadInput(path.string());
      if (!json) return std::nullopt;
      files.push_back({path.string(), std::string(category),
                       path.stem().string(), *std::move(json)});
    }
  }
  if (!files.empty()) return files;
  std::cerr << "sluicec: no rules in " << folder << "\n";
  return std::nullopt;
}

std::vector<RuleSource> ParseFamilies(const std::vector<FamilyFile>& files,
                                      Errors& errors) {
  RuleSet set;
  for (const FamilyFile& file : files) {
    const size_t first = set.rules.size();
    ParseRuleFile(file.name, file.json, set, errors);
    if (set.rules.size() > first) CheckNames(file, set.rules[first], errors);
  }
  return std::move(set.rules);
}

std::optional<Compiled> CompileFamilies(const std::vector<FamilyFile>& files) {
  Compiler compiler;
  for (const FamilyFile& file : files) compiler.AddFile(file.name, file.json);
  std::variant<Compiled, Errors> compiled = std::move(compiler).Compile();
  if (const Errors* errors = std::get_if<Errors>(&compiled)) {
    PrintErrors(*errors);
    return std::nullopt;
  }
  return std::move(*std::get_if<Compiled>(&compiled));
}

std::optional<Policy> ReadPolicy(const std::string& path) {
  const std::optional<std::string> json = ReadInput(path);
  if (!json) return std::nullopt;
  std::variant<Policy, Errors> parsed = ParsePolicy(path, *json);
  if (const Errors* errors = std::get_if<Errors>(&parsed)) {
    PrintErrors(*errors);
    return std::nullopt;
  }
  return std::move(*std::get_if<Policy>(&parsed));
}

std::optional<LoadedDatabase> LoadDatabase(std::vector<uint8_t> bytes) {
  Result<Database> database = Database::Load(bytes);
  if (!database.ok()) {
    PrintErrors({database.error()});
    return std::nullopt;
  }
  return LoadedDatabase{std::move(bytes), std::move(database).value()};
}

std::optional<LoadedDatabase> ReadDatabase(const std::string& path) {
  const std::optional<std::string> bytes = ReadInput(path);
  if (!bytes) return std::nullopt;
  return LoadDatabase({bytes->begin(), bytes->end()});
}

}  // namespace sluice
