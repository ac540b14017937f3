// The most likely way through the lines of a text between prose and code.
#ifndef SLUICE_SCANNER_DETECTORS_CODE_PATH_H_
#define SLUICE_SCANNER_DETECTORS_CODE_PATH_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sluice/types.h"

namespace sluice {

// Lines from one to another and how much they look like code together.
struct ScoredLines {
  Span span;
  uint32_t lines = 0;
  int64_t sum = 0;
  // Few lines weigh less than many.
  int64_t mean() const { return sum / (int64_t{lines} + 1); }
};

// A two-state Viterbi path, fed line by line. Only its newest step is kept, so
// memory grows with the stretches found and not with the text. `lead_` is how
// much better the best path that is in code now is than the best in prose.
class CodePath {
 public:
  // In 1/32 of log-odds, as the line model's scores.
  static constexpr int32_t kClip = 128;  // no line is surer than this
  static constexpr int32_t kLean = 14;   // towards code, when in doubt
  // Costs of changing sides: most do so after a blank line.
  static constexpr int32_t kSwitch = 112, kSwitchAfterBlank = 16;

  void Take(Span line, int32_t score, bool after_blank) {
    const int32_t cost = after_blank ? kSwitchAfterBlank : kSwitch;
    if (lead_ > cost) {  // the prose path branches off the code path
      lead_ = cost;
      pending_ = Current();
      at_last_blank_ = after_blank ? cost : 0;
      behind_blank_ = 0;
    } else if (lead_ < -cost) {  // the code path branches off the prose path
      lead_ = -cost;
      EndStretch();
      Begin(line.begin);
    } else if (all_.lines == 0) {
      Begin(line.begin);
      all_.span.begin = line.begin;
    }
    const int32_t clipped = std::clamp(score + kLean, -kClip, kClip);
    lead_ += clipped;
    all_.sum += clipped;
    ++all_.lines;
    ++behind_blank_;
    all_.span.end = line.end;
  }

  // The stretches of code; call once, after the last line.
  const std::vector<ScoredLines>& Finish() {
    // Nobody has to change sides any more: what stands behind the last blank
    // line, a signature say, belongs to the code only if it looks like it, and
    // not because of a lean.
    const int32_t lean = at_last_blank_ != 0 ? kLean * behind_blank_ : 0;
    if (lead_ - lean > at_last_blank_) pending_ = Current();
    EndStretch();
    return stretches_;
  }

  // Everything taken.
  const ScoredLines& all() const { return all_; }

 private:
  void Begin(uint32_t begin) {
    begin_ = all_;
    begin_.span.begin = begin;
    at_last_blank_ = 0;
  }
  ScoredLines Current() const {
    return {{begin_.span.begin, all_.span.end},
            all_.lines - begin_.lines,
            all_.sum - begin_.sum};
  }
  void EndStretch() {
    if (pending_.lines > 0) stretches_.push_back(pending_);
    pending_ = {};
  }

  int32_t lead_ = 0;
  int32_t at_last_blank_ = 0;  // the lead where the last branch left the code
  int32_t behind_blank_ = 0;   // lines since then
  ScoredLines all_;
  ScoredLines begin_;    // what was counted before the code path's stretch
  ScoredLines pending_;  // last stretch of the prose path
  std::vector<ScoredLines> stretches_;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_CODE_PATH_H_
