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

// Working memory, for one matcher after another.
struct MatcherMemory {
  enum class FrameKind : uint32_t { kResume, kRestore, kShrink, kExtend };
  // What to do when the current path fails.
  struct Frame {
    FrameKind kind;
    uint32_t a;  // instruction; slot for kRestore
    uint32_t b;  // position; old value for kRestore
    uint32_t c;  // kShrink: smallest position; kExtend: code points left
  };

  std::vector<Frame> frames;
  StateSet states;
};

class Matcher {
 public:
  // All four must outlive the matcher.
  Matcher(const ProgramPools& pools, std::string_view text, Budget& budget,
          MatcherMemory& memory)
      : pools_(pools),
        text_(text),
        budget_(budget),
        frames_(memory.frames),
        memo_(memory.states) {}

  // Matches `program` at exactly `begin`; with `to_the_end` only if the match
  // ends where the text does. False too when the budget ran out.
  bool Run(uint32_t program, uint32_t begin, bool to_the_end,
           MatchResult& result);

 private:
  using FrameKind = MatcherMemory::FrameKind;
  using Frame = MatcherMemory::Frame;
  enum class StepResult { kGoOn, kFailed, kMatched };
  // How far the run is. A local of Run(), and all that changes it is inlined
  // there, so that it stays in registers.
  struct Place {
    uint32_t pc;  // from the program's begin
    uint32_t position;
    uint32_t steps;  // that are left
  };

  bool Spend(uint32_t steps, Place& at);
  bool Enter(uint32_t pc, uint32_t position, const Place& at);
  bool Remember(uint32_t pc, uint32_t position);
  bool InClass(const ClassRecord& cls, uint32_t position,
               uint32_t& length) const;
  bool InRanges(const ClassRecord& cls, uint32_t position,
                uint32_t& length) const;
  bool Holds(Assertion assertion, uint32_t position) const;
  StepResult Step(const Instruction& in, Place& at);
  StepResult TakeClass(const Instruction& in, Place& at);
  StepResult TakeBytes(const Instruction& in, Place& at);
  StepResult TakeFoldedBytes(const Instruction& in, Place& at);
  bool MayGo(uint32_t target, const Place& at);
  StepResult Split(const Instruction& in, Place& at);
  StepResult Branch(const Instruction& in, Place& at);
  StepResult Save(const Instruction& in, Place& at);
  StepResult GreedyLoop(const Instruction& in, Place& at);
  StepResult LazyLoop(const Instruction& in, Place& at);
  uint32_t Advance(const ClassRecord& cls, uint32_t count, Place& at) const;
  bool TakeMinimum(const Instruction& in, Place& at);
  bool Shrink(Frame frame, Place& at);
  bool Extend(Frame frame, Place& at);
  bool Backtrack(Place& at);

  const ProgramPools& pools_;
  std::string_view text_;
  Budget& budget_;
  bool to_the_end_ = false;
  const Instruction* code_ = nullptr;  // of the program
  uint32_t slots_[2] = {};
  uint32_t memo_below_ = 0;  // states are remembered once fewer steps are left
  std::vector<Frame>& frames_;
  StateSet& memo_;
};

// Whether the whole of `value` matches `program`, on its own.
bool FullMatch(const ProgramPools& pools, uint32_t program,
               std::string_view value, Budget& budget, MatcherMemory& memory);

}  // namespace sluice

#endif  // SLUICE_SCANNER_MATCHER_H_
