// The parts of line_model.h that need no weights: training uses them too.
#include <string_view>

#include "scanner/bytes.h"
#include "scanner/detectors/line_model.h"

namespace sluice {

namespace line_model {

uint8_t KindOf(char c) {
  if (IsLowerByte(c)) return 1;
  if (IsUpperByte(c)) return 2;
  if (IsDigitByte(c)) return 3;
  constexpr std::string_view kMarks = "{}()[];:,.!?\"'`<>=/\\#*-+$@%&|_~^";
  const size_t at = kMarks.find(c);
  if (at != kMarks.npos) return static_cast<uint8_t>(5 + at);
  return IsAsciiByte(c) ? 0 : 4;
}

uint32_t SizeBucket(uint32_t size) {
  uint32_t bucket = 0;
  while (size >= 4) {
    size >>= 1;
    bucket += 2;
  }
  bucket += size;
  return bucket < 15 ? bucket : 15;
}

}  // namespace line_model

LineFigures FiguresOf(const LineTokens& line) {
  LineFigures figures;
  figures.indent = line.indent;
  figures.size = line_model::SizeBucket(line.bytes - line.indent);
  figures.commas = line.commas;
  figures.tabs = line.tabs;
  figures.pipes = line.pipes;
  figures.semicolons = line.semicolons;
  figures.first_hash = line.count > 0 ? line.tokens[0].hash : 0;
  figures.first = line_model::KindOf(line.first);
  figures.last = line_model::KindOf(line.last);
  figures.none = false;
  return figures;
}

}  // namespace sluice
