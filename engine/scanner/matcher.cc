#include "scanner/matcher.h"

#include <algorithm>

#include "scanner/match_bytes.h"
#include "scanner/utf8.h"

// A part of Run(), the engine's hottest loop.
#define SLUICE_IN_RUN [[gnu::always_inline]] inline

namespace sluice {
namespace {

constexpr uint32_t kUnset = 0xFFFFFFFFu;
constexpr uint32_t kStepsBeforeMemo = 512;
constexpr uint32_t kMaxMemoEntries = 1u << 20;
constexpr uint32_t kFewEntries = 1024;
// The state behind a loop as reached from it: it can still be entered itself.
constexpr uint32_t kAfterLoop = 0x40000000u;
// Marks the begin of a round as reached from the round before.
constexpr uint32_t kRound = 0x20000000u;

}  // namespace

bool StateSet::Insert(uint32_t pc, uint32_t position) {
  if ((count_ + 1) * 2 > entries_.size()) Grow();
  Entry* entry = Find(pc + 1, position);
  if (entry->pc != 0) return false;
  *entry = {pc + 1, position};
  ++count_;
  return true;
}

bool StateSet::full() const { return count_ >= kMaxMemoEntries; }

void StateSet::Clear() {
  if (count_ == 0) return;
  entries_.assign(kFewEntries, {});
  count_ = 0;
}

StateSet::Entry* StateSet::Find(uint32_t pc, uint32_t position) {
  const uint32_t mask = static_cast<uint32_t>(entries_.size()) - 1;
  uint32_t slot = ((pc * 0x9E3779B1u) ^ (position * 0x85EBCA6Bu)) & mask;
  while (entries_[slot].pc != 0 &&
         (entries_[slot].pc != pc || entries_[slot].position != position)) {
    slot = (slot + 1) & mask;
  }
  return &entries_[slot];
}

void StateSet::Grow() {
  std::vector<Entry> old(entries_.empty() ? kFewEntries : entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.pc != 0) *Find(entry.pc, entry.position) = entry;
  }
}

bool Matcher::Run(uint32_t program, uint32_t begin, bool to_the_end,
                  MatchResult& result) {
  if (budget_.exhausted) return false;
  to_the_end_ = to_the_end;
  code_ = pools_.code.data() + pools_.records[program].begin;
  slots_[0] = slots_[1] = kUnset;
  frames_.clear();
  memo_.Clear();
  const auto steps =
      static_cast<uint32_t>(std::min<uint64_t>(budget_.steps, kUnset));
  memo_below_ = steps - std::min(steps, kStepsBeforeMemo);
  Place at{0, begin, steps};
  StepResult step = StepResult::kGoOn;
  while (step != StepResult::kMatched) {
    step = Step(code_[at.pc], at);
    if (step == StepResult::kFailed && !Backtrack(at)) break;
  }
  budget_.steps -= budget_.exhausted ? budget_.steps : steps - at.steps;
  if (step != StepResult::kMatched) return false;
  const bool has_value = slots_[0] != kUnset && slots_[1] != kUnset;
  result.whole = {begin, at.position};
  result.value = has_value ? Span{slots_[0], slots_[1]} : result.whole;
  return true;
}

SLUICE_IN_RUN bool Matcher::Spend(uint32_t steps, Place& at) {
  if (steps > at.steps || budget_.exhausted) {
    budget_.exhausted = true;
    frames_.clear();
    return false;
  }
  at.steps -= steps;
  return true;
}

// Whether this state is worth exploring; remembers it once memo is on.
SLUICE_IN_RUN bool Matcher::Enter(uint32_t pc, uint32_t position,
                                  const Place& at) {
  return at.steps >= memo_below_ || Remember(pc, position);
}

bool Matcher::Remember(uint32_t pc, uint32_t position) {
  if (memo_.full()) {
    budget_.exhausted = true;  // the next Spend gives up
    return false;
  }
  return memo_.Insert(pc, position);
}

SLUICE_IN_RUN bool Matcher::InClass(const ClassRecord& cls, uint32_t position,
                                    uint32_t& length) const {
  if (position >= text_.size()) return false;
  const auto byte = static_cast<uint8_t>(text_[position]);
  length = 1;
  if (byte < 0x80) return ((cls.ascii[byte >> 5] >> (byte & 31)) & 1) != 0;
  return cls.ranges_count != 0 && InRanges(cls, position, length);
}

bool Matcher::InRanges(const ClassRecord& cls, uint32_t position,
                       uint32_t& length) const {
  const uint32_t rune = DecodeUtf8(text_, position, length);
  if (rune == kInvalidRune) return false;
  const uint32_t* ranges = pools_.ranges.data() + cls.ranges_begin;
  uint32_t low = 0;
  uint32_t high = cls.ranges_count;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (rune < ranges[middle * 2]) {
      high = middle;
    } else if (rune > ranges[middle * 2 + 1]) {
      low = middle + 1;
    } else {
      return true;
    }
  }
  return false;
}

SLUICE_IN_RUN bool Matcher::Holds(Assertion assertion,
                                  uint32_t position) const {
  switch (assertion) {
    case Assertion::kBeginText:
      return position == 0;
    case Assertion::kEndText:
      return position == text_.size();
    case Assertion::kBeginLine:
      return position == 0 || text_[position - 1] == '\n';
    case Assertion::kEndLine:
      return position == text_.size() || text_[position] == '\n';
    case Assertion::kWordBoundary:
      return WordBoundary(text_, position);
    case Assertion::kNotWordBoundary:
      return !WordBoundary(text_, position);
  }
  return false;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::Step(const Instruction& in,
                                                Place& at) {
  if (!Spend(1, at)) return StepResult::kFailed;
  switch (static_cast<Op>(uint32_t{in.op})) {
    case Op::kMatch: {
      const bool ends = !to_the_end_ || at.position == text_.size();
      return ends ? StepResult::kMatched : StepResult::kFailed;
    }
    case Op::kClass:
      return TakeClass(in, at);
    case Op::kBytes:
      return TakeBytes(in, at);
    case Op::kFoldedBytes:
      return TakeFoldedBytes(in, at);
    case Op::kLoop:
      return GreedyLoop(in, at);
    case Op::kLazyLoop:
      return LazyLoop(in, at);
    case Op::kSplit:
      return Split(in, at);
    case Op::kBranch:
      return Branch(in, at);
    case Op::kJump:
      at.pc = in.a;
      return StepResult::kGoOn;
    case Op::kSave:
      return Save(in, at);
    case Op::kAssert:
      ++at.pc;
      return Holds(static_cast<Assertion>(uint32_t{in.a}), at.position)
                 ? StepResult::kGoOn
                 : StepResult::kFailed;
    case Op::kFail:
      break;
  }
  return StepResult::kFailed;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::TakeClass(const Instruction& in,
                                                     Place& at) {
  uint32_t length = 0;
  if (!InClass(pools_.classes[in.a], at.position, length)) {
    return StepResult::kFailed;
  }
  at.position += length;
  ++at.pc;
  return StepResult::kGoOn;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::TakeBytes(const Instruction& in,
                                                     Place& at) {
  if (text_.size() - at.position < in.b) return StepResult::kFailed;
  const char* text = text_.data() + at.position;
  const char* wanted = pools_.literals.data() + in.a;
  for (uint32_t i = 0; i < in.b; ++i) {
    if (text[i] != wanted[i]) return StepResult::kFailed;
  }
  at.position += in.b;
  ++at.pc;
  return StepResult::kGoOn;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::TakeFoldedBytes(
    const Instruction& in, Place& at) {
  const char* wanted = pools_.literals.data() + in.a;
  for (uint32_t i = 0; i < in.b; ++i) {
    if (at.position >= text_.size()) return StepResult::kFailed;
    const uint32_t length = text_[at.position] == wanted[i]
                                ? 1
                                : FoldedLength(text_, at.position, wanted[i]);
    if (length == 0) return StepResult::kFailed;
    at.position += length;
  }
  ++at.pc;
  return StepResult::kGoOn;
}

// Whether a split may lead to `target`. Back is where a round may have taken
// nothing: RE2 enters no state twice at one place, so a second round there ends
// before it begins, however few steps were taken.
SLUICE_IN_RUN bool Matcher::MayGo(uint32_t target, const Place& at) {
  return target > at.pc || memo_.Insert(target | kRound, at.position);
}

SLUICE_IN_RUN Matcher::StepResult Matcher::Split(const Instruction& in,
                                                 Place& at) {
  if (!Enter(at.pc, at.position, at)) return StepResult::kFailed;
  const uint32_t first = in.a, second = in.b;
  const bool both = MayGo(second, at);
  if (!MayGo(first, at)) {
    at.pc = second;
    return both ? StepResult::kGoOn : StepResult::kFailed;
  }
  if (both) frames_.push_back({FrameKind::kResume, second, at.position, 0});
  at.pc = first;
  return StepResult::kGoOn;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::Branch(const Instruction& in,
                                                  Place& at) {
  const bool ends = at.position >= text_.size();
  const auto byte = static_cast<uint8_t>(ends ? 0 : text_[at.position]);
  const auto may_begin = [&](const Instruction& branch) {
    const uint32_t word = pools_.byte_sets[branch.b].bits[byte >> 5];
    return !ends && ((word >> (byte & 31)) & 1) != 0;
  };
  // A long alternation is a row of branches.
  const Instruction* branch = &in;
  while (!may_begin(*branch)) {
    at.pc = branch->a;
    branch = &code_[at.pc];
    if (branch->op != static_cast<uint32_t>(Op::kBranch)) {
      return StepResult::kGoOn;
    }
    if (!Spend(1, at)) return StepResult::kFailed;
  }
  if (!Enter(at.pc, at.position, at)) return StepResult::kFailed;
  frames_.push_back({FrameKind::kResume, branch->a, at.position, 0});
  ++at.pc;
  return StepResult::kGoOn;
}

// Where no other path is left, no one will ask for the value that was there.
SLUICE_IN_RUN Matcher::StepResult Matcher::Save(const Instruction& in,
                                                Place& at) {
  if (!frames_.empty()) {
    frames_.push_back({FrameKind::kRestore, in.a, slots_[in.a], 0});
  }
  slots_[in.a] = at.position;
  ++at.pc;
  return StepResult::kGoOn;
}

// Takes up to `count` code points of the class; returns how many.
SLUICE_IN_RUN uint32_t Matcher::Advance(const ClassRecord& cls, uint32_t count,
                                        Place& at) const {
  uint32_t taken = 0;
  uint32_t length = 0;
  while (taken < count && InClass(cls, at.position, length)) {
    at.position += length;
    ++taken;
  }
  return taken;
}

// The rounds a loop cannot do without.
SLUICE_IN_RUN bool Matcher::TakeMinimum(const Instruction& in, Place& at) {
  const uint32_t taken = Advance(pools_.classes[in.a], in.b, at);
  return Spend(taken, at) && taken == in.b;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::GreedyLoop(const Instruction& in,
                                                      Place& at) {
  if (!Enter(at.pc, at.position, at) || !TakeMinimum(in, at)) {
    return StepResult::kFailed;
  }
  const uint32_t smallest = at.position;
  const uint32_t more = in.c == kNoBound ? kUnset : uint32_t{in.c} - in.b;
  if (!Spend(Advance(pools_.classes[in.a], more, at), at)) {
    return StepResult::kFailed;
  }
  ++at.pc;
  if (at.position > smallest) {
    frames_.push_back({FrameKind::kShrink, at.pc, at.position, smallest});
  }
  return StepResult::kGoOn;
}

SLUICE_IN_RUN Matcher::StepResult Matcher::LazyLoop(const Instruction& in,
                                                    Place& at) {
  if (!Enter(at.pc, at.position, at) || !TakeMinimum(in, at)) {
    return StepResult::kFailed;
  }
  const uint32_t more = in.c == kNoBound ? kUnset : uint32_t{in.c} - in.b;
  if (more > 0) {
    frames_.push_back({FrameKind::kExtend, at.pc, at.position, more});
  }
  ++at.pc;
  return StepResult::kGoOn;
}

// A shorter greedy run: the last code point is given back.
SLUICE_IN_RUN bool Matcher::Shrink(Frame frame, Place& at) {
  while (frame.b > frame.c) {
    if (!Spend(1, at)) return false;
    frame.b = PreviousBoundary(text_, frame.b);
    if (!Enter(frame.a | kAfterLoop, frame.b, at)) continue;
    if (frame.b > frame.c) frames_.push_back(frame);
    at.pc = frame.a;
    at.position = frame.b;
    return true;
  }
  return false;
}

// A longer lazy run: one code point more.
SLUICE_IN_RUN bool Matcher::Extend(Frame frame, Place& at) {
  uint32_t length = 0;
  if (!Spend(1, at)) return false;
  if (!InClass(pools_.classes[code_[frame.a].a], frame.b, length)) return false;
  frame.b += length;
  if (frame.c != kUnset) --frame.c;
  if (frame.c > 0) frames_.push_back(frame);
  at.pc = frame.a + 1;
  at.position = frame.b;
  return true;
}

// Goes to the latest alternative; false when none is left.
SLUICE_IN_RUN bool Matcher::Backtrack(Place& at) {
  while (!frames_.empty() && !budget_.exhausted) {
    const Frame frame = frames_.back();
    frames_.pop_back();
    switch (frame.kind) {
      case FrameKind::kRestore:
        slots_[frame.a] = frame.b;
        break;
      case FrameKind::kResume:
        at.pc = frame.a;
        at.position = frame.b;
        return true;
      case FrameKind::kShrink:
        if (Shrink(frame, at)) return true;
        break;
      case FrameKind::kExtend:
        if (Extend(frame, at)) return true;
        break;
    }
  }
  return false;
}

bool FullMatch(const ProgramPools& pools, uint32_t program,
               std::string_view value, Budget& budget, MatcherMemory& memory) {
  const ProgramRecord& record = pools.records[program];
  if (record.can_be_empty == 0 &&
      (value.empty() || !record.MayBeginWith(value[0]))) {
    return false;
  }
  MatchResult result;
  return Matcher(pools, value, budget, memory).Run(program, 0, true, result);
}

}  // namespace sluice
