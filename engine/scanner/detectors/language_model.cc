#include "scanner/detectors/language_model.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "scanner/detectors/language_weights_table.h"
#include "scanner/detectors/line_marks.h"
#include "scanner/detectors/line_sample.h"
#include "scanner/language_ids.h"

namespace sluice {
namespace {

namespace model = language_model;

constexpr uint32_t kMaxCount = 7;

int32_t SquareRoot(uint64_t square) {
  uint64_t root = 0;
  for (uint64_t bit = uint64_t{1} << 31; bit != 0; bit >>= 1) {
    if ((root | bit) * (root | bit) <= square) root |= bit;
  }
  return static_cast<int32_t>(root);
}

using Hidden = std::array<int32_t, model::kDimensions>;

class Reader {
 public:
  void Take(const LineTokens& line) {
    model::LineFeatures(line, [&](model::Feature feature) {
      if (model::kChecks[feature.bucket] != feature.check) return;
      uint8_t& count = counts_[feature.bucket];
      if (count == 0) {
        seen_[seen_count_++] = static_cast<uint16_t>(feature.bucket);
      }
      count = static_cast<uint8_t>(std::min<uint32_t>(count + 1u, kMaxCount));
    });
  }

  // The sum of the vectors of what was seen; all 0 when nothing was.
  Hidden Sum() const {
    Hidden hidden{};
    uint64_t squares = 0;
    for (uint32_t i = 0; i < seen_count_; ++i) {
      const uint32_t bucket = seen_[i];
      const uint32_t value = model::kCountValues[counts_[bucket]];
      squares += uint64_t{value} * value;
      Add(bucket, static_cast<int32_t>(value), hidden);
    }
    if (squares == 0) return hidden;
    const int32_t length = SquareRoot(squares);
    for (int32_t& sum : hidden) {
      sum = sum * static_cast<int32_t>(model::kNorm * model::kHiddenUnit) /
            length;
    }
    return hidden;
  }

 private:
  static void Add(uint32_t bucket, int32_t value, Hidden& hidden) {
    const uint8_t* vector = &model::kVectors[bucket * model::kDimensions / 2];
    for (uint32_t d = 0; d < model::kDimensions; d += 2) {
      const uint8_t pair = vector[d / 2];
      hidden[d] += value * ((pair & 15) - 8);
      hidden[d + 1] += value * ((pair >> 4) - 8);
    }
  }

  std::array<uint8_t, model::kBuckets> counts_{};
  std::array<uint16_t, model::kBuckets> seen_;  // buckets with a count
  uint32_t seen_count_ = 0;
};

LanguageId Choose(const Hidden& hidden) {
  uint32_t best = 0;
  int32_t best_score = 0;
  for (uint32_t c = 0; c < model::kClasses; ++c) {
    int32_t score = model::kClassBias[c];
    for (uint32_t d = 0; d < model::kDimensions; ++d) {
      score += model::kClassWeights[c * model::kDimensions + d] * hidden[d];
    }
    if (c == 0 || score > best_score) {
      best = c;
      best_score = score;
    }
  }
  return model::kClassIds[best];
}

}  // namespace

LanguageId GuessLanguage(std::string_view code) {
  Reader reader;
  LineTokens tokens;
  LineMarks marks;
  ForEachSampledLine(code, [&](size_t begin, size_t end) {
    Tokenize(code, marks.Skip(code, begin, end), end, tokens);
    reader.Take(tokens);
  });
  const Hidden hidden = reader.Sum();
  if (hidden == Hidden{}) return language::kNoLanguage;
  return Choose(hidden);
}

}  // namespace sluice
