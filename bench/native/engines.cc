// Throughput of several engines over the same patterns and the same texts, in
// one run: bench_engines PATTERNS TEXT... prints one line of JSON per text.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "compiler/anchors.h"
#include "compiler/database_writer.h"
#include "compiler/pattern.h"
#include "compiler/program_builder.h"
#include "re2/re2.h"
#include "scanner/stages.h"
#include "sluice/database.h"
#ifdef SLUICE_HYPERSCAN
#include <hs/hs.h>
#endif

namespace {

using sluice::Database;

constexpr int kRounds = 7;
constexpr size_t kSlowSample = 64 << 10;  // bytes the slow engines see

std::string ReadFile(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> ReadLines(const char* name) {
  std::ifstream file(name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// Median MB/s of kRounds runs over `text`; the count the last run returned
// keeps the work from being optimised away and is printed.
struct Speed {
  double mb_per_s = 0;
  size_t found = 0;
};
Speed Measure(std::string_view text,
              const std::function<size_t(std::string_view)>& scan) {
  std::vector<double> seconds;
  Speed speed;
  for (int i = 0; i < kRounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    speed.found = scan(text);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - begin;
    seconds.push_back(took.count());
  }
  std::ranges::nth_element(seconds, seconds.begin() + kRounds / 2);
  speed.mb_per_s =
      static_cast<double>(text.size()) / 1e6 / seconds[kRounds / 2];
  return speed;
}

std::vector<uint8_t> Compile(const std::vector<std::string>& patterns) {
  sluice::DatabaseWriter writer;
  sluice::ProgramBuilder programs;
  uint32_t index = 0;
  for (const std::string& text : patterns) {
    auto pattern = sluice::ParsePattern(text);
    auto anchors = sluice::FindAnchors(pattern.value().regexp.get());
    sluice::RuleRecord rule;
    if (!anchors.ok()) {
      std::fprintf(stderr, "refused: %s\n", text.c_str());
    } else {
      rule.program = programs.Add(pattern.value()).value();
      writer.AddAnchors(index, anchors.value());
    }
    writer.AddRule(rule);
    ++index;
  }
  return writer.Write(programs);
}

size_t ScanWithSluice(const Database& database, std::string_view text) {
  sluice::Budget budget = {~0ull, false};
  std::vector<sluice::Match> matches;
  sluice::MatchPatterns(database.image(), text, true, budget, matches);
  return matches.size();
}

size_t ScanWithRe2(const std::vector<std::unique_ptr<RE2>>& patterns,
                   std::string_view text) {
  size_t found = 0;
  for (const auto& re : patterns) {
    absl::string_view match;
    for (size_t at = 0;
         re->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1);
         ++found) {
      at = static_cast<size_t>(match.data() + match.size() - text.data());
    }
  }
  return found;
}

#ifdef SLUICE_HYPERSCAN
struct Hyperscan {
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;

  explicit Hyperscan(const std::vector<std::string>& patterns) {
    std::vector<const char*> texts;
    std::vector<unsigned> flags(patterns.size(), 0);
    std::vector<unsigned> ids;
    for (const std::string& pattern : patterns) {
      ids.push_back(static_cast<unsigned>(texts.size()));
      texts.push_back(pattern.c_str());
    }
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(texts.data(), flags.data(), ids.data(),
                         static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                         nullptr, &database, &error) != HS_SUCCESS) {
      std::fprintf(stderr, "hyperscan: %s\n", error->message);
      std::exit(1);
    }
    hs_alloc_scratch(database, &scratch);
  }
  // Counts matches by end only, its fastest mode.
  size_t Scan(std::string_view text) const {
    size_t found = 0;
    hs_scan(
        database, text.data(), static_cast<unsigned>(text.size()), 0, scratch,
        [](unsigned, unsigned long long, unsigned long long, unsigned,
           void* count) {
          ++*static_cast<size_t*>(count);
          return 0;
        },
        &found);
    return found;
  }
};
#endif

void Print(const char* engine, const char* text, const Speed& speed) {
  std::printf(
      "{\"engine\":\"%s\",\"text\":\"%s\",\"mbPerSecond\":%.2f,\"found\":%zu}"
      "\n",
      engine, text, speed.mb_per_s, speed.found);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::vector<std::string> patterns = ReadLines(argv[1]);
  const std::vector<uint8_t> bytes = Compile(patterns);
  const Database database = Database::Load(bytes).value();
  std::vector<std::unique_ptr<RE2>> one_by_one;
  for (const std::string& pattern : patterns) {
    one_by_one.push_back(std::make_unique<RE2>(pattern, RE2::Quiet));
  }
#ifdef SLUICE_HYPERSCAN
  const Hyperscan hyperscan(patterns);
#endif
  for (int i = 2; i < argc; ++i) {
    const std::string text = ReadFile(argv[i]);
    Print("sluice", argv[i], Measure(text, [&](std::string_view t) {
            return ScanWithSluice(database, t);
          }));
#ifdef SLUICE_HYPERSCAN
    Print("hyperscan", argv[i],
          Measure(text, [&](std::string_view t) { return hyperscan.Scan(t); }));
#endif
    Print("re2", argv[i],
          Measure(text.substr(0, kSlowSample), [&](std::string_view t) {
            return ScanWithRe2(one_by_one, t);
          }));
  }
  return 0;
}
