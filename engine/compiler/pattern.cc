#include "compiler/pattern.h"

#include <algorithm>
#include <map>
#include <string>

#include "re2/re2.h"

namespace sluice {
namespace {

using re2::Regexp;

bool UsesAnyByte(Regexp* regexp) {
  if (regexp->op() == re2::kRegexpAnyByte) return true;
  for (int i = 0; i < regexp->nsub(); ++i) {
    if (UsesAnyByte(regexp->sub()[i])) return true;
  }
  return false;
}

int ValueGroup(Regexp* regexp) {
  const std::unique_ptr<std::map<std::string, int>> names(
      regexp->NamedCaptures());
  if (names != nullptr) {
    const auto value = names->find("value");
    if (value != names->end()) return value->second;
  }
  return regexp->NumCaptures() > 0 ? 1 : 0;
}

Lengths LiteralLengths(uint32_t rune) {
  return {IsFoldable(rune) ? 1 : RuneLength(rune), RuneLength(rune)};
}

Lengths ClassLengths(re2::CharClass* cls) {
  Lengths lengths = {kUnboundedLength, 0};
  if (cls->Contains(kLongSRune) || cls->Contains(kKelvinRune)) lengths.min = 1;
  for (const re2::RuneRange& range : *cls) {
    lengths.min =
        std::min(lengths.min, RuneLength(static_cast<uint32_t>(range.lo)));
    lengths.max =
        std::max(lengths.max, RuneLength(static_cast<uint32_t>(range.hi)));
  }
  if (lengths.max == 0) lengths.min = 0;  // the empty class
  return lengths;
}

Lengths Sum(Regexp* regexp) {
  Lengths sum;
  for (int i = 0; i < regexp->nsub(); ++i) {
    const Lengths part = MatchLengths(regexp->sub()[i]);
    sum.min = AddLength(sum.min, part.min);
    sum.max = AddLength(sum.max, part.max);
  }
  return sum;
}

Lengths Union(Regexp* regexp) {
  Lengths all = {kUnboundedLength, 0};
  for (int i = 0; i < regexp->nsub(); ++i) {
    const Lengths part = MatchLengths(regexp->sub()[i]);
    all.min = std::min(all.min, part.min);
    all.max = std::max(all.max, part.max);
  }
  return all;
}

Lengths StringLengths(Regexp* regexp) {
  Lengths sum;
  for (int i = 0; i < regexp->nrunes(); ++i) {
    const Lengths one =
        LiteralLengths(static_cast<uint32_t>(regexp->runes()[i]));
    sum = {sum.min + one.min, sum.max + one.max};
  }
  return sum;
}

Lengths Repeat(Regexp* regexp, uint32_t min, uint32_t max) {
  const Lengths one = MatchLengths(regexp->sub()[0]);
  return {MultiplyLength(one.min, min), MultiplyLength(one.max, max)};
}

}  // namespace

uint32_t RuneLength(uint32_t rune) {
  if (rune < 0x80) return 1;
  if (rune < 0x800) return 2;
  return rune < 0x10000 ? 3 : 4;
}

uint32_t AddLength(uint32_t a, uint32_t b) {
  if (a == kUnboundedLength || b == kUnboundedLength) return kUnboundedLength;
  const uint64_t sum = uint64_t{a} + b;
  return sum >= kUnboundedLength ? kUnboundedLength
                                 : static_cast<uint32_t>(sum);
}

uint32_t MultiplyLength(uint32_t a, uint32_t times) {
  if (a == 0 || times == 0) return 0;
  if (a == kUnboundedLength || times == kUnboundedLength) {
    return kUnboundedLength;
  }
  const uint64_t product = uint64_t{a} * times;
  return product >= kUnboundedLength ? kUnboundedLength
                                     : static_cast<uint32_t>(product);
}

bool IsSingleRune(Regexp* regexp) {
  return regexp->op() == re2::kRegexpLiteral ||
         regexp->op() == re2::kRegexpCharClass ||
         regexp->op() == re2::kRegexpAnyChar;
}

Lengths MatchLengths(Regexp* regexp) {
  switch (regexp->op()) {
    case re2::kRegexpLiteral:
      return LiteralLengths(static_cast<uint32_t>(regexp->rune()));
    case re2::kRegexpLiteralString:
      return StringLengths(regexp);
    case re2::kRegexpCharClass:
      return ClassLengths(regexp->cc());
    case re2::kRegexpAnyChar:
      return {1, 4};
    case re2::kRegexpAnyByte:
      return {1, 1};
    case re2::kRegexpConcat:
      return Sum(regexp);
    case re2::kRegexpAlternate:
      return Union(regexp);
    case re2::kRegexpCapture:
      return MatchLengths(regexp->sub()[0]);
    case re2::kRegexpStar:
      return Repeat(regexp, 0, kUnboundedLength);
    case re2::kRegexpPlus:
      return Repeat(regexp, 1, kUnboundedLength);
    case re2::kRegexpQuest:
      return Repeat(regexp, 0, 1);
    case re2::kRegexpRepeat:
      return Repeat(regexp, static_cast<uint32_t>(regexp->min()),
                    regexp->max() < 0 ? kUnboundedLength
                                      : static_cast<uint32_t>(regexp->max()));
    default:
      return {0, 0};  // assertions, the empty match, no match
  }
}

Result<Pattern> ParsePattern(std::string_view text) {
  re2::RegexpStatus status;
  const auto flags =
      static_cast<Regexp::ParseFlags>(RE2::Options().ParseFlags());
  RegexpPtr regexp(Regexp::Parse(text, flags, &status));
  if (regexp == nullptr) {
    return Error{ErrorCode::kInvalidPattern,
                 "RE2 refuses this pattern: " + status.Text() + ".", "", 0, 0};
  }
  if (UsesAnyByte(regexp.get())) {
    return Error{ErrorCode::kUnsupportedPattern,
                 "\\C could cut a character in two and is not supported.", "",
                 0, 0};
  }
  const int group = ValueGroup(regexp.get());
  return Pattern{std::move(regexp), group};
}

}  // namespace sluice
