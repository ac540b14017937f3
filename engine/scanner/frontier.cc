// A match that is not yet decided has either an anchor in the text or none.
//
//   - None: its anchor begins at most `before_max` bytes behind the match's
//     begin (law of the prefilter) and is not wholly in the text, so the match
//     begins in the last `before_max + 4` bytes.
//   - One: it begins no earlier than `before_max` bytes before the anchor, and
//     it takes at most longest() bytes; what decides about it lies at most
//     after() bytes behind. If all that is in the text, it is decided.
//
// And a match that goes on holds every byte up to the end: it begins behind the
// last byte that its pattern has no place for.
//
// A number is undecided while its cluster of digits may go on, an encoded run
// while its characters may; matches that were found and reach to the end are
// undecided too.
#include "scanner/frontier.h"

#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/canonical.h"
#include "scanner/nearby.h"

namespace sluice {
namespace {

constexpr uint32_t kGramBytes = 4;
// Bytes around a number that say what it is: a sign and a space before it,
// ",-" or ".j" behind it.
constexpr uint32_t kNumberBorder = 5;
// Bytes between two digits of one number, line breaks and quote marks among
// them.
constexpr uint32_t kMaxJoin = 8;
// Shorter tokens of letters and digits are no lines of an encoded run.
constexpr uint32_t kMinEncoded = 12;
constexpr uint32_t kMaxHexToken = 10;  // "\x41", "4142", "00000000:"

uint32_t Add(uint32_t a, uint32_t b) {
  return a == kNone || b == kNone || a > kNone - b ? kNone : a + b;
}

// UTF-8 bytes of the class's longest code point.
uint32_t WidthOf(const ProgramPools& pools, const ClassRecord& set) {
  if (set.ranges_count == 0) return 1;
  const uint32_t last = set.ranges_begin + 2 * set.ranges_count - 1;
  const uint32_t highest = pools.ranges[last];
  return highest >= 0x10000 ? 4 : highest >= 0x800 ? 3 : 2;
}

// U+017F stands for s, U+212A for k.
uint32_t FoldedSize(std::string_view literal) {
  uint32_t size = 0;
  for (const char c : literal) size += c == 's' ? 2 : c == 'k' ? 3 : 1;
  return size;
}

uint32_t BytesOf(const ProgramPools& pools, const Instruction& in) {
  switch (static_cast<Op>(in.op)) {
    case Op::kClass:
      return WidthOf(pools, pools.classes[in.a]);
    case Op::kLoop:
    case Op::kLazyLoop:
      return in.c == kNoBound ? kNone
                              : in.c * WidthOf(pools, pools.classes[in.a]);
    case Op::kBytes:
      return in.b;
    case Op::kFoldedBytes:
      return FoldedSize(pools.literals.substr(in.a, in.b));
    default:
      return 0;
  }
}

void AddByte(ByteSetRecord& set, uint32_t byte) {
  set.bits[byte >> 5 & 7] |= 1u << (byte & 31);
}

void AddBytesBeyondAscii(ByteSetRecord& set) {
  for (uint32_t i = 4; i < 8; ++i) set.bits[i] = ~0u;
}

void AddBytesOf(const ProgramPools& pools, const Instruction& in,
                ByteSetRecord& set) {
  const auto op = static_cast<Op>(in.op);
  if (op == Op::kClass || op == Op::kLoop || op == Op::kLazyLoop) {
    const ClassRecord& chars = pools.classes[in.a];
    for (uint32_t i = 0; i < 4; ++i) set.bits[i] |= chars.ascii[i];
    if (chars.ranges_count > 0) AddBytesBeyondAscii(set);
  }
  if (op != Op::kBytes && op != Op::kFoldedBytes) return;
  for (const char c : pools.literals.substr(in.a, in.b)) {
    AddByte(set, static_cast<uint8_t>(c));
    if (op == Op::kBytes) continue;
    if (c >= 'a' && c <= 'z') AddByte(set, static_cast<uint8_t>(c - 'a' + 'A'));
    if (c == 's' || c == 'k') AddBytesBeyondAscii(set);
  }
}

ByteSetRecord BytesIn(const ProgramPools& pools, const ProgramRecord& record) {
  ByteSetRecord set;
  for (uint32_t i = 0; i < record.count; ++i) {
    AddBytesOf(pools, pools.code[record.begin + i], set);
  }
  return set;
}

// The longest way through the program, from its end to its begin: a jump
// backwards is a loop of any length.
uint32_t LongestMatch(const ProgramPools& pools, const ProgramRecord& record) {
  std::vector<uint32_t> longest(record.count + 1, 0);
  const auto from = [&](uint32_t pc, uint32_t target) {
    return target > pc && target <= record.count ? longest[target] : kNone;
  };
  for (uint32_t pc = record.count; pc-- > 0;) {
    const Instruction& in = pools.code[record.begin + pc];
    switch (static_cast<Op>(in.op)) {
      case Op::kMatch:
      case Op::kFail:
        break;
      case Op::kJump:
        longest[pc] = from(pc, in.a);
        break;
      case Op::kSplit:
        longest[pc] = std::max(from(pc, in.a), from(pc, in.b));
        break;
      case Op::kBranch:
        longest[pc] = std::max(longest[pc + 1], from(pc, in.a));
        break;
      default:
        longest[pc] = Add(BytesOf(pools, in), longest[pc + 1]);
    }
  }
  return longest[0];
}

// Where the digits begin that more digits may follow: those at the text's end,
// or that end among its last `unstable` bytes.
uint32_t OpenNumber(std::string_view text, uint32_t from, uint32_t unstable) {
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t at = size, first = size, gap = 0;
  while (at > from && gap <= kMaxJoin) {
    const char c = text[--at];
    if (IsDigitByte(c)) {
      first = at;
      gap = 0;
    } else if (size - at > unstable) {
      gap = IsAlnumByte(c) ? kMaxJoin + 1 : gap + 1;
    }
  }
  return first == size ? size : first - std::min(first - from, kNumberBorder);
}

bool IsEncodedByte(char c) {
  return IsAlnumByte(c) || c == '+' || c == '/' || c == '=' || c == '-' ||
         c == '_' || c == '%' || c == '\\' || c == '&' || c == '#' || c == ';';
}

// Whether the token could be part of an encoded run.
bool IsEncoded(std::string_view token) {
  const auto is = [&](auto holds) {
    return std::all_of(token.begin(), token.end(), holds);
  };
  if (token.size() >= kMinEncoded && is(IsEncodedByte)) return true;
  const auto digits = std::count_if(token.begin(), token.end(),
                                    [](char c) { return HexValue(c) >= 0; });
  return token.size() <= kMaxHexToken && digits >= 2 &&
         token.size() - static_cast<size_t>(digits) <= 3;
}

bool IsBetweenTokens(char c) {
  return IsSpaceByte(c) || c == '"' || c == '\'' || c == '>' || c == ',' ||
         c == '|' || c == '`' || c == ':';
}

// Where the chain of encoded tokens begins that ends the text.
uint32_t OpenEncoded(std::string_view text, uint32_t from) {
  auto at = static_cast<uint32_t>(text.size());
  for (bool last = true;; last = false) {
    uint32_t end = at;
    while (end > from && IsBetweenTokens(text[end - 1])) --end;
    uint32_t begin = end;
    while (begin > from && !IsBetweenTokens(text[begin - 1])) --begin;
    if (begin == end) return at;
    const bool encoded = IsEncoded(text.substr(begin, end - begin));
    if (!encoded && !(last && end == text.size())) return at;
    at = begin;
  }
}

// Looks for matches that may go on behind the end of a text.
class OpenMatches {
 public:
  OpenMatches(const RuleReaches& reaches, std::string_view text, uint32_t from,
              uint32_t unstable)
      : reaches_(reaches),
        text_(text),
        from_(from),
        unstable_(unstable),
        size_(static_cast<uint32_t>(text.size())),
        begins_(reaches.rule_count(), kNone) {}

  // Where the first one begins that has no anchor yet.
  uint32_t WithoutAnchor() const {
    uint32_t open = size_;
    for (uint32_t rule = 0; rule < reaches_.rule_count(); ++rule) {
      const uint32_t reach = reaches_.unseen(rule);
      if (reach == 0) continue;
      const uint32_t least = size_ - std::min(size_ - from_, reach + unstable_);
      if (least < open) open = std::min(open, LastOf(rule, least));
    }
    return open;
  }

  // Where the first one begins that an anchor in the text speaks for.
  uint32_t WithAnchor(const DatabaseImage& image) {
    const uint32_t far = Add(reaches_.farthest(), unstable_);
    const uint32_t begin = far >= size_ - from_ ? from_ : size_ - far;
    std::vector<PrefilterHit> hits;
    // What stands behind the text's end is not known.
    image.index.Find(image.prefilter, text_, begin, size_, false, hits);
    uint32_t open = size_;
    for (const PrefilterHit& hit : hits) {
      for (const uint32_t index : image.prefilter.AnchorsOf(hit.list)) {
        const AnchorRecord& anchor = image.prefilter.anchors[index];
        open = std::min(open, BeginOf(anchor, hit.position));
      }
    }
    return open;
  }

 private:
  // The first byte from `least` on behind which all are the rule's.
  uint32_t LastOf(uint32_t rule, uint32_t least) const {
    uint32_t at = std::max(least, size_ - std::min(size_, unstable_));
    while (at > least && reaches_.Holds(rule, text_[at - 1])) --at;
    return at;
  }

  // Where a match with the anchor begins; size_ if it is decided.
  uint32_t BeginOf(const AnchorRecord& anchor, uint32_t position) {
    if (position < anchor.before_min) return size_;
    const uint32_t rule = anchor.rule;
    const uint32_t last = position - anchor.before_min;
    uint32_t end = Add(last, reaches_.longest(rule));
    end = Add(Add(end, reaches_.after(rule)), unstable_);
    if (end < size_) return size_;
    if (begins_[rule] == kNone) begins_[rule] = LastOf(rule, from_);
    if (begins_[rule] > last) return size_;
    const uint32_t before = std::min<uint32_t>(
        position - std::min(position, from_), anchor.before_max);
    return std::max(begins_[rule], position - before);
  }

  const RuleReaches& reaches_;
  std::string_view text_;
  uint32_t from_;
  uint32_t unstable_;
  uint32_t size_;
  std::vector<uint32_t> begins_;  // per rule: LastOf, kNone: not yet asked
};

}  // namespace

RuleReaches::RuleReaches(const DatabaseImage& image) {
  for (uint32_t i = 0; i < image.rules.size(); ++i) {
    const RuleRecord& rule = image.rules[i];
    const bool pattern = rule.program != kNone;
    longest_.push_back(
        pattern
            ? LongestMatch(image.programs, image.programs.records[rule.program])
            : 0);
    const bool context =
        rule.context_mode != static_cast<uint32_t>(ContextMode::kNone);
    after_.push_back(context ? Add(rule.context_after, 2) : 2);
    if (context) before_ = std::max(before_, rule.context_before);
    unseen_.push_back(pattern ? image.index.reach(i) + kGramBytes : 0);
    bytes_.push_back(
        pattern ? BytesIn(image.programs, image.programs.records[rule.program])
                : ByteSetRecord{});
    if (!pattern) continue;
    if (TakesNearby(image, rule)) ReachNearby(i);
    farthest_ = std::max(farthest_, Add(Add(longest_[i], after_[i]), 1));
  }
}

// The value stands anywhere around what the pattern finds.
void RuleReaches::ReachNearby(uint32_t rule) {
  after_[rule] = Add(after_[rule], kNearbyAfter);
  unseen_[rule] = Add(unseen_[rule], kNearbyBefore);
  before_ = std::max(before_, kNearbyBefore);
  for (uint32_t& bits : bytes_[rule].bits) bits = ~0u;
}

uint32_t Frontier(const DatabaseImage& image, const RuleReaches& reaches,
                  std::string_view text, uint32_t from,
                  const std::vector<Match>& matches, uint32_t unstable) {
  const auto size = static_cast<uint32_t>(text.size());
  OpenMatches matching(reaches, text, from, unstable);
  uint32_t open = matching.WithoutAnchor();
  open = std::min(open, matching.WithAnchor(image));
  open = std::min(open, OpenNumber(text, from, unstable));
  open = std::min(open, OpenEncoded(text, from));
  for (const Match& match : matches) {
    // Detectors look at a text as a whole and are told at its end.
    const uint32_t kind = image.rules[match.rule].kind;
    if (kind == static_cast<uint32_t>(RuleKind::kDetector)) continue;
    const uint32_t end = Add(match.whole.end, reaches.after(match.rule));
    if (match.whole.end > from && Add(end, unstable) >= size) {
      open = std::min(open, std::max(from, match.whole.begin));
    }
  }
  return open;
}

}  // namespace sluice
