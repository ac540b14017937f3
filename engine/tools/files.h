// Files and folders of the tool. The library itself does no I/O.
#ifndef SLUICE_TOOLS_FILES_H_
#define SLUICE_TOOLS_FILES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/rule_source.h"
#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/policy.h"
#include "sluice/result.h"

namespace sluice {

// Each tells on stderr what went wrong and then gives nullopt or false.

// The whole of a file; "-" is the standard input.
std::optional<std::string> ReadInput(const std::string& path);
bool WriteOutput(const std::string& path, std::span<const uint8_t> bytes);
void PrintErrors(const Errors& errors);

// A file of rules as text. `name` is its path as people want to see it.
struct FamilyFile {
  std::string name;
  std::string category;  // of its folder
  std::string family;    // of its file name
  std::string json;
};

// rules/words.json, the shared word lists, if there is one; then
// rules/{secret,personal,code,confidential,conduct}/*.json, the folders in
// this order, the files by name: the order of rules in the database.
std::optional<std::vector<FamilyFile>> ReadFamilies(const std::string& folder);

// Parses the files one by one; also reports a family or category that is not
// called like its file or folder.
std::vector<RuleSource> ParseFamilies(const std::vector<FamilyFile>& files,
                                      Errors& errors);

std::optional<Compiled> CompileFamilies(const std::vector<FamilyFile>& files);

std::optional<Policy> ReadPolicy(const std::string& path);

// A database with the bytes it stands on.
struct LoadedDatabase {
  std::vector<uint8_t> bytes;
  Database database;
};
std::optional<LoadedDatabase> LoadDatabase(std::vector<uint8_t> bytes);
std::optional<LoadedDatabase> ReadDatabase(const std::string& path);

}  // namespace sluice

#endif  // SLUICE_TOOLS_FILES_H_
