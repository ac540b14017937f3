// Every line gets log-odds of being code (line_model.h); the most likely path
// through the lines gives the stretches (code_path.h). Blank lines count as
// nothing.
#include "scanner/detectors/source_code.h"

#include <algorithm>
#include <iterator>

#include "scanner/bytes.h"
#include "scanner/detectors/code_markup.h"
#include "scanner/detectors/code_path.h"
#include "scanner/detectors/language_model.h"
#include "scanner/detectors/line_marks.h"
#include "scanner/detectors/line_model.h"
#include "scanner/detectors/text_kind.h"
#include "scanner/language_ids.h"

namespace sluice {
namespace {

// In 1/32 of log-odds.
constexpr int32_t kLeastMean = 16;  // of a stretch,
constexpr int32_t kLeastWhole = 4;  // of a text that is code altogether
constexpr int32_t kHighMean = 60;
// Long texts have many chances to look like code somewhere: so much is added
// when this many lines or more are none. Not where a stretch is sure, for code
// seldom comes alone.
constexpr int32_t kLongText = 20;
constexpr int32_t kLongRest = 30;
constexpr int32_t kLeastMeanBesideSure = 8;
// Short stretches are never quite sure.
constexpr uint32_t kHighLines = 5;
constexpr uint32_t kDefaultMinLines = 3;
constexpr uint32_t kStepsPerByte = 2;

constexpr std::string_view kSpace = " \t\r\n\v\f";

// Lines of queries are words in a row, as prose is; the clause's word in
// capitals before other words tells them. Each ends in a space.
constexpr std::string_view kClauses[] = {
    "SELECT ", "FROM ",     "WHERE ",  "JOIN ",        "LEFT JOIN ",
    "AND ",    "GROUP BY ", "HAVING ", "ORDER BY ",    "INSERT INTO ",
    "SET ",    "VALUES ",   "UPDATE ", "DELETE FROM ", "INNER JOIN "};
constexpr int32_t kClauseScore = 64;

bool IsClause(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t");
  if (begin == line.npos || !IsUpperByte(line[begin])) return false;
  line.remove_prefix(begin);
  return std::any_of(std::begin(kClauses), std::end(kClauses),
                     [&](std::string_view clause) {
                       return line[0] == clause[0] &&
                              line.substr(0, clause.size()) == clause;
                     }) &&
         std::any_of(line.begin(), line.end(), IsLowerByte);
}

// The lines around a key or a message (RFC 7468).
bool IsArmour(std::string_view line) {
  return line.starts_with("-----BEGIN ") || line.starts_with("-----END ");
}

// Feeds the path with lines, one behind: a line is scored when the next one is
// known.
class LineScorer {
 public:
  explicit LineScorer(CodePath& path) : path_(path) {}

  // The line [begin, end) of `text`.
  void Take(std::string_view text, size_t begin, size_t end) {
    const size_t solid = marks_.Skip(text, begin, end);
    Tokenize(text, solid, end, tokens_);
    if (tokens_.count == 0) {
      blank_ = true;
      in_card_ = false;
      return;
    }
    const LineFigures figures = FiguresOf(tokens_);
    Release(figures);
    before_ = line_;
    line_ = figures;
    const std::string_view line = text.substr(solid, end - solid);
    const bool data = IsInCard(line) || IsArmour(line) || IsRedacted(tokens_);
    score_ = data ? -CodePath::kClip : ScoreOf(line);
    span_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    after_blank_ = blank_;
    blank_ = false;
  }

  void Finish() { Release({}); }

 private:
  // Cards of people and calendars (RFC 6350, RFC 5545) are data of theirs.
  bool IsInCard(std::string_view line) {
    in_card_ |= line.starts_with("BEGIN:V");
    const bool inside = in_card_;
    in_card_ &= !line.starts_with("END:V");
    return inside;
  }

  // Of the line whose tokens were read last.
  int32_t ScoreOf(std::string_view line) const {
    return ScoreTokens(tokens_) + (IsClause(line) ? kClauseScore : 0);
  }

  void Release(const LineFigures& after) {
    if (line_.none) return;
    path_.Take(span_, score_ + ScoreContext(before_, line_, after),
               after_blank_);
  }

  CodePath& path_;
  LineMarks marks_;
  LineTokens tokens_;
  LineFigures before_, line_;
  int32_t score_ = 0;
  Span span_;
  bool blank_ = true;  // the line just before was, or there was none
  bool after_blank_ = true;
  bool in_card_ = false;
};

void ScoreLines(std::string_view text, CodePath& path) {
  LineScorer scorer(path);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    scorer.Take(text, begin, end);
    begin = end + 1;
  }
  scorer.Finish();
}

int32_t LeastMean(const ScoredLines& lines, const ScoredLines& all) {
  const auto rest = static_cast<int32_t>(all.lines - lines.lines);
  return kLeastMean + kLongText * std::min(rest, kLongRest) / kLongRest;
}

Confidence Judge(const ScoredLines& lines) {
  const bool high = lines.mean() >= kHighMean && lines.lines >= kHighLines;
  return high ? Confidence::kHigh : Confidence::kMedium;
}

// The span without the white space at its ends.
Span Trim(std::string_view text, Span span) {
  while (kSpace.find(text[span.begin]) != kSpace.npos) ++span.begin;
  while (kSpace.find(text[span.end - 1]) != kSpace.npos) --span.end;
  return span;
}

CodeStretch Describe(std::string_view text, const ScoredLines& lines) {
  CodeStretch stretch{Trim(text, lines.span), lines.lines, Judge(lines)};
  const std::string_view code =
      text.substr(stretch.span.begin, stretch.span.size());
  stretch.language = GuessTextKind(code);
  if (stretch.language == language::kNoLanguage) {
    stretch.language = GuessLanguage(code);
  }
  return stretch;
}

uint32_t MinLines(const DatabaseImage& image, const RuleRecord& rule) {
  for (const DetectorOption& option : image.options.subspan(
           rule.detector_options.begin, rule.detector_options.count)) {
    if (image.String(option.name) == "minLines") return option.value;
  }
  return kDefaultMinLines;
}

std::vector<CodeStretch> FindPlainCode(std::string_view text,
                                       uint32_t min_lines) {
  CodePath path;
  ScoreLines(text, path);
  const ScoredLines& all = path.all();
  const std::vector<ScoredLines>& stretches = path.Finish();
  const bool sure = std::any_of(
      stretches.begin(), stretches.end(), [&](const ScoredLines& lines) {
        return lines.lines >= min_lines && lines.mean() >= kHighMean;
      });
  std::vector<CodeStretch> found;
  for (const ScoredLines& lines : stretches) {
    const int32_t least = sure ? kLeastMeanBesideSure : LeastMean(lines, all);
    if (lines.lines < min_lines || lines.mean() < least) continue;
    found.push_back(Describe(text, lines));
  }
  if (found.empty() && all.lines >= min_lines && all.mean() >= kLeastWhole) {
    found.push_back(Describe(text, all));
  }
  return found;
}

// Coloured code: the longest stretch, and as it is hard to say where that
// stands among the tags, the whole text is its place.
std::vector<CodeStretch> FindColouredCode(std::string_view text,
                                          uint32_t min_lines) {
  std::vector<CodeStretch> found =
      FindPlainCode(WithoutMarkup(text), min_lines);
  if (found.empty()) return found;
  CodeStretch longest = *std::max_element(
      found.begin(), found.end(),
      [](const auto& a, const auto& b) { return a.lines < b.lines; });
  longest.span = Trim(text, {0, static_cast<uint32_t>(text.size())});
  return {longest};
}

}  // namespace

std::vector<CodeStretch> FindCode(std::string_view text, uint32_t min_lines) {
  std::vector<CodeStretch> found = FindPlainCode(text, min_lines);
  if (!found.empty() || !HasColours(text)) return found;
  return FindColouredCode(text, min_lines);
}

void DetectSourceCode(const DatabaseImage& image, uint32_t rule,
                      std::string_view text, Budget& budget,
                      std::vector<Match>& matches) {
  if (!budget.Pay(uint64_t{kStepsPerByte} * text.size())) return;
  const uint32_t min_lines = MinLines(image, image.rules[rule]);
  for (const CodeStretch& code : FindCode(text, min_lines)) {
    if (code.language == language::kLog || code.language == language::kCsv) {
      continue;
    }
    matches.push_back(
        {rule, code.span, code.span, code.confidence, code.language});
  }
}

}  // namespace sluice
