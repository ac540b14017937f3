// Lays the compiled parts out as one binary database.
#ifndef SLUICE_COMPILER_DATABASE_WRITER_H_
#define SLUICE_COMPILER_DATABASE_WRITER_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/anchors.h"
#include "compiler/program_builder.h"
#include "scanner/database_image.h"

namespace sluice {

// Collects records and pools, then writes them. Equal strings are stored once.
class DatabaseWriter {
 public:
  StringId Intern(std::string_view text);  // kNoString for ""
  // Appends to the u32 pool.
  Range AddU32s(const std::vector<uint32_t>& values);
  Range AddChecks(const std::vector<CheckRecord>& checks);
  Range AddWords(const std::vector<ContextWord>& words);
  Range AddOptions(const std::vector<DetectorOption>& options);
  void AddRule(const RuleRecord& rule) { rules_.push_back(rule); }
  void AddAnchors(uint32_t rule, const std::vector<Anchor>& anchors);

  std::vector<uint8_t> Write(const ProgramBuilder& programs) const;

 private:
  struct GramTable {
    std::vector<uint32_t> keys;
    std::vector<uint32_t> begin;
    std::vector<uint32_t> anchors;
  };
  static GramTable Flatten(const std::map<uint32_t, std::vector<uint32_t>>&);

  std::vector<RuleRecord> rules_;
  std::vector<uint32_t> u32s_;
  std::vector<CheckRecord> checks_;
  std::vector<ContextWord> words_;
  std::vector<DetectorOption> options_;
  std::vector<AnchorRecord> anchors_;
  std::map<uint32_t, std::vector<uint32_t>> grams_;  // gram -> anchor indices
  std::map<uint32_t, std::vector<uint32_t>> pairs_;
  std::set<char> triggers_;
  std::vector<CodeSetRecord> follow_sets_;
  std::map<std::string, StringId, std::less<>> string_index_;
  std::vector<StringRecord> strings_;
  std::string string_bytes_;
};

}  // namespace sluice

#endif  // SLUICE_COMPILER_DATABASE_WRITER_H_
