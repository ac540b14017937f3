#include "scanner/views/fold_table.h"

#include <algorithm>
#include <array>

#include "scanner/utf8.h"
#include "scanner/views/unicode_tables.h"

namespace sluice {
namespace {

constexpr uint32_t kRangeCount = sizeof(kFoldRanges) / sizeof(kFoldRanges[0]);
static_assert(kRangeCount == sizeof(kFoldCounts) / sizeof(kFoldCounts[0]));

constexpr uint32_t First(uint32_t range) { return range >> 11; }

constexpr std::array<char, 128> AsciiTable() {
  std::array<char, 128> table{};
  for (uint32_t i = 0; i < 128; ++i) table[i] = static_cast<char>(i);
  return table;
}
constexpr std::array<char, 128> kAscii = AsciiTable();

std::string_view OneChar(uint32_t c) { return {&kAscii[c & 127], 1}; }

std::string_view TextOf(FoldKind kind, uint32_t value, uint32_t offset) {
  switch (kind) {
    case FoldKind::kDigit:
      return OneChar('0' + (value + offset) % 10);
    case FoldKind::kSame:
    case FoldKind::kConfusable:
      return OneChar(value);
    case FoldKind::kCompatible:
      return OneChar(value + offset);
    case FoldKind::kAccent:
      return OneChar(kAccentLetters[kAccentBegin[value] + offset]);
    case FoldKind::kString:
      return {kFoldStrings + kFoldStringBegin[value],
              size_t{kFoldStringBegin[value + 1]} - kFoldStringBegin[value]};
    default:
      return {};
  }
}

}  // namespace

Fold FoldRune(uint32_t rune) {
  if (rune == kInvalidRune) return {FoldKind::kDrop, {}};
  // Han, Hangul and the like are most of what is not Latin.
  if (rune >= 0x3400 && rune < 0xA000) return {};
  if (rune >= 0xAC00 && rune < 0xD7B0) return {};
  const uint32_t* after = std::upper_bound(
      kFoldRanges, kFoldRanges + kRangeCount, rune,
      [](uint32_t value, uint32_t range) { return value < First(range); });
  if (after == kFoldRanges) return {};
  const uint32_t range = after[-1], offset = rune - First(range);
  if (offset >= kFoldCounts[after - 1 - kFoldRanges]) return {};
  const auto kind = static_cast<FoldKind>(range >> 8 & 7);
  const std::string_view text = TextOf(kind, range & 0xFF, offset);
  if (!text.empty() && text[0] == '\0') return {};  // a gap among the accents
  return {kind, text};
}

}  // namespace sluice
