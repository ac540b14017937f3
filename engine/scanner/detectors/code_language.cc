#include "scanner/detectors/code_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "scanner/detectors/language_marks.h"

namespace sluice {
namespace {

// The begin of a stretch says enough.
constexpr size_t kMaxBytes = 16384;
// A mark that repeats counts this often.
constexpr uint8_t kMaxRepeats = 3;
// Below this nothing stands out.
constexpr uint32_t kMinScore = 4;

// The marks as a hash table with open addressing, filled by the compiler; the
// words themselves do not get into the program. A mark of several languages
// has a slot for each, next to each other.
constexpr uint32_t kSlots = 4096;

// Hash, language and weight in one word; 0 = free.
class Slot {
 public:
  constexpr Slot() = default;
  constexpr Slot(uint32_t hash, LanguageId language, uint32_t weight)
      : bits_((hash & kHashMask) | uint32_t{language} << 3 | weight) {}

  constexpr bool free() const { return bits_ == 0; }
  constexpr bool Holds(uint32_t hash) const {
    return ((bits_ ^ hash) & kHashMask) == 0;
  }
  constexpr uint32_t language() const { return bits_ >> 3 & 63u; }
  constexpr uint32_t weight() const { return bits_ & 7u; }

 private:
  static constexpr uint32_t kHashMask = ~511u;
  uint32_t bits_ = 0;
};
static_assert(language::kLanguageEnd <= 64);

constexpr uint32_t kHashBasis = 2166136261u;
constexpr uint32_t HashByte(uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}
constexpr uint32_t SlotOf(uint32_t hash) {
  return (hash ^ hash >> 15) % kSlots;
}

constexpr std::array<Slot, kSlots> FillSlots() {
  std::array<Slot, kSlots> slots{};
  for (const LanguageMarks& entry : kLanguageMarks) {
    uint32_t hash = kHashBasis;
    const std::string_view marks = entry.marks;
    for (size_t i = 0; i < marks.size(); ++i) {
      // The last ':' before a space or the end separates mark and weight.
      const bool is_weight =
          marks[i] == ':' && (i + 2 == marks.size() || marks[i + 2] == ' ');
      if (!is_weight) {
        hash = HashByte(hash, marks[i]);
        continue;
      }
      uint32_t slot = SlotOf(hash);
      while (!slots[slot].free()) slot = (slot + 1) % kSlots;
      slots[slot] =
          Slot(hash, entry.language, static_cast<uint32_t>(marks[i + 1] - '0'));
      hash = kHashBasis;
      i += 2;
    }
  }
  return slots;
}

constexpr std::array<Slot, kSlots> kTable = FillSlots();

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Ballot {
 public:
  void Vote(uint32_t hash) {
    for (uint32_t slot = SlotOf(hash); !kTable[slot].free();
         slot = (slot + 1) % kSlots) {
      if (!kTable[slot].Holds(hash) || repeats_[slot] == kMaxRepeats) {
        continue;
      }
      ++repeats_[slot];
      scores_[kTable[slot].language()] += kTable[slot].weight();
    }
  }

  LanguageId Winner() const {
    const auto best = std::max_element(scores_.begin(), scores_.end());
    if (*best < kMinScore) return language::kNoLanguage;
    return static_cast<LanguageId>(best - scores_.begin());
  }

 private:
  std::array<uint8_t, kSlots> repeats_{};
  std::array<uint32_t, language::kLanguageEnd> scores_{};
};

}  // namespace

LanguageId GuessLanguage(std::string_view code) {
  code = code.substr(0, kMaxBytes);
  Ballot ballot;
  for (size_t i = 0; i < code.size();) {
    if (IsSpace(code[i])) {
      ++i;
      continue;
    }
    const bool word = IsWordByte(code[i]);
    uint32_t hash = kHashBasis;
    for (; i < code.size() && !IsSpace(code[i]) && IsWordByte(code[i]) == word;
         ++i) {
      hash = HashByte(hash, code[i]);
    }
    ballot.Vote(hash);
  }
  return ballot.Winner();
}

}  // namespace sluice
