// A phrase of BIP 39 says all of a wallet in words of one list, eleven bits a
// word; the last few bits are a check sum. Prose never holds twelve such words
// on end: "the", "of" and "is" are not in the list.
#include "scanner/detectors/seed_phrase.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>

#include "scanner/bytes.h"
#include "scanner/detectors/seed_words.h"
#include "scanner/simd.h"
#include "scanner/sort.h"
#include "scanner/validators/sha256.h"

namespace sluice {
namespace {

constexpr uint32_t kMinWords = 12, kMaxWords = 24;
// Longer runs are lists of words; eight phrases may stand on eight lines.
constexpr uint32_t kMaxRun = 8 * kMinWords;
constexpr size_t kMinLetters = 3, kMaxLetters = 8;
constexpr uint32_t kMaxGap = 8;
// Twelve words of three letters fill 47 bytes: no phrase falls between two
// looks.
constexpr uint32_t kStride = 36;
#if SLUICE_SIMD
// And wherever it begins, it covers a window of 32 bytes from a multiple of 16
// on. Two windows are looked at together.
constexpr uint32_t kWindow = 32;
constexpr uint32_t kWindowStride = 16;
constexpr uint32_t kBlockStride = 32;
constexpr uint32_t kTile = 4096;  // a multiple of it
#endif

// What may stand between two words: white space, commas, quotes, and numbers as
// in "1. ocean 2. lunar".
bool IsGap(std::string_view gap) {
  constexpr std::string_view kOther = ",;|\"'`";
  bool digit = false, mark = false;
  for (const char c : gap) {
    digit |= IsDigitByte(c);
    const bool is_mark = c == '.' || c == ')' || c == ':';
    mark |= is_mark;
    if (!is_mark && !IsDigitByte(c) && !IsSpaceByte(c) &&
        kOther.find(c) == kOther.npos) {
      return false;
    }
  }
  return !gap.empty() && gap.size() <= kMaxGap && (digit || !mark) &&
         !IsDigitByte(gap[0]) && !IsDigitByte(gap.back());
}

// Whether the bits of so many words end in the check sum of those before.
bool HasCheckSum(const uint32_t* indices, uint32_t count) {
  uint8_t bytes[kMaxWords * 11 / 8] = {};
  size_t size = 0;
  uint32_t bits = 0, held = 0;
  for (uint32_t i = 0; i < count; ++i) {
    bits = bits << 11 | indices[i];
    held += 11;
    for (; held >= 8; held -= 8) {
      bytes[size++] = static_cast<uint8_t>(bits >> (held - 8));
    }
    bits &= (1u << held) - 1;
  }
  const uint32_t sum_bits = count / 3;
  const Sha256Digest digest = Sha256(bytes, count * 4 / 3);
  const uint32_t sum = held == 0 ? bytes[size - 1] : bits;
  return digest[0] >> (8 - sum_bits) == sum;
}

// "abandon abandon ..." is written in manuals, and a list of words in its own
// order is a list of words.
bool IsRandom(const uint32_t* indices, uint32_t count) {
  uint32_t sorted[kMaxWords];
  std::copy(indices, indices + count, sorted);
  Sort(sorted, count, std::less<uint32_t>());
  const auto distinct = std::unique(sorted, sorted + count) - sorted;
  return static_cast<uint32_t>(distinct) * 4 >= count * 3 &&
         !std::is_sorted(indices, indices + count);
}

#if SLUICE_SIMD
// Of 32 bytes, one bit each: letters, and what stands in no phrase.
struct Bytes32 {
  uint32_t letters;
  uint32_t strangers;
};

Bytes32 Classify(const char* at) {
  Bytes32 bits{};
  for (uint32_t i = 0; i < 2; ++i) {
    const Bytes16 v = LoadBytes(at + i * kLanes);
    const Bytes16 folded = v | 0x20;
    // Most of those that IsGap() has no room for, in few steps.
    const Mask16 strange = ((v - '<') < 5) | ((v - '[') < 5) | (folded == '/') |
                           (v == '-') | (v == '(') | (v == '*');
    bits.letters |= BitsOf((folded - 'a') < 26) << i * kLanes;
    bits.strangers |= BitsOf(strange) << i * kLanes;
  }
  return bits;
}

// Which of the windows of 64 bytes, from 0 and from 16 on, may lie in a phrase:
// none of their words is shorter or longer than the list's. The first byte's
// word may have begun before.
uint32_t WindowsInPhrase(uint64_t letters, uint64_t strangers) {
  constexpr uint64_t kAll = (uint64_t{1} << kWindow) - 1;
  const uint64_t begins = letters & ~(letters << 1) & ~uint64_t{1};
  const uint64_t one_or_two = begins & ~(letters >> 1 & letters >> 2);
  const uint64_t two = letters & letters >> 1;
  const uint64_t nine = two & two >> 2 & two >> 4 & two >> 6 & letters >> 8;
  const uint64_t bad = strangers | one_or_two | nine;
  const auto fits = [bad](uint32_t at) -> uint32_t {
    return (bad >> at & kAll) == 0 ? 1 : 0;
  };
  return fits(0) | fits(kWindowStride) << 1;
}
#endif

class PhraseScan {
 public:
  PhraseScan(std::string_view text, SeedWords list,
             const SeedWordFilter& filter)
      : text_(text), list_(list), filter_(filter) {}

  std::vector<Span> Run(Budget& budget) {
    std::vector<Span> phrases;
    uint32_t pos = 0;
#if SLUICE_SIMD
    for (; pos + kWindow <= size(); pos += kTile) LookIn(pos, budget, phrases);
#else
    while (pos < size()) pos = Look(pos, budget, phrases);
#endif
    return phrases;
  }

 private:
#if SLUICE_SIMD
  // Looks at the windows that begin in the tile at `pos`. First all of them,
  // without a branch on what they are: a wrong guess costs more than the look.
  void LookIn(uint32_t pos, Budget& budget, std::vector<Span>& phrases) {
    std::array<uint32_t, kTile / kWindowStride + 1> windows;
    size_t count = 0;
    const uint32_t end = std::min(size(), pos + kTile);
    Bytes32 low = ClassifyAt(pos);
    for (; pos < end; pos += kBlockStride) {
      const Bytes32 high = ClassifyAt(pos + kBlockStride);
      const uint32_t fitting =
          WindowsInPhrase(low.letters | uint64_t{high.letters} << 32,
                          low.strangers | uint64_t{high.strangers} << 32);
      windows[count] = pos;
      count += fitting & 1;
      windows[count] = pos + kWindowStride;
      count += fitting >> 1;
      low = high;
    }
    for (size_t i = 0; i < count; ++i) {
      if (windows[i] >= floor_) Look(windows[i], budget, phrases);
    }
  }

  // Behind the text, all bytes are strangers.
  Bytes32 ClassifyAt(uint32_t pos) const {
    if (pos + kBlockStride <= size()) return Classify(text_.data() + pos);
    char rest[kBlockStride];
    std::fill(std::begin(rest), std::end(rest), '<');
    if (pos < size()) text_.copy(rest, size() - pos, pos);
    return Classify(rest);
  }
#endif

  // Appends the phrases among the words round `pos`. Returns where to go on.
  uint32_t Look(uint32_t pos, Budget& budget, std::vector<Span>& phrases) {
    const uint32_t next = pos + kStride;
    Span word = WordFrom(pos);
    if (word.size() == 0) return next;
    if (!MayBeListed(word)) {
      floor_ = word.end;
      return std::max(next, floor_);
    }
    for (Span before = word; MayBeListed(before); before = WordBefore(word)) {
      word = before;
    }
    uint32_t words = 0;
    for (Span each = word; MayBeListed(each); each = WordBehind(each)) {
      floor_ = each.end;
      ++words;
    }
    if (words >= kMinWords && budget.Pay(uint64_t{words} * 8)) {
      Search(word, phrases);
    }
    return std::max(next, floor_);
  }

  // An empty span is no word.
  bool MayBeListed(Span word) const {
    return word.size() > 0 &&
           filter_.MayHave(text_.substr(word.begin, word.size()));
  }

  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  // The word over `pos` or the first behind it; empty when none is near.
  Span WordFrom(uint32_t pos) const {
    uint32_t begin = pos;
    while (begin < size() && !IsLetterByte(text_[begin])) {
      if (++begin - pos > kMaxGap) return {};
    }
    while (begin > floor_ && IsLetterByte(text_[begin - 1]) &&
           pos < begin + kMaxLetters) {
      --begin;
    }
    return WordAt(begin);
  }

  // The letters from `begin` on, when they can be a word of the list.
  Span WordAt(uint32_t begin) const {
    uint32_t end = begin;
    while (end < size() && end - begin <= kMaxLetters &&
           IsLetterByte(text_[end])) {
      ++end;
    }
    const bool cut = (begin > 0 && IsWordByteOrUtf8(text_[begin - 1])) ||
                     (end < size() && IsWordByteOrUtf8(text_[end]));
    const uint32_t letters = end - begin;
    if (cut || letters < kMinLetters || letters > kMaxLetters) return {};
    return {begin, end};
  }

  Span WordBehind(Span word) const {
    uint32_t begin = word.end;
    while (begin < size() && begin - word.end <= kMaxGap &&
           !IsLetterByte(text_[begin])) {
      ++begin;
    }
    if (!IsGap(text_.substr(word.end, begin - word.end))) return {};
    return WordAt(begin);
  }

  Span WordBefore(Span word) const {
    uint32_t end = word.begin;
    while (end > floor_ && word.begin - end <= kMaxGap &&
           !IsLetterByte(text_[end - 1])) {
      --end;
    }
    if (end == floor_ || !IsGap(text_.substr(end, word.begin - end))) return {};
    uint32_t begin = end;
    while (begin > floor_ && end - begin <= kMaxLetters &&
           IsLetterByte(text_[begin - 1])) {
      --begin;
    }
    return WordAt(begin);
  }

  // Looks at each run of words of the list from `word` on.
  void Search(Span word, std::vector<Span>& phrases) {
    for (; MayBeListed(word); word = WordBehind(word)) {
      const uint32_t index =
          list_.IndexOf(text_.substr(word.begin, word.size()));
      if (index == SeedWords::kNone) {
        JudgeRun(phrases);
      } else if (count_++ < kMaxRun) {
        indices_[count_ - 1] = index;
        spans_[count_ - 1] = word;
      }
    }
    JudgeRun(phrases);
  }

  // All words of the run, or those of each line, or any that a label stands
  // before or behind: "my seed phrase".
  void JudgeRun(std::vector<Span>& phrases) {
    const uint32_t count = count_;
    count_ = 0;
    if (count < kMinWords || count > kMaxRun) return;
    if (TakePhrase(0, count, phrases) || TakeLines(count, phrases)) return;
    for (uint32_t size = kMaxWords; size >= kMinWords; size -= 3) {
      for (uint32_t first = count - size; first < count; --first) {
        if (TakePhrase(first, size, phrases)) return;
      }
    }
  }

  bool TakeLines(uint32_t count, std::vector<Span>& phrases) const {
    bool any = false;
    uint32_t first = 0;
    for (uint32_t i = 1; i <= count; ++i) {
      if (i < count && !IsLineBetween(spans_[i - 1], spans_[i])) continue;
      any |= TakePhrase(first, i - first, phrases);
      first = i;
    }
    return any;
  }

  bool IsLineBetween(Span a, Span b) const {
    return text_.substr(a.end, b.begin - a.end).find('\n') !=
           std::string_view::npos;
  }

  bool TakePhrase(uint32_t first, uint32_t count,
                  std::vector<Span>& phrases) const {
    if (count < kMinWords || count > kMaxWords || count % 3 != 0) return false;
    const uint32_t* indices = indices_ + first;
    if (!IsRandom(indices, count) || !HasCheckSum(indices, count)) return false;
    phrases.push_back({spans_[first].begin, spans_[first + count - 1].end});
    return true;
  }

  std::string_view text_;
  SeedWords list_;
  const SeedWordFilter& filter_;
  uint32_t floor_ = 0;  // what stands before was read
  uint32_t count_ = 0;  // may be more than are kept
  uint32_t indices_[kMaxRun] = {};
  Span spans_[kMaxRun];
};

SeedWords ListOf(const DatabaseImage& image, const DetectorOption& option) {
  const bool is_list = image.String(option.name) == "seedWords";
  return SeedWords(is_list ? image.String(option.value) : std::string_view());
}

SeedWords ListOf(const DatabaseImage& image, const RuleRecord& rule) {
  for (const DetectorOption& option : image.options.subspan(
           rule.detector_options.begin, rule.detector_options.count)) {
    const SeedWords list = ListOf(image, option);
    if (!list.empty()) return list;
  }
  return SeedWords({});
}

}  // namespace

SeedWordFilter FilterSeedWords(const DatabaseImage& image) {
  SeedWordFilter filter;
  for (const DetectorOption& option : image.options) {
    filter.Add(ListOf(image, option));
  }
  return filter;
}

void DetectSeedPhrases(const DatabaseImage& image, uint32_t rule,
                       std::string_view text, Budget& budget,
                       std::vector<Match>& matches) {
  const SeedWords list = ListOf(image, image.rules[rule]);
  if (list.empty() || !budget.Pay(text.size() / kStride)) return;
  PhraseScan scan(text, list, image.seed_words);
  const std::vector<Span> phrases = scan.Run(budget);
  for (const Span phrase : phrases) {
    Match match;
    match.rule = rule;
    match.whole = match.value = phrase;
    matches.push_back(match);
  }
}

}  // namespace sluice
