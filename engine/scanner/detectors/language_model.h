// Which language a stretch of code is in: known features are looked up, their
// vectors added up, and a linear layer tells the languages apart.
#ifndef SLUICE_SCANNER_DETECTORS_LANGUAGE_MODEL_H_
#define SLUICE_SCANNER_DETECTORS_LANGUAGE_MODEL_H_

#include <cstdint>
#include <string_view>

#include "scanner/detectors/code_tokens.h"
#include "sluice/verdict.h"

namespace sluice {

namespace language_model {

inline constexpr uint32_t kBuckets = 5760;

inline constexpr uint32_t kDimensions = 24;
// What a feature counts for that stands there 0 to 7 or more times: about the
// logarithm.
inline constexpr uint32_t kCountValues[8] = {0, 16, 25, 32, 37, 41, 45, 48};
// All features together have this length,
inline constexpr uint32_t kNorm = 4;
// in steps so fine.
inline constexpr uint32_t kHiddenUnit = 64;

// A feature: the bucket that may know it, and what must stand there.
struct Feature {
  uint32_t bucket;
  uint8_t check;
};

constexpr Feature MakeFeature(uint32_t family, uint32_t a, uint32_t b = 0) {
  uint32_t hash =
      (a * 0x9E3779B1u) ^ (b * 0x85EBCA77u) ^ (family * 0xC2B2AE3Du);
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  hash ^= hash >> 13;
  const auto bucket = static_cast<uint32_t>(uint64_t{hash} * kBuckets >> 32);
  return {bucket, static_cast<uint8_t>(hash | 1u)};
}

// The features of one line.
template <typename Sink>
void LineFeatures(const LineTokens& line, Sink sink) {
  Token before, earlier;
  for (uint32_t i = 0; i < line.count; ++i) {
    const Token token = line.tokens[i];
    const bool joined = !token.spaced && i > 0;
    sink(MakeFeature(1, token.hash));
    sink(MakeFeature(joined ? 3 : 2, token.hash, before.hash));
    if (!token.word()) {
      sink(MakeFeature(4, token.code() | before.code() << 8, earlier.code()));
    }
    sink(MakeFeature(5, token.hash * 31 + token.spaced, before.code()));
    sink(MakeFeature(6, before.hash * 31 + token.spaced, token.code()));
    earlier = before;
    before = token;
  }
  if (line.count == 0) return;
  const Token& one = line.tokens[0];
  const Token two = line.count > 1 ? line.tokens[1] : Token();
  sink(MakeFeature(7, one.hash, line.indent == 0));
  sink(MakeFeature(8, one.hash, two.code()));
  sink(MakeFeature(9, before.hash, one.code()));
  sink(MakeFeature(10, before.hash * 31 + earlier.code(), two.code()));
}

}  // namespace language_model

// language::kNoLanguage: in none that has a name here, or nobody knows.
LanguageId GuessLanguage(std::string_view code);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LANGUAGE_MODEL_H_
