// Base64 and base64url, padded or not, on one line or wrapped.
#include <algorithm>
#include <array>

#include "scanner/bytes.h"
#include "scanner/views/payload.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMinRun =
    12;  // nine bytes: the shortest number with a check
constexpr uint32_t kMinLine = 16;  // of a wrapped run, but for its last line
constexpr uint32_t kHeadChars = 32;
constexpr uint32_t kMaxSkip = 16;  // bytes between two lines of a run
constexpr uint8_t kNoDigit = 64;

constexpr std::array<uint8_t, 256> DigitTable() {
  std::array<uint8_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    uint32_t digit = kNoDigit;
    if (IsUpperByte(c)) digit = i - 'A';
    if (IsLowerByte(c)) digit = i - 'a' + 26;
    if (IsDigitByte(c)) digit = i - '0' + 52;
    if (c == '+' || c == '-') digit = 62;
    if (c == '/' || c == '_') digit = 63;
    table[i] = static_cast<uint8_t>(digit);
  }
  return table;
}
constexpr std::array<uint8_t, 256> kDigits = DigitTable();

constexpr std::array<uint8_t, 256> FlagTable() {
  std::array<uint8_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) table[i] = kDigits[i] != kNoDigit;
  return table;
}
constexpr std::array<uint8_t, 256> kIsDigit = FlagTable();

uint32_t DigitOf(char c) { return kDigits[static_cast<uint8_t>(c)]; }
bool IsDigitChar(char c) { return DigitOf(c) != kNoDigit; }

// Decodes into `out`, at most `limit` bytes; other characters are passed over.
// Returns how many bytes there were.
uint32_t Decode(std::string_view run, uint32_t limit, char* out) {
  uint32_t bits = 0, have = 0, count = 0;
  for (const char c : run) {
    const uint32_t digit = DigitOf(c);
    if (digit == kNoDigit) continue;
    bits = (bits << 6 | digit) & 0xFFFFu;
    have += 6;
    if (have < 8) continue;
    have -= 8;
    if (count >= limit) break;
    out[count++] = static_cast<char>(bits >> have & 0xFF);
  }
  return count;
}

class Base64Reader {
 public:
  Base64Reader(std::string_view text, ViewBudget& budget, ViewWriter& out,
               ViewWriter& inflated)
      : text_(text), budget_(budget), out_(out), inflated_(inflated) {}

  void Run() {
    const auto size = static_cast<uint32_t>(text_.size());
    const auto digits = [](auto v) {
      return IsIn(v, '/', '9') | AreLetters(v) | Is(v, '+') | Is(v, '-') |
             Is(v, '_');
    };
    // Text in base64 has capitals inside; most words and names have none.
    const auto capitals = [digits](auto around) {
      return IsIn(around(0), 'A', 'Z') & digits(around(-1));
    };
    uint32_t done = 0, at = 0;
    while (at < size && !out_.stopped()) {
      at = FindRun<kMinRun>(text_, at, kIsDigit, digits, capitals);
      if (at >= size) break;
      if (!IsDigitChar(text_[at])) {
        ++at;
        continue;
      }
      uint32_t begin = at;
      while (begin > done && IsDigitChar(text_[begin - 1])) --begin;
      done = LineEnd(at);
      if (done - begin >= kMinRun) done = TakeRun(begin, done);
      at = done;
    }
  }

 private:
  uint32_t LineEnd(uint32_t at) const {
    const auto size = static_cast<uint32_t>(text_.size());
    while (at < size && IsDigitChar(text_[at])) ++at;
    return at;
  }

  // `end` is where the first line ends; returns where to go on.
  uint32_t TakeRun(uint32_t begin, uint32_t end) {
    if (TakeIfText(begin, end, true)) return out_end_;
    // "Basic/QUJD", "x-QUJD": what touches the run may not belong to it.
    for (uint32_t at = begin; at + kMinRun <= end;) {
      uint32_t stop = at;
      while (stop < end && IsAlnumByte(text_[stop])) ++stop;
      const bool whole = at == begin && stop == end;
      if (!whole && stop - at >= kMinRun &&
          TakeIfText(at, stop == end ? end : stop, stop == end)) {
        if (out_end_ >= end) return out_end_;
      }
      at = stop + 1;
    }
    return end;
  }

  // Whether the first two bytes of the run cannot begin a text in UTF-8, nor in
  // UTF-16 or compressed.
  bool IsNoText(uint32_t begin) const {
    const uint32_t bits = DigitOf(text_[begin]) << 12 |
                          DigitOf(text_[begin + 1]) << 6 |
                          DigitOf(text_[begin + 2]);
    const uint32_t first = bits >> 10, second = bits >> 2 & 0xFF;
    const auto goes_on = [](uint32_t byte) {
      return byte >= 0x80 && byte < 0xC2;
    };
    if (goes_on(first)) return second != 0;
    const bool is_deflated = first == 0x1F || first == 0x78;
    return first < 0x80 && first != 0 && goes_on(second) && !is_deflated;
  }

  // Replaces the run that begins at `begin` if it decodes to text.
  bool TakeIfText(uint32_t begin, uint32_t line_end, bool may_wrap) {
    // Most runs are names in programs, and tell so at once.
    if (IsNoText(begin)) return false;
    char head[kHeadChars];
    const uint32_t few = Decode(text_.substr(begin, kMinRun), kMinRun, head);
    if (!MayBePayload({head, few})) return false;
    const uint32_t head_size =
        Decode(text_.substr(begin, std::min(line_end - begin, kHeadChars)),
               kHeadChars, head);
    if (!MayBePayload({head, head_size})) return false;
    const uint32_t end = may_wrap && begin >= failed_until_
                             ? WrappedEnd(begin, line_end)
                             : line_end;
    const uint32_t padded = may_wrap ? SkipPadding(end) : end;
    WipedText bytes(std::min((end - begin) / 4 * 3 + 3, kMaxBlobBytes), '\0');
    bytes.resize(Decode(text_.substr(begin, end - begin),
                        static_cast<uint32_t>(bytes.size()), bytes.data()));
    if (!Put({begin, padded}, bytes)) {
      failed_until_ = std::max(failed_until_, end);
      return false;
    }
    out_end_ = padded;
    return true;
  }

  bool Put(Span run, WipedText& bytes) {
    const bool cut = bytes.size() == kMaxBlobBytes;
    const Payload payload = ReadPayload(bytes, cut);
    if (payload == Payload::kBinary || !budget_.TakeCandidate()) return false;
    if (cut) budget_.exhausted = true;
    if (payload == Payload::kText) {
      out_.Replace(run.begin, run.end, bytes);
      return true;
    }
    WipedText text;
    bool exceeded = false;
    const bool inflates = Inflate(bytes, text, exceeded);
    if (exceeded) budget_.exhausted = true;
    if (inflates) inflated_.Replace(run.begin, run.end, text);
    return inflates;
  }

  uint32_t SkipPadding(uint32_t at) const {
    for (uint32_t i = 0; i < 2; ++i) {
      if (ByteAt(text_, at) == '=') {
        ++at;
      } else if (text_.substr(std::min<size_t>(at, text_.size()), 3) == "%3D") {
        at += 3;
      }
    }
    return at;
  }

  // Follows the run over line breaks: lines of one width, the last one shorter.
  uint32_t WrappedEnd(uint32_t begin, uint32_t end) const {
    const uint32_t width = end - begin;
    if (width < kMinLine) return end;
    for (;;) {
      const uint32_t next = NextLine(end);
      if (next == end) return end;
      const uint32_t next_end = LineEnd(next);
      const uint32_t size = next_end - next;
      if (size == 0 || size > width) return end;
      if (size < width && !EndsLikeARun(next, next_end)) return end;
      end = next_end;
      if (size < width) return end;
    }
  }

  // The last line stands alone, and looks like no word of the text behind it.
  bool EndsLikeARun(uint32_t begin, uint32_t end) const {
    if (ByteAt(text_, end) == '=') return true;
    const char after = ByteAt(text_, end);
    if (after != '\0' && after != '\n' && after != '\r' && after != '"' &&
        after != '\'' && after != '`' && after != '<' && after != ')') {
      return false;
    }
    bool capital = false, digit = false;
    for (uint32_t i = begin; i < end; ++i) {
      capital |= i > begin && IsUpperByte(text_[i]);
      digit |= !IsLetterByte(text_[i]);
    }
    return capital || digit;
  }

  // Past one line break with indentation or a quote mark; `end` if none.
  uint32_t NextLine(uint32_t end) const {
    uint32_t at = end;
    if (ByteAt(text_, at) == '\\' && ByteAt(text_, at + 1) == 'n') {
      return at + 2;
    }
    bool is_break = false;
    while (at < end + kMaxSkip && at < text_.size() &&
           (IsSpaceByte(text_[at]) || (is_break && text_[at] == '>'))) {
      is_break |= text_[at] == '\n';
      ++at;
    }
    return is_break ? at : end;
  }

  std::string_view text_;
  ViewBudget& budget_;
  ViewWriter& out_;
  ViewWriter& inflated_;
  uint32_t out_end_ = 0;
  // Lines before this belong to a run that was no text as a whole: each is
  // tried alone, or time would be quadratic.
  uint32_t failed_until_ = 0;
};

}  // namespace

void DecodeBase64(std::string_view text, ViewBudget& budget, ViewWriter& out,
                  ViewWriter& inflated) {
  Base64Reader(text, budget, out, inflated).Run();
}

}  // namespace sluice
