#include "scanner/detectors/line_model.h"

#include <array>

#include "scanner/detectors/line_weights_table.h"

namespace sluice {

namespace {

constexpr uint32_t kRootBits = 12;
constexpr uint32_t kMaxFeatures = 5 * kMaxLineTokens + 1;

// 1 / sqrt(n), rounded down, in 1/4096: integers are the same in all builds.
constexpr std::array<uint16_t, kMaxFeatures + 1> MakeInverseRoots() {
  std::array<uint16_t, kMaxFeatures + 1> roots{};
  for (uint32_t n = 1; n <= kMaxFeatures; ++n) {
    uint32_t root = 0;
    while ((root + 1) * (root + 1) * n <= 1u << (2 * kRootBits)) ++root;
    roots[n] = static_cast<uint16_t>(root);
  }
  return roots;
}
constexpr std::array<uint16_t, kMaxFeatures + 1> kInverseRoots =
    MakeInverseRoots();

}  // namespace

int32_t ScoreTokens(const LineTokens& line) {
  int32_t tokens = 0, whole = kLineBias;
  line_model::TokenFeatures(line,
                            [&](uint32_t b) { tokens += kLineWeights[b]; });
  line_model::ShapeFeatures(line,
                            [&](uint32_t b) { whole += kLineWeights[b]; });
  const int32_t root = kInverseRoots[5 * line.count + 1];
  return whole + tokens * root / (1 << kRootBits);
}

int32_t ScoreContext(const LineFigures& before, const LineFigures& line,
                     const LineFigures& after) {
  int32_t score = 0;
  line_model::ContextFeatures(before, line, after,
                              [&](uint32_t b) { score += kLineWeights[b]; });
  return score;
}

}  // namespace sluice
