#include "scanner/detectors/text_kind.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "scanner/bytes.h"
#include "scanner/detectors/line_marks.h"
#include "scanner/detectors/line_sample.h"
#include "scanner/language_ids.h"

namespace sluice {
namespace {

constexpr std::string_view kDiffBegins[] = {"@@ -", "diff --git ", "--- a/",
                                            "+++ b/", "index "};
// After white space.
constexpr std::string_view kTraceBegins[] = {"at ",
                                             "File \"",
                                             "Traceback (most recent",
                                             "Caused by: ",
                                             "goroutine ",
                                             "Exception in thread",
                                             "panic: ",
                                             "#0 ",
                                             "#1 ",
                                             "#2 ",
                                             "stack backtrace:",
                                             "from "};
constexpr std::string_view kPrompts[] = {"$ ", ">>> ", "PS C:\\", "C:\\>",
                                         "In ["};
constexpr std::string_view kLevels[] = {"INFO",  "WARN",   "ERROR", "DEBUG",
                                        "info:", "error:", "error]"};

template <size_t kCount>
bool BeginsWithAny(std::string_view line,
                   const std::string_view (&prefixes)[kCount]) {
  return std::any_of(prefixes, prefixes + kCount, [&](std::string_view prefix) {
    return !line.empty() && line[0] == prefix[0] &&
           line.substr(0, prefix.size()) == prefix;
  });
}

std::string_view TrimLeft(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t");
  return begin == line.npos ? std::string_view() : line.substr(begin);
}

// Whether the ':' at `colon` is the first of "12:34:56".
bool IsClockAt(std::string_view text, size_t colon) {
  return colon >= 2 && colon + 4 < text.size() &&
         IsDigitByte(text[colon - 1]) && IsDigitByte(text[colon - 2]) &&
         IsDigitByte(text[colon + 1]) && IsDigitByte(text[colon + 2]) &&
         text[colon + 3] == ':' && IsDigitByte(text[colon + 4]);
}

// A clock time or a level's name in the first 40 bytes.
bool IsLogLine(std::string_view line) {
  const std::string_view head = line.substr(0, 40);
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] == ':' && IsClockAt(head, i)) return true;
    const bool after_gap = i > 0 && (head[i - 1] == ' ' || head[i - 1] == '[');
    if (after_gap && BeginsWithAny(head.substr(i), kLevels)) return true;
  }
  return false;
}

// A table row's separators: the mark it has most of.
struct Separators {
  char mark = 0;
  uint32_t count = 0;
};

Separators CountSeparators(std::string_view line) {
  Separators most;
  for (const char mark : {',', ';', '\t', '|'}) {
    const auto count =
        static_cast<uint32_t>(std::count(line.begin(), line.end(), mark));
    if (count > most.count) most = {mark, count};
  }
  return most;
}

// Rows may leave their last cells out; but lines of code have commas and tabs
// too, of those each must have as many as the line before.
bool AreOfOneTable(const Separators& a, const Separators& b) {
  const bool loose = a.mark == ';' || a.mark == '|';
  return a.mark == b.mark && (loose ? b.count > 0 : a.count == b.count);
}

bool CanBeRow(std::string_view line) {
  if (line.find_first_of("{}()=") != line.npos) return false;
  constexpr std::string_view kCodeEnds = ",;:\\";
  return !line.empty() && kCodeEnds.find(line.back()) == kCodeEnds.npos;
}

// Two columns are a table only without white space: "anna,111222333"; at least
// at the mark of "2801|New York" and "Pieters;12 03".
bool IsTight(std::string_view row, char mark) {
  if (row.find_first_of(" \t") == row.npos) return true;
  const size_t at = row.find(mark);
  return (mark == '|' || mark == ';') && at > 0 && at + 1 < row.size() &&
         row[at - 1] != ' ' && row[at + 1] != ' ';
}

struct Counts {
  uint32_t lines = 0, diff = 0, trace = 0, prompt = 0, log = 0, rows = 0;
  Separators row;  // of the last line

  // `solid`: where the line begins behind its marks.
  void Take(std::string_view marked, size_t solid) {
    const std::string_view line = marked.substr(solid);
    const std::string_view text = TrimLeft(line);
    if (text.empty() || text == "\r") return;
    ++lines;
    diff += BeginsWithAny(line, kDiffBegins);
    trace += BeginsWithAny(text, kTraceBegins);
    prompt += BeginsWithAny(marked, kPrompts);  // ">>> " is no quote
    log += IsLogLine(line);
    const Separators found =
        CanBeRow(text) ? CountSeparators(text) : Separators();
    const bool table =
        found.count >= 2 || (found.count == 1 && IsTight(text, found.mark));
    rows += table && (lines == 1 || AreOfOneTable(found, row));
    row = found;
  }
};

// Nothing outside strings but what JSON is made of; the begin says enough.
bool IsJson(std::string_view text) {
  constexpr size_t kMaxBytes = 4096;
  text = TrimLeft(text.substr(0, kMaxBytes));
  if (text.empty() || (text[0] != '{' && text[0] != '[' && text[0] != '"')) {
    return false;
  }
  bool in_string = false, colon = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') in_string = false;
    if (c == '\\' && in_string) ++i;
    if (c == '"') in_string = !in_string;
    if (in_string || c == '"') continue;
    constexpr std::string_view kAllowed =
        "{}[]:,.+-0123456789eEtrufalsn \t\r\n";
    if (kAllowed.find(c) == kAllowed.npos) return false;
    colon |= c == ':';
  }
  return colon;
}

}  // namespace

LanguageId GuessTextKind(std::string_view text) {
  Counts counts;
  LineMarks marks;
  ForEachSampledLine(text, [&](size_t begin, size_t end) {
    counts.Take(text.substr(begin, end - begin),
                marks.Skip(text, begin, end) - begin);
  });
  const uint32_t lines = counts.lines;
  if (counts.diff >= 2 || (counts.diff == 1 && lines <= 40)) {
    return language::kDiff;
  }
  if (counts.trace * 5 >= lines * 2) return language::kStacktrace;
  if (counts.log * 2 >= lines) return language::kLog;
  if (counts.rows * 4 >= lines * 3) return language::kCsv;
  if (IsJson(text)) return language::kJson;
  if (counts.prompt * 5 >= lines) return language::kConsole;
  return language::kNoLanguage;
}

}  // namespace sluice
