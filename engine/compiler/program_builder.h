// Emits matcher programs from RE2's parsed patterns.
#ifndef SLUICE_COMPILER_PROGRAM_BUILDER_H_
#define SLUICE_COMPILER_PROGRAM_BUILDER_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/pattern.h"
#include "scanner/literal_pool.h"
#include "scanner/program.h"

namespace sluice {

// Instructions of one program; more are refused.
inline constexpr uint32_t kMaxProgramSize = 6000;

class ProgramBuilder {
 public:
  // Appends a program and returns its index. Errors: kUnsupportedPattern when
  // counted repetition makes the program larger than kMaxProgramSize.
  Result<uint32_t> Add(const Pattern& pattern);

  const std::vector<ProgramRecord>& records() const { return records_; }
  const std::vector<Instruction>& code() const { return code_; }
  const std::vector<ClassRecord>& classes() const { return classes_; }
  const std::vector<uint32_t>& ranges() const { return ranges_; }
  const std::string& literals() const { return literals_.bytes(); }
  const std::vector<ByteSetRecord>& byte_sets() const { return byte_sets_; }

 private:
  using RuneRanges = std::vector<std::pair<uint32_t, uint32_t>>;

  void Emit(re2::Regexp* regexp);
  void EmitLiteral(uint32_t rune, bool fold);
  void EmitString(re2::Regexp* regexp);
  void EmitConcat(re2::Regexp* regexp);
  int EmitLoops(re2::Regexp* concat, int begin);
  void EmitAlternate(re2::Regexp* regexp);
  void EmitCapture(re2::Regexp* regexp);
  void EmitRepeat(re2::Regexp* regexp, uint32_t min, uint32_t max);
  void EmitStar(re2::Regexp* body, bool lazy);
  void EmitPlus(re2::Regexp* body, bool lazy);
  void EmitOptional(re2::Regexp* body, uint32_t count, bool lazy);
  void EmitAssert(Assertion assertion);
  uint32_t EmitBranch(re2::Regexp* way);
  void PatchBranch(uint32_t branch);
  uint32_t EmitSplit(bool lazy);
  void PatchExit(uint32_t split, bool lazy);
  uint32_t Append(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
  uint32_t Here() const;
  void SetA(uint32_t instruction, uint32_t target);
  void SetB(uint32_t instruction, uint32_t target);
  bool TooLarge() const { return code_.size() - begin_ > kMaxProgramSize; }

  void EmitBytes(Op op, std::string_view bytes);
  uint32_t ClassOf(re2::Regexp* single_rune);
  uint32_t InternClass(const RuneRanges& ranges);

  std::vector<ProgramRecord> records_;
  std::vector<Instruction> code_;
  std::vector<ClassRecord> classes_;
  std::vector<uint32_t> ranges_;
  LiteralPool literals_;
  std::vector<ByteSetRecord> byte_sets_;
  std::map<RuneRanges, uint32_t> class_index_;
  std::map<std::array<uint32_t, 8>, uint32_t> byte_set_index_;
  size_t begin_ = 0;
  bool operands_fit_ = true;
  int value_group_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_COMPILER_PROGRAM_BUILDER_H_
