// A value cut by a line break. In running text nearly every line ends between
// two words, so both sides must look like parts of one value, not like words.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/cut_value.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxRun = 64;
constexpr uint32_t kMaxWord = 18;
constexpr uint32_t kMaxIndent = 64;

// A line break and what surrounds it.
struct Break {
  uint32_t begin = 0;  // where the left piece ends
  uint32_t end = 0;    // where the right piece begins
  bool quoted = false;
  bool marked = false;  // by quotes, signs or numbers: more than a line break
};

bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool IsOperator(char c) {
  return c == '+' || c == '.' || c == '&' || c == '|' || c == '\\' || c == '_';
}

#if SLUICE_SIMD
Mask16 AreOperators(Bytes16 v) {
  return Is(v, '+') | Is(v, '.') | Is(v, '&') | Is(v, '|') | Is(v, '\\') |
         Is(v, '_');
}
#endif

constexpr auto kPlaces = TableOf("\n\"'");

uint32_t SkipBlanks(std::string_view text, uint32_t at) {
  const uint32_t most = at + kMaxIndent;
  while (at < most && IsBlank(ByteAt(text, at))) ++at;
  return at;
}

uint32_t SkipBlanksBack(std::string_view text, uint32_t at) {
  const uint32_t least = at - std::min(at, kMaxIndent);
  while (at > least && IsBlank(text[at - 1])) --at;
  return at;
}

// The number a line begins with and where it ends; 0: none.
struct LineNumber {
  uint32_t value = 0;
  uint32_t end = 0;
};

LineNumber ReadLineNumber(std::string_view text, uint32_t at) {
  at = SkipBlanks(text, at);
  LineNumber number;
  const uint32_t begin = at;
  while (at < begin + 6 && IsDigitByte(ByteAt(text, at))) {
    number.value = number.value * 10 + static_cast<uint32_t>(text[at++] - '0');
  }
  const uint32_t digits_end = at;
  while (at < digits_end + 4 &&
         (IsBlank(ByteAt(text, at)) || ByteAt(text, at) == ':' ||
          ByteAt(text, at) == '|' || ByteAt(text, at) == ')')) {
    ++at;
  }
  if (digits_end == begin || at == digits_end) return {};
  number.end = at;
  return number;
}

class Unwrapper {
 public:
  Unwrapper(std::string_view text, ViewWriter& out) : text_(text), out_(out) {}

  // Quotes are places where literals are put together within one line,
  // "AKIA" + "IOSF".
  void Run() {
    const auto quick = [](auto around) {
      const auto first = around(0);
      return Is(first, '\n') | Is(first, '"') | Is(first, '\'');
    };
    const auto test = [](auto around) {
      const auto next = around(1);
      return Is(around(0), '\n') | AreOperators(next) | Is(next, ' ') |
             Is(next, '\t');
    };
    ForEachPlace<0, 1>(text_, kPlaces, quick, test, [this](uint32_t at) {
      if (out_.stopped()) return kNone;
      if (text_[at] == '\n') {
        TakeBreak(at);
        line_begin_ = at + 1;
      } else {
        TakeConcatenation(at);
      }
      return at + 1;
    });
  }

 private:
  void TakeConcatenation(uint32_t quote) {
    if (quote == 0) return;
    uint32_t at = SkipBlanks(text_, quote + 1);
    const uint32_t operator_begin = at;
    while (IsOperator(ByteAt(text_, at)) && at < operator_begin + 2) ++at;
    if (at == operator_begin) return;
    at = SkipBlanks(text_, at);
    if (ByteAt(text_, at) != text_[quote]) return;
    Join({quote, at + 1, true, true});
  }

  void TakeBreak(uint32_t newline) {
    uint32_t left = newline;
    if (left > 0 && text_[left - 1] == '\r') --left;
    if (left == 0 || newline + 1 >= text_.size()) return;
    // The common cases first: a line that ends between two words, or in a sign.
    const char last = text_[left - 1];
    if (!MayEndPiece(last) || left == line_begin_) return;
    if (EndsInWord(last == '.' ? left - 1 : left)) return;
    // Visual Basic ends a line that goes on with " _".
    if (left - line_begin_ > 2 && last == '_' && text_[left - 2] == ' ') {
      return TakeQuotedBreak(SkipBlanksBack(text_, left - 1), newline + 1);
    }
    if (IsTokenByte(last)) return TakePlainBreak(left, newline + 1);
    left = SkipBlanksBack(text_, left);
    if (left == 0 || left <= line_begin_) return;
    if (text_[left - 1] == '\\') return TakeContinued(left, newline + 1);
    if (IsQuote(text_[left - 1]) || IsOperator(text_[left - 1])) {
      TakeQuotedBreak(left, newline + 1);
    }
  }

  static bool MayEndPiece(char c) {
    return IsTokenByte(c) || IsQuote(c) || IsOperator(c) || IsBlank(c);
  }

  // Whether a word of running text ends at `end`: letters in lower case, the
  // first one in any, and no value's bytes before them.
  bool EndsInWord(uint32_t end) const {
    if (end == 0 || !IsLowerByte(text_[end - 1])) return false;
    const uint32_t least = end - std::min(end, kMaxWord);
    uint32_t at = end - 1;
    while (at > least && IsLowerByte(text_[at - 1])) --at;
    if (at > least && IsUpperByte(text_[at - 1])) --at;
    if (at == least) return least == 0;
    return end - at > 1 && !IsTokenByte(text_[at - 1]);
  }

  void TakePlainBreak(uint32_t left, uint32_t right) {
    // "+" behind a closing quote is an operator, not part of a token.
    const uint32_t before = SkipBlanksBack(text_, left - 1);
    if (IsOperator(text_[left - 1]) && before > line_begin_ &&
        IsQuote(text_[before - 1])) {
      return TakeQuotedBreak(left, right);
    }
    // A soft line break of quoted-printable.
    uint32_t end = left;
    if (text_[left - 1] == '=' && left - line_begin_ >= 2 &&
        text_[left - 2] != '=') {
      if (Belong(text_, left - 1, right, true, joined_)) {
        return Put(left - 1, right, "");
      }
    }
    const uint32_t next = SkipDecoration(right);
    Join({end, next, false, next > right});
  }

  void TakeContinued(uint32_t left, uint32_t right) {
    const uint32_t end = SkipBlanksBack(text_, left - 1);
    if (end <= line_begin_) return;
    if (IsQuote(text_[end - 1])) return TakeQuotedBreak(left, right);
    Join({end, SkipBlanks(text_, right), true, true});
  }

  // `"AKIA" +` and on the next line `"IOSF"`; the operator may lead the second
  // line or be missing.
  void TakeQuotedBreak(uint32_t left, uint32_t right) {
    uint32_t end = left;
    while (end > line_begin_ && IsOperator(text_[end - 1]) && left - end < 2) {
      --end;
    }
    end = SkipBlanksBack(text_, end);
    if (end <= line_begin_ || !IsQuote(text_[end - 1])) return;
    const char quote = text_[end - 1];
    uint32_t at = SkipBlanks(text_, right);
    const uint32_t operator_begin = at;
    while (IsOperator(ByteAt(text_, at)) && at < operator_begin + 2) ++at;
    at = SkipBlanks(text_, at);
    if (ByteAt(text_, at) != quote) return;
    Join({end - 1, at + 1, true, true});
  }

  // Indentation, quote and comment marks, diff signs, line numbers.
  uint32_t SkipDecoration(uint32_t line) const {
    uint32_t at = SkipBlanks(text_, line);
    const char mark = ByteAt(text_, at);
    if (mark == '>') {
      while (ByteAt(text_, at) == '>' || IsBlank(ByteAt(text_, at))) ++at;
      return at;
    }
    const uint32_t own = SkipBlanks(text_, line_begin_);
    const bool same = ByteAt(text_, own) == mark;
    if (same && (mark == '|' || mark == '#' || mark == '*' || mark == '+' ||
                 mark == '-' || mark == '/')) {
      while (ByteAt(text_, at) == mark) ++at;
      return SkipBlanks(text_, at);
    }
    const LineNumber here = ReadLineNumber(text_, line_begin_);
    if (here.end == 0) return at;
    const LineNumber next = ReadLineNumber(text_, line);
    return next.value == here.value + 1 ? next.end : at;
  }

  void Join(const Break& cut) {
    if (cut.begin == 0 || cut.end >= text_.size()) return;
    if (cut.marked && IsCutNumber(text_, cut.begin, cut.end)) {
      const bool groups = IsCutBetweenGroups(text_, cut.begin, cut.end);
      return Put(cut.begin, cut.end, groups ? " " : "");
    }
    if (!IsTokenByte(text_[cut.begin - 1]) || !IsTokenByte(text_[cut.end])) {
      return;
    }
    if (Belong(text_, cut.begin, cut.end, cut.quoted, joined_) ||
        GoesOnAsIban(cut)) {
      Put(cut.begin, cut.end, "");
    }
  }

  // The second break of an account number.
  bool GoesOnAsIban(const Break& cut) const {
    if (joined_ == 0 || cut.begin - joined_ > kMaxRun || !iban_) return false;
    if (!IsUpperByte(text_[cut.end]) && !IsDigitByte(text_[cut.end])) {
      return false;
    }
    for (uint32_t i = joined_; i < cut.begin; ++i) {
      const char c = text_[i];
      if (!IsUpperByte(c) && !IsDigitByte(c) && c != ' ') return false;
    }
    return true;
  }

  void Put(uint32_t begin, uint32_t end, std::string_view text) {
    iban_ = IsOpenIban(text_, begin) || (iban_ && begin - joined_ <= kMaxRun);
    joined_ = end;
    out_.Replace(begin, end, text);
  }

  std::string_view text_;
  ViewWriter& out_;
  uint32_t line_begin_ = 0;
  uint32_t joined_ = 0;  // where the piece behind the last join begins
  bool iban_ = false;    // that join was inside an account number
};

}  // namespace

void Unwrap(std::string_view text, ViewWriter& out) {
  Unwrapper(text, out).Run();
}

}  // namespace sluice
