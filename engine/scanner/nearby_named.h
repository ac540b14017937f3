// Numbers and codes in the sentence round the word that names them. What they
// are is for their checks to say; here is told where they may stand.
#ifndef SLUICE_SCANNER_NEARBY_NAMED_H_
#define SLUICE_SCANNER_NEARBY_NAMED_H_

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/bytes.h"
#include "sluice/types.h"

namespace sluice {

// Bytes round the word in which its value begins, or ends.
inline constexpr uint32_t kNamedAfter = 64;
inline constexpr uint32_t kNamedBefore = 40;

// The letters and digits that begin at `at`, which ends where `limit` is.
inline Span CodeAt(std::string_view text, uint32_t at, uint32_t limit) {
  uint32_t end = at;
  while (end < limit && IsAlnumByte(text[end])) ++end;
  return {at, end};
}

// The first code behind the word `label`, on its line or the next, that
// `accept` knows; else the last one before it on its line; else none.
template <typename Accept>
std::vector<Span> FindNamed(std::string_view text, Span label, Accept accept,
                            uint32_t& looked_at) {
  // Where a word ends that begins just in reach.
  constexpr uint32_t kLongest = 64;
  const auto size = static_cast<uint32_t>(text.size());
  const uint32_t lowest = label.begin - std::min(label.begin, kNamedBefore);
  const uint32_t reach = label.end + std::min(size - label.end, kNamedAfter);
  const uint32_t limit = reach + std::min(size - reach, kLongest);
  looked_at = limit - lowest;
  Span before;
  uint32_t lines = 0;
  for (uint32_t at = lowest; at < reach;) {
    if (at == label.begin) at = label.end;
    const Span code = CodeAt(text, at, at < label.begin ? label.begin : limit);
    const bool cut = at == lowest && at > 0 && IsWordByte(text[at - 1]);
    if (code.size() == 0) {
      if (text[at] == '\n' && at < label.begin) before = {};
      if (text[at] == '\n' && at >= label.end && ++lines == 2) break;
      ++at;
      continue;
    }
    if (!cut && accept(text.substr(code.begin, code.size()))) {
      if (code.begin >= label.end) return {code};
      before = code;
    }
    at = code.end;
  }
  if (before.size() == 0) return {};
  return {before};
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_NEARBY_NAMED_H_
