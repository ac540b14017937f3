// A value cut by a line break. In running text nearly every line ends between
// two words, so both sides must look like parts of one value, not like words.
#include <algorithm>

#include "scanner/views/bytes.h"
#include "scanner/views/domains.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxRun = 64;
constexpr uint32_t kMaxIndent = 64;
constexpr uint32_t kMinPlain = 12;   // bytes of both sides, joined by a break
constexpr uint32_t kMinQuoted = 8;   // joined by quotes and an operator
constexpr uint32_t kLongToken = 20;  // longer than words are

// What a run of token bytes is made of.
struct Shape {
  uint32_t size = 0;
  uint32_t digits = 0;
  uint32_t upper = 0;
  uint32_t lower = 0;
  uint32_t symbols = 0;  // '_', '+', '/', '='
  uint32_t at = 0;       // '@'
  bool mixed = false;    // an upper-case letter behind a lower-case one

  void Add(char c, char before) {
    ++size;
    digits += IsDigitByte(c);
    upper += IsUpperByte(c);
    lower += IsLowerByte(c);
    symbols += c == '_' || c == '+' || c == '/' || c == '=';
    at += c == '@';
    mixed |= IsUpperByte(c) && IsLowerByte(before);
  }
  bool has_letters() const { return upper + lower > 0; }
};

Shape ShapeOf(std::string_view run) {
  Shape shape;
  char before = '\0';
  for (const char c : run) {
    shape.Add(c, before);
    before = c;
  }
  return shape;
}

std::string_view RunBefore(std::string_view text, uint32_t end) {
  uint32_t begin = end;
  const uint32_t least = end - std::min(end, kMaxRun);
  while (begin > least && IsTokenByte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

std::string_view RunAfter(std::string_view text, uint32_t begin) {
  uint32_t end = begin;
  const auto most =
      static_cast<uint32_t>(std::min<size_t>(text.size(), begin + kMaxRun));
  while (end < most && IsTokenByte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool LooksLikeToken(const Shape& shape) {
  return shape.digits > 0 || shape.mixed || shape.size >= kLongToken ||
         shape.symbols > 0;
}

// "2024-05-01", "12:30": a new record, not the rest of a value.
bool LooksLikeDate(std::string_view run, char after) {
  uint32_t digits = 0;
  while (digits < run.size() && IsDigitByte(run[digits])) ++digits;
  if (digits == 0 || digits > 4) return false;
  const char next = digits < run.size() ? run[digits] : after;
  return next == '-' || next == ':' || next == '/' || next == '.' ||
         next == ',';
}

// "nl", "voorbeeld.nl", "co.uk": the end of an address.
bool IsDomainEnd(std::string_view run) {
  while (!run.empty() && !IsAlnumByte(run.back())) run.remove_suffix(1);
  const size_t dot = run.rfind('.');
  return IsMailDomain(dot == std::string_view::npos ? run
                                                    : run.substr(dot + 1));
}

// An address cut at its '@' or inside its domain.
bool IsCutAddress(std::string_view left, std::string_view right) {
  if (right.size() > 1 && right[0] == '@') {
    // "@" begins a decorator too: a name must speak for the address.
    const Shape shape = ShapeOf(left);
    return IsAlnumByte(left.back()) && IsDomainEnd(right.substr(1)) &&
           (shape.digits > 0 || left.find('.') != std::string_view::npos ||
            shape.symbols > 0);
  }
  const size_t at = left.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view domain = left.substr(at + 1);
  const size_t dot = domain.find('.');
  if (dot != std::string_view::npos && dot + 1 < domain.size()) return false;
  const bool has_dot = right.find('.') != std::string_view::npos ||
                       dot != std::string_view::npos;
  return has_dot && IsDomainEnd(right);
}

// An account number begun on this line: "NL91 ABNA 04".
bool IsOpenIban(std::string_view text, uint32_t end) {
  constexpr uint32_t kMaxIban = 42;
  const uint32_t least = end - std::min(end, kMaxIban);
  uint32_t begin = end;
  while (begin > least &&
         (IsUpperByte(text[begin - 1]) || IsDigitByte(text[begin - 1]) ||
          text[begin - 1] == ' ')) {
    --begin;
  }
  const std::string_view tail = text.substr(begin, end - begin);
  for (size_t i = 0; i + 4 <= tail.size(); ++i) {
    if (i > 0 && tail[i - 1] != ' ') continue;
    if (IsUpperByte(tail[i]) && IsUpperByte(tail[i + 1]) &&
        IsDigitByte(tail[i + 2]) && IsDigitByte(tail[i + 3])) {
      return true;
    }
  }
  return false;
}

// Digits on both sides, or letters and digits of an account number, with one
// blank between them at most.
bool IsCutNumber(std::string_view text, uint32_t left_end,
                 uint32_t right_begin) {
  uint32_t left = left_end, right = right_begin;
  if (left > 0 && text[left - 1] == ' ') {
    --left;
  } else if (ByteAt(text, right) == ' ') {
    ++right;
  }
  if (left == 0) return false;
  const char before = text[left - 1], after = ByteAt(text, right);
  if (IsDigitByte(before) && IsDigitByte(after)) return true;
  return (IsUpperByte(before) || IsDigitByte(before)) &&
         (IsUpperByte(after) || IsDigitByte(after)) && IsOpenIban(text, left);
}

uint32_t DigitsBefore(std::string_view text, uint32_t end) {
  uint32_t count = 0;
  while (count < end && count < kMaxRun && IsDigitByte(text[end - count - 1])) {
    ++count;
  }
  return count;
}

uint32_t DigitsAfter(std::string_view text, uint32_t begin) {
  uint32_t count = 0;
  while (count < kMaxRun && IsDigitByte(ByteAt(text, begin + count))) ++count;
  return count;
}

// Whether a number was cut between two groups: both are as long as the next
// group is, "4111 1111|1111 1111".
bool IsCutBetweenGroups(std::string_view text, uint32_t left_end,
                        uint32_t right_begin) {
  const uint32_t left = DigitsBefore(text, left_end);
  const uint32_t right = DigitsAfter(text, right_begin);
  if (left == 0 || right == 0) return false;
  const auto before = left_end - left;
  if (before > 1 && text[before - 1] == ' ') {
    return DigitsBefore(text, before - 1) == left;
  }
  const uint32_t after = right_begin + right;
  return left == right && ByteAt(text, after) == ' ' &&
         DigitsAfter(text, after + 1) == right;
}

// Whether the two look like one value in two pieces.
// `joined`: where the piece behind the last join begins.
bool Belong(std::string_view text, uint32_t left_end, uint32_t right_begin,
            bool quoted, uint32_t joined) {
  const std::string_view left = RunBefore(text, left_end);
  const bool goes_on = left_end - left.size() == joined && joined != 0;
  const std::string_view right = RunAfter(text, right_begin);
  if (left.empty() || right.empty()) return false;
  if (IsCutAddress(left, right)) return true;
  const Shape a = ShapeOf(left), b = ShapeOf(right);
  if (!quoted && LooksLikeDate(right, ByteAt(text, right_begin + b.size))) {
    return false;
  }
  if (a.at + b.at > 0) return false;
  const bool capitals = a.lower + b.lower == 0 && a.upper >= 4;
  if (quoted) {
    return a.size + b.size >= kMinQuoted &&
           (capitals || LooksLikeToken(a) || LooksLikeToken(b));
  }
  if (IsUpperByte(right[0]) || IsDigitByte(right[0])) {
    if (b.lower == 0 && IsOpenIban(text, left_end)) return true;
  }
  if (left.back() == '.') return false;  // the end of a sentence
  if ((a.size + b.size < kMinPlain && !goes_on) ||
      !(goes_on || a.has_letters() || b.has_letters())) {
    return false;
  }
  return (LooksLikeToken(a) || capitals) && (LooksLikeToken(b) || capitals);
}

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

  void Run() {
    const auto size = static_cast<uint32_t>(text_.size());
    uint32_t at = FindByte(text_, 0, '\n');
    while (at < size && !out_.stopped()) {
      TakeLine(line_begin_, at);
      TakeBreak(at);
      line_begin_ = at + 1;
      at = FindByte(text_, line_begin_, '\n');
    }
    TakeLine(line_begin_, size);
  }

 private:
  // String literals put together within one line: "AKIA" + "IOSF".
  void TakeLine(uint32_t begin, uint32_t end) {
    const std::string_view line = text_.substr(0, end);
    for (uint32_t at = FindByte(line, begin, '"'); at < end;
         at = FindByte(line, at + 1, '"')) {
      TakeConcatenation(at);
    }
    for (uint32_t at = FindByte(line, begin, '\''); at < end;
         at = FindByte(line, at + 1, '\'')) {
      TakeConcatenation(at);
    }
  }

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
    if (left > line_begin_ && text_[left - 1] == '\r') --left;
    if (left == line_begin_ || newline + 1 >= text_.size()) return;
    // Visual Basic ends a line that goes on with " _".
    if (left - line_begin_ > 2 && text_[left - 1] == '_' &&
        text_[left - 2] == ' ') {
      return TakeQuotedBreak(SkipBlanksBack(text_, left - 1), newline + 1);
    }
    const char last = text_[left - 1];
    // The common case first: a line that ends between two words.
    if (IsTokenByte(last)) return TakePlainBreak(left, newline + 1);
    left = SkipBlanksBack(text_, left);
    if (left == 0 || left <= line_begin_) return;
    if (text_[left - 1] == '\\') return TakeContinued(left, newline + 1);
    if (IsQuote(text_[left - 1]) || IsOperator(text_[left - 1])) {
      TakeQuotedBreak(left, newline + 1);
    }
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
