#include "scanner/views/traits.h"

#include <array>

namespace sluice {
namespace {

constexpr uint8_t TraitOf(uint32_t byte) {
  switch (byte) {
    case '\t':
    case '\r':
      return 0;
    case '\n':
      return kHasNewline;
    case '%':
      return kHasPercent;
    case '&':
      return kHasAmpersand;
    case '\\':
      return kHasBackslash | kHasMark;
    case '<':
    case '*':
    case '_':
    case '`':
    case '~':
    case '[':
    case '/':
      return kHasMark;
    case '"':
    case '\'':
      return kHasQuote;
    case '=':
      return kHasEquals;
    default:
      return byte < 0x20 || byte >= 0x7F ? kHasUnseen : 0;
  }
}

constexpr std::array<uint8_t, 256> TraitTable() {
  std::array<uint8_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) table[i] = TraitOf(i);
  return table;
}
constexpr std::array<uint8_t, 256> kTraits = TraitTable();

uint32_t At(std::string_view text, size_t i) {
  return kTraits[static_cast<uint8_t>(text[i])];
}

}  // namespace

uint32_t TraitsOf(std::string_view text) {
  // Four sums keep the loads apart from each other.
  uint32_t a = 0, b = 0, c = 0, d = 0;
  size_t i = 0;
  for (; i + 4 <= text.size(); i += 4) {
    a |= At(text, i);
    b |= At(text, i + 1);
    c |= At(text, i + 2);
    d |= At(text, i + 3);
  }
  for (; i < text.size(); ++i) a |= At(text, i);
  return a | b | c | d;
}

}  // namespace sluice
