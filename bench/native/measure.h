// How the native programs measure and what they print.
#ifndef SLUICE_BENCH_MEASURE_H_
#define SLUICE_BENCH_MEASURE_H_

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::bench {

inline constexpr int kRounds = 7;
// What is timed at once: short enough that most are over before the machine
// turns to something else, so that medians leave the others out.
inline constexpr size_t kPiece = 128 << 10;

inline std::string ReadFile(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> ReadParts(const char* name, char separator) {
  std::ifstream file(name, std::ios::binary);
  std::vector<std::string> parts;
  for (std::string part; std::getline(file, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

template <typename Work>
double SecondsOf(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  return took.count();
}

// `share` 0.5 is the median.
inline double Quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto at =
      static_cast<size_t>(static_cast<double>(values.size()) * share);
  return values[std::min(at, values.size() - 1)];
}

// Prints MB/s of `scan`, which returns how much it found: at most `pieces`
// evenly spread pieces of the text, for each the median of kRounds after one
// that is not counted.
template <typename Scan>
void PrintThroughput(const char* engine, const char* name,
                     std::string_view text, size_t pieces, const Scan& scan) {
  double seconds = 0;
  size_t found = 0, bytes = 0;
  const size_t step = std::max(kPiece, text.size() / pieces);
  for (size_t at = 0; at < text.size(); at += step) {
    const std::string_view piece = text.substr(at, kPiece);
    bytes += piece.size();
    std::vector<double> took;
    found += scan(piece);
    for (int i = 0; i < kRounds; ++i) {
      took.push_back(SecondsOf([&] { scan(piece); }));
    }
    seconds += Quantile(took, 0.5);
  }
  std::printf(
      "{\"engine\":\"%s\",\"text\":\"%s\",\"mbPerSecond\":%.3f,\"found\":%zu}"
      "\n",
      engine, name, static_cast<double>(bytes) / 1e6 / seconds, found);
}

// Prints microseconds per paste over all of them, each seen before.
template <typename Scan>
void PrintLatency(const char* engine, const std::vector<std::string>& pastes,
                  const Scan& scan) {
  std::vector<double> medians;
  for (const std::string& paste : pastes) {
    std::vector<double> took;
    scan(paste);
    for (int i = 0; i < kRounds; ++i) {
      took.push_back(1e6 * SecondsOf([&] { scan(paste); }));
    }
    medians.push_back(Quantile(took, 0.5));
  }
  std::printf("{\"engine\":\"%s\",\"p50\":%.2f,\"p99\":%.2f}\n", engine,
              Quantile(medians, 0.5), Quantile(medians, 0.99));
}

}  // namespace sluice::bench

#endif  // SLUICE_BENCH_MEASURE_H_
