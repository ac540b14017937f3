// Addresses as people write them to keep robots away: "jan [at] example (dot)
// nl", "jan at example dot nl".
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/domains.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr std::string_view kAtWords[] = {
    "at",      "@",      "a",         "apenstaartje", "apenstaart",
    "arobase", "arroba", "\xC3\xA4t", "klammeraffe"};
constexpr std::string_view kDotWords[] = {"dot",   ".",     "punt", "punkt",
                                          "point", "punto", "d0t"};
// Top-level domains are at most this long here: "dot information" is prose.
constexpr uint32_t kMaxTopLevel = 6;

bool EqualIgnoringCase(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return LowerByte(a) == b; });
}

// '@', '.' or '\0' for the word.
char SignOf(std::string_view word) {
  for (const std::string_view at : kAtWords) {
    if (EqualIgnoringCase(word, at)) return '@';
  }
  for (const std::string_view dot : kDotWords) {
    if (EqualIgnoringCase(word, dot)) return '.';
  }
  return '\0';
}

// A sign written as a word: text [begin, end) reads as `sign`.
struct Sign {
  uint32_t begin = 0;
  uint32_t end = 0;
  char sign = '\0';
  bool bracketed = false;
};

char ClosingOf(char open) {
  switch (open) {
    case '[':
      return ']';
    case '(':
      return ')';
    case '{':
      return '}';
    case '<':
      return '>';
    default:
      return '\0';
  }
}

uint32_t SkipSpaces(std::string_view text, uint32_t at) {
  for (uint32_t i = 0; i < 2 && ByteAt(text, at) == ' '; ++i) ++at;
  return at;
}

// " [at] " around the bracket at `open`.
Sign ReadBracketed(std::string_view text, uint32_t open) {
  const uint32_t word = SkipSpaces(text, open + 1);
  uint32_t end = word;
  while (end < word + 12 && end < text.size() && text[end] != ' ' &&
         text[end] != ClosingOf(text[open])) {
    ++end;
  }
  const uint32_t close = SkipSpaces(text, end);
  if (ByteAt(text, close) != ClosingOf(text[open])) return {};
  const char sign = SignOf(text.substr(word, end - word));
  if (sign == '\0') return {};
  uint32_t begin = open;
  for (uint32_t i = 0; i < 2 && begin > 0 && text[begin - 1] == ' '; ++i) {
    --begin;
  }
  return {begin, SkipSpaces(text, close + 1), sign, true};
}

// " dot " from the blank at `blank`; "at any point in" is prose.
Sign ReadBare(std::string_view text, uint32_t blank) {
  const uint32_t word = blank + 1;
  uint32_t end = word;
  while (end < word + 12 && IsLetterByte(ByteAt(text, end))) ++end;
  if (end < word + 2 || ByteAt(text, end) != ' ') return {};
  const std::string_view name = text.substr(word, end - word);
  const bool is_dot = EqualIgnoringCase(name, "dot") ||
                      EqualIgnoringCase(name, "punt") ||
                      EqualIgnoringCase(name, "punkt");
  return is_dot ? Sign{blank, end + 1, '.', false} : Sign{};
}

uint32_t SkipLabel(std::string_view text, uint32_t at) {
  const uint32_t most = at + 64;
  while (at < most &&
         (IsAlnumByte(ByteAt(text, at)) || ByteAt(text, at) == '-')) {
    ++at;
  }
  return at;
}

constexpr auto kOpening = TableOf(" ([{<");

class HabitReader {
 public:
  HabitReader(std::string_view text, ViewWriter& out)
      : text_(text), out_(out) {}

  // " at ", or an opening bracket and what a sign's word can begin with.
  void Run() {
    const auto quick = [](auto around) {
      const auto first = around(0), next = around(1);
      const auto lower = next | 0x20;
      const auto bracket =
          (Is(first, '(') | Is(first, '[') | Is(first, '{') | Is(first, '<')) &
          (Is(lower, 'a') | Is(lower, 'd') | Is(lower, 'p') | Is(lower, 'k') |
           Is(next, '@') | Is(next, '.') | Is(next, ' ') | Is(next, '\xC3'));
      return bracket | (Is(first, ' ') & Is(lower, 'a') &
                        Is(around(2) | 0x20, 't') & Is(around(3), ' '));
    };
    const auto all = [](auto around) { return Mask16(around(0) | 0xFF); };
    ForEachPlace<0, 3>(text_, kOpening, quick, all, [this](uint32_t at) {
      return out_.stopped() ? kNone : TakeAt(at);
    });
  }

 private:
  uint32_t TakeAt(uint32_t at) {
    if (ClosingOf(text_[at]) != '\0') return TakeBracket(at);
    if (text_[at] != ' ' || LowerByte(ByteAt(text_, at + 1)) != 'a' ||
        LowerByte(ByteAt(text_, at + 2)) != 't' ||
        ByteAt(text_, at + 3) != ' ') {
      return at;
    }
    return TakeAddress({at, at + 4, '@', false}, at);
  }

  uint32_t TakeBracket(uint32_t open) {
    const Sign sign = ReadBracketed(text_, open);
    if (sign.sign == '@') return TakeAddress(sign, open);
    if (sign.sign == '.' && IsBetweenLabels(sign)) Put(sign);
    return open;
  }

  bool IsBetweenLabels(const Sign& sign) const {
    return sign.begin > 0 && IsAlnumByte(text_[sign.begin - 1]) &&
           IsAlnumByte(ByteAt(text_, sign.end));
  }

  void Put(const Sign& sign) {
    out_.Replace(sign.begin, sign.end, sign.sign == '@' ? "@" : ".");
  }

  // The sign stands for '@' if a domain follows; returns where to go on.
  uint32_t TakeAddress(const Sign& at_sign, uint32_t here) {
    if (at_sign.sign != '@' || !IsBetweenLabels(at_sign)) return here;
    Sign dots[6];
    uint32_t dot_count = 0, plain_dots = 0;
    uint32_t label = at_sign.end;
    uint32_t end = SkipLabel(text_, label);
    while (end > label && dot_count < 6) {
      const Sign dot = ReadDot(end);
      if (dot.sign != '.') {
        if (ByteAt(text_, end) != '.' || SkipLabel(text_, end + 1) == end + 1) {
          break;
        }
        ++plain_dots;
        label = end + 1;
      } else {
        dots[dot_count++] = dot;
        label = dot.end;
      }
      end = SkipLabel(text_, label);
    }
    if (!IsDomain(label, end, dot_count + plain_dots)) return here;
    if (!at_sign.bracketed &&
        (!IsMailDomain(text_.substr(label, end - label)) ||
         (dot_count == 0 && !HasAddressName(at_sign.begin)))) {
      return here;
    }
    Put(at_sign);
    for (uint32_t i = 0; i < dot_count; ++i) Put(dots[i]);
    return end - 1;
  }

  Sign ReadDot(uint32_t at) const {
    uint32_t open = at;
    while (open < at + 2 && ByteAt(text_, open) == ' ') ++open;
    if (ClosingOf(ByteAt(text_, open)) != '\0') {
      return ReadBracketed(text_, open);
    }
    return ByteAt(text_, at) == ' ' ? ReadBare(text_, at) : Sign{};
  }

  // [label, end) is the last label behind `dots` dots.
  bool IsDomain(uint32_t label, uint32_t end, uint32_t dots) const {
    if (dots == 0 || end < label + 2 || end > label + kMaxTopLevel)
      return false;
    return std::all_of(text_.begin() + label, text_.begin() + end,
                       IsLetterByte);
  }

  // Whether the word before `end` is a name like "jan.jansen" rather than a
  // word of the sentence: "look at example.com" is no address.
  bool HasAddressName(uint32_t end) const {
    uint32_t begin = end;
    const uint32_t least = end - std::min(end, 64u);
    bool joined = false;
    while (begin > least &&
           (IsAlnumByte(text_[begin - 1]) || text_[begin - 1] == '.' ||
            text_[begin - 1] == '_')) {
      --begin;
      const bool sign = !IsAlnumByte(text_[begin]);
      joined |= sign && begin > least && begin + 1 < end &&
                IsLetterByte(text_[begin - 1]) &&
                IsLetterByte(text_[begin + 1]);
    }
    return joined;
  }

  std::string_view text_;
  ViewWriter& out_;
};

}  // namespace

void ReadHabits(std::string_view text, ViewWriter& out) {
  HabitReader(text, out).Run();
}

}  // namespace sluice
