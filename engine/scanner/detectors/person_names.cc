// "Sanne van Dongen", "James T. Okafor", "Åsa Lindqvist-Holm": a known given
// name, then up to five words that are initials, particles or capitalised.
//
// The lists are Bloom filters made by scripts/generate-names.mjs, which hashes
// with FNV-1a: six bits per
// character of an option's text, '?' being 0. One word in a hundred that is in
// neither list passes for one that is.
#include "scanner/detectors/person_names.h"

#include <algorithm>
#include <cstddef>

#include "scanner/bytes.h"
#include "scanner/detectors/person_name_data.h"

namespace sluice {
namespace {

constexpr uint32_t kProbes = 6;
constexpr uint32_t kBitsPerSign = 6;
constexpr size_t kMaxWord = 32;
constexpr uint32_t kMaxParts = 6;

class NameSet {
 public:
  explicit NameSet(std::string_view signs) : signs_(signs) {}

  bool Has(uint32_t hash) const {
    const auto bits = static_cast<uint32_t>(signs_.size()) * kBitsPerSign;
    if (bits == 0) return false;
    const uint32_t step = (hash >> 17 | hash << 15) | 1u;
    for (uint32_t i = 0; i < kProbes; ++i) {
      const uint32_t bit = (hash + i * step) % bits;
      const uint32_t sign =
          static_cast<unsigned char>(signs_[bit / kBitsPerSign]) - '?';
      if ((sign >> bit % kBitsPerSign & 1u) == 0) return false;
    }
    return true;
  }

 private:
  std::string_view signs_;
};

// The lead byte of a Latin capital outside ASCII at `pos`.
bool IsWideCapital(std::string_view text, size_t pos) {
  if (pos + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[pos]);
  const auto next = static_cast<unsigned char>(text[pos + 1]);
  if (lead == 0xC3) return next >= 0x80 && next <= 0x9E && next != 0x97;
  return (lead == 0xC4 || lead == 0xC5) &&
         (next & 1u) == (lead == 0xC5 && next < 0x89);
}

bool IsCapital(std::string_view text, size_t pos) {
  return pos < text.size() &&
         (IsUpperByte(text[pos]) || IsWideCapital(text, pos));
}

// Whether a list of words between spaces has this one.
bool Lists(std::string_view list, std::string_view word) {
  for (size_t at = list.find(word); at != list.npos;
       at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

enum class PartKind { kNone, kCapital, kInitial, kParticle };

struct Part {
  PartKind kind = PartKind::kNone;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t hash = 0;  // of a capitalised word up to its hyphen, in lower case
};

class NameScan {
 public:
  NameScan(std::string_view text, NameSet given, NameSet surnames)
      : text_(text), given_(given), surnames_(surnames) {}

  // A name that begins with the capital at `pos`. Sets `end` behind what was
  // read.
  bool Take(uint32_t pos, uint32_t& end, Match& match) {
    parts_[0] = ReadPart(pos);
    end = std::max(parts_[0].end, pos + 1);
    if (parts_[0].kind != PartKind::kCapital || !given_.Has(parts_[0].hash)) {
      return false;
    }
    count_ = 1;
    while (count_ < kMaxParts && Extend()) ++count_;
    while (count_ > 1 && parts_[count_ - 1].kind != PartKind::kCapital) {
      --count_;
    }
    if (count_ < 2 || !Judge(match)) return false;
    end = parts_[count_ - 1].end;
    match.whole = match.value = {pos, end};
    return EndsCleanly(end) && !IsCredit(match.value);
  }

 private:
  std::string_view Text(const Part& part) const {
    return text_.substr(part.begin, part.end - part.begin);
  }

  // The next part behind one space.
  bool Extend() {
    const uint32_t at = parts_[count_ - 1].end;
    if (at >= text_.size() || text_[at] != ' ') return false;
    const Part part = ReadPart(at + 1);
    if (part.kind == PartKind::kNone) return false;
    // A third capitalised word mostly is no name any more.
    if (part.kind == PartKind::kCapital && Capitals() >= 2 &&
        !surnames_.Has(part.hash) && !given_.Has(parts_[count_ - 1].hash)) {
      return false;
    }
    parts_[count_] = part;
    return true;
  }

  uint32_t Capitals() const {
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < count_; ++i) {
      capitals += parts_[i].kind == PartKind::kCapital ? 1 : 0;
    }
    return capitals;
  }

  Part ReadPart(uint32_t begin) const {
    Part part{PartKind::kNone, begin, begin, kFnvBasis};
    const bool capital = IsCapital(text_, begin);
    uint32_t end = begin, letters = 0;
    bool hashing = true, shouts = false;
    while (end < text_.size() && end - begin < kMaxWord) {
      const char c = text_[end];
      const bool joins =
          (c == '-' || c == '\'') && IsCapital(text_, end + 1) && end > begin;
      const bool leads = c == '\'' && end == begin;
      if (!IsLetterByteOrUtf8(c) && !joins && !leads) break;
      if (c == '-') hashing = false;
      if (hashing) part.hash = FnvOf(part.hash, LowerAt(end));
      shouts |= IsUpperByte(c) && end == begin + 1;
      ++letters;
      ++end;
    }
    part.end = end;
    if (capital && letters == 1) {
      if (end < text_.size() && text_[end] == '.') ++part.end;
      part.kind = part.end > end ? PartKind::kInitial : PartKind::kNone;
    } else if (capital && !shouts) {
      part.kind = PartKind::kCapital;
      if (Lists(kParticles, LowerFirst(part))) part.kind = PartKind::kParticle;
    } else if (letters > 0 && Lists(kParticles, Text(part))) {
      part.kind = PartKind::kParticle;
    }
    return part;
  }

  // "Van" as "van".
  std::string_view LowerFirst(const Part& part) const {
    constexpr std::string_view kCapitalised[] = {"van", "von", "de", "den",
                                                 "der", "ter", "ten"};
    const std::string_view word = Text(part);
    for (const std::string_view particle : kCapitalised) {
      if (word.size() == particle.size() &&
          word.substr(1) == particle.substr(1) &&
          (word[0] | 0x20) == particle[0]) {
        return particle;
      }
    }
    return word;
  }

  char LowerAt(uint32_t pos) const {
    const char c = text_[pos];
    if (IsUpperByte(c)) return LowerByte(c);
    if (pos == 0 || !IsWideCapital(text_, pos - 1)) return c;
    const bool latin1 = static_cast<unsigned char>(text_[pos - 1]) == 0xC3;
    return static_cast<char>(c + (latin1 ? 0x20 : 1));
  }

  bool Judge(Match& match) const {
    bool particle = false;
    for (uint32_t i = 1; i < count_; ++i) {
      const bool follows = parts_[i - 1].kind == PartKind::kParticle;
      particle |= parts_[i].kind == PartKind::kParticle;
      if (!follows && Lists(kThings, Text(parts_[i]))) return false;
    }
    const Part& last = parts_[count_ - 1];
    const bool known = particle || surnames_.Has(last.hash) || HasEnding(last);
    // "Jan Peter ...": two given names are no word of the calendar.
    const bool two = count_ > 2 && given_.Has(parts_[1].hash);
    if (!known && !two && Lists(kAmbiguous, Text(parts_[0]))) return false;
    const bool told = known && IsInProse({parts_[0].begin, last.end});
    match.confidence = told ? Confidence::kMedium : Confidence::kLow;
    return true;
  }

  bool HasEnding(const Part& part) const {
    const std::string_view word = Text(part);
    for (const std::string_view ending : kEndings) {
      if (word.size() > ending.size() + 1 && word.ends_with(ending)) {
        return true;
      }
    }
    return false;
  }

  // In the middle of a sentence, or at its begin or end: no heading, no list of
  // names, no line of a change log.
  bool IsInProse(Span span) const {
    const std::string_view before = text_.substr(0, span.begin);
    const std::string_view after = text_.substr(span.end);
    const bool behind_word = before.size() > 2 && before.back() == ' ' &&
                             IsLowerByteOrUtf8(before[before.size() - 2]) &&
                             (IsLowerByteOrUtf8(before[before.size() - 3]) ||
                              before[before.size() - 3] == ' ');
    const size_t skip = after.starts_with(", ") ? 2 : 1;
    const bool before_word =
        after.size() > skip + 1 && after[skip - 1] == ' ' &&
        IsLowerByteOrUtf8(after[skip]) &&
        (IsLowerByteOrUtf8(after[skip + 1]) || after[skip + 1] == ' ');
    if (before_word) return behind_word || BeginsSentence(before);
    if (behind_word && AddressFollows(after)) return true;
    // Whose line of a conversation it is.
    if (after.starts_with(": ") || after.starts_with(" : ")) {
      return before.empty() || before.back() == '\n' || before.ends_with("] ");
    }
    constexpr std::string_view kStops = ".?!,";
    return behind_word && !after.empty() &&
           kStops.find(after[0]) != kStops.npos;
  }

  // "(jan@...", "<jan@...".
  static bool AddressFollows(std::string_view after) {
    if (!after.starts_with(" (") && !after.starts_with(" <")) return false;
    constexpr size_t kLocalPart = 40;
    const std::string_view local = after.substr(2, kLocalPart);
    const size_t end = local.find_first_of(" @)>\n");
    return end != local.npos && end > 0 && local[end] == '@';
  }

  static bool BeginsSentence(std::string_view before) {
    if (before.empty()) return true;
    if (before.back() == '\n') {
      return before.size() < 2 || before[before.size() - 2] != ',';
    }
    return before.back() == ' ' && before.size() > 1 &&
           std::string_view(".?!:,").find(before[before.size() - 2]) !=
               std::string_view::npos;
  }

  // In brackets at the end of a line: who made the change it tells of.
  bool IsCredit(Span span) const {
    const std::string_view after = text_.substr(span.end);
    return span.begin > 0 && text_[span.begin - 1] == '(' &&
           after.starts_with(')') && (after.size() == 1 || after[1] == '\n');
  }

  // Nothing of code or of a longer word follows.
  bool EndsCleanly(uint32_t end) const {
    if (end >= text_.size()) return true;
    const char c = text_[end];
    const char next = end + 1 < text_.size() ? text_[end + 1] : ' ';
    if (c == '.' || c == '-' || c == ':') {
      return !IsAlnumByte(next) && next != c;
    }
    return !IsWordByteOrUtf8(c) && c != '(' && c != '@' && c != '/' &&
           c != '\\' && c != '=';
  }

  std::string_view text_;
  NameSet given_;
  NameSet surnames_;
  Part parts_[kMaxParts];
  uint32_t count_ = 0;
};

// Whether a word may begin at `pos`.
bool BeginsCleanly(std::string_view text, size_t pos) {
  if (pos == 0) return true;
  // A link to somebody's page: "[James Okafor](https://...".
  constexpr std::string_view kInside = "@#/\\.$&-'[";
  const char before = text[pos - 1];
  return !IsWordByteOrUtf8(before) && kInside.find(before) == kInside.npos;
}

NameSet SetOf(const DatabaseImage& image, const RuleRecord& rule,
              std::string_view name) {
  for (const DetectorOption& option : image.options.subspan(
           rule.detector_options.begin, rule.detector_options.count)) {
    if (image.String(option.name) == name) {
      return NameSet(image.String(option.value));
    }
  }
  return NameSet({});
}

}  // namespace

void DetectPersonNames(const DatabaseImage& image, uint32_t rule,
                       std::string_view text, Budget& budget,
                       std::vector<Match>& matches) {
  const RuleRecord& record = image.rules[rule];
  NameScan scan(text, SetOf(image, record, "givenNames"),
                SetOf(image, record, "surnames"));
  uint32_t pos = 0;
  while (pos < text.size()) {
    if (!IsCapital(text, pos) || !BeginsCleanly(text, pos)) {
      ++pos;
      continue;
    }
    if (!budget.Pay(4)) return;
    Match match;
    match.rule = rule;
    if (scan.Take(pos, pos, match)) matches.push_back(match);
  }
}

}  // namespace sluice
