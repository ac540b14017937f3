// A reusable matcher: one program run after another over one text.
//
// Backtracking over (instruction, position) states. Each state that fails once
// fails always, so after a few hundred steps the matcher remembers the states
// it entered and enters none twice: time is bounded by program size x text, as
// in RE2's BitState.
#ifndef SLUICE_SCANNER_MATCHER_H_
#define SLUICE_SCANNER_MATCHER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/program.h"

namespace sluice {

// Open-addressing set of (instruction, position) pairs.
class StateSet {
 public:
  // False: the state was there already.
  bool Insert(uint32_t pc, uint32_t position);
  bool full() const;
  void Clear();

 private:
  struct Entry {
    uint32_t pc = 0;  // instruction + 1; 0 is free
    uint32_t position = 0;
  };
  Entry* Find(uint32_t pc, uint32_t position);
  void Grow();

  std::vector<Entry> entries_;
  uint32_t count_ = 0;
};

class Matcher {
 public:
  // All three must outlive the matcher.
  Matcher(const ProgramPools& pools, std::string_view text, Budget& budget)
      : pools_(pools), text_(text), budget_(budget) {}

  // Matches `program` at exactly `begin`; with `to_the_end` only if the match
  // ends where the text does. False too when the budget ran out.
  bool Run(uint32_t program, uint32_t begin, bool to_the_end,
           MatchResult& result);

 private:
  enum class StepResult { kGoOn, kFailed, kMatched };
  enum class FrameKind : uint32_t { kResume, kRestore, kShrink, kExtend };
  // What to do when the current path fails.
  struct Frame {
    FrameKind kind;
    uint32_t a;  // instruction; slot for kRestore
    uint32_t b;  // position; old value for kRestore
    uint32_t c;  // kShrink: smallest position; kExtend: code points left
  };

  bool Spend(uint32_t steps);
  bool Enter(uint32_t pc, uint32_t position);
  bool InClass(uint32_t index, uint32_t position, uint32_t& length) const;
  bool InRanges(const ClassRecord& cls, uint32_t position,
                uint32_t& length) const;
  bool Holds(Assertion assertion) const;
  StepResult Step();
  StepResult TakeClass(const Instruction& in);
  StepResult TakeBytes(const Instruction& in);
  StepResult TakeFoldedBytes(const Instruction& in);
  bool MayGo(uint32_t target);
  StepResult Split(const Instruction& in);
  StepResult Branch(const Instruction& in);
  StepResult Save(const Instruction& in);
  StepResult GreedyLoop(const Instruction& in);
  StepResult LazyLoop(const Instruction& in);
  uint32_t Advance(uint32_t cls, uint32_t count);
  bool TakeMinimum(const Instruction& in);
  bool Shrink(Frame frame);
  bool Extend(Frame frame);
  bool Backtrack();

  const ProgramPools& pools_;
  std::string_view text_;
  Budget& budget_;
  bool to_the_end_ = false;
  uint32_t base_ = 0;  // the program's first instruction
  uint32_t pc_ = 0;
  uint32_t position_ = 0;
  uint32_t slots_[2] = {};
  uint32_t steps_ = 0;
  std::vector<Frame> frames_;
  StateSet memo_;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_MATCHER_H_
