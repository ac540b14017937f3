#include "compiler/frequency.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>

#include "compiler/frequency_table.h"
#include "scanner/canonical.h"

namespace sluice {
namespace {

using Distribution = std::array<double, kCodeCount>;

double Probability(uint32_t cost) {
  return std::exp2(-static_cast<double>(cost) / 8.0);
}

double PairProbability(uint32_t first, uint32_t second) {
  return Probability(kPairCosts[first][second]);
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

// How often a common gram occurs; 0: it is none.
double CommonFrequency(uint32_t codes) {
  const auto gram = std::lower_bound(
      std::begin(kCommonGrams), std::end(kCommonGrams), codes,
      [](const CommonGram& a, uint32_t wanted) { return a.codes < wanted; });
  const bool known = gram != std::end(kCommonGrams) && gram->codes == codes;
  return known ? Probability(gram->cost) : 0;
}

// The sum over all grams that begin with `codes` and go on in `sets`.
double CommonFrequency(uint32_t codes, std::span<const CodeSet> sets) {
  if (sets.empty()) return CommonFrequency(codes);
  double sum = 0;
  for (CodeSet rest = sets[0]; rest != 0; rest &= rest - 1) {
    const auto code = static_cast<uint32_t>(std::countr_zero(rest));
    sum += CommonFrequency(codes << 6 | code, sets.subspan(1));
  }
  return sum;
}

}  // namespace

double ExpectedFrequency(std::span<const CodeSet> sets) {
  static const Model kModel = MakeModel();
  Distribution reach{};
  for (CodeSet rest = sets[0]; rest != 0; rest &= rest - 1) {
    const auto code = static_cast<uint32_t>(std::countr_zero(rest));
    reach[code] = kModel.single[code];
  }
  CodeSet known = sets[0];
  for (const CodeSet set : sets.subspan(1)) {
    Distribution following{};
    for (CodeSet from = known; from != 0; from &= from - 1) {
      const auto a = static_cast<uint32_t>(std::countr_zero(from));
      for (CodeSet to = set; to != 0; to &= to - 1) {
        const auto b = static_cast<uint32_t>(std::countr_zero(to));
        following[b] += reach[a] * kModel.next[a][b];
      }
    }
    reach = following;
    known = set;
  }
  double total = 0;
  for (const double probability : reach) total += probability;
  return total;
}

double GramFrequency(std::span<const CodeSet, 4> sets) {
  return std::max(ExpectedFrequency(sets), CommonFrequency(0, sets));
}

}  // namespace sluice
