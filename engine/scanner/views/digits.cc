// One number written in groups. The number rules know the common ways; this is
// for the others: a line break, commas, doubled or spaced separators, groups of
// unusual sizes. What is joined is fed to rules with check digits only.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/checked_numbers.h"
#include "scanner/views/places.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxGroups = 20;
constexpr uint32_t kMinDigits = 8;
constexpr uint32_t kMaxDigits = 19;
constexpr uint32_t kMaxSeparator = 3;
constexpr uint32_t kMaxBreak = 24;  // a line break with indentation

constexpr auto kDigits = TableOf("0123456789");

struct Group {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Separator {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool is_break = false;
};

bool IsSeparator(char c) {
  return c == ' ' || c == '-' || c == '.' || c == '/' || c == ',' || c == '\t';
}

class DigitJoiner {
 public:
  DigitJoiner(std::string_view text, const DatabaseImage& image,
              ViewWriter& out)
      : text_(text), image_(image), out_(out) {}

  void Run() {
    const auto digits = [](auto around) { return AreDigits(around(0)); };
    const auto first = [](auto around) { return ~AreDigits(around(-1)); };
    ForEachPlace<1, 0>(text_, kDigits, digits, first, [this](uint32_t at) {
      return out_.stopped() ? kNone : TakeCluster(at);
    });
  }

 private:
  // Reads the groups that begin at `at`, joins them if they are one number;
  // returns where to go on.
  uint32_t TakeCluster(uint32_t at) {
    count_ = 0;
    breaks_ = 0;
    uint32_t digits = 0;
    const uint32_t begin = at;
    for (;;) {
      uint32_t end = at;
      while (IsDigitByte(ByteAt(text_, end))) ++end;
      digits = std::min(digits + (end - at), 2 * kMaxDigits);
      const Separator separator = ReadSeparator(end);
      if (count_ < kMaxGroups) {
        groups_[count_] = {at, end};
        separators_[count_] = separator;
      }
      ++count_;
      breaks_ += separator.is_break;
      at = separator.end;
      if (separator.end == separator.begin) break;
    }
    if (count_ >= 2 && count_ <= kMaxGroups && digits >= kMinDigits &&
        digits <= kMaxDigits && IsFree(begin, at) && IsOneNumber() &&
        IsTaken()) {
      for (uint32_t i = 0; i + 1 < count_; ++i) {
        out_.Replace(separators_[i].begin, separators_[i].end, "");
      }
    }
    return at;
  }

  // What stands between two groups at `begin`; empty when no digit follows.
  Separator ReadSeparator(uint32_t begin) const {
    uint32_t at = begin;
    while (at < begin + kMaxSeparator && IsSeparator(ByteAt(text_, at))) ++at;
    bool is_break = false;
    if (breaks_ == 0 &&
        (ByteAt(text_, at) == '\n' ||
         (ByteAt(text_, at) == '\r' && ByteAt(text_, at + 1) == '\n'))) {
      is_break = true;
      while (at < begin + kMaxBreak &&
             (IsSpaceByte(ByteAt(text_, at)) || ByteAt(text_, at) == '>')) {
        if (ByteAt(text_, at) == '\n' && ByteAt(text_, at + 1) == '\n') break;
        ++at;
      }
    }
    if (!IsDigitByte(ByteAt(text_, at))) at = begin;
    return {begin, at, is_break && at > begin};
  }

  bool IsFree(uint32_t begin, uint32_t end) const {
    if (begin > 0 &&
        (IsWordByteOrUtf8(text_[begin - 1]) || text_[begin - 1] == '+' ||
         text_[begin - 1] == '.' || text_[begin - 1] == '$')) {
      return false;
    }
    if (end < text_.size() && IsWordByteOrUtf8(text_[end])) return false;
    return breaks_ == 0 || !IsInColumn(begin, end);
  }

  // A third line of digits makes it a column of numbers.
  bool IsInColumn(uint32_t begin, uint32_t end) const {
    while (begin > 0 && IsBlank(text_[begin - 1])) --begin;
    if (begin > 1 && text_[begin - 1] == '\n') {
      if (IsDigitByte(text_[begin - 2]) || text_[begin - 2] == '\r')
        return true;
    }
    bool is_break = false;
    for (; end < text_.size() && IsSpaceByte(text_[end]); ++end) {
      is_break |= text_[end] == '\n';
    }
    return is_break && IsDigitByte(ByteAt(text_, end));
  }

  bool IsTaken() const {
    char digits[kMaxDigits];
    uint32_t size = 0;
    for (uint32_t i = 0; i < count_; ++i) {
      std::copy(text_.begin() + groups_[i].begin,
                text_.begin() + groups_[i].end, digits + size);
      size += SizeOf(i);
    }
    return IsCheckedNumber(image_, {digits, size});
  }

  std::string_view TextOf(const Separator& separator) const {
    return text_.substr(separator.begin, separator.end - separator.begin);
  }
  uint32_t SizeOf(uint32_t group) const {
    return groups_[group].end - groups_[group].begin;
  }

  // One way of separating, but for one line break; no date, amount or address.
  bool IsOneNumber() const {
    std::string_view sign;
    for (uint32_t i = 0; i + 1 < count_; ++i) {
      if (separators_[i].is_break) continue;
      if (sign.empty()) sign = TextOf(separators_[i]);
      if (sign != TextOf(separators_[i])) return false;
    }
    if (breaks_ == 0 && (sign == "." || sign == "/")) return false;
    if (sign == "-" && IsDate()) return false;
    return sign != "," || IsEven();
  }

  bool IsDate() const {
    if (count_ != 3) return false;
    return (SizeOf(0) == 4 && SizeOf(1) <= 2 && SizeOf(2) <= 2) ||
           (SizeOf(0) <= 2 && SizeOf(1) <= 2 && SizeOf(2) == 4);
  }

  // "4111,1111,1111,1111"; others are lists of numbers, or thousands.
  bool IsEven() const {
    for (uint32_t i = 1; i + 1 < count_; ++i) {
      if (SizeOf(i) != SizeOf(0)) return false;
    }
    return SizeOf(0) >= 4 && SizeOf(count_ - 1) <= SizeOf(0);
  }

  std::string_view text_;
  const DatabaseImage& image_;
  ViewWriter& out_;
  Group groups_[kMaxGroups];
  Separator separators_[kMaxGroups];
  uint32_t count_ = 0;
  uint32_t breaks_ = 0;
};

}  // namespace

void JoinDigits(std::string_view text, const DatabaseImage& image,
                ViewWriter& out) {
  DigitJoiner(text, image, out).Run();
}

}  // namespace sluice
