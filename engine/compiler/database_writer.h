// Lays the compiled parts out as one binary database.
#ifndef SLUICE_COMPILER_DATABASE_WRITER_H_
#define SLUICE_COMPILER_DATABASE_WRITER_H_

#include <cstdint>
#include <map>
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
  // False: there are more anchors than 16 bits count.
  bool AddAnchors(uint32_t rule, const std::vector<Anchor>& anchors);

  // Empty: the grams lead to more different lists of anchors than 16 bits
  // count.
  std::vector<uint8_t> Write(const ProgramBuilder& programs) const;

 private:
  // Grams or pairs, each with its anchors' indices.
  using GramTable = std::map<uint32_t, std::vector<uint16_t>>;

  void AddAnchor(uint32_t rule, const Anchor& anchor);
  // Anchors with the same first look side by side: the scanner looks once.
  GramTable ByFirstLook(GramTable table) const;
  // Index of the first of `sets`, which stand side by side in the pool;
  // kAnyCodes: there is no room.
  uint16_t InternSets(const std::vector<CodeSet>& sets);
  uint16_t InternInside(CodeSet codes);
  void AddLooks(const std::vector<Look>& looks, AnchorRecord& record);

  std::vector<RuleRecord> rules_;
  std::vector<uint32_t> u32s_;
  std::vector<CheckRecord> checks_;
  std::vector<ContextWord> words_;
  std::vector<DetectorOption> options_;
  std::vector<AnchorRecord> anchors_;
  GramTable grams_;
  GramTable pairs_;
  std::vector<CodeSetRecord> code_sets_;
  std::map<std::vector<CodeSet>, uint16_t> code_set_index_;
  std::vector<LookRecord> looks_;
  std::map<std::vector<CodeSet>, uint16_t> look_index_;  // offset << 16 | set
  std::map<std::string, StringId, std::less<>> string_index_;
  std::vector<StringRecord> strings_;
  std::string string_bytes_;
};

}  // namespace sluice

#endif  // SLUICE_COMPILER_DATABASE_WRITER_H_
