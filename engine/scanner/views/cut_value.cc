#include "scanner/views/cut_value.h"

#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/domains.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxRun = 64;
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
  bool has_alnum() const { return upper + lower + digits > 0; }
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

// Whether two pieces together have what values have and words have not.
bool Tell(const Shape& a, const Shape& b) {
  if (a.digits + b.digits > 0) return true;
  return a.size + b.size >= kLongToken && (a.mixed || b.mixed);
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

}  // namespace

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
  if (a.at + b.at > 0 || !b.has_alnum()) return false;
  const bool capitals = a.lower + b.lower == 0 && a.upper >= 4;
  const bool tells = goes_on || Tell(a, b);
  if (quoted) {
    return tells && a.size + b.size >= kMinQuoted &&
           (capitals || LooksLikeToken(a) || LooksLikeToken(b));
  }
  if (IsUpperByte(right[0]) || IsDigitByte(right[0])) {
    if (b.lower == 0 && IsOpenIban(text, left_end)) return true;
  }
  if (!tells || left.back() == '.') return false;  // the end of a sentence
  if ((a.size + b.size < kMinPlain && !goes_on) ||
      !(goes_on || a.has_letters() || b.has_letters())) {
    return false;
  }
  return (LooksLikeToken(a) || capitals) && (LooksLikeToken(b) || capitals);
}

}  // namespace sluice
