// Marks inside or right beside a value. Marks around a value hide nothing, for
// they are no word characters; so only those with value bytes on both sides go,
// and underscores of emphasis, which are.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxTagBytes = 400;
constexpr uint32_t kMaxCommentBytes = 80;
constexpr uint32_t kMaxMarks = 16;  // one behind the other
constexpr uint32_t kMaxToken = 256;
constexpr uint32_t kMaxLook = 48;    // around marks
constexpr uint32_t kLongToken = 20;  // longer than words are
constexpr uint32_t kMaxGroups = 48;  // of a number written in groups

// Tags that do not end a word.
constexpr std::string_view kInlineTags[] = {
    "a",   "abbr", "b",    "bdi",   "bdo",  "big",    "code",   "del",
    "em",  "font", "i",    "ins",   "kbd",  "mark",   "nobr",   "o:p",
    "q",   "s",    "samp", "small", "span", "strike", "strong", "sub",
    "sup", "tt",   "u",    "var",   "wbr",
};

bool IsInlineTag(std::string_view name) {
  return std::any_of(std::begin(kInlineTags), std::end(kInlineTags),
                     [&](std::string_view tag) {
                       return std::equal(
                           tag.begin(), tag.end(), name.begin(), name.end(),
                           [](char a, char b) { return a == LowerByte(b); });
                     });
}

// Where the tag at `begin` ends; `begin` when there is none.
uint32_t SkipTag(std::string_view text, uint32_t begin) {
  uint32_t at = begin + 1;
  if (ByteAt(text, at) == '/') ++at;
  const uint32_t name = at;
  while (at < name + 8 &&
         (IsAlnumByte(ByteAt(text, at)) || ByteAt(text, at) == ':')) {
    ++at;
  }
  if (!IsInlineTag(text.substr(name, at - name))) return begin;
  const auto most = static_cast<uint32_t>(
      std::min<size_t>(text.size(), begin + kMaxTagBytes));
  while (at < most && text[at] != '>' && text[at] != '<') ++at;
  return at < most && text[at] == '>' ? at + 1 : begin;
}

// A comment that opens with `open` at `begin`.
uint32_t SkipComment(std::string_view text, uint32_t begin,
                     std::string_view open, std::string_view close) {
  const std::string_view rest = text.substr(begin, kMaxCommentBytes);
  if (!rest.starts_with(open)) return begin;
  const size_t end = rest.find(close, open.size());
  if (end == std::string_view::npos) return begin;
  return begin + static_cast<uint32_t>(end + close.size());
}

// "[31m": a terminal colour that lost its escape character.
uint32_t SkipColour(std::string_view text, uint32_t begin) {
  uint32_t at = begin + 1;
  while (at < begin + 12 &&
         (IsDigitByte(ByteAt(text, at)) || ByteAt(text, at) == ';')) {
    ++at;
  }
  return at > begin + 1 && ByteAt(text, at) == 'm' ? at + 1 : begin;
}

// Characters a backslash stands before in Markdown, JSON, TeX and shells.
bool IsEscapable(char c) {
  constexpr std::string_view kEscapable = "_*@.-+/=:#$%&~^!?()[]{}";
  return kEscapable.find(c) != std::string_view::npos;
}

// Where the mark at `at` ends; `at` when there is none.
uint32_t SkipMark(std::string_view text, uint32_t at) {
  const char c = ByteAt(text, at), next = ByteAt(text, at + 1);
  switch (c) {
    case '<':
      return next == '!' ? SkipComment(text, at, "<!--", "-->")
                         : SkipTag(text, at);
    case '/':
      return next == '*' ? SkipComment(text, at, "/*", "*/") : at;
    case '[':
      return SkipColour(text, at);
    case '*':
    case '~':
      return next == c ? at + 2 : at;
    case '`':
      return at + 1;
    case '\\':
      return IsEscapable(next) ? at + 1 : at;
    default:
      return at;
  }
}

constexpr auto kMarks = TableOf("<*~`\\[_/");

// What stands on one side of marks, up to white space.
struct Look {
  uint32_t alnums = 0;
  bool tells = false;  // a digit or '@': what values have and words have not
  bool upper = false;

  // False: the look ends here.
  bool Take(std::string_view text, uint32_t at) {
    const char c = text[at];
    if (c == ' ') return alnums == 0 && !tells;
    if (IsSpaceByte(c)) return false;
    alnums += IsAlnumByte(c);
    upper |= IsUpperByte(c);
    tells |= IsDigitByte(c) || c == '@';
    return true;
  }
};

class Unmarker {
 public:
  Unmarker(std::string_view text, ViewWriter& out) : text_(text), out_(out) {}

  void Run() {
    const auto quick = [](auto around) {
      const auto mark = around(0);
      return IsIn(mark, '[', '`') | Is(mark, '<') | Is(mark, '*') |
             Is(mark, '/') | Is(mark, '~');
    };
    const auto test = [](auto around) {
      const auto last = around(-1), mark = around(0), next = around(1);
      const auto digits_before = AreDigits(around(-2)) & Is(last, ' ');
      const auto underscore = Is(mark, '_') & ~AreWordBytes(last);
      const auto pair = (Is(mark, '*') | Is(mark, '~')) & (mark == next);
      const auto tag =
          Is(mark, '<') & (AreLetters(next) | Is(next, '!') | Is(next, '/'));
      const auto ends = Is(next, ' ') & ~AreDigits(last);
      const auto other = (Is(mark, '`') & ~ends) | (Is(mark, '\\') & ~ends) |
                         (Is(mark, '[') & AreDigits(next)) |
                         (Is(mark, '/') & Is(next, '*'));
      return (underscore & ~Is(next, ' ')) |
             ((AreTokenBytes(last) | digits_before) & (pair | tag | other));
    };
    ForEachPlace<2, 1>(text_, kMarks, quick, test,
                       [this](uint32_t at) { return TakeAt(at); });
  }

 private:
  uint32_t TakeAt(uint32_t at) {
    if (out_.stopped()) return kNone;
    if (text_[at] == '_') return TakeUnderscores(at);
    return MayFollow(at) ? TakeMarks(at) : at;
  }

  // Whether what stands before a mark can be part of a value.
  bool MayFollow(uint32_t begin) const {
    if (begin == 0) return false;
    const char before = text_[begin - 1];
    return IsTokenByte(before) ||
           (before == ' ' && begin > 1 && IsDigitByte(text_[begin - 2]));
  }

  // A series of marks with value bytes on both sides goes.
  uint32_t TakeMarks(uint32_t begin) {
    uint32_t end = begin;
    for (uint32_t i = 0; i < kMaxMarks; ++i) {
      const uint32_t next = SkipMark(text_, end);
      if (next == end) break;
      end = next;
    }
    if (end == begin) return begin + 1;
    if (IsInsideValue(begin, end) && MayHoldValue(begin, end)) {
      out_.Replace(begin, end, "");
      done_ = end;
    }
    return end;
  }

  // Whether what stands around the marks could be a value: text is full of
  // `names`/`like`/`these`, and of marks before a full stop.
  bool MayHoldValue(uint32_t begin, uint32_t end) const {
    Look left, right;
    const uint32_t least = begin - std::min(begin, kMaxLook);
    for (uint32_t at = begin; at > least && left.Take(text_, at - 1); --at) {
    }
    const auto most =
        static_cast<uint32_t>(std::min<size_t>(text_.size(), end + kMaxLook));
    for (uint32_t at = end; at < most && right.Take(text_, at); ++at) {
    }
    if (left.alnums == 0 || right.alnums == 0) return false;
    // The rest of what was a value before.
    if (done_ > 0 && begin - done_ < kMaxLook) return true;
    return left.tells || right.tells ||
           (left.alnums + right.alnums >= kLongToken && left.upper &&
            right.upper);
  }

  // Value bytes on both sides, or digits with one blank between: "4111<b>
  // 1111".
  bool IsInsideValue(uint32_t begin, uint32_t end) const {
    if (begin == 0) return false;
    const char before = text_[begin - 1], after = ByteAt(text_, end);
    if (IsTokenByte(before) && IsTokenByte(after)) return true;
    if (before == ' ' && begin > 1) {
      return IsDigitByte(text_[begin - 2]) && IsDigitByte(after);
    }
    return after == ' ' && IsDigitByte(before) &&
           IsDigitByte(ByteAt(text_, end + 1));
  }

  // _value_ or __value__, where '_' would be part of the word. Names of
  // programs look like that too, but hold no digit and no '@'.
  uint32_t TakeUnderscores(uint32_t begin) {
    if (begin > 0 && IsWordByteOrUtf8(text_[begin - 1])) return begin + 1;
    uint32_t value = begin;
    while (ByteAt(text_, value) == '_') ++value;
    const uint32_t width = value - begin;
    const bool opens =
        width <= 3 && (begin == 0 || !IsWordByteOrUtf8(text_[begin - 1]));
    if (!opens) return value;
    uint32_t end = value;
    bool tells = false;
    while (end < value + kMaxToken && end < text_.size() &&
           (!IsSpaceByte(text_[end]) ||
            (text_[end] == ' ' && end < value + kMaxGroups))) {
      if (text_[end] == '_' && IsClosing(end, width)) break;
      tells |= IsDigitByte(text_[end]) || text_[end] == '@';
      ++end;
    }
    if (!tells || ByteAt(text_, end) != '_' || !IsClosing(end, width)) {
      return value;
    }
    out_.Replace(begin, value, "");
    out_.Replace(end, end + width, "");
    return end + width;
  }

  bool IsClosing(uint32_t at, uint32_t width) const {
    for (uint32_t i = 0; i < width; ++i) {
      if (ByteAt(text_, at + i) != '_') return false;
    }
    const char after = ByteAt(text_, at + width);
    return after == '\0' || !IsWordByteOrUtf8(after);
  }

  std::string_view text_;
  ViewWriter& out_;
  uint32_t done_ = 0;  // where the marks taken last ended
};

}  // namespace

void RemoveMarks(std::string_view text, ViewWriter& out) {
  Unmarker(text, out).Run();
}

}  // namespace sluice
