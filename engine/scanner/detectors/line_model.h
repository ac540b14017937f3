// How much a line of text looks like code: a linear model over hashed features
// of its tokens, its figures and its neighbours.
#ifndef SLUICE_SCANNER_DETECTORS_LINE_MODEL_H_
#define SLUICE_SCANNER_DETECTORS_LINE_MODEL_H_

#include <cstdint>

#include "scanner/detectors/code_tokens.h"

namespace sluice {

inline constexpr uint32_t kLineBuckets = 1u << 13;

// What a line's neighbours are told of it.
struct LineFigures {
  uint32_t indent = 0;
  uint32_t size = 0;  // bucket of its length
  uint32_t commas = 0, tabs = 0, pipes = 0, semicolons = 0;
  uint32_t first_hash = 0;
  uint8_t first = 0, last = 0;  // kinds of characters
  bool none = true;             // there is no such line
};

namespace line_model {

// One feature's bucket. `family` keeps the features of different kinds apart.
constexpr uint32_t Bucket(uint32_t family, uint32_t a, uint32_t b = 0) {
  const uint32_t factor = 0x9E3779B1u * (2 * family + 1);
  return ((a ^ (b << 13 | b >> 19)) * factor) >> 19;
}
static_assert(kLineBuckets == 1u << (32 - 19));

// Kinds of first and last characters, below 32.
uint8_t KindOf(char c);
// floor(log2) in half steps, at most 15.
uint32_t SizeBucket(uint32_t size);

// Features of the tokens; the sum of their weights is divided by the square
// root of their number. `sink(bucket)`.
template <typename Sink>
void TokenFeatures(const LineTokens& line, Sink sink) {
  uint32_t hash1 = 0, mix1 = 0, mix2 = 0;
  for (uint32_t i = 0; i < line.count; ++i) {
    const Token& token = line.tokens[i];
    const uint32_t mix = token.code() * 0x85EBCA77u;
    sink(Bucket(1, mix ^ (mix1 << 7 | mix1 >> 25), mix2));
    sink(Bucket(2, mix, mix1));
    sink(Bucket(3, token.hash, hash1));
    sink(Bucket(4, token.hash, mix1));
    sink(Bucket(5, hash1, mix));
    hash1 = token.hash;
    mix2 = mix1;
    mix1 = mix;
  }
  sink(Bucket(6, mix1, mix2));
}

// Features of the line as a whole, each with its full weight.
template <typename Sink>
void ShapeFeatures(const LineTokens& line, Sink sink) {
  const uint32_t first = KindOf(line.first), last = KindOf(line.last);
  const uint32_t indent = line.indent == 0  ? 0
                          : line.indent < 4 ? 1
                          : line.indent < 9 ? 2
                                            : 3;
  const uint32_t size = SizeBucket(line.bytes - line.indent);
  const uint32_t solid = line.letters + line.digits + line.marks + 1;
  const uint32_t marks = line.marks * 16 / solid;
  const Token none;
  const Token& one = line.count > 0 ? line.tokens[0] : none;
  const Token& two = line.count > 1 ? line.tokens[1] : none;
  const Token& end = line.count > 0 ? line.tokens[line.count - 1] : none;
  const Token& pre = line.count > 1 ? line.tokens[line.count - 2] : none;
  sink(Bucket(10, size, line.tab_indent));
  sink(Bucket(11, marks, size >> 2));
  sink(Bucket(12, line.words == 0 ? 31 : line.letters * 2 / line.words));
  sink(Bucket(13, line.words * 16 / (line.count + 1), size >> 2));
  sink(Bucket(14, line.digits * 12 / solid));
  sink(Bucket(15, line.uppers * 12 / solid));
  sink(Bucket(16, SizeBucket(line.longest_run), marks));
  sink(Bucket(17, first | last << 8, indent));
  sink(Bucket(18, first | last << 8));
  sink(Bucket(19, first, SizeBucket(line.longest_run)));
  sink(Bucket(20, last, SizeBucket(line.longest_run)));
  sink(Bucket(21, one.hash, indent));
  sink(Bucket(22, one.hash));
  sink(Bucket(23, one.hash, two.hash));
  sink(Bucket(24, one.hash, two.code()));
  sink(Bucket(25, end.hash));
  sink(Bucket(26, end.hash, pre.hash));
  sink(Bucket(27, end.code() | pre.code() << 8, line.foreign));
  uint32_t begin = 0;
  for (uint32_t i = 0; i < 5 && i < line.count; ++i) {
    begin = begin * 257 + line.tokens[i].code();
  }
  sink(Bucket(28, begin));
  sink(Bucket(29, indent | (line.tab_indent ? 8u : 0u) | first << 4));
}

// Features of the line among its neighbours.
template <typename Sink>
void ContextFeatures(const LineFigures& before, const LineFigures& line,
                     const LineFigures& after, Sink sink) {
  const auto relation = [](const LineFigures& a, const LineFigures& b) {
    if (a.none || b.none) return 3u;
    return a.indent == b.indent ? 0u : a.indent < b.indent ? 1u : 2u;
  };
  const uint32_t r1 = relation(before, line), r2 = relation(line, after);
  sink(Bucket(40, r1 | r2 << 2));
  sink(Bucket(41, before.last | uint32_t{line.first} << 8, r1));
  sink(Bucket(42, line.last | uint32_t{after.first} << 8, r2));
  sink(Bucket(43, before.first | uint32_t{line.first} << 8, after.first));
  sink(Bucket(44, before.last | uint32_t{line.last} << 8, after.last));
  sink(Bucket(45, before.size >> 1 | line.size >> 1 << 4, after.size >> 1));
  const auto same = [&](uint32_t LineFigures::*count) {
    if (line.*count == 0) return 0u;
    return 1u + (line.*count == before.*count) + (line.*count == after.*count);
  };
  sink(Bucket(46, same(&LineFigures::commas), line.commas > 1));
  sink(Bucket(47, same(&LineFigures::tabs), line.last));
  sink(Bucket(48, same(&LineFigures::pipes)));
  sink(Bucket(49, same(&LineFigures::semicolons), line.last));
  const bool again1 = line.first_hash == before.first_hash;
  const bool again2 = line.first_hash == after.first_hash;
  sink(Bucket(50, uint32_t{again1} + uint32_t{again2}, line.first));
}

}  // namespace line_model

LineFigures FiguresOf(const LineTokens& line);

// Log-odds in 1/32 from what a line's tokens and figures say; the context's
// part comes on top.
int32_t ScoreTokens(const LineTokens& line);
int32_t ScoreContext(const LineFigures& before, const LineFigures& line,
                     const LineFigures& after);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LINE_MODEL_H_
