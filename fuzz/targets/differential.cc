// The input makes a few patterns and a text from the patterns' own pieces.
// RE2, one pattern at a time, the scanner, and the scanner without prefilter
// must find the same.
#include <memory>

#include "compiler/anchors.h"
#include "compiler/database_writer.h"
#include "compiler/pattern.h"
#include "compiler/program_builder.h"
#include "input.h"
#include "re2/re2.h"
#include "re2_oracle.h"
#include "scanner/stages.h"
#include "sluice/database.h"
#include "target.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxDepth = 4;
constexpr size_t kMaxPatternText = 400;
constexpr size_t kMaxText = 200;
// What takes more is not compared: RE2 takes as long.
constexpr uint64_t kMaxSteps = 300'000;

constexpr std::string_view kAtoms[] = {
    "a",          "b",
    "ab",         "ba",
    "k",          "s",
    "ks",         "key",
    "sek",        "0",
    "12",         "@",
    "-",          "--",
    "=",          ":",
    " ",          "_",
    "[a-c]",      "[^a]",
    "[0-9a-f]",   "\\d",
    "\\w",        "\\s",
    "\\W",        ".",
    "[k-s]",      "[A-Z]",
    "\\x{E9}",    "\\x{17F}",
    "[é-ñ]",      "\\pL",
    "\\p{Lu}",    "[^\\s@]",
    "\\b",        "\\B",
    "^",          "$",
    "\\A",        "\\z",
    "\\x{1F600}", "(?:)",
    "\\x{212A}",  "[\\x{100}-\\x{10FFFF}]",
    "\\n",        "[[:^alpha:]]",
    "@k",         "akia",
};
constexpr std::string_view kRepeats[] = {
    "?", "??", "{0,3}", "{1,2}", "{2}", "{2,4}?", "*", "+", "*?", "+?", "{3,}",
};
constexpr std::string_view kGroups[] = {
    "(?:", "(", "(?P<value>", "(?i:", "(?s:", "(?m:", "(?U:", "(?-i:",
};
constexpr std::string_view kPieces[] = {
    "a",
    "b",
    "ab",
    "ba",
    "k",
    "K",
    "s",
    "S",
    "ks",
    "key",
    "KEY",
    "sek",
    "0",
    "12",
    "@",
    "-",
    "--",
    "=",
    ":",
    " ",
    "_",
    "c",
    "f",
    "\n",
    "z",
    "\xC3\xA9",
    "\xC5\xBF",
    "\xE2\x84\xAA",
    "\xF0\x9F\x98\x80",
    "\xFF",
    "\x80",
    "\xC3\x89",
    "akia",
    "AKIA",
    "\r\n",
    "\xC4\x80",
    "\xE2\x84",
    "A",
    "aaaaaaaa",
};

// A pattern read off the input, by depth.
void AppendPattern(Input& input, uint32_t depth, std::string& pattern) {
  const uint32_t parts = 1 + input.Below(4);
  for (uint32_t i = 0; i < parts && pattern.size() < kMaxPatternText; ++i) {
    const uint32_t choice = input.Byte();
    if (depth < kMaxDepth && choice % 8 == 0) {
      pattern += kGroups[input.Below(std::size(kGroups))];
      AppendPattern(input, depth + 1, pattern);
      if (choice % 16 == 0) {
        pattern += '|';
        AppendPattern(input, depth + 1, pattern);
      }
      pattern += ')';
    } else {
      pattern += "(?:";
      pattern += kAtoms[input.Below(std::size(kAtoms))];
      pattern += ')';
    }
    if (choice % 3 == 0) pattern += kRepeats[input.Below(std::size(kRepeats))];
  }
}

// The patterns that our compiler takes, as a database and as RE2 objects.
class Bench {
 public:
  // False: refused, or nothing to compare.
  bool Add(const std::string& text) {
    auto pattern = ParsePattern(text);
    auto oracle = std::make_unique<RE2>(text, RE2::Quiet);
    if (!pattern.ok()) {
      Require(!oracle->ok(), "what RE2 takes is parsed");
      return false;
    }
    re2::Regexp* regexp = pattern.value().regexp.get();
    if (!oracle->ok() || MatchLengths(regexp).min == 0) return false;
    const auto anchors = FindAnchors(regexp);
    if (!anchors.ok()) return false;
    const auto program = programs_.Add(pattern.value());
    if (!program.ok()) return false;
    RuleRecord rule;
    rule.program = program.value();
    writer_.AddAnchors(static_cast<uint32_t>(oracles_.size()), anchors.value());
    writer_.AddRule(rule);
    oracles_.push_back(std::move(oracle));
    return true;
  }

  void Compare(std::string_view text) const {
    const std::vector<uint8_t> bytes = writer_.Write(programs_);
    const auto database = Database::Load(bytes);
    Require(database.ok(), "what was written loads");
    std::vector<Found> filtered, everywhere;
    const DatabaseImage& image = database.value().image();
    if (!ByScanner(image, text, true, filtered)) return;
    if (!ByScanner(image, text, false, everywhere)) return;
    const std::vector<Found> expected = FoundByRe2(oracles_, text);
    if (everywhere != expected || filtered != expected) Tell(text);
    Require(everywhere == expected, "the matcher finds what RE2 finds");
    Require(filtered == expected, "the prefilter loses nothing");
  }

 private:
  void Tell(std::string_view text) const {
    for (const auto& oracle : oracles_) {
      std::fprintf(stderr, "pattern: %s\n", oracle->pattern().c_str());
    }
    std::fprintf(stderr, "text: %.*s\n", static_cast<int>(text.size()),
                 text.data());
  }

  static bool ByScanner(const DatabaseImage& image, std::string_view text,
                        bool use_prefilter, std::vector<Found>& found) {
    Budget budget = {kMaxSteps, false};
    std::vector<Match> matches;
    MatchPatterns(image, text, use_prefilter, budget, matches);
    found = ToFound(matches);
    return !budget.exhausted;
  }

  DatabaseWriter writer_;
  ProgramBuilder programs_;
  std::vector<std::unique_ptr<RE2>> oracles_;
};

void Run(std::string_view bytes) {
  Input input(bytes);
  Bench bench;
  const uint32_t patterns = 1 + input.Below(3);
  bool any = false;
  for (uint32_t i = 0; i < patterns; ++i) {
    std::string pattern;
    AppendPattern(input, 0, pattern);
    any |= bench.Add(pattern);
  }
  if (!any) return;
  std::string text;
  while (!input.empty() && text.size() < kMaxText) {
    text += kPieces[input.Below(std::size(kPieces))];
  }
  bench.Compare(text);
}

std::vector<std::string> Seeds() {
  // Numbers that read as patterns with an anchor often enough; what the
  // fuzzer makes of them counts.
  std::vector<std::string> seeds;
  for (uint32_t n = 0; n < 64; ++n) {
    std::string seed;
    uint32_t state = n * 2654435761u + 1;
    for (uint32_t i = 0; i < 16 + n * 2; ++i) {
      state = state * 1664525u + 1013904223u;
      seed.push_back(static_cast<char>(state >> 24));
    }
    seeds.push_back(seed);
  }
  return seeds;
}

}  // namespace

const FuzzTarget kDifferentialTarget = {"differential", Run, Seeds};

}  // namespace sluice
