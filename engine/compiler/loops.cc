#include "compiler/loops.h"

#include <algorithm>
#include <optional>

#include "compiler/pattern.h"
#include "scanner/program.h"

namespace sluice {
namespace {

using re2::Regexp;

std::optional<Lengths> RoundsOf(Regexp* regexp) {
  if (regexp->nsub() != 1 || !IsSingleRune(regexp->sub()[0])) return {};
  switch (regexp->op()) {
    case re2::kRegexpStar:
      return Lengths{0, kUnboundedLength};
    case re2::kRegexpPlus:
      return Lengths{1, kUnboundedLength};
    case re2::kRegexpQuest:
      return Lengths{0, 1};
    case re2::kRegexpRepeat:
      return Lengths{static_cast<uint32_t>(regexp->min()),
                     regexp->max() < 0 ? kUnboundedLength
                                       : static_cast<uint32_t>(regexp->max())};
    default:
      return {};
  }
}

bool FoldsCase(Regexp* regexp) {
  return (regexp->parse_flags() & Regexp::FoldCase) != 0;
}

bool IsSameClass(re2::CharClass* a, re2::CharClass* b) {
  return std::equal(a->begin(), a->end(), b->begin(), b->end(),
                    [](const re2::RuneRange& x, const re2::RuneRange& y) {
                      return x.lo == y.lo && x.hi == y.hi;
                    });
}

// Whether both, each a single code point, match the same ones. RE2 can print
// expressions, and prints are easy to compare; but printing is a twentieth of
// the compiler's module.
bool IsSameRune(Regexp* a, Regexp* b) {
  if (a->op() != b->op()) return false;
  switch (a->op()) {
    case re2::kRegexpLiteral:
      return a->rune() == b->rune() && FoldsCase(a) == FoldsCase(b);
    case re2::kRegexpCharClass:
      return IsSameClass(a->cc(), b->cc());
    default:
      return a->op() == re2::kRegexpAnyChar;
  }
}

bool IsLazy(Regexp* regexp) {
  return (regexp->parse_flags() & Regexp::NonGreedy) != 0;
}

bool FitsOneLoop(const JoinedLoops& loops) {
  return loops.min < kNoBound &&
         (loops.max == kUnboundedLength || loops.max < kNoBound);
}

}  // namespace

JoinedLoops JoinLoops(Regexp* concat, int begin) {
  JoinedLoops joined;
  Regexp* first = concat->sub()[begin];
  for (int i = begin; i < concat->nsub(); ++i) {
    Regexp* next = concat->sub()[i];
    const std::optional<Lengths> rounds = RoundsOf(next);
    if (!rounds || IsLazy(next) != IsLazy(first) ||
        !IsSameRune(next->sub()[0], first->sub()[0])) {
      break;
    }
    const JoinedLoops both = {joined.count + 1,
                              AddLength(joined.min, rounds->min),
                              AddLength(joined.max, rounds->max)};
    if (!FitsOneLoop(both)) break;
    joined = both;
  }
  return joined;
}

}  // namespace sluice
