// Trains the language model: picks the most telling feature for each bucket,
// learns a short vector for each and a linear layer over their sum (softmax,
// Adagrad, half of the features left out at random), all in steps that 4 bits
// can hold. Writes tables of bytes.
//
//   train_languages rows.bin language_weights_table.h
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

#include "language_corpus.h"
#include "rows.h"
#include "scanner/detectors/language_model.h"
#include "sluice/verdict.h"

namespace {

using namespace sluice;
using language_model::kBuckets;
using language_model::kDimensions;

constexpr int kEpochs = 24;
// What is written is the mean of the model after each of the last ones: single
// steps leave it noisy.
constexpr int kAveragedEpochs = 12;
constexpr float kRate = 0.05f, kOuterRate = 0.02f, kDecay = 1e-5f;
constexpr float kStep = 1.0f / 4;  // of a vector's 4-bit numbers
// What fewer have is a name of theirs, no word of the language.
constexpr size_t kFewestWindows = 4, kFewestPackages = 2;

// Mutual information of a feature's presence with the language, all languages
// being equally likely.
double Information(const std::vector<double>& seen,
                   const std::vector<double>& sizes) {
  double mean = 0, bits = 0;
  for (size_t c = 0; c < sizes.size(); ++c)
    mean += seen[c] / sizes[c] / double(sizes.size());
  for (size_t c = 0; c < sizes.size(); ++c) {
    const double p = seen[c] / sizes[c];
    if (p > 0) bits += p * std::log(p / mean);
    if (p < 1) bits += (1 - p) * std::log((1 - p) / (1 - mean));
  }
  return bits;
}

// (key, sample) of all features, in order.
using Seen = std::vector<std::pair<uint32_t, uint32_t>>;

Seen SeenIn(const std::vector<Sample>& samples) {
  Seen seen;
  for (uint32_t n = 0; n < samples.size(); ++n) {
    std::set<uint32_t> keys;
    for (const auto& line : samples[n].lines)
      keys.insert(line.begin(), line.end());
    for (uint32_t key : keys) seen.emplace_back(key, n);
  }
  std::sort(seen.begin(), seen.end());
  return seen;
}

// The check byte of the best feature of each bucket; 0: none.
std::vector<uint8_t> ChooseFeatures(const std::vector<Sample>& samples,
                                    const std::vector<double>& sizes) {
  const Seen seen = SeenIn(samples);
  std::vector<double> best(kBuckets, 0);
  std::vector<uint8_t> checks(kBuckets, 0);
  for (size_t i = 0; i < seen.size();) {
    const uint32_t key = seen[i].first;
    std::vector<double> counts(sizes.size(), 0);
    std::set<uint32_t> packages;
    const size_t begin = i;
    for (; i < seen.size() && seen[i].first == key; ++i) {
      const Sample& sample = samples[seen[i].second];
      counts[sample.label] += sample.share;
      packages.insert(sample.package);
    }
    const bool rare =
        i - begin < kFewestWindows || packages.size() < kFewestPackages;
    const double bits = rare ? 0 : Information(counts, sizes);
    if (bits > best[key >> 8]) {
      best[key >> 8] = bits;
      checks[key >> 8] = uint8_t(key & 255);
    }
  }
  return checks;
}

using Vector = std::array<float, kDimensions>;

float Quantised(float x) {
  return std::clamp(std::round(x / kStep), -7.0f, 7.0f) * kStep;
}

class Model {
 public:
  explicit Model(size_t classes)
      : layer(classes),
        bias(classes),
        layer_sums_(classes),
        bias_sums_(classes, 1e-2f) {
    Random random(7);
    const auto small = [&] {
      return (float(random.Below(2001)) - 1000) / 1000;
    };
    for (auto& v : layer)
      for (float& x : v) x = small() * 0.3f;
    for (auto& v : layer_sums_) v.fill(1e-2f);
    for (auto& v : vectors)
      for (float& x : v) x = small() * 0.3f;
    for (auto& v : sums_) v.fill(1e-2f);
  }

  // `features`: bucket and value, values of length 1 together.
  void Learn(const std::vector<std::pair<uint32_t, float>>& features,
             uint32_t label, float weight) {
    Vector hidden{};
    for (const auto& [b, value] : features) {
      for (uint32_t d = 0; d < kDimensions; ++d)
        hidden[d] += value * Quantised(vectors[b][d]);
    }
    std::vector<float> p = Softmax(hidden);
    p[label] -= 1;
    Vector back{};
    for (size_t c = 0; c < layer.size(); ++c) {
      const float g = p[c] * weight;
      for (uint32_t d = 0; d < kDimensions; ++d) {
        back[d] += g * layer[c][d];
        Move(layer[c][d], layer_sums_[c][d], g * hidden[d], kOuterRate);
      }
      Move(bias[c], bias_sums_[c], g, kOuterRate);
    }
    for (const auto& [b, value] : features) {
      for (uint32_t d = 0; d < kDimensions; ++d) {
        Move(vectors[b][d], sums_[b][d],
             back[d] * value + kDecay * vectors[b][d], kRate);
        vectors[b][d] = std::clamp(vectors[b][d], -7.4f * kStep, 7.4f * kStep);
      }
    }
  }

  std::vector<Vector> vectors = std::vector<Vector>(kBuckets);
  std::vector<Vector> layer;
  std::vector<float> bias;

 private:
  std::vector<float> Softmax(const Vector& hidden) const {
    std::vector<float> p;
    float top = -1e9f, sum = 0;
    for (size_t c = 0; c < layer.size(); ++c) {
      float logit = bias[c];
      for (uint32_t d = 0; d < kDimensions; ++d)
        logit += layer[c][d] * hidden[d];
      p.push_back(logit);
      top = std::max(top, logit);
    }
    for (float& x : p) sum += x = Exp(x - top);
    for (float& x : p) x /= sum;
    return p;
  }
  static void Move(float& x, float& sum, float gradient, float rate) {
    sum += gradient * gradient;
    x -= rate * gradient / std::sqrt(sum);
  }

  std::vector<Vector> sums_ = std::vector<Vector>(kBuckets);
  std::vector<Vector> layer_sums_;
  std::vector<float> bias_sums_;
};

// The mean of models.
class Average {
 public:
  explicit Average(size_t classes) : sum_(classes) {
    for (Vector& v : sum_.vectors) v.fill(0);
    for (Vector& v : sum_.layer) v.fill(0);
  }
  void Take(const Model& model) {
    ++count_;
    Add(model.vectors, sum_.vectors);
    Add(model.layer, sum_.layer);
    for (size_t c = 0; c < model.bias.size(); ++c)
      sum_.bias[c] += model.bias[c];
  }
  Model Mean() const {
    Model mean = sum_;
    for (Vector& v : mean.vectors)
      for (float& x : v) x /= count_;
    for (Vector& v : mean.layer)
      for (float& x : v) x /= count_;
    for (float& x : mean.bias) x /= count_;
    return mean;
  }

 private:
  static void Add(const std::vector<Vector>& from, std::vector<Vector>& to) {
    for (size_t i = 0; i < from.size(); ++i)
      for (uint32_t d = 0; d < kDimensions; ++d) to[i][d] += from[i][d];
  }
  Model sum_;
  float count_ = 0;
};

// A part of the sample's lines, some of their features left out.
std::vector<std::pair<uint32_t, float>> Draw(const Sample& sample,
                                             const std::vector<uint8_t>& checks,
                                             Random& random) {
  const auto n = uint32_t(sample.lines.size());
  // Short texts are the hard ones.
  const uint32_t length =
      n <= 3 || random.Below(6) == 0
          ? n
          : 3 + std::min(random.Below(n - 2), random.Below(n - 2));
  const uint32_t begin = random.Below(n - std::min(n, length) + 1);
  const uint32_t keep = 5 + random.Below(6);  // of 10
  static std::vector<uint8_t> counts(kBuckets, 0);
  std::vector<uint32_t> buckets;
  for (uint32_t i = begin; i < std::min(n, begin + length); ++i) {
    for (uint32_t key : sample.lines[i]) {
      if (checks[key >> 8] != (key & 255)) continue;
      uint8_t& count = counts[key >> 8];
      if (count == 0) buckets.push_back(key >> 8);
      if (count < 7) ++count;
    }
  }
  std::vector<std::pair<uint32_t, float>> features;
  float squares = 0;
  for (uint32_t bucket : buckets) {
    const uint8_t count = counts[bucket];
    counts[bucket] = 0;
    if (random.Below(10) >= keep) continue;
    const float value = float(language_model::kCountValues[count]);
    squares += value * value;
    features.emplace_back(bucket, value);
  }
  for (auto& feature : features)
    feature.second *= language_model::kNorm / std::sqrt(squares);
  return features;
}

void PrintNumbers(FILE* file, const std::vector<long>& numbers) {
  for (size_t i = 0; i < numbers.size(); ++i) {
    std::fprintf(file, "%s%ld,", i % 24 == 0 ? "\n" : "", numbers[i]);
  }
  std::fprintf(file, "};\n");
}

void Write(const Model& model, const std::vector<uint8_t>& checks,
           const std::vector<LanguageId>& classes, const char* path) {
  float top = 0;
  for (const auto& v : model.layer)
    for (float x : v) top = std::max(top, std::abs(x));
  const float scale = 127 / top;
  std::vector<long> ids, layer, bias, known, vectors;
  for (LanguageId id : classes) ids.push_back(id);
  for (const auto& v : model.layer)
    for (float x : v) layer.push_back(std::lround(x * scale));
  // The sum of products is in units of step * scale / hidden's unit.
  for (float x : model.bias) {
    bias.push_back(
        std::lround(x * scale / kStep * language_model::kHiddenUnit));
  }
  for (uint8_t c : checks) known.push_back(c);
  for (uint32_t b = 0; b < kBuckets; ++b) {
    for (uint32_t d = 0; d < kDimensions; d += 2) {
      const auto low = std::lround(Quantised(model.vectors[b][d]) / kStep) + 8;
      const auto high =
          std::lround(Quantised(model.vectors[b][d + 1]) / kStep) + 8;
      vectors.push_back(checks[b] == 0 ? 0x88 : low | high << 4);
    }
  }
  FILE* file = std::fopen(path, "w");
  std::fprintf(
      file,
      "// Made by npm run train:code; see docs/source-code.md.\n"
      "#ifndef SLUICE_SCANNER_DETECTORS_LANGUAGE_WEIGHTS_TABLE_H_\n"
      "#define SLUICE_SCANNER_DETECTORS_LANGUAGE_WEIGHTS_TABLE_H_\n\n"
      "#include <cstdint>\n\nnamespace sluice::language_model {\n\n"
      "inline constexpr uint32_t kClasses = %zu;\n// clang-format off\n"
      "inline constexpr uint8_t kClassIds[kClasses] = {",
      classes.size());
  PrintNumbers(file, ids);
  std::fprintf(file, "inline constexpr int32_t kClassBias[kClasses] = {");
  PrintNumbers(file, bias);
  std::fprintf(file, "inline constexpr int8_t kClassWeights[kClasses * %u] = {",
               kDimensions);
  PrintNumbers(file, layer);
  std::fprintf(file, "inline constexpr uint8_t kChecks[%u] = {", kBuckets);
  PrintNumbers(file, known);
  std::fprintf(file, "inline constexpr uint8_t kVectors[%u * %u] = {", kBuckets,
               kDimensions / 2);
  PrintNumbers(file, vectors);
  std::fprintf(
      file,
      "// clang-format on\n\n}  // namespace sluice::language_model\n\n"
      "#endif  // SLUICE_SCANNER_DETECTORS_LANGUAGE_WEIGHTS_TABLE_H_\n");
  std::fclose(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Corpus corpus = ReadCorpus(argv[1]);
  std::vector<Sample>& samples = corpus.samples;
  const std::vector<uint8_t> checks = ChooseFeatures(samples, corpus.sizes);
  std::printf("language model: %zu windows, %zu classes\n", samples.size(),
              corpus.classes.size());
  Model model(corpus.classes.size());
  Average average(corpus.classes.size());
  Random random(2);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    Shuffle(samples, random);
    for (const Sample& sample : samples) {
      if (sample.lines.empty()) continue;
      const auto features = Draw(sample, checks, random);
      if (!features.empty()) model.Learn(features, sample.label, sample.weight);
    }
    if (epoch >= kEpochs - kAveragedEpochs) average.Take(model);
  }
  Write(average.Mean(), checks, corpus.classes, argv[2]);
}
