#include "compiler/literals.h"

#include "compiler/pattern.h"

namespace sluice {
namespace {

using re2::Regexp;

constexpr uint32_t kRuneSelf = 0x80;  // first code point that is not ASCII

bool IsAsciiLetter(uint32_t rune) {
  return (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z' && rune < kRuneSelf;
}

bool AppendFoldedRune(uint32_t rune, bool fold, std::string& out) {
  if (rune >= kRuneSelf || (IsAsciiLetter(rune) && !fold)) return false;
  out.push_back(static_cast<char>(rune));
  return true;
}

// What (?i) makes of `s` and `k`: the two ASCII letters and the one beyond.
bool AppendFoldedClass(re2::CharClass* cls, std::string& out) {
  if (cls->size() != 3) return false;
  for (const char letter : {'s', 'k'}) {
    const uint32_t beyond = letter == 's' ? kLongSRune : kKelvinRune;
    if (cls->Contains(letter) && cls->Contains(letter - 'a' + 'A') &&
        cls->Contains(static_cast<int>(beyond))) {
      out.push_back(letter);
      return true;
    }
  }
  return false;
}

}  // namespace

bool Folds(Regexp* regexp) {
  return (regexp->parse_flags() & Regexp::FoldCase) != 0;
}

void AppendUtf8(std::string& out, uint32_t rune) {
  const auto tail = [&](uint32_t shift) {
    out.push_back(static_cast<char>(0x80u | ((rune >> shift) & 0x3Fu)));
  };
  switch (RuneLength(rune)) {
    case 1:
      out.push_back(static_cast<char>(rune));
      break;
    case 2:
      out.push_back(static_cast<char>(0xC0u | rune >> 6));
      tail(0);
      break;
    case 3:
      out.push_back(static_cast<char>(0xE0u | rune >> 12));
      tail(6);
      tail(0);
      break;
    default:
      out.push_back(static_cast<char>(0xF0u | rune >> 18));
      tail(12);
      tail(6);
      tail(0);
  }
}

bool IsFoldedLetter(uint32_t rune, bool fold) {
  return fold && rune >= 'a' && rune <= 'z';
}

bool AppendFolded(Regexp* regexp, std::string& out) {
  const bool fold = Folds(regexp);
  if (regexp->op() == re2::kRegexpLiteral) {
    return AppendFoldedRune(static_cast<uint32_t>(regexp->rune()), fold, out);
  }
  if (regexp->op() == re2::kRegexpCharClass) {
    return AppendFoldedClass(regexp->cc(), out);
  }
  if (regexp->op() != re2::kRegexpLiteralString) return false;
  const size_t before = out.size();
  for (int i = 0; i < regexp->nrunes(); ++i) {
    if (!AppendFoldedRune(static_cast<uint32_t>(regexp->runes()[i]), fold,
                          out)) {
      out.resize(before);
      return false;
    }
  }
  return true;
}

}  // namespace sluice
