// The parts of line_model.h that need no weights: training uses them too.
#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "scanner/bytes.h"
#include "scanner/detectors/line_model.h"

namespace sluice {

namespace line_model {

namespace {

constexpr uint8_t MakeKind(char c) {
  if (IsLowerByte(c)) return 1;
  if (IsUpperByte(c)) return 2;
  if (IsDigitByte(c)) return 3;
  constexpr std::string_view kMarks = "{}()[];:,.!?\"'`<>=/\\#*-+$@%&|_~^";
  const size_t at = kMarks.find(c);
  if (at != kMarks.npos) return static_cast<uint8_t>(5 + at);
  return IsAsciiByte(c) ? 0 : 4;
}

constexpr std::array<uint8_t, 256> MakeKinds() {
  std::array<uint8_t, 256> kinds{};
  for (uint32_t c = 0; c < 256; ++c) kinds[c] = MakeKind(static_cast<char>(c));
  return kinds;
}
constexpr std::array<uint8_t, 256> kKinds = MakeKinds();

}  // namespace

uint8_t KindOf(char c) { return kKinds[static_cast<uint8_t>(c)]; }

uint32_t SizeBucket(uint32_t size) {
  if (size < 4) return size;
  const uint32_t halvings = static_cast<uint32_t>(std::bit_width(size)) - 2;
  return std::min(2 * halvings + (size >> halvings), 15u);
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
