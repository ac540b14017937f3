// Native engines over the same patterns and texts:
//   bench_peers texts PATTERNS TEXT...
//   bench_peers pastes PATTERNS FILE    pastes with a zero byte behind each
// PATTERNS holds one pattern per line. Prints a line of JSON per figure.
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "measure.h"
#include "re2/re2.h"
#include "re2/set.h"
#ifdef SLUICE_HYPERSCAN
#include <hs/hs.h>
#endif

namespace {

using sluice::bench::PrintLatency;
using sluice::bench::PrintThroughput;
using sluice::bench::ReadFile;
using sluice::bench::ReadParts;

// What RE2 sees of a text and of the pastes.
constexpr size_t kSlowPieces = 4;
constexpr size_t kSlowPastes = 200;
// Too little, and RE2::Set matches nothing without a word.
constexpr int64_t kSetMemory = int64_t{1} << 30;

class Re2OneByOne {
 public:
  explicit Re2OneByOne(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
      all_.push_back(std::make_unique<RE2>(pattern, RE2::Quiet));
    }
  }
  size_t operator()(std::string_view text) const {
    size_t found = 0;
    for (const auto& re : all_) {
      absl::string_view match;
      for (size_t at = 0;
           re->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1);
           ++found) {
        at = static_cast<size_t>(match.data() + match.size() - text.data());
      }
    }
    return found;
  }

 private:
  std::vector<std::unique_ptr<RE2>> all_;
};

RE2::Options SetOptions() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kSetMemory);
  return options;
}

// Says only which patterns match.
class Re2Set {
 public:
  explicit Re2Set(const std::vector<std::string>& patterns)
      : set_(SetOptions(), RE2::UNANCHORED) {
    for (const std::string& pattern : patterns) set_.Add(pattern, nullptr);
    if (!set_.Compile()) std::fprintf(stderr, "RE2::Set: out of memory\n");
  }
  size_t operator()(std::string_view text) const {
    std::vector<int> matching;
    set_.Match(text, &matching);
    return matching.size();
  }

 private:
  RE2::Set set_;
};

#ifdef SLUICE_HYPERSCAN
// In its fastest mode: counts where matches end. Leaves out what it cannot
// take, and says how many.
class Hyperscan {
 public:
  explicit Hyperscan(const std::vector<std::string>& patterns) {
    std::vector<const char*> texts;
    std::vector<unsigned> ids;
    for (const std::string& pattern : patterns) {
      if (!Takes(pattern)) continue;
      ids.push_back(static_cast<unsigned>(texts.size()));
      texts.push_back(pattern.c_str());
    }
    std::fprintf(stderr, "Hyperscan takes %zu of %zu patterns\n", texts.size(),
                 patterns.size());
    const std::vector<unsigned> flags(texts.size(), kFlags);
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(texts.data(), flags.data(), ids.data(),
                         static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                         nullptr, &database_, &error) != HS_SUCCESS) {
      std::fprintf(stderr, "hyperscan: %s\n", error->message);
      std::exit(1);
    }
    hs_alloc_scratch(database_, &scratch_);
  }
  size_t operator()(std::string_view text) const {
    size_t found = 0;
    hs_scan(
        database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_,
        [](unsigned, unsigned long long, unsigned long long, unsigned,
           void* count) {
          ++*static_cast<size_t*>(count);
          return 0;
        },
        &found);
    return found;
  }

 private:
  static constexpr unsigned kFlags = 0;

  static bool Takes(const std::string& pattern) {
    hs_database_t* alone = nullptr;
    hs_compile_error_t* error = nullptr;
    const bool good = hs_compile(pattern.c_str(), kFlags, HS_MODE_BLOCK,
                                 nullptr, &alone, &error) == HS_SUCCESS;
    hs_free_database(alone);
    hs_free_compile_error(error);
    return good;
  }

  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
};
#endif

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::vector<std::string> patterns = ReadParts(argv[2], '\n');
  const bool pastes = std::strcmp(argv[1], "pastes") == 0;
  const auto print = [&](const char* engine, const auto& scan, bool slow) {
    for (int i = 3; i < argc; ++i) {
      if (pastes) {
        auto all = ReadParts(argv[i], '\0');
        if (slow && all.size() > kSlowPastes) all.resize(kSlowPastes);
        PrintLatency(engine, all, scan);
      } else {
        const std::string text = ReadFile(argv[i]);
        PrintThroughput(engine, argv[i], text, slow ? kSlowPieces : text.size(),
                        scan);
      }
    }
  };
#ifdef SLUICE_HYPERSCAN
  print("Hyperscan, native, ends only", Hyperscan(patterns), false);
#endif
  print("RE2 one by one, native", Re2OneByOne(patterns), true);
  print("RE2::Set, native, no spans", Re2Set(patterns), true);
  return 0;
}
