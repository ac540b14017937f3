#include "scanner/matcher.h"

#include <cstring>

#include "scanner/canonical.h"
#include "scanner/utf8.h"

namespace sluice {
namespace {

constexpr uint32_t kUnset = 0xFFFFFFFFu;
constexpr uint32_t kStepsBeforeMemo = 512;
constexpr uint32_t kMaxMemoEntries = 1u << 20;
// Marks the state behind a loop as reached from the loop, so that a split or
// loop standing there can still enter it on its own account.
constexpr uint32_t kAfterLoop = 0x40000000u;
// Marks the begin of a round as reached from the round before.
constexpr uint32_t kRound = 0x20000000u;

bool IsWordByte(std::string_view text, size_t position) {
  if (position >= text.size()) return false;
  const auto c = static_cast<uint8_t>(text[position]);
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         c == '_';
}

// Bytes at `position` that stand for `wanted`, a byte in lower case; 0: none.
uint32_t FoldedLength(std::string_view text, size_t position, char wanted) {
  if (position >= text.size()) return 0;
  const char byte = text[position];
  if (byte == wanted) return 1;
  const bool is_upper = byte >= 'A' && byte <= 'Z';
  if (is_upper) return (byte | 0x20) == wanted ? 1 : 0;
  const std::string_view rest = text.substr(position);
  if (wanted == 's' && rest.starts_with(kLongS)) return kLongS.size();
  if (wanted == 'k' && rest.starts_with(kKelvin)) return kKelvin.size();
  return 0;
}

bool WordBoundary(std::string_view text, uint32_t position) {
  const bool before = position > 0 && IsWordByte(text, position - 1);
  return before != IsWordByte(text, position);
}

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
  entries_.clear();
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
  std::vector<Entry> old(entries_.empty() ? 1024 : entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.pc != 0) *Find(entry.pc, entry.position) = entry;
  }
}

bool Matcher::Run(uint32_t program, uint32_t begin, bool to_the_end,
                  MatchResult& result) {
  to_the_end_ = to_the_end;
  base_ = pc_ = pools_.records[program].begin;
  position_ = begin;
  slots_[0] = slots_[1] = kUnset;
  steps_ = 0;
  frames_.clear();
  memo_.Clear();
  StepResult step = StepResult::kGoOn;
  while (step != StepResult::kMatched) {
    step = Step();
    if (step == StepResult::kFailed && !Backtrack()) return false;
  }
  const bool has_value = slots_[0] != kUnset && slots_[1] != kUnset;
  result.whole = {begin, position_};
  result.value = has_value ? Span{slots_[0], slots_[1]} : result.whole;
  return true;
}

bool Matcher::Spend(uint32_t steps) {
  if (budget_.exhausted || !budget_.Pay(steps)) {
    frames_.clear();
    return false;
  }
  steps_ += steps;
  return true;
}

// Whether this state is worth exploring; remembers it once memo is on.
bool Matcher::Enter(uint32_t pc, uint32_t position) {
  if (steps_ < kStepsBeforeMemo) return true;
  if (memo_.full()) {
    budget_.exhausted = true;  // the next Spend gives up
    return false;
  }
  return memo_.Insert(pc, position);
}

bool Matcher::InClass(uint32_t index, uint32_t position,
                      uint32_t& length) const {
  if (position >= text_.size()) return false;
  const ClassRecord& cls = pools_.classes[index];
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

bool Matcher::Holds(Assertion assertion) const {
  switch (assertion) {
    case Assertion::kBeginText:
      return position_ == 0;
    case Assertion::kEndText:
      return position_ == text_.size();
    case Assertion::kBeginLine:
      return position_ == 0 || text_[position_ - 1] == '\n';
    case Assertion::kEndLine:
      return position_ == text_.size() || text_[position_] == '\n';
    case Assertion::kWordBoundary:
      return WordBoundary(text_, position_);
    case Assertion::kNotWordBoundary:
      return !WordBoundary(text_, position_);
  }
  return false;
}

Matcher::StepResult Matcher::Step() {
  if (!Spend(1)) return StepResult::kFailed;
  const Instruction& in = pools_.code[pc_];
  switch (static_cast<Op>(uint32_t{in.op})) {
    case Op::kMatch: {
      const bool ends = !to_the_end_ || position_ == text_.size();
      return ends ? StepResult::kMatched : StepResult::kFailed;
    }
    case Op::kClass:
      return TakeClass(in);
    case Op::kBytes:
      return TakeBytes(in);
    case Op::kFoldedBytes:
      return TakeFoldedBytes(in);
    case Op::kLoop:
      return GreedyLoop(in);
    case Op::kLazyLoop:
      return LazyLoop(in);
    case Op::kSplit:
      return Split(in);
    case Op::kBranch:
      return Branch(in);
    case Op::kJump:
      pc_ = base_ + in.a;
      return StepResult::kGoOn;
    case Op::kSave:
      return Save(in);
    case Op::kAssert:
      ++pc_;
      return Holds(static_cast<Assertion>(uint32_t{in.a}))
                 ? StepResult::kGoOn
                 : StepResult::kFailed;
    case Op::kFail:
      break;
  }
  return StepResult::kFailed;
}

Matcher::StepResult Matcher::TakeClass(const Instruction& in) {
  uint32_t length = 0;
  if (!InClass(in.a, position_, length)) return StepResult::kFailed;
  position_ += length;
  ++pc_;
  return StepResult::kGoOn;
}

Matcher::StepResult Matcher::TakeBytes(const Instruction& in) {
  if (text_.size() - position_ < in.b ||
      std::memcmp(text_.data() + position_, pools_.literals.data() + in.a,
                  in.b) != 0) {
    return StepResult::kFailed;
  }
  position_ += in.b;
  ++pc_;
  return StepResult::kGoOn;
}

Matcher::StepResult Matcher::TakeFoldedBytes(const Instruction& in) {
  for (uint32_t i = 0; i < in.b; ++i) {
    const uint32_t length =
        FoldedLength(text_, position_, pools_.literals[in.a + i]);
    if (length == 0) return StepResult::kFailed;
    position_ += length;
  }
  ++pc_;
  return StepResult::kGoOn;
}

// Whether a split may lead to `target`. Back is where a round may have taken
// nothing: RE2 enters no state twice at one place, so a second round there ends
// before it begins, however few steps were taken.
bool Matcher::MayGo(uint32_t target) {
  return target > pc_ || memo_.Insert(target | kRound, position_);
}

Matcher::StepResult Matcher::Split(const Instruction& in) {
  if (!Enter(pc_, position_)) return StepResult::kFailed;
  const uint32_t first = base_ + in.a;
  const uint32_t second = base_ + in.b;
  const bool both = MayGo(second);
  if (!MayGo(first)) {
    pc_ = second;
    return both ? StepResult::kGoOn : StepResult::kFailed;
  }
  if (both) frames_.push_back({FrameKind::kResume, second, position_, 0});
  pc_ = first;
  return StepResult::kGoOn;
}

Matcher::StepResult Matcher::Branch(const Instruction& in) {
  const auto byte = position_ < text_.size()
                        ? static_cast<uint8_t>(text_[position_])
                        : uint8_t{0};
  const uint32_t word = pools_.byte_sets[in.b].bits[byte >> 5];
  if (position_ >= text_.size() || ((word >> (byte & 31)) & 1) == 0) {
    pc_ = base_ + in.a;
    return StepResult::kGoOn;
  }
  if (!Enter(pc_, position_)) return StepResult::kFailed;
  frames_.push_back({FrameKind::kResume, base_ + in.a, position_, 0});
  ++pc_;
  return StepResult::kGoOn;
}

Matcher::StepResult Matcher::Save(const Instruction& in) {
  frames_.push_back({FrameKind::kRestore, in.a, slots_[in.a], 0});
  slots_[in.a] = position_;
  ++pc_;
  return StepResult::kGoOn;
}

// Takes up to `count` code points of the class; returns how many.
uint32_t Matcher::Advance(uint32_t cls, uint32_t count) {
  uint32_t taken = 0;
  uint32_t length = 0;
  while (taken < count && InClass(cls, position_, length)) {
    position_ += length;
    ++taken;
  }
  return taken;
}

// The rounds a loop cannot do without.
bool Matcher::TakeMinimum(const Instruction& in) {
  const uint32_t taken = Advance(in.a, in.b);
  return Spend(taken) && taken == in.b;
}

Matcher::StepResult Matcher::GreedyLoop(const Instruction& in) {
  if (!Enter(pc_, position_) || !TakeMinimum(in)) return StepResult::kFailed;
  const uint32_t smallest = position_;
  const uint32_t more = in.c == kNoBound ? kUnset : uint32_t{in.c} - in.b;
  if (!Spend(Advance(in.a, more))) return StepResult::kFailed;
  ++pc_;
  if (position_ > smallest) {
    frames_.push_back({FrameKind::kShrink, pc_, position_, smallest});
  }
  return StepResult::kGoOn;
}

Matcher::StepResult Matcher::LazyLoop(const Instruction& in) {
  if (!Enter(pc_, position_) || !TakeMinimum(in)) return StepResult::kFailed;
  const uint32_t more = in.c == kNoBound ? kUnset : uint32_t{in.c} - in.b;
  if (more > 0) frames_.push_back({FrameKind::kExtend, pc_, position_, more});
  ++pc_;
  return StepResult::kGoOn;
}

// A shorter greedy run: the last code point is given back.
bool Matcher::Shrink(Frame frame) {
  while (frame.b > frame.c) {
    if (!Spend(1)) return false;
    frame.b = PreviousBoundary(text_, frame.b);
    if (!Enter(frame.a | kAfterLoop, frame.b)) continue;
    if (frame.b > frame.c) frames_.push_back(frame);
    pc_ = frame.a;
    position_ = frame.b;
    return true;
  }
  return false;
}

// A longer lazy run: one code point more.
bool Matcher::Extend(Frame frame) {
  uint32_t length = 0;
  if (!Spend(1)) return false;
  if (!InClass(pools_.code[frame.a].a, frame.b, length)) return false;
  frame.b += length;
  if (frame.c != kUnset) --frame.c;
  if (frame.c > 0) frames_.push_back(frame);
  pc_ = frame.a + 1;
  position_ = frame.b;
  return true;
}

// Goes to the latest alternative; false when none is left.
bool Matcher::Backtrack() {
  while (!frames_.empty() && !budget_.exhausted) {
    const Frame frame = frames_.back();
    frames_.pop_back();
    switch (frame.kind) {
      case FrameKind::kRestore:
        slots_[frame.a] = frame.b;
        break;
      case FrameKind::kResume:
        pc_ = frame.a;
        position_ = frame.b;
        return true;
      case FrameKind::kShrink:
        if (Shrink(frame)) return true;
        break;
      case FrameKind::kExtend:
        if (Extend(frame)) return true;
        break;
    }
  }
  return false;
}

bool FullMatch(const ProgramPools& pools, uint32_t program,
               std::string_view value, Budget& budget) {
  MatchResult result;
  return Matcher(pools, value, budget).Run(program, 0, true, result);
}

}  // namespace sluice
