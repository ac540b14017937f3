// Measures the engine's detector on rows that were held back, and prints the
// tables of docs/source-code.md.
//
//   report rows.bin
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>

#include "rows.h"
#include "scanner/detectors/source_code.h"
#include "scanner/language_ids.h"
#include "sluice/language.h"

namespace {

using namespace sluice;

constexpr std::array<uint32_t, 5> kLengths = {3, 5, 10, 30, 100};

// Which of kLengths a text of so many lines was cut to.
size_t LengthOf(size_t lines) {
  size_t i = 0;
  while (i + 1 < kLengths.size() && lines > kLengths[i]) ++i;
  return i;
}

struct Share {
  uint32_t hits = 0, all = 0;
  void Take(bool hit) {
    hits += hit;
    ++all;
  }
  double percent() const { return all == 0 ? 0 : 100.0 * hits / all; }
};

using ByLength = std::array<Share, kLengths.size()>;

// Lines of documents: found, of those that are code; right, of those found.
struct Lines {
  Share found, right;
};

struct Tables {
  ByLength code, text, language;
  Lines lines;
  std::map<std::string, std::pair<Share, Share>> languages;  // found, named
  std::map<std::string, Share> kinds;
};

bool IsCode(const CodeStretch& stretch) {
  return stretch.language != language::kLog &&
         stretch.language != language::kCsv;
}

void TakeCode(const Row& row, size_t length,
              const std::vector<CodeStretch>& found, Tables& t) {
  const CodeStretch* longest = nullptr;
  for (const CodeStretch& stretch : found) {
    if (IsCode(stretch) &&
        (longest == nullptr || stretch.lines > longest->lines)) {
      longest = &stretch;
    }
  }
  t.code[length].Take(longest != nullptr);
  const bool named = FindLanguage(row.language) != language::kNoLanguage;
  auto& [hit, name] = t.languages[named ? row.language : "others"];
  hit.Take(longest != nullptr);
  if (longest == nullptr || !named) return;
  const bool right = LanguageName(longest->language) == row.language;
  name.Take(right);
  t.language[length].Take(right);
}

// The marks before the lines of `row` say which are code.
void TakeDocument(const Row& row, Lines& lines) {
  std::string text, marks;
  for (std::string_view line : SolidLines(row.text)) {
    if (SolidLines(line.substr(1)).empty()) line = line.substr(0, 1);
    marks += line.size() > 1 ? line[0] : '?';
    text += line.substr(1);
    text += '\n';
  }
  const auto found = FindCode(text, 3);
  size_t begin = 0;
  for (const char mark : marks) {
    const size_t end = text.find('\n', begin);
    const bool hit = std::any_of(
        found.begin(), found.end(), [&](const CodeStretch& stretch) {
          return stretch.span.begin < end && begin < stretch.span.end;
        });
    begin = end + 1;
    if (mark == '+') lines.found.Take(hit);
    if (mark != '?' && hit) lines.right.Take(mark == '+');
  }
}

void Print(const char* title, const ByLength& shares) {
  std::printf("| %s |", title);
  Share all;
  for (const Share& share : shares) {
    std::printf(" %.1f %% |", share.percent());
    all.hits += share.hits;
    all.all += share.all;
  }
  std::printf(" %.1f %% of %u |\n", all.percent(), all.all);
}

void PrintAll(const Tables& t) {
  std::printf(
      "| lines | 3 | 4-5 | 6-10 | 11-30 | more | all "
      "|\n|---|---|---|---|---|---|---|\n");
  Print("code that is found", t.code);
  Print("other text that is taken for code", t.text);
  Print("language named rightly", t.language);
  std::printf(
      "\nIn documents with code in them, %.1f %% of the lines of code are "
      "found, "
      "and %.1f %% of the lines found are code: F1 %.1f.\n",
      t.lines.found.percent(), t.lines.right.percent(),
      2 * t.lines.found.percent() * t.lines.right.percent() /
          (t.lines.found.percent() + t.lines.right.percent()));
  std::printf("\n| text | texts | taken for code |\n|---|---|---|\n");
  for (const auto& [kind, share] : t.kinds) {
    std::printf("| %s | %u | %.1f %% |\n", kind.c_str(), share.all,
                share.percent());
  }
  std::printf(
      "\n| language | texts | found | named rightly |\n|---|---|---|---|\n");
  for (const auto& [name, shares] : t.languages) {
    std::printf("| %s | %u | %.1f %% | ", name.c_str(), shares.first.all,
                shares.first.percent());
    if (shares.second.all == 0)
      std::printf("- |\n");
    else
      std::printf("%.1f %% |\n", shares.second.percent());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  Tables tables;
  for (const Row& row : ReadRows(argv[1])) {
    if (!row.held || row.language == "log" || row.language == "diff") continue;
    if (row.mixed) {
      TakeDocument(row, tables.lines);
      continue;
    }
    const auto found = FindCode(row.text, 3);
    const size_t length = LengthOf(SolidLines(row.text).size());
    if (row.code) {
      TakeCode(row, length, found, tables);
    } else {
      const bool hit = std::any_of(found.begin(), found.end(), IsCode);
      tables.text[length].Take(hit);
      tables.kinds[row.language].Take(hit);
    }
  }
  PrintAll(tables);
}
