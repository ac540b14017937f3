// Writes a view from edits of its base text.
#ifndef SLUICE_SCANNER_VIEWS_VIEW_WRITER_H_
#define SLUICE_SCANNER_VIEWS_VIEW_WRITER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/views/view.h"

namespace sluice {

struct Margins {
  uint32_t before = 0;
  uint32_t after = 0;
};

// What a rule may look at around a value with an edit in it: what leads to the
// value, and context. White space ends a neighbourhood, so a long value is
// whole whatever the margins.
inline constexpr Margins kViewMargins = {160, 96};

// A view holds only the neighbourhoods of its edits: what is far from every
// edit reads as it did in the base. A neighbourhood reaches far enough for a
// rule's context, and on to the next white space; between two of them stands a
// gap. Edits come in ascending order. Time is linear in the base text.
class ViewWriter {
 public:
  // `margins`: bytes kept around an edit, at least.
  ViewWriter(std::string_view base, Margins margins, ViewBudget& budget)
      : base_(base), margins_(margins), budget_(budget) {}

  // From now on takes only edits near to what is new in the view `base`: the
  // others are those of the view it was made of, and have been seen there.
  void TakeOnlyNew(const std::vector<View>& views, uint32_t base) {
    views_ = &views;
    base_view_ = base;
  }

  // Base bytes [begin, end) read as `text`, which may be empty.
  void Replace(uint32_t begin, uint32_t end, std::string_view text);
  // Base bytes [begin, end) read as they stand, and belong to the view.
  void Touch(uint32_t begin, uint32_t end);

  // Where the last edit ended.
  uint32_t position() const { return copied_; }
  bool empty() const { return !open_; }
  bool stopped() const { return stopped_; }

  // Closes the last neighbourhood and hands the text and map over. False:
  // there was no edit.
  bool Finish(View& view);

 private:
  bool IsNew(uint32_t begin, uint32_t end) const;
  void OpenAt(uint32_t begin);
  void Copy(uint32_t end);
  uint32_t WindowBegin(uint32_t position) const;
  uint32_t WindowEnd(uint32_t position, uint32_t limit) const;

  std::string_view base_;
  Margins margins_;
  ViewBudget& budget_;
  const std::vector<View>* views_ = nullptr;
  uint32_t base_view_ = kNoParent;
  View view_;
  uint32_t copied_ = 0;  // base bytes up to here are dealt with
  bool open_ = false;
  bool stopped_ = false;  // the budget ran out
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_VIEW_WRITER_H_
