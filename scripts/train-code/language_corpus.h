// The rows that the language model learns from, as features.
#ifndef SLUICE_TRAIN_CODE_LANGUAGE_CORPUS_H_
#define SLUICE_TRAIN_CODE_LANGUAGE_CORPUS_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rows.h"
#include "scanner/detectors/language_model.h"
#include "sluice/language.h"

namespace sluice {

// Of languages without a name: together they are many, and a name that is near
// says more than none.
inline constexpr float kNamelessWeight = 0.2f;
// Of languages that few people write, by our own estimate: three lines that
// could be in two languages are in the one that more people write.
inline constexpr float kRareWeight = 0.6f;
inline constexpr std::string_view kRare[] = {
    "abap",  "clojure", "cobol", "erlang",   "fortran", "fsharp", "lisp",
    "ocaml", "pascal",  "plsql", "solidity", "verilog", "vhdl"};
// Of our own texts: few, and each of another kind.
inline constexpr float kOwnWeight = 2;

struct Sample {
  uint32_t label = 0;
  uint32_t package = 0;
  // Of its language: packages count by the root of their rows, so that none
  // speaks for all. 1 in the mean.
  double share = 1;
  float weight = 1;
  std::vector<std::vector<uint32_t>> lines;  // keys of each line
};

inline Sample Featurise(const Row& row, uint32_t label) {
  Sample sample;
  sample.label = label;
  LineTokens tokens;
  for (std::string_view line : SolidLines(row.text)) {
    Tokenize(line, 0, line.size(), tokens);
    auto& keys = sample.lines.emplace_back();
    language_model::LineFeatures(tokens, [&](language_model::Feature f) {
      keys.push_back(f.bucket << 8 | f.check);
    });
  }
  return sample;
}

// The rows to learn from, and the languages they are in.
struct Corpus {
  std::vector<Sample> samples;
  std::vector<LanguageId> classes;
  std::vector<double> sizes;  // samples of each class
};

inline LanguageId LanguageOf(const Row& row) {
  return row.language.starts_with("other:") ? LanguageId{0}
                                            : FindLanguage(row.language);
}

inline float WeightOf(const Row& row, double size) {
  float weight = std::min(6.0f, float(std::sqrt(800 / size)));
  if (LanguageOf(row) == 0) weight *= kNamelessWeight;
  if (std::ranges::find(kRare, row.language) != std::end(kRare))
    weight *= kRareWeight;
  return row.group == "own" ? weight * kOwnWeight : weight;
}

// See Sample::share.
inline void Share(Corpus& corpus) {
  std::map<std::pair<uint32_t, uint32_t>, double> rows;  // of label and package
  for (const Sample& s : corpus.samples) ++rows[{s.label, s.package}];
  std::vector<double> sums(corpus.sizes.size(), 0);
  for (Sample& s : corpus.samples) {
    s.share = 1 / std::sqrt(rows[{s.label, s.package}]);
    sums[s.label] += s.share;
  }
  for (Sample& s : corpus.samples) {
    s.share *= corpus.sizes[s.label] / sums[s.label];
    s.weight *= float(s.share);
  }
}

inline Corpus ReadCorpus(const char* path) {
  std::vector<Row> rows;
  std::map<LanguageId, double> sizes;
  for (Row& row : ReadRows(path)) {
    if (row.held || !row.code || row.language == "log" ||
        row.language == "diff")
      continue;
    ++sizes[LanguageOf(row)];
    rows.push_back(std::move(row));
  }
  Corpus corpus;
  std::map<LanguageId, uint32_t> labels;
  for (const auto& [id, size] : sizes) {
    labels[id] = uint32_t(corpus.classes.size());
    corpus.classes.push_back(id);
    corpus.sizes.push_back(size);
  }
  std::map<std::string, uint32_t> packages;
  for (const Row& row : rows) {
    const LanguageId id = LanguageOf(row);
    Sample sample = Featurise(row, labels[id]);
    sample.weight = WeightOf(row, sizes[id]);
    sample.package = packages.try_emplace(row.group, uint32_t(packages.size()))
                         .first->second;
    corpus.samples.push_back(std::move(sample));
  }
  Share(corpus);
  return corpus;
}

}  // namespace sluice

#endif  // SLUICE_TRAIN_CODE_LANGUAGE_CORPUS_H_
