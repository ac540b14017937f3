// Bytes in hexadecimal: "414b49...", "41 4b 49", "41:4b:49", "0x41, 0x4b", and
// dumps as xxd and hexdump -C print them.
#include <algorithm>
#include <array>

#include "scanner/bytes.h"
#include "scanner/views/payload.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMinBytes = 8;
constexpr uint32_t kMinStretch = 2 * kMinBytes;
constexpr uint32_t kMaxRow = 256;  // characters of a dump's row
constexpr uint32_t kMaxRowBytes = 64;

constexpr bool IsHex(char c) { return HexValue(c) >= 0; }

// Two digits at `at`, or -1.
int ByteValue(std::string_view text, uint32_t at) {
  const int high = HexValue(ByteAt(text, at));
  const int low = HexValue(ByteAt(text, at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

constexpr bool IsSeparator(char c) {
  return c == ' ' || c == ':' || c == ',' || c == ';' || c == '-' ||
         c == '\n' || c == '\r' || c == '\t';
}

constexpr std::array<uint8_t, 256> SeriesTable() {
  std::array<uint8_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    table[i] = IsHex(c) || IsSeparator(c) || c == 'x' || c == 'X';
  }
  return table;
}
constexpr std::array<uint8_t, 256> kIsSeriesByte = SeriesTable();

struct Series {
  uint32_t end = 0;
  WipedText bytes;
  bool cut = false;
};

class HexReader {
 public:
  HexReader(std::string_view text, ViewBudget& budget, ViewWriter& out,
            ViewWriter& inflated)
      : text_(text), budget_(budget), out_(out), inflated_(inflated) {}

  // A series is at least kMinStretch bytes of digits and separators.
  void Run() {
    const auto size = static_cast<uint32_t>(text_.size());
    const auto digits = [](auto v) {
      return AreDigits(v) | IsIn(v | 0x20, 'a', 'f');
    };
    const auto series = [&](auto v) {
      return digits(v) | Is(v | 0x20, 'x') | Is(v, ' ') | IsIn(v, ':', ';') |
             IsIn(v, ',', '-') | IsIn(v, '\t', '\n') | Is(v, '\r');
    };
    const auto pairs = [digits](auto around) {
      return digits(around(0)) & digits(around(-1));
    };
    uint32_t done = 0, at = 0;
    while (at < size && !out_.stopped()) {
      at = FindRun<kMinStretch>(text_, at, kIsSeriesByte, series, pairs);
      if (at >= size) break;
      if (!IsSeriesByte(text_[at])) {
        ++at;
        continue;
      }
      uint32_t begin = at;
      while (begin > done && IsSeriesByte(text_[begin - 1])) --begin;
      uint32_t end = at;
      while (end < size && IsSeriesByte(text_[end])) ++end;
      done = end - begin >= kMinStretch ? TakeStretch(begin, end) : end;
      at = done;
    }
  }

 private:
  static bool IsSeriesByte(char c) {
    return kIsSeriesByte[static_cast<uint8_t>(c)] != 0;
  }

  // Tries every place of the stretch where a series can begin; returns where to
  // go on, the end of the stretch or behind.
  uint32_t TakeStretch(uint32_t at, uint32_t end) {
    while (at < end && !out_.stopped()) {
      at = IsHex(text_[at]) && MayBegin(at) ? TakeAt(at) : at + 1;
    }
    return std::max(at, end);
  }

  // A digit or two at a place where a series can begin.
  bool MayBegin(uint32_t at) const {
    const bool prefix =
        text_[at] == '0' && (ByteAt(text_, at + 1) | 0x20) == 'x';
    return (prefix || ByteValue(text_, at) >= 0) &&
           (at == 0 || !IsWordByteOrUtf8(text_[at - 1]));
  }

  // Returns where to go on.
  uint32_t TakeAt(uint32_t at) {
    const bool begins =
        at == 0 || text_[at - 1] == '\n' || IsBlank(text_[at - 1]);
    if (begins && at >= failed_until_) {
      const Series dump = ReadDump(at);
      if (dump.bytes.size() >= kMinBytes && Put(at, dump)) return dump.end;
      failed_until_ = std::max(failed_until_, dump.end);
    }
    uint32_t digits = at;
    while (IsHex(ByteAt(text_, digits))) ++digits;
    const bool prefixed =
        text_[at] == '0' && (ByteAt(text_, at + 1) | 0x20) == 'x';
    if (prefixed && IsHex(ByteAt(text_, at + 3))) {
      uint32_t end = at + 2;
      while (IsHex(ByteAt(text_, end))) ++end;
      const Series plain = ReadPlain(at + 2, end);
      if (plain.bytes.size() >= kMinBytes && Put(at, plain)) return plain.end;
      if (plain.bytes.size() > 1) return end;
    }
    if (digits - at >= 2 * kMinBytes) {
      const Series plain = ReadPlain(at, digits);
      if (plain.end > at && Put(at, plain)) return plain.end;
      return digits;
    }
    if (digits - at == 2 || prefixed) {
      const Series apart = ReadApart(at);
      if (apart.bytes.size() >= kMinBytes && Put(at, apart)) return apart.end;
      return std::max(apart.end, digits);
    }
    return std::max(digits, at + 1);
  }

  static bool Full(Series& series) {
    series.cut = series.bytes.size() >= kMaxBlobBytes;
    return series.cut;
  }

  // One run of digits, [at, end).
  Series ReadPlain(uint32_t at, uint32_t end) const {
    Series series;
    if ((end - at) % 2 != 0 || IsWordByteOrUtf8(ByteAt(text_, end))) {
      return series;
    }
    for (uint32_t i = at; i < end && !Full(series); i += 2) {
      series.bytes += static_cast<char>(ByteValue(text_, i));
    }
    series.end = end;
    return series;
  }

  // Pairs with one kind of separator between them, and "0x" before each or not.
  Series ReadApart(uint32_t at) const {
    Series series;
    series.end = at;
    uint32_t begin = at;
    for (;;) {
      const bool prefix = ByteAt(text_, begin) == '0' &&
                          (ByteAt(text_, begin + 1) | 0x20) == 'x';
      const uint32_t digits = begin + (prefix ? 2 : 0);
      const int value = ByteValue(text_, digits);
      if (value < 0 || IsWordByteOrUtf8(ByteAt(text_, digits + 2))) break;
      if (Full(series)) break;
      series.bytes += static_cast<char>(value);
      series.end = digits + 2;
      begin = series.end;
      while (begin < series.end + 8 && IsSeparator(ByteAt(text_, begin))) {
        ++begin;
      }
      if (begin == series.end) break;
    }
    return series;
  }

  // Rows of an offset, bytes in groups, and the same as text.
  Series ReadDump(uint32_t at) const {
    Series series;
    uint32_t line = at;
    for (;;) {
      const uint32_t end = FindByte(
          text_.substr(0, std::min<size_t>(text_.size(), line + kMaxRow)), line,
          '\n');
      const size_t before = series.bytes.size();
      uint32_t row_end = 0;
      if (Full(series) || !ReadRow(line, end, series.bytes, row_end)) break;
      if (series.bytes.size() == before) break;
      series.end = row_end;
      if (ByteAt(text_, end) != '\n') break;
      line = end + 1;
      while (IsBlank(ByteAt(text_, line)) && line < end + 16) ++line;
    }
    return series;
  }

  // "00000010: 414b 4941 ...  AKIA" or "00000010  41 4b ...  |AKIA|".
  bool ReadRow(uint32_t line, uint32_t end, WipedText& bytes,
               uint32_t& row_end) const {
    uint32_t at = line;
    while (at < end && at < line + 9 && IsHex(text_[at])) ++at;
    if (at < line + 4 || at > line + 8) return false;
    const bool colon = ByteAt(text_, at) == ':';
    if (colon) ++at;
    const uint32_t gap = at;
    while (at < end && text_[at] == ' ') ++at;
    if (at == gap || (!colon && at - gap < 2)) return false;
    for (uint32_t count = 0; count < kMaxRowBytes;) {
      const int value = ByteValue(text_, at);
      if (value < 0 || at + 2 > end) break;
      bytes += static_cast<char>(value);
      ++count;
      at += 2;
      const uint32_t blank = at;
      while (at < end && text_[at] == ' ') ++at;
      // The column of text stands further off than the groups do.
      if (at - blank >= 2 && (colon || ByteAt(text_, at) == '|')) break;
      if (at == blank && (at >= end || !IsHex(text_[at]))) break;
    }
    row_end = end > line && text_[end - 1] == '\r' ? end - 1 : end;
    return true;
  }

  // Replaces the series if it is text.
  bool Put(uint32_t begin, const Series& series) {
    WipedText bytes = series.bytes;
    const Payload payload = ReadPayload(bytes, series.cut);
    if (payload == Payload::kBinary || bytes.size() < 4) return false;
    if (!budget_.TakeCandidate()) return false;
    if (series.cut) budget_.exhausted = true;
    if (payload == Payload::kText) {
      out_.Replace(begin, series.end, bytes);
      return true;
    }
    WipedText text;
    bool exceeded = false;
    const bool inflates = Inflate(bytes, text, exceeded);
    if (exceeded) budget_.exhausted = true;
    if (inflates) inflated_.Replace(begin, series.end, text);
    return inflates;
  }

  std::string_view text_;
  ViewBudget& budget_;
  ViewWriter& out_;
  ViewWriter& inflated_;
  // Rows before this belong to a dump that is no text: reading it again from
  // each of them would take quadratic time.
  uint32_t failed_until_ = 0;
};

}  // namespace

void DecodeHex(std::string_view text, ViewBudget& budget, ViewWriter& out,
               ViewWriter& inflated) {
  HexReader(text, budget, out, inflated).Run();
}

}  // namespace sluice
