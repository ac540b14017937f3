#include "compiler/frequency.h"

#include <array>
#include <bit>
#include <cmath>

#include "compiler/frequency_table.h"
#include "scanner/canonical.h"

namespace sluice {
namespace {

using Distribution = std::array<double, kCodeCount>;

double PairProbability(uint32_t first, uint32_t second) {
  return std::exp2(-kPairCosts[first][second] / 8.0);
}

struct Model {
  Distribution single{};                        // P(code)
  std::array<Distribution, kCodeCount> next{};  // P(second | first)
};

Model MakeModel() {
  Model model;
  for (uint32_t a = 0; a < kCodeCount; ++a) {
    double sum = 0;
    for (uint32_t b = 0; b < kCodeCount; ++b) sum += PairProbability(a, b);
    model.single[a] = sum;
    for (uint32_t b = 0; b < kCodeCount; ++b) {
      model.next[a][b] = PairProbability(a, b) / sum;
    }
  }
  return model;
}

bool Holds(CodeSet set, uint32_t code) { return ((set >> code) & 1) != 0; }

}  // namespace

double ExpectedFrequency(std::span<const CodeSet> sets) {
  static const Model kModel = MakeModel();
  Distribution reach{};
  for (uint32_t code = 0; code < kCodeCount; ++code) {
    if (Holds(sets[0], code)) reach[code] = kModel.single[code];
  }
  for (const CodeSet set : sets.subspan(1)) {
    Distribution following{};
    for (uint32_t a = 0; a < kCodeCount; ++a) {
      if (reach[a] == 0) continue;
      for (uint32_t b = 0; b < kCodeCount; ++b) {
        if (Holds(set, b)) following[b] += reach[a] * kModel.next[a][b];
      }
    }
    reach = following;
  }
  double total = 0;
  for (const double probability : reach) total += probability;
  return total;
}

}  // namespace sluice
