// Rows of training text, as gather.py writes them, and what both trainings
// compute with.
#ifndef SLUICE_TRAIN_CODE_ROWS_H_
#define SLUICE_TRAIN_CODE_ROWS_H_

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Row {
  bool held = false;  // measured on, not trained on
  bool code = false;
  bool mixed = false;    // each line has a mark before it: '+', '-' or '?'
  std::string language;  // or the kind of prose
  std::string group;     // the package
  std::string text;
};

inline std::vector<Row> ReadRows(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(file)), {});
  std::vector<Row> rows;
  for (size_t at = 0; at < all.size();) {
    const size_t end = all.find('\n', at);
    std::istringstream head(all.substr(at, end - at));
    std::string split, kind;
    size_t size = 0;
    Row row;
    head >> split >> kind >> row.language >> row.group >> size;
    row.held = split == "held";
    row.code = kind == "code";
    row.mixed = kind == "mixed";
    row.text = all.substr(end + 1, size);
    rows.push_back(row);
    at = end + 1 + size + 1;
  }
  return rows;
}

// Solid lines of a text.
inline std::vector<std::string_view> SolidLines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r\v\f") != line.npos) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

// The same sequence everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint32_t Below(uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % bound);
  }

 private:
  uint64_t state_;
};

template <typename T>
void Shuffle(std::vector<T>& items, Random& random) {
  for (size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[random.Below(static_cast<uint32_t>(i))]);
  }
}

// exp(-x) and friends without the C library's, whose last bits differ between
// machines.
inline float Exp(float x) {
  if (x < -80) return 0;
  if (x > 80) x = 80;
  const int whole =
      static_cast<int>(x * 1.4426950408889634f + (x < 0 ? -0.5f : 0.5f));
  const float rest = x - static_cast<float>(whole) * 0.6931471805599453f;
  float sum = 1, term = 1;
  for (int i = 1; i < 9; ++i) {
    term *= rest / static_cast<float>(i);
    sum += term;
  }
  for (int i = 0; i < whole; ++i) sum *= 2;
  for (int i = 0; i > whole; --i) sum *= 0.5f;
  return sum;
}
inline float Sigmoid(float x) { return 1 / (1 + Exp(-x)); }

#endif  // SLUICE_TRAIN_CODE_ROWS_H_
