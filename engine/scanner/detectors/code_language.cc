#include "scanner/detectors/code_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "scanner/detectors/language_marks.h"
#include "scanner/detectors/word_table.h"

namespace sluice {
namespace {

// The begin of a stretch says enough.
constexpr size_t kMaxBytes = 16384;
// A mark that repeats counts this often.
constexpr uint8_t kMaxRepeats = 3;
// Below this nothing stands out.
constexpr uint32_t kMinScore = 4;

using Table = WordTable<4096>;
constexpr uint32_t kSlots = 4096;
static_assert(language::kLanguageEnd <= 64);

// Value of an entry: language in the upper six bits, weight in the lower three.
constexpr Table MakeTable() {
  Table table;
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
      const auto weight = static_cast<uint32_t>(marks[i + 1] - '0');
      table.Add(hash, uint32_t{entry.language} << 3 | weight);
      hash = kHashBasis;
      i += 2;
    }
  }
  return table;
}

constexpr Table kTable = MakeTable();

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Ballot {
 public:
  void Vote(uint32_t hash) {
    kTable.ForEach(hash, [&](uint32_t slot, uint32_t value) {
      if (repeats_[slot] == kMaxRepeats) return;
      ++repeats_[slot];
      scores_[value >> 3] += value & 7u;
    });
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
