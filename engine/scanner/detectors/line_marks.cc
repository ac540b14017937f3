#include "scanner/detectors/line_marks.h"

#include <algorithm>
#include <array>

#include "scanner/bytes.h"

namespace sluice {
namespace {

constexpr std::string_view kBar = "\xE2\x94\x82";  // the line drawn upright

struct Number {
  int32_t value = -1;     // none
  size_t end = 0;         // of what belongs to it
  bool may_jump = false;  // `grep` leaves lines out
};

size_t SkipQuotes(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && line[at] == '>') {
    const size_t next = at + 1;
    if (next < line.size() && line[next] != ' ' && line[next] != '>') break;
    at = next < line.size() && line[next] == ' ' ? next + 1 : next;
  }
  return at;
}

size_t SkipBlanks(std::string_view line, size_t at) {
  while (at < line.size() && IsBlank(line[at])) ++at;
  return at;
}

constexpr std::array<bool, 256> MakeNameBytes() {
  std::array<bool, 256> bytes{};
  for (uint32_t c = 0; c < 256; ++c)
    bytes[c] = IsTokenByte(static_cast<char>(c));
  return bytes;
}
constexpr std::array<bool, 256> kNameBytes = MakeNameBytes();

// Behind "src/main.c:" before a digit; else `at`.
size_t SkipFileName(std::string_view line, size_t at) {
  size_t end = at;
  while (end < line.size() && kNameBytes[static_cast<uint8_t>(line[end])])
    ++end;
  if (end + 1 >= line.size() || line[end] != ':' || !IsDigitByte(line[end + 1]))
    return at;
  const std::string_view name = line.substr(at, end - at);
  return name.find_first_of("./") == name.npos ? at : end + 1;
}

// The end of what parts a number from its line, `at` being behind the number;
// `at` if nothing does.
size_t SkipSeparator(std::string_view line, size_t at) {
  const size_t solid = SkipBlanks(line, at);
  if (solid == line.size() || line[solid] == '\r') return solid;
  const std::string_view rest = line.substr(solid);
  const size_t bar = rest[0] == '|' ? 1 : rest.starts_with(kBar) ? 3 : 0;
  const size_t next = solid + std::max<size_t>(bar, 1);
  const bool space = next < line.size() && line[next] == ' ';
  if (bar > 0) return next + (space ? 1 : 0);
  // "1 = 1", "176  ; 3": sums and tables.
  if (solid > at && IsIn(rest[0], ";,=")) return at;
  if (solid > at) return at + (line[at] == ' ' && solid > at + 1 ? 2 : 1);
  // "12:30" is a time.
  const bool colon = rest[0] == ':' || rest[0] == '-';
  if (!colon || (next < line.size() && IsDigitByte(line[next]))) return at;
  return next + (space ? 1 : 0);
}

Number ReadNumber(std::string_view line) {
  constexpr size_t kMaxDigits = 6;
  const size_t solid = SkipBlanks(line, 0);
  Number number;
  if (solid == line.size()) return number;
  const size_t begin =
      IsDigitByte(line[solid]) ? solid : SkipFileName(line, solid);
  size_t at = begin;
  int32_t value = 0;
  for (; at < line.size() && IsDigitByte(line[at]); ++at) {
    if (at - begin == kMaxDigits) return number;
    value = value * 10 + (line[at] - '0');
  }
  number.end = SkipSeparator(line, at);
  if (at == begin || (number.end == at && at < line.size())) return number;
  number.value = value;
  number.may_jump = begin > solid || (at < line.size() && line[at] == ':');
  return number;
}

bool Follows(const Number& number, int32_t before) {
  if (number.value < 0 || before < 0) return false;
  return number.value == before + 1 ||
         (number.may_jump && number.value > before);
}

std::string_view LineFrom(std::string_view text, size_t begin) {
  if (begin >= text.size()) return {};
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

size_t LineMarks::Skip(std::string_view text, size_t begin, size_t end) {
  const std::string_view quoted = text.substr(begin, end - begin);
  const std::string_view line = quoted.substr(SkipQuotes(quoted));
  const size_t at = end - line.size();
  const Number number = ReadNumber(line);
  if (number.value < 0) return at;
  bool in_order = Follows(number, number_);
  if (!in_order) {
    const std::string_view next = LineFrom(text, end + 1);
    in_order = Follows(ReadNumber(next.substr(SkipQuotes(next))), number.value);
  }
  number_ = number.value;
  return in_order ? at + number.end : at;
}

}  // namespace sluice
