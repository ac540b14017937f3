#include "compiler/paths.h"

#include <algorithm>

#include "scanner/canonical.h"

namespace sluice {
namespace {

using re2::Regexp;

constexpr size_t kMaxPaths = 2048;
// Copies of a repeated class written out on each side of its gap; an anchor
// window is 4 codes long, so more would only repeat the same windows.
constexpr uint32_t kMaxCopies = 6;

CodeSet CodeOf(uint32_t ascii) { return CodeSet{1} << kCodeOfByte[ascii]; }

constexpr CodeSet kNonAscii = CodeSet{1} << kCodeNonAscii;

PathElement Gap(Lengths lengths, CodeSet inside) {
  return {0, lengths, inside, false};
}
PathElement OneByte(CodeSet codes) { return {codes, {1, 1}, codes, false}; }

// The codes of a foldable code point, as one letter or as it is.
CodeSet FoldableCodes(uint32_t rune) {
  return CodeOf(rune == kLongSRune ? 's' : 'k') | kNonAscii;
}

void AppendRune(Path& path, uint32_t rune) {
  if (rune < 0x80) {
    path.push_back(OneByte(CodeOf(rune)));
  } else if (IsFoldable(rune)) {
    path.push_back(Gap({1, RuneLength(rune)}, FoldableCodes(rune)));
  } else {
    for (uint32_t i = 0; i < RuneLength(rune); ++i) {
      path.push_back(OneByte(kNonAscii));
    }
  }
}

// What one class says about the bytes it takes.
struct ClassShape {
  CodeSet codes = 0;       // of its ASCII members
  Lengths other = {4, 0};  // byte lengths of the rest; max 0: none
};

ClassShape ShapeOf(re2::CharClass* cls) {
  ClassShape shape;
  for (const re2::RuneRange& range : *cls) {
    const auto lo = static_cast<uint32_t>(range.lo);
    const auto hi = static_cast<uint32_t>(range.hi);
    for (uint32_t c = lo; c <= hi && c < 0x80; ++c) shape.codes |= CodeOf(c);
    const bool folded = lo == hi && IsFoldable(lo);
    // A lone long s or Kelvin sign is seen as the ASCII letter it folds to.
    if (folded) shape.codes |= CodeOf(lo == kLongSRune ? 's' : 'k');
    if (folded || hi < 0x80) continue;
    const uint32_t low = std::max(lo, 0x80u);
    const bool holds_foldable = (lo <= kLongSRune && hi >= kLongSRune) ||
                                (lo <= kKelvinRune && hi >= kKelvinRune);
    shape.other.min =
        std::min(shape.other.min, holds_foldable ? 1u : RuneLength(low));
    shape.other.max = std::max(shape.other.max, RuneLength(hi));
  }
  return shape;
}

// Where a class holds a foldable code point, `codes` has its letter only if it
// stands alone in its range; as part of a range it may be seen as a letter too.
CodeSet CodesOfClass(const ClassShape& shape) {
  if (shape.other.max == 0) return shape.codes;
  const CodeSet folded = shape.other.min == 1 ? CodeOf('s') | CodeOf('k') : 0;
  return shape.codes | kNonAscii | folded;
}

Path PathOfClass(re2::CharClass* cls) {
  const ClassShape shape = ShapeOf(cls);
  if (shape.other.max == 0) return {OneByte(shape.codes)};
  if (shape.codes == 0 && shape.other.min == shape.other.max) {
    return Path(shape.other.min, OneByte(kNonAscii));
  }
  const uint32_t min = shape.codes != 0 ? 1 : shape.other.min;
  return {Gap({min, shape.other.max}, CodesOfClass(shape))};
}

Path PathOfString(Regexp* regexp) {
  Path path;
  for (int i = 0; i < regexp->nrunes(); ++i) {
    AppendRune(path, static_cast<uint32_t>(regexp->runes()[i]));
  }
  return path;
}

CodeSet CodesOfString(Regexp* regexp) {
  CodeSet codes = 0;
  for (const PathElement& element : PathOfString(regexp)) {
    codes |= element.inside;
  }
  return codes;
}

// Every code a byte of a match can have.
CodeSet CodesOf(Regexp* regexp) {
  switch (regexp->op()) {
    case re2::kRegexpLiteral: {
      Path path;
      AppendRune(path, static_cast<uint32_t>(regexp->rune()));
      return path[0].inside;
    }
    case re2::kRegexpLiteralString:
      return CodesOfString(regexp);
    case re2::kRegexpCharClass:
      return CodesOfClass(ShapeOf(regexp->cc()));
    case re2::kRegexpAnyChar:
      return ~CodeSet{0};
    default: {
      CodeSet codes = 0;
      for (int i = 0; i < regexp->nsub(); ++i) {
        codes |= CodesOf(regexp->sub()[i]);
      }
      return codes;
    }
  }
}

std::vector<Path> GapFor(Regexp* regexp) {
  return {{Gap(MatchLengths(regexp), CodesOf(regexp))}};
}

std::vector<Path> Append(const std::vector<Path>& heads,
                         const std::vector<Path>& tails) {
  std::vector<Path> all;
  all.reserve(heads.size() * tails.size());
  for (const Path& head : heads) {
    for (const Path& tail : tails) {
      Path path = head;
      path.insert(path.end(), tail.begin(), tail.end());
      all.push_back(std::move(path));
    }
  }
  return all;
}

std::vector<Path> OfConcat(Regexp* regexp) {
  std::vector<Path> paths = {{}};
  for (int i = 0; i < regexp->nsub(); ++i) {
    std::vector<Path> part = PathsOf(regexp->sub()[i]);
    if (paths.size() * part.size() > kMaxPaths) part = GapFor(regexp->sub()[i]);
    paths = Append(paths, part);
  }
  return paths;
}

std::vector<Path> OfAlternate(Regexp* regexp) {
  std::vector<Path> all;
  for (int i = 0; i < regexp->nsub(); ++i) {
    std::vector<Path> part = PathsOf(regexp->sub()[i]);
    if (all.size() + part.size() > kMaxPaths) return GapFor(regexp);
    std::move(part.begin(), part.end(), std::back_inserter(all));
  }
  return all;
}

// x{min,max}: the required rounds as copies around a gap for the others.
std::vector<Path> OfRepeat(Regexp* regexp, uint32_t min, uint32_t max) {
  const CodeSet inside = CodesOf(regexp);
  if (min == 0) return {{Gap({0, MatchLengths(regexp).max}, inside)}};
  std::vector<Path> body = PathsOf(regexp->sub()[0]);
  const uint32_t copies = body.size() == 1 ? std::min(min, kMaxCopies) : 1u;
  std::vector<Path> paths = {{}};
  for (uint32_t i = 0; i < copies; ++i) paths = Append(paths, body);
  if (max == copies) return paths;
  const Lengths one = MatchLengths(regexp->sub()[0]);
  const uint32_t more = max == kUnboundedLength ? max : max - copies;
  const Lengths gap = {MultiplyLength(one.min, min - copies),
                       MultiplyLength(one.max, more)};
  return Append(paths, {{Gap(gap, inside)}});
}

}  // namespace

std::vector<Path> PathsOf(Regexp* regexp) {
  switch (regexp->op()) {
    case re2::kRegexpLiteral: {
      Path path;
      AppendRune(path, static_cast<uint32_t>(regexp->rune()));
      return {path};
    }
    case re2::kRegexpLiteralString:
      return {PathOfString(regexp)};
    case re2::kRegexpCharClass:
      return {PathOfClass(regexp->cc())};
    case re2::kRegexpAnyChar:
      return {{Gap({1, 4}, ~CodeSet{0})}};
    case re2::kRegexpConcat:
      return OfConcat(regexp);
    case re2::kRegexpAlternate:
      return OfAlternate(regexp);
    case re2::kRegexpCapture:
      return PathsOf(regexp->sub()[0]);
    case re2::kRegexpStar:
      return OfRepeat(regexp, 0, kUnboundedLength);
    case re2::kRegexpPlus:
      return OfRepeat(regexp, 1, kUnboundedLength);
    case re2::kRegexpQuest:
      return OfRepeat(regexp, 0, 1);
    case re2::kRegexpRepeat:
      return OfRepeat(regexp, static_cast<uint32_t>(regexp->min()),
                      regexp->max() < 0 ? kUnboundedLength
                                        : static_cast<uint32_t>(regexp->max()));
    case re2::kRegexpWordBoundary:
      return {{{0, {}, 0, true}}};
    default:
      return {{}};  // other assertions and the empty match take no byte
  }
}

}  // namespace sluice
