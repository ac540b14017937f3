#include "compiler/first_bytes.h"

#include <algorithm>

namespace sluice {
namespace {

using re2::Regexp;

void AddByte(ByteSet& set, uint32_t byte) {
  set[byte >> 5] |= 1u << (byte & 31);
}

uint32_t LeadByte(uint32_t rune) {
  switch (RuneLength(rune)) {
    case 1:
      return rune;
    case 2:
      return 0xC0u | rune >> 6;
    case 3:
      return 0xE0u | rune >> 12;
    default:
      return 0xF0u | rune >> 18;
  }
}

void AddRange(ByteSet& set, uint32_t lo, uint32_t hi) {
  // Lead bytes grow with the code point, so a range of code points has a range
  // of lead bytes; the gaps between the lengths are harmless extra bytes.
  for (uint32_t byte = LeadByte(lo); byte <= LeadByte(hi); ++byte) {
    AddByte(set, byte);
  }
}

void AddRune(ByteSet& set, uint32_t rune, bool fold) {
  AddRange(set, rune, rune);
  if (fold && rune >= 'a' && rune <= 'z') AddByte(set, rune - 'a' + 'A');
}

FirstBytes OfConcat(Regexp* regexp) {
  FirstBytes first;
  first.can_be_empty = true;
  for (int i = 0; i < regexp->nsub() && first.can_be_empty; ++i) {
    const FirstBytes part = FirstBytesOf(regexp->sub()[i]);
    for (size_t w = 0; w < first.bytes.size(); ++w) {
      first.bytes[w] |= part.bytes[w];
    }
    first.can_be_empty = part.can_be_empty;
  }
  return first;
}

FirstBytes OfAlternate(Regexp* regexp) {
  FirstBytes first;
  for (int i = 0; i < regexp->nsub(); ++i) {
    const FirstBytes part = FirstBytesOf(regexp->sub()[i]);
    for (size_t w = 0; w < first.bytes.size(); ++w) {
      first.bytes[w] |= part.bytes[w];
    }
    first.can_be_empty |= part.can_be_empty;
  }
  return first;
}

FirstBytes OfClass(re2::CharClass* cls) {
  FirstBytes first;
  for (const re2::RuneRange& range : *cls) {
    AddRange(first.bytes, static_cast<uint32_t>(range.lo),
             static_cast<uint32_t>(range.hi));
  }
  return first;
}

}  // namespace

FirstBytes FirstBytesOf(Regexp* regexp) {
  const bool fold = (regexp->parse_flags() & Regexp::FoldCase) != 0;
  FirstBytes first;
  switch (regexp->op()) {
    case re2::kRegexpNoMatch:
      return first;
    case re2::kRegexpLiteral:
      AddRune(first.bytes, static_cast<uint32_t>(regexp->rune()), fold);
      return first;
    case re2::kRegexpLiteralString:
      AddRune(first.bytes, static_cast<uint32_t>(regexp->runes()[0]), fold);
      return first;
    case re2::kRegexpCharClass:
      return OfClass(regexp->cc());
    case re2::kRegexpAnyChar:
      AddRange(first.bytes, 0, 0x10FFFF);
      return first;
    case re2::kRegexpConcat:
      return OfConcat(regexp);
    case re2::kRegexpAlternate:
      return OfAlternate(regexp);
    case re2::kRegexpCapture:
    case re2::kRegexpPlus:
      return FirstBytesOf(regexp->sub()[0]);
    case re2::kRegexpStar:
    case re2::kRegexpQuest:
      first = FirstBytesOf(regexp->sub()[0]);
      first.can_be_empty = true;
      return first;
    case re2::kRegexpRepeat:
      first = FirstBytesOf(regexp->sub()[0]);
      first.can_be_empty |= regexp->min() == 0;
      return first;
    default:
      first.can_be_empty = true;  // assertions and the empty match
      return first;
  }
}

}  // namespace sluice
