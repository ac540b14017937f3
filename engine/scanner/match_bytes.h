// What a program's assertions and folded literals ask about a text's bytes.
#ifndef SLUICE_SCANNER_MATCH_BYTES_H_
#define SLUICE_SCANNER_MATCH_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scanner/bytes.h"
#include "scanner/canonical.h"

namespace sluice {

inline bool IsWordAt(std::string_view text, size_t position) {
  return position < text.size() && IsWordByte(text[position]);
}

// Bytes at `position`, which is in the text, that stand for `wanted`, a byte in
// lower case, when that byte itself does not; 0: none.
inline uint32_t FoldedLength(std::string_view text, size_t position,
                             char wanted) {
  const char byte = text[position];
  const bool is_upper = byte >= 'A' && byte <= 'Z';
  if (is_upper) return (byte | 0x20) == wanted ? 1 : 0;
  if (static_cast<uint8_t>(byte) < 0x80) return 0;
  const std::string_view rest = text.substr(position);
  if (wanted == 's' && rest.starts_with(kLongS)) return kLongS.size();
  if (wanted == 'k' && rest.starts_with(kKelvin)) return kKelvin.size();
  return 0;
}

inline bool WordBoundary(std::string_view text, uint32_t position) {
  const bool before = position > 0 && IsWordAt(text, position - 1);
  return before != IsWordAt(text, position);
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_MATCH_BYTES_H_
