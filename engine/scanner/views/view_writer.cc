#include "scanner/views/view_writer.h"

#include <algorithm>

#include "scanner/bytes.h"

namespace sluice {
namespace {

// How much further than its margin a neighbourhood goes for white space: a
// token longer than this is no value.
constexpr uint32_t kMaxReach = 8u << 10;

// What is further from an edit than this cannot be part of the same value.
constexpr uint32_t kNear = 96;

// What a run of a map costs, against bytes of text.
constexpr uint32_t kRunBytes = 8;

// Stands for what was left out between two neighbourhoods.
constexpr std::string_view kGap = "\n\n";

bool IsContinuation(std::string_view text, uint32_t position) {
  return (static_cast<uint8_t>(ByteAt(text, position)) & 0xC0u) == 0x80u;
}

}  // namespace

uint32_t ViewWriter::WindowBegin(uint32_t position) const {
  uint32_t at = position - std::min(position, margins_.before);
  const uint32_t least = std::max(at - std::min(at, kMaxReach), copied_);
  if (at <= least) return least;
  while (at > least && !IsSpaceByte(base_[at - 1])) --at;
  while (at > least && IsContinuation(base_, at)) --at;
  return at;
}

uint32_t ViewWriter::WindowEnd(uint32_t position, uint32_t limit) const {
  uint32_t at = std::min(limit, position + margins_.after);
  const uint32_t most = std::min(limit, at + kMaxReach);
  while (at < most && !IsSpaceByte(base_[at])) ++at;
  while (at < limit && IsContinuation(base_, at)) ++at;
  return at;
}

bool ViewWriter::IsNew(uint32_t begin, uint32_t end) const {
  if (views_ == nullptr) return true;
  Span span{begin - std::min(begin, kNear),
            std::min(end + kNear, static_cast<uint32_t>(base_.size()))};
  // Up to the view that was not only folded.
  for (uint32_t index = base_view_; index != kNoParent;) {
    const View& view = (*views_)[index];
    if (view.map.IsEdited(span)) return true;
    if (view.kind != ViewKind::kFolded) return false;
    const auto base = view.map.MapSpan(span);
    if (!base) return true;
    span = *base;
    index = view.parent;
  }
  return false;
}

void ViewWriter::Copy(uint32_t end) {
  if (stopped_ || end <= copied_) return;
  const uint32_t size = end - copied_;
  if (!budget_.TakeBytes(size)) {
    stopped_ = true;
    return;
  }
  view_.text.append(base_.substr(copied_, size));
  view_.map.AppendCopy(copied_, size);
  copied_ = end;
}

void ViewWriter::OpenAt(uint32_t begin) {
  if (open_ && begin - copied_ <= margins_.before + margins_.after) {
    return Copy(begin);
  }
  if (open_) Copy(WindowEnd(copied_, begin));
  if (open_ && copied_ == begin) return;
  const uint32_t from = WindowBegin(begin);
  if (open_ && from > copied_) {
    view_.text.append(kGap);
    view_.map.AppendGap(static_cast<uint32_t>(kGap.size()));
  }
  open_ = true;
  copied_ = std::max(copied_, from);
  Copy(begin);
}

void ViewWriter::Touch(uint32_t begin, uint32_t end) {
  if (stopped_ || end < copied_ || !IsNew(begin, end)) return;
  OpenAt(std::max(begin, copied_));
  Copy(end);
}

void ViewWriter::Replace(uint32_t begin, uint32_t end, std::string_view text) {
  if (stopped_ || begin < copied_ || !IsNew(begin, end)) return;
  OpenAt(begin);
  const auto size = static_cast<uint32_t>(text.size());
  if (stopped_ || !budget_.TakeBytes(size + 2)) {
    stopped_ = true;
    return;
  }
  view_.text.append(text);
  const uint32_t runs = view_.map.run_count();
  if (size > 0) view_.map.AppendEdit(begin, end, size);
  // A map of many tiny runs costs more than the text: a run for the edit, and
  // one for what is copied behind it.
  if (view_.map.run_count() != runs && !budget_.TakeBytes(kRunBytes)) {
    stopped_ = true;
  }
  copied_ = end;
}

bool ViewWriter::Finish(View& view) {
  if (!open_) return false;
  Copy(WindowEnd(copied_, static_cast<uint32_t>(base_.size())));
  view.text = std::move(view_.text);
  view.map = std::move(view_.map);
  return !view.text.empty();
}

}  // namespace sluice
