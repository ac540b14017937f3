#include "compiler/program_builder.h"

#include <algorithm>

#include "compiler/first_bytes.h"
#include "compiler/literals.h"
#include "compiler/loops.h"

namespace sluice {
namespace {

using re2::Regexp;

constexpr uint32_t kRuneSelf = 0x80;  // first code point that is not ASCII
constexpr uint32_t kMaxRune = 0x10FFFF;
constexpr uint32_t kUnbounded = 0xFFFFFFFFu;

bool IsLazy(Regexp* regexp) {
  return (regexp->parse_flags() & Regexp::NonGreedy) != 0;
}

}  // namespace

Result<uint32_t> ProgramBuilder::Add(const Pattern& pattern) {
  begin_ = code_.size();
  value_group_ = pattern.value_group;
  Emit(pattern.regexp.get());
  Append(Op::kMatch);
  if (TooLarge() || !operands_fit_) {
    operands_fit_ = true;
    code_.resize(begin_);
    return Error{ErrorCode::kUnsupportedPattern,
                 "The pattern is too large once its counted repetitions are "
                 "written out; repeat single classes instead of groups.",
                 "", 0, 0};
  }
  ProgramRecord record;
  record.begin = static_cast<uint32_t>(begin_);
  record.count = static_cast<uint32_t>(code_.size() - begin_);
  const FirstBytes first = FirstBytesOf(pattern.regexp.get());
  std::copy(first.bytes.begin(), first.bytes.end(), record.first_bytes);
  record.can_be_empty = first.can_be_empty ? 1 : 0;
  records_.push_back(record);
  return static_cast<uint32_t>(records_.size() - 1);
}

uint32_t ProgramBuilder::Append(Op op, uint32_t a, uint32_t b, uint32_t c) {
  operands_fit_ &= a <= kMaxOperandA && b <= kMaxOperandB && c <= kMaxOperandB;
  code_.push_back({static_cast<uint32_t>(op) & 0xFFu, a & kMaxOperandA,
                   static_cast<uint16_t>(b), static_cast<uint16_t>(c)});
  return static_cast<uint32_t>(code_.size() - 1);
}

// Where the next instruction will stand, counted from the program's begin.
uint32_t ProgramBuilder::Here() const {
  return static_cast<uint32_t>(code_.size() - begin_);
}

void ProgramBuilder::SetA(uint32_t instruction, uint32_t target) {
  code_[instruction].a = target & kMaxOperandA;
}

void ProgramBuilder::SetB(uint32_t instruction, uint32_t target) {
  code_[instruction].b = static_cast<uint16_t>(target);
}

void ProgramBuilder::Emit(Regexp* regexp) {
  if (TooLarge()) return;
  switch (regexp->op()) {
    case re2::kRegexpNoMatch:
      Append(Op::kFail);
      return;
    case re2::kRegexpEmptyMatch:
      return;
    case re2::kRegexpLiteral:
      EmitLiteral(static_cast<uint32_t>(regexp->rune()), Folds(regexp));
      return;
    case re2::kRegexpLiteralString:
      EmitString(regexp);
      return;
    case re2::kRegexpConcat:
      EmitConcat(regexp);
      return;
    case re2::kRegexpAlternate:
      EmitAlternate(regexp);
      return;
    case re2::kRegexpCapture:
      EmitCapture(regexp);
      return;
    case re2::kRegexpStar:
      EmitRepeat(regexp, 0, kUnbounded);
      return;
    case re2::kRegexpPlus:
      EmitRepeat(regexp, 1, kUnbounded);
      return;
    case re2::kRegexpQuest:
      EmitRepeat(regexp, 0, 1);
      return;
    case re2::kRegexpRepeat:
      EmitRepeat(regexp, static_cast<uint32_t>(regexp->min()),
                 regexp->max() < 0 ? kUnbounded
                                   : static_cast<uint32_t>(regexp->max()));
      return;
    case re2::kRegexpCharClass:
    case re2::kRegexpAnyChar:
      Append(Op::kClass, ClassOf(regexp));
      return;
    case re2::kRegexpBeginLine:
      EmitAssert(Assertion::kBeginLine);
      return;
    case re2::kRegexpEndLine:
      EmitAssert(Assertion::kEndLine);
      return;
    case re2::kRegexpBeginText:
      EmitAssert(Assertion::kBeginText);
      return;
    case re2::kRegexpEndText:
      EmitAssert(Assertion::kEndText);
      return;
    case re2::kRegexpWordBoundary:
      EmitAssert(Assertion::kWordBoundary);
      return;
    case re2::kRegexpNoWordBoundary:
      EmitAssert(Assertion::kNotWordBoundary);
      return;
    default:
      Append(Op::kFail);  // \C was refused when the pattern was parsed
  }
}

void ProgramBuilder::EmitAssert(Assertion assertion) {
  Append(Op::kAssert, static_cast<uint32_t>(assertion));
}

void ProgramBuilder::EmitLiteral(uint32_t rune, bool fold) {
  if (IsFoldedLetter(rune, fold)) {
    const uint32_t upper = rune - 'a' + 'A';
    Append(Op::kClass, InternClass({{upper, upper}, {rune, rune}}));
    return;
  }
  std::string bytes;
  AppendUtf8(bytes, rune);
  EmitBytes(Op::kBytes, bytes);
}

void ProgramBuilder::EmitBytes(Op op, std::string_view bytes) {
  Append(op, literals_.Add(bytes), static_cast<uint32_t>(bytes.size()));
}

void ProgramBuilder::EmitString(Regexp* regexp) {
  std::string folded;
  if (AppendFolded(regexp, folded)) {
    EmitBytes(Op::kFoldedBytes, folded);
    return;
  }
  const bool fold = Folds(regexp);
  std::string bytes;
  const auto flush = [&] {
    if (bytes.empty()) return;
    EmitBytes(Op::kBytes, bytes);
    bytes.clear();
  };
  for (int i = 0; i < regexp->nrunes(); ++i) {
    const auto rune = static_cast<uint32_t>(regexp->runes()[i]);
    if (IsFoldedLetter(rune, fold)) {
      flush();
      EmitLiteral(rune, true);
    } else {
      AppendUtf8(bytes, rune);
    }
  }
  flush();
}

// Neighbours that a folded literal can hold are emitted as one.
void ProgramBuilder::EmitConcat(Regexp* regexp) {
  int i = 0;
  while (i < regexp->nsub()) {
    std::string folded;
    int end = i;
    while (end < regexp->nsub() && AppendFolded(regexp->sub()[end], folded)) {
      ++end;
    }
    if (folded.size() > 1) {
      EmitBytes(Op::kFoldedBytes, folded);
      i = end;
    } else if (const int loops = EmitLoops(regexp, i)) {
      i += loops;
    } else {
      Emit(regexp->sub()[i++]);
    }
  }
}

// Returns how many loops from `begin` on were emitted as one, 0 for none.
int ProgramBuilder::EmitLoops(Regexp* concat, int begin) {
  const JoinedLoops joined = JoinLoops(concat, begin);
  if (joined.count < 2) return 0;
  Regexp* first = concat->sub()[begin];
  Append(IsLazy(first) ? Op::kLazyLoop : Op::kLoop, ClassOf(first->sub()[0]),
         joined.min, joined.max == kUnbounded ? kNoBound : joined.max);
  return joined.count;
}

void ProgramBuilder::EmitAlternate(Regexp* regexp) {
  std::vector<uint32_t> jumps;
  for (int i = 0; i + 1 < regexp->nsub(); ++i) {
    const uint32_t branch = EmitBranch(regexp->sub()[i]);
    Emit(regexp->sub()[i]);
    jumps.push_back(Append(Op::kJump));
    PatchBranch(branch);
  }
  Emit(regexp->sub()[regexp->nsub() - 1]);
  for (const uint32_t jump : jumps) SetA(jump, Here());
}

void ProgramBuilder::EmitCapture(Regexp* regexp) {
  const bool is_value = value_group_ != 0 && regexp->cap() == value_group_;
  if (is_value) Append(Op::kSave, 0);
  Emit(regexp->sub()[0]);
  if (is_value) Append(Op::kSave, 1);
}

// A way that is only taken when the next byte can begin it.
uint32_t ProgramBuilder::EmitBranch(Regexp* way) {
  const FirstBytes first = FirstBytesOf(way);
  if (first.can_be_empty || byte_sets_.size() > kMaxOperandB) {
    return EmitSplit(false);
  }
  const auto [entry, added] = byte_set_index_.try_emplace(
      first.bytes, static_cast<uint32_t>(byte_sets_.size()));
  if (added) {
    ByteSetRecord record;
    std::copy(first.bytes.begin(), first.bytes.end(), record.bits);
    byte_sets_.push_back(record);
  }
  return Append(Op::kBranch, 0, entry->second);
}

void ProgramBuilder::PatchBranch(uint32_t branch) {
  const bool is_branch = code_[branch].op == static_cast<uint32_t>(Op::kBranch);
  is_branch ? SetA(branch, Here()) : SetB(branch, Here());
}

// A split whose one way falls through and whose other way is patched later.
uint32_t ProgramBuilder::EmitSplit(bool lazy) {
  const uint32_t next = Here() + 1;
  return lazy ? Append(Op::kSplit, 0, next) : Append(Op::kSplit, next, 0);
}

void ProgramBuilder::PatchExit(uint32_t split, bool lazy) {
  lazy ? SetA(split, Here()) : SetB(split, Here());
}

// Writes repetition as RE2 does: x{2,5} is xx(x(x(x)?)?)?, x{3,} is xxx+, and
// a star over something that can be empty is (x+)?, which keeps RE2's order of
// preference among empty rounds.
void ProgramBuilder::EmitRepeat(Regexp* regexp, uint32_t min, uint32_t max) {
  Regexp* body = regexp->sub()[0];
  const bool lazy = IsLazy(regexp);
  if (IsSingleRune(body)) {
    Append(lazy ? Op::kLazyLoop : Op::kLoop, ClassOf(body), min,
           max == kUnbounded ? kNoBound : max);
    return;
  }
  if (MatchLengths(body).max == 0) {  // more rounds of nothing are one round
    min = std::min(min, 1u);
    if (max != 0) max = 1;
  }
  if (max == kUnbounded) {
    for (uint32_t i = 1; i < min; ++i) Emit(body);
    if (min == 0) {
      EmitStar(body, lazy);
    } else {
      EmitPlus(body, lazy);
    }
    return;
  }
  for (uint32_t i = 0; i < min && !TooLarge(); ++i) Emit(body);
  if (max > min) EmitOptional(body, max - min, lazy);
}

void ProgramBuilder::EmitStar(Regexp* body, bool lazy) {
  const bool nullable = FirstBytesOf(body).can_be_empty;
  const uint32_t split = EmitSplit(lazy);
  if (nullable) {
    EmitPlus(body, lazy);
  } else {
    Emit(body);
    Append(Op::kJump, split - static_cast<uint32_t>(begin_));
  }
  PatchExit(split, lazy);
}

void ProgramBuilder::EmitPlus(Regexp* body, bool lazy) {
  const uint32_t begin = Here();
  Emit(body);
  const uint32_t split = EmitSplit(lazy);
  if (!FirstBytesOf(body).can_be_empty) {
    Append(Op::kJump, begin);
    PatchExit(split, lazy);
    return;
  }
  // A split that itself leads back makes the matcher look out for rounds that
  // take nothing.
  SetA(split, lazy ? Here() : begin);
  SetB(split, lazy ? begin : Here());
}

void ProgramBuilder::EmitOptional(Regexp* body, uint32_t count, bool lazy) {
  std::vector<uint32_t> splits;
  for (uint32_t i = 0; i < count && !TooLarge(); ++i) {
    splits.push_back(lazy ? EmitSplit(true) : EmitBranch(body));
    Emit(body);
  }
  for (const uint32_t split : splits) {
    if (lazy) {
      PatchExit(split, true);
    } else {
      PatchBranch(split);
    }
  }
}

uint32_t ProgramBuilder::ClassOf(Regexp* regexp) {
  RuneRanges ranges;
  if (regexp->op() == re2::kRegexpAnyChar) {
    ranges = {{0, kMaxRune}};
  } else if (regexp->op() == re2::kRegexpLiteral) {
    const auto rune = static_cast<uint32_t>(regexp->rune());
    if (IsFoldedLetter(rune, Folds(regexp))) {
      ranges.push_back({rune - 'a' + 'A', rune - 'a' + 'A'});
    }
    ranges.push_back({rune, rune});
  } else {
    re2::CharClass* cls = regexp->cc();
    for (const re2::RuneRange& range : *cls) {
      ranges.push_back(
          {static_cast<uint32_t>(range.lo), static_cast<uint32_t>(range.hi)});
    }
  }
  return InternClass(ranges);
}

uint32_t ProgramBuilder::InternClass(const RuneRanges& ranges) {
  const auto [entry, added] =
      class_index_.try_emplace(ranges, static_cast<uint32_t>(classes_.size()));
  if (!added) return entry->second;
  ClassRecord record;
  record.ranges_begin = static_cast<uint32_t>(ranges_.size());
  for (const auto& [lo, hi] : ranges) {
    for (uint32_t c = lo; c <= hi && c < kRuneSelf; ++c) {
      record.ascii[c >> 5] |= 1u << (c & 31);
    }
    if (hi < kRuneSelf) continue;
    ranges_.push_back(std::max(lo, kRuneSelf));
    ranges_.push_back(hi);
    ++record.ranges_count;
  }
  classes_.push_back(record);
  return entry->second;
}

}  // namespace sluice
