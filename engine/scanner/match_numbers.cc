// Number rules. A cluster is a maximal run of digit groups joined by exactly
// one separator; every run of whole groups in it whose digits add up to an
// admitted length is a candidate, so that "2026 4111 1111 1111 1111" still
// holds a card.
//
// What is no identifier, whatever its length:
//   - a number a letter, digit or '_' touches: "x4111..." is a name;
//   - one that begins within the 15 digits after '+': a telephone number;
//   - one side of a decimal point: "0.123456782", "123456782.5";
//   - the begin of a file or host name: "123456782.java";
//   - thousands with decimals, "1.234.567,89", or behind a currency sign.
//
// Groups are looked at as they end, each with the few groups before it, so
// memory is constant and time linear in the text.
#include <algorithm>
#include <cstring>

#include "scanner/bytes.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

// More groups than this only where all are single digits and nothing else is
// in the cluster: somebody spelled the number out.
constexpr uint32_t kMaxGroups = 8;
constexpr uint32_t kMaxPhoneDigits = 15;
// Bounds memory; no real text comes near it, for the first check has already
// thinned out what gets here.
constexpr uint32_t kMaxMatches = 300000;

struct Group {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t separator = 0;  // NumberFlag before it; 0 = first of a cluster
  bool may_begin = false;  // a candidate may begin here
};

// First digit at or after `pos`; eight bytes at a time.
size_t FindDigit(std::string_view text, size_t pos) {
  constexpr uint64_t kOnes = 0x0101010101010101u;
  for (; pos + 8 <= text.size(); pos += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + pos, 8);
    const uint64_t low = word & (kOnes * 0x7F);
    const uint64_t from_zero = low + kOnes * (0x80 - '0');
    const uint64_t past_nine = low + kOnes * (0x80 - '9' - 1);
    if (from_zero & ~past_nine & ~word & (kOnes * 0x80)) break;
  }
  while (pos < text.size() && !IsDigitByte(text[pos])) ++pos;
  return pos;
}

struct Join {
  uint32_t separator = 0;  // 0: no join
  uint32_t bytes = 0;
};

// The separator at `pos`, whatever follows it.
Join SeparatorAt(std::string_view text, size_t pos) {
  const auto at = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  switch (at(pos)) {
    case ' ':
      return {kSpace, 1};
    case '.':
      return {kDot, 1};
    case '-':
      return {kHyphen, 1};
    case '/':
      return {kSlash, 1};
    case 0xC2:
      return at(pos + 1) == 0xA0 ? Join{kSpace, 2} : Join{};
    case 0xE2:
      break;
    default:
      return {};
  }
  if (at(pos + 1) != 0x80) return {};
  const unsigned last = at(pos + 2);
  if (last == 0xAF) return {kSpace, 3};                   // narrow no-break
  if (last >= 0x90 && last <= 0x93) return {kHyphen, 3};  // Unicode dashes
  return {};
}

// As SeparatorAt, but only where a digit follows.
Join JoinAt(std::string_view text, size_t pos) {
  const Join join = SeparatorAt(text, pos);
  const size_t next = pos + join.bytes;
  return join.bytes != 0 && next < text.size() && IsDigitByte(text[next])
             ? join
             : Join{};
}

// Whether a currency sign stands right before `pos`, one space between them
// allowed.
bool FollowsCurrency(std::string_view text, size_t pos) {
  if (pos > 0 && text[pos - 1] == ' ') --pos;
  const std::string_view before = text.substr(0, pos);
  return before.ends_with('$') || before.ends_with("\xE2\x82\xAC") ||
         before.ends_with("\xC2\xA3") || before.ends_with("\xC2\xA5");
}

// Whether decimals or ",-" follow at `pos`: ",89" and then no digit.
bool DecimalsFollow(std::string_view text, size_t pos) {
  if (pos + 1 >= text.size() || text[pos] != ',') return false;
  if (text[pos + 1] == '-') return true;
  size_t end = pos + 1;
  while (end < text.size() && IsDigitByte(text[end])) ++end;
  return end - pos - 1 == 1 || end - pos - 1 == 2;
}

// Whether `after`, which follows a number, goes on as a name: "98783981.java".
bool IsNamePart(std::string_view after) {
  return after.size() == 2 && after[0] == '.' && after[1] >= 'a' &&
         after[1] <= 'z';
}

// Follows the text, group by group.
class NumberScan {
 public:
  NumberScan(const DatabaseImage& image, std::string_view text, Budget& budget,
             std::vector<Match>& matches)
      : image_(image), text_(text), budget_(budget), matches_(matches) {}

  void Run() {
    if (image_.numbers.max_length() == 0) return;
    size_t pos = FindDigit(text_, 0);
    while (pos < text_.size() && !budget_.exhausted) {
      pos = FindDigit(text_, TakeCluster(pos));
    }
  }

 private:
  static constexpr uint32_t kRing = kMaxNumberDigits;

  const Group& Back(uint32_t steps) const {
    return ring_[(count_ - 1 - steps) % kRing];
  }

  // Reads the cluster that begins at `pos`; returns where it ends.
  size_t TakeCluster(size_t pos) {
    count_ = 0;
    const char before = pos > 0 ? text_[pos - 1] : ' ';
    bool may_begin = !IsWordByte(before);
    uint32_t phone_digits = before == '+' ? kMaxPhoneDigits : 0;
    currency_ = FollowsCurrency(text_, pos);
    Join join;
    while (!budget_.exhausted) {
      size_t end = pos;
      while (end < text_.size() && IsDigitByte(text_[end])) ++end;
      const auto size = static_cast<uint32_t>(end - pos);
      ring_[count_++ % kRing] = {static_cast<uint32_t>(pos),
                                 static_cast<uint32_t>(end), join.separator,
                                 may_begin && phone_digits == 0};
      join = JoinAt(text_, end);
      EndGroup(join);
      if (join.bytes == 0) return end;
      pos = end + join.bytes;
      may_begin = join.separator != kDot;
      phone_digits -= std::min(phone_digits, size);
    }
    return text_.size();
  }

  // Tries every run of groups that ends with the newest one. `next` is how the
  // following group is joined.
  void EndGroup(Join next) {
    const uint32_t end = Back(0).end;
    const bool last = next.bytes == 0;
    if (last && end < text_.size() && IsWordByte(text_[end])) return;
    if (IsNamePart(text_.substr(end, 2))) return;
    // Digits beyond a point are decimals; the point may be inside the number.
    if (next.separator == kDot) return;
    uint32_t digits = 0, separators = 0;
    bool single = true;
    for (uint32_t i = 0; i < std::min(count_, kRing); ++i) {
      const Group& group = Back(i);
      const uint32_t size = group.end - group.begin;
      if (size > image_.numbers.max_length() - digits) break;
      digits += size;
      single &= size == 1;
      const bool spelled_out = single && last && i + 1 == count_;
      if (group.may_begin && (i < kMaxGroups || spelled_out)) {
        const bool whole = IsWhole(i + 1, separators, next.separator);
        TryRules({group.begin, end}, i + 1, digits, separators, whole);
      }
      if (i + 1 >= kMaxGroups && !single) break;
      separators |= group.separator;
    }
  }

  // Whether the newest `groups` groups are no part of a longer row: what joins
  // them to others is a space, and no separator of their own.
  bool IsWhole(uint32_t groups, uint32_t separators, uint32_t next) const {
    const uint32_t joins = Back(groups - 1).separator | next;
    return (joins & ~uint32_t{kSpace}) == 0 && (joins & separators) == 0;
  }

  void TryRules(Span span, uint32_t groups, uint32_t digits,
                uint32_t separators, bool whole) {
    const std::span<const uint32_t> rules = image_.numbers.Rules(digits);
    if (rules.empty() || IsAmount(span, groups, separators)) return;
    for (const uint32_t index : rules) {
      const RuleRecord& rule = image_.rules[index];
      if (!budget_.Pay(1)) return;
      if ((separators & ~rule.number_flags) != 0) continue;
      if (!whole && (rule.number_flags & kWhole) != 0) continue;
      if (!GroupingFits(rule, groups)) continue;
      if (!FirstCheckHolds(rule, span)) continue;
      if (matches_.size() >= kMaxMatches || !budget_.Pay(16)) {
        budget_.exhausted = true;
        return;
      }
      matches_.push_back({index, span, span, {}, 0});
    }
  }

  // The newest `groups` groups are thousands, or an amount by what is around.
  bool IsAmount(Span span, uint32_t groups, uint32_t separators) const {
    const bool from_start = groups == count_;
    if (currency_ && from_start) return true;
    if (groups < 2 || !DecimalsFollow(text_, span.end)) return false;
    // Between two commas there is a cell of a table: "Gouda,312 332 257,42".
    if (span.begin > 0 && text_[span.begin - 1] == ',') return false;
    if (separators != kDot && separators != kSpace) return false;
    for (uint32_t i = 0; i + 1 < groups; ++i) {
      if (Back(i).end - Back(i).begin != 3) return false;
    }
    return Back(groups - 1).end - Back(groups - 1).begin <= 3;
  }

  // Whether the newest `groups` groups have sizes the rule admits.
  bool GroupingFits(const RuleRecord& rule, uint32_t groups) const {
    const std::span<const uint32_t> pool = image_.u32s.subspan(
        rule.number_groupings.begin, rule.number_groupings.count);
    if (pool.empty()) return true;
    if (groups == 1) return true;  // written without separators
    for (size_t i = 0; i < pool.size(); i += size_t{pool[i]} + 1) {
      if (pool[i] != groups || pool.size() - i <= groups) continue;
      bool fits = true;
      for (uint32_t g = 0; g < groups && fits; ++g) {
        const Group& group = Back(groups - 1 - g);
        fits = pool[i + 1 + g] == group.end - group.begin;
      }
      if (fits) return true;
    }
    return false;
  }

  // Nine of ten candidates fail their first check: asking here keeps the list
  // of matches short. validate.cc asks again, for the evidence.
  bool FirstCheckHolds(const RuleRecord& rule, Span span) const {
    if (rule.checks.count == 0) return true;
    const CheckRecord& check = image_.checks[rule.checks.begin];
    if (check.on_fail != static_cast<uint32_t>(OnFail::kDrop)) return true;
    return Validate(static_cast<ValidatorId>(check.validator),
                    text_.substr(span.begin, span.size()), check.parameter);
  }

  const DatabaseImage& image_;
  std::string_view text_;
  Budget& budget_;
  std::vector<Match>& matches_;
  Group ring_[kRing];
  uint32_t count_ = 0;     // groups of this cluster so far
  bool currency_ = false;  // the cluster stands behind a currency sign
};

}  // namespace

void MatchNumbers(const DatabaseImage& image, std::string_view text,
                  Budget& budget, std::vector<Match>& matches) {
  NumberScan(image, text, budget, matches).Run();
}

}  // namespace sluice
