// Every line gets log-odds of being code (line_features.h); a two-state
// Viterbi path over the lines finds the stretches. Blank lines count as
// nothing. Only the newest step of the path is kept, so that memory does not
// grow with the text.
#include "scanner/detectors/source_code.h"

#include <algorithm>

#include "scanner/detectors/code_language.h"
#include "scanner/detectors/line_features.h"
#include "scanner/detectors/text_kind.h"
#include "scanner/language_ids.h"

namespace sluice {
namespace {

// In 1/64 of log-odds, as ScoreLine.
constexpr int32_t kClip = 256;    // no line is surer than this
constexpr int32_t kSwitch = 128;  // cost of changing between prose and code
constexpr int32_t kLowMean = 40;
constexpr int32_t kMediumMean = 64;
constexpr int32_t kHighMean = 110;
// Short stretches are never quite sure.
constexpr uint32_t kHighLines = 5;
constexpr uint32_t kDefaultMinLines = 3;
constexpr uint32_t kStepsPerByte = 2;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r\v\f") == line.npos;
}

// Calls `visit(line, begin)` for every line that is not blank.
template <typename Visit>
void ForEachLine(std::string_view text, uint32_t offset, Visit visit) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!IsBlank(line)) visit(line, offset + static_cast<uint32_t>(begin));
    begin = end + 1;
  }
}

// Lines and their scores, counted from the begin of the text.
struct Tally {
  uint32_t lines = 0;
  int64_t sum = 0;
};

struct Stretch {
  Span span;
  uint32_t lines = 0;
  int64_t sum = 0;
  int64_t mean() const { return sum / (int64_t{lines} + 1); }
};

// The Viterbi path, fed line by line. `lead_` is how much better the best path
// that is in code now is than the best one that is in prose.
template <typename Emit>
class CodePath {
 public:
  explicit CodePath(Emit emit) : emit_(emit) {}

  void Take(Span line, int32_t score) {
    if (lead_ > kSwitch) {  // the prose path branches off the code path
      lead_ = kSwitch;
      pending_ = Current();
    } else if (lead_ < -kSwitch) {  // the code path branches off the prose path
      lead_ = -kSwitch;
      EmitPending();
      Begin(line.begin);
    } else if (tally_.lines == 0) {
      Begin(line.begin);
    }
    const int32_t clipped = std::clamp(score, -kClip, kClip);
    lead_ += clipped;
    tally_.sum += clipped;
    ++tally_.lines;
    last_end_ = line.end;
  }

  void Finish() {
    if (lead_ > 0) pending_ = Current();
    EmitPending();
  }

 private:
  void Begin(uint32_t begin) {
    code_begin_ = begin;
    begin_tally_ = tally_;
  }
  Stretch Current() const {
    return {{code_begin_, last_end_},
            tally_.lines - begin_tally_.lines,
            tally_.sum - begin_tally_.sum};
  }
  void EmitPending() {
    if (pending_.lines > 0) emit_(pending_);
    pending_ = {};
  }

  Emit emit_;
  int32_t lead_ = 0;
  Tally tally_;
  uint32_t code_begin_ = 0;  // where the code path's current stretch began
  Tally begin_tally_;        // and what had been counted before it
  uint32_t last_end_ = 0;
  Stretch pending_;  // last stretch of the prose path
};

uint32_t MinLines(const DatabaseImage& image, const RuleRecord& rule) {
  for (const DetectorOption& option : image.options.subspan(
           rule.detector_options.begin, rule.detector_options.count)) {
    if (image.String(option.name) == "minLines") return option.value;
  }
  return kDefaultMinLines;
}

std::optional<Confidence> Judge(const Stretch& stretch, uint32_t min_lines) {
  if (stretch.lines < min_lines || stretch.mean() < kLowMean) {
    return std::nullopt;
  }
  if (stretch.mean() < kMediumMean) return Confidence::kLow;
  const bool high = stretch.mean() >= kHighMean && stretch.lines >= kHighLines;
  return high ? Confidence::kHigh : Confidence::kMedium;
}

bool Spend(size_t bytes, Budget& budget) {
  const uint64_t steps = uint64_t{kStepsPerByte} * bytes;
  if (steps > budget.steps) {
    budget.exhausted = true;
    return false;
  }
  budget.steps -= steps;
  return true;
}

// The stretch without the white space at its ends.
Span Trim(std::string_view text, Span span) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  while (kSpace.find(text[span.begin]) != kSpace.npos) ++span.begin;
  while (kSpace.find(text[span.end - 1]) != kSpace.npos) --span.end;
  return span;
}

}  // namespace

void DetectSourceCode(const DatabaseImage& image, uint32_t rule,
                      std::string_view text, Budget& budget,
                      std::vector<Match>& matches) {
  if (!Spend(text.size(), budget)) return;
  const uint32_t min_lines = MinLines(image, image.rules[rule]);
  CodePath path([&](const Stretch& stretch) {
    const auto confidence = Judge(stretch, min_lines);
    if (!confidence) return;
    const Span span = Trim(text, stretch.span);
    const std::string_view code = text.substr(span.begin, span.size());
    const LanguageId kind = GuessTextKind(code);
    if (kind == language::kLog || kind == language::kCsv) return;
    matches.push_back(
        {rule, span, span, confidence,
         kind != language::kNoLanguage ? kind : GuessLanguage(code)});
  });
  LineFeatures previous;
  bool first = true;
  ForEachLine(text, 0, [&](std::string_view line, uint32_t begin) {
    const LineFeatures features =
        ExtractLineFeatures(line, first ? nullptr : &previous);
    path.Take({begin, begin + static_cast<uint32_t>(line.size())},
              ScoreLine(features));
    previous = features;
    first = false;
  });
  path.Finish();
}

}  // namespace sluice
