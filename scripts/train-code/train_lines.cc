// Trains the line model: logistic regression with Adagrad on single lines and
// on the means of their windows. Writes the weights as a table of bytes.
//
//   train_lines rows.bin line_weights_table.h
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "rows.h"
#include "scanner/detectors/line_model.h"

namespace {

using namespace sluice;

struct Line {
  std::vector<uint16_t> tokens, whole;
  float label = 0;    // 1: code
  bool known = true;  // what it is
};
struct Window {
  std::vector<Line> lines;
  bool mixed = false;
  float label = 0, weight = 1;
};

constexpr int kEpochs = 12;
// What is written is the mean of the model after each of the last ones.
constexpr int kAveragedEpochs = 6;
constexpr float kRate = 0.06f, kDecay = 2e-6f;
// Code that is missed is worse than a text too much.
constexpr double kCodeWeight = 1.25;

Window Featurise(const Row& row) {
  Window window;
  window.mixed = row.mixed;
  window.label = row.code ? 1 : 0;
  std::vector<LineFigures> figures(1);
  const auto lines = SolidLines(row.text);
  LineTokens tokens;
  for (std::string_view text : lines) {
    Line line;
    line.label = window.label;
    if (row.mixed) {
      line.label = text[0] == '+' ? 1 : 0;
      line.known = text[0] != '?';
      text.remove_prefix(1);
      if (SolidLines(text).empty()) continue;
    }
    Tokenize(text, 0, text.size(), tokens);
    line_model::TokenFeatures(
        tokens, [&](uint32_t b) { line.tokens.push_back(uint16_t(b)); });
    line_model::ShapeFeatures(
        tokens, [&](uint32_t b) { line.whole.push_back(uint16_t(b)); });
    window.lines.push_back(line);
    figures.push_back(FiguresOf(tokens));
  }
  figures.emplace_back();
  for (size_t i = 0; i < window.lines.size(); ++i) {
    line_model::ContextFeatures(
        figures[i], figures[i + 1], figures[i + 2],
        [&](uint32_t b) { window.lines[i].whole.push_back(uint16_t(b)); });
  }
  return window;
}

class Model {
 public:
  float Score(const Line& line) const {
    float tokens = 0, whole = bias;
    for (uint16_t b : line.tokens) tokens += weights[b];
    for (uint16_t b : line.whole) whole += weights[b];
    return whole + tokens / Root(line);
  }
  void Step(const Line& line, float gradient) {
    const float root = Root(line);
    for (uint16_t b : line.tokens) Move(b, gradient / root);
    for (uint16_t b : line.whole) Move(b, gradient);
    bias_sum_ += gradient * gradient;
    bias -= kRate * gradient / std::sqrt(bias_sum_);
  }
  std::vector<float> weights = std::vector<float>(kLineBuckets, 0.0f);
  float bias = 0;

 private:
  static float Root(const Line& line) {
    return std::sqrt(float(line.tokens.size()) + 1e-3f);
  }
  void Move(uint16_t b, float gradient) {
    gradient += kDecay * weights[b];
    sums_[b] += gradient * gradient;
    weights[b] -= kRate * gradient / std::sqrt(sums_[b]);
  }
  std::vector<float> sums_ = std::vector<float>(kLineBuckets, 0.1f);
  float bias_sum_ = 1;
};

// Half of the loss is that of each line, half that of the window's mean; of
// windows that are all code or all prose.
void Learn(Model& model, const Window& window) {
  std::vector<float> scores;
  float sum = 0;
  for (const Line& line : window.lines) {
    scores.push_back(model.Score(line));
    sum += std::clamp(scores.back(), -4.0f, 4.0f);
  }
  const float n = float(scores.size());
  const float mean = sum / (n + 1) * 2;
  const float outer = (Sigmoid(mean) - window.label) * 2 / std::sqrt(n);
  for (size_t i = 0; i < scores.size(); ++i) {
    const Line& line = window.lines[i];
    if (!line.known) continue;
    const float own = (Sigmoid(scores[i]) - line.label) / std::sqrt(n);
    const bool clipped = window.mixed || std::abs(scores[i]) > 4;
    model.Step(line,
               window.weight * (0.5f * own + (clipped ? 0 : 0.5f * outer)));
  }
}

void Write(const Model& model, const char* path) {
  FILE* file = std::fopen(path, "w");
  std::fprintf(file,
               "// Made by npm run train:code; see docs/source-code.md.\n"
               "#ifndef SLUICE_SCANNER_DETECTORS_LINE_WEIGHTS_TABLE_H_\n"
               "#define SLUICE_SCANNER_DETECTORS_LINE_WEIGHTS_TABLE_H_\n\n"
               "#include <cstdint>\n\n"
               "namespace sluice {\n\n// Log-odds in 1/32 a feature.\n"
               "inline constexpr int32_t kLineBias = %d;\n"
               "// clang-format off\n"
               "inline constexpr int8_t kLineWeights[%u] = {",
               int(std::lround(model.bias * 32)), kLineBuckets);
  int saturated = 0;
  for (uint32_t i = 0; i < kLineBuckets; ++i) {
    const long weight = std::lround(model.weights[i] * 32);
    saturated += std::abs(weight) > 127;
    std::fprintf(file, "%s%ld,", i % 24 == 0 ? "\n" : "",
                 std::clamp(weight, -127L, 127L));
  }
  std::fprintf(file,
               "};\n// clang-format on\n\n}  // namespace sluice\n\n"
               "#endif  // SLUICE_SCANNER_DETECTORS_LINE_WEIGHTS_TABLE_H_\n");
  std::fclose(file);
  std::printf("line model: bias %.2f, %d weights cut\n", model.bias, saturated);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::vector<Window> windows;
  double code = 0, text = 0;
  for (const Row& row : ReadRows(argv[1])) {
    if (row.held || (row.code && (row.language == "log"))) continue;
    windows.push_back(Featurise(row));
    if (!row.mixed) (row.code ? code : text) += 1;
  }
  for (Window& window : windows) {
    if (window.mixed) continue;
    window.weight =
        float(window.label > 0 ? kCodeWeight * (code + text) / 2 / code
                               : (code + text) / 2 / text);
  }
  std::printf("line model: %.0f windows of code, %.0f of text\n", code, text);
  Model model, mean;
  Random random(1);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    Shuffle(windows, random);
    for (const Window& window : windows) Learn(model, window);
    if (epoch < kEpochs - kAveragedEpochs) continue;
    mean.bias += model.bias / kAveragedEpochs;
    for (uint32_t i = 0; i < kLineBuckets; ++i)
      mean.weights[i] += model.weights[i] / kAveragedEpochs;
  }
  Write(mean, argv[2]);
}
