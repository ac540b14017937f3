// What a text holds, by one look at each byte.
#ifndef SLUICE_SCANNER_VIEWS_TRAITS_H_
#define SLUICE_SCANNER_VIEWS_TRAITS_H_

#include <cstdint>
#include <string_view>

namespace sluice {

enum Trait : uint32_t {
  kHasUnseen = 1,  // control characters, or bytes beyond ASCII
  kHasNewline = 2,
  kHasPercent = 4,
  kHasAmpersand = 8,
  kHasBackslash = 16,
  kHasMark = 32,  // '<', '*', '_', '`', '~', '['
  kHasQuote = 64,
  kHasEquals = 128,
};

// The union over all bytes.
uint32_t TraitsOf(std::string_view text);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_TRAITS_H_
