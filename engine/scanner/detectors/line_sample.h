// The lines by which a stretch of text is named.
#ifndef SLUICE_SCANNER_DETECTORS_LINE_SAMPLE_H_
#define SLUICE_SCANNER_DETECTORS_LINE_SAMPLE_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sluice {

// Hands lines of `text` to `take(begin, end)`: all of a short one, else those
// of pieces spread evenly, for files begin with comments. So much says enough,
// and naming costs the same however long the text is.
template <typename Take>
void ForEachSampledLine(std::string_view text, Take take) {
  constexpr size_t kPieces = 4, kPieceBytes = 1024;
  const bool all = text.size() <= kPieces * kPieceBytes;
  size_t begin = 0;
  for (size_t piece = 0; piece < (all ? 1 : kPieces); ++piece) {
    const size_t from = text.size() / kPieces * piece;
    const size_t stop = all ? text.size() : from + kPieceBytes;
    // A long line reaches over the begins of pieces.
    if (from > begin) begin = std::min(text.find('\n', from), text.size()) + 1;
    while (begin < std::min(stop, text.size())) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      take(begin, end);
      begin = end + 1;
    }
  }
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LINE_SAMPLE_H_
