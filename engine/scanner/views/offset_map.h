// Where each byte of a view stands in the text the view was made of.
#ifndef SLUICE_SCANNER_VIEWS_OFFSET_MAP_H_
#define SLUICE_SCANNER_VIEWS_OFFSET_MAP_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "sluice/types.h"

namespace sluice {

// A monotone map as a list of runs. A run is a series of equal steps: `view`
// bytes of the view stand for `base` bytes of the base text. Copied text has
// steps of 1 and 1, full-width letters 1 and 3, "%41%42" 1 and 3, a base64 run
// is a single step. Base bytes between two runs were dropped.
//
//   base  A K I A %41 %42 ...  [dropped] x y z
//   view  A K I A  A   B                 x y z
//   runs  |copy   |1:3                  |copy
class OffsetMap {
 public:
  // The next `size` bytes of the view are those of the base at `base`.
  void AppendCopy(uint32_t base, uint32_t size);
  // The next `view_size` bytes (> 0) stand for base bytes [base, base_end).
  void AppendEdit(uint32_t base, uint32_t base_end, uint32_t view_size);
  // The next `view_size` bytes stand between two stretches of the base that
  // were not neighbours. No span may reach over them.
  void AppendGap(uint32_t view_size);

  uint32_t view_size() const { return view_size_; }
  uint32_t run_count() const { return static_cast<uint32_t>(runs_.size()); }

  // The base bytes that `view` stands for, with what was dropped inside.
  // nullopt: the span is empty, out of range or reaches over a gap.
  std::optional<Span> MapSpan(Span view) const;

  // Whether something in `view` was edited, or dropped between its bytes.
  bool IsEdited(Span view) const;

  // Where the last stretch without a gap begins in the view.
  uint32_t LastStretch() const;

 private:
  enum class Kind : uint32_t { kCopy, kEdit, kGap };
  struct Run {
    uint32_t view;       // where the run begins
    uint32_t base;       // and where it stands
    uint32_t view_step;  // 1 for copies
    uint32_t base_step;
    Kind kind;
  };

  // The run that holds view byte `position` (< view_size()).
  uint32_t FindRun(uint32_t position) const;
  uint32_t RunEnd(uint32_t run) const;
  uint32_t BaseEnd(uint32_t run) const;
  bool Extends(uint32_t base, uint32_t view_step, uint32_t base_step,
               Kind kind) const;

  std::vector<Run> runs_;
  uint32_t view_size_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_OFFSET_MAP_H_
