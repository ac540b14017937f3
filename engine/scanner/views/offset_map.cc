#include "scanner/views/offset_map.h"

#include <algorithm>

namespace sluice {

// Whether a run of these steps that begins at `base` only makes the last run
// longer.
bool OffsetMap::Extends(uint32_t base, uint32_t view_step, uint32_t base_step,
                        Kind kind) const {
  if (runs_.empty()) return false;
  const Run& last = runs_.back();
  return last.kind == kind && last.view_step == view_step &&
         last.base_step == base_step &&
         BaseEnd(static_cast<uint32_t>(runs_.size()) - 1) == base;
}

void OffsetMap::AppendCopy(uint32_t base, uint32_t size) {
  if (size == 0) return;
  if (!Extends(base, 1, 1, Kind::kCopy)) {
    runs_.push_back({view_size_, base, 1, 1, Kind::kCopy});
  }
  view_size_ += size;
}

void OffsetMap::AppendEdit(uint32_t base, uint32_t base_end,
                           uint32_t view_size) {
  if (!Extends(base, view_size, base_end - base, Kind::kEdit)) {
    runs_.push_back(
        {view_size_, base, view_size, base_end - base, Kind::kEdit});
  }
  view_size_ += view_size;
}

void OffsetMap::AppendGap(uint32_t view_size) {
  const uint32_t base =
      runs_.empty() ? 0 : BaseEnd(static_cast<uint32_t>(runs_.size()) - 1);
  runs_.push_back({view_size_, base, view_size, 0, Kind::kGap});
  view_size_ += view_size;
}

uint32_t OffsetMap::FindRun(uint32_t position) const {
  const auto after = std::upper_bound(
      runs_.begin(), runs_.end(), position,
      [](uint32_t value, const Run& run) { return value < run.view; });
  return static_cast<uint32_t>(after - runs_.begin()) - 1;
}

uint32_t OffsetMap::RunEnd(uint32_t run) const {
  return run + 1 < runs_.size() ? runs_[run + 1].view : view_size_;
}

uint32_t OffsetMap::BaseEnd(uint32_t run) const {
  const Run& r = runs_[run];
  return r.base + (RunEnd(run) - r.view) / r.view_step * r.base_step;
}

std::optional<Span> OffsetMap::MapSpan(Span view) const {
  if (view.begin >= view.end || view.end > view_size_) return std::nullopt;
  const uint32_t first = FindRun(view.begin), last = FindRun(view.end - 1);
  for (uint32_t i = first; i <= last; ++i) {
    if (runs_[i].kind == Kind::kGap) return std::nullopt;
  }
  const Run& a = runs_[first];
  const Run& b = runs_[last];
  const uint32_t from = (view.begin - a.view) / a.view_step;
  const uint32_t to = (view.end - 1 - b.view) / b.view_step + 1;
  return Span{a.base + from * a.base_step, b.base + to * b.base_step};
}

bool OffsetMap::IsEdited(Span view) const {
  view.end = std::min(view.end, view_size_);
  if (view.begin >= view.end) return false;
  const uint32_t first = FindRun(view.begin), last = FindRun(view.end - 1);
  for (uint32_t i = first; i <= last; ++i) {
    if (runs_[i].kind == Kind::kEdit) return true;
    if (i > first && runs_[i].kind == Kind::kCopy &&
        runs_[i - 1].kind == Kind::kCopy) {
      return true;  // something was dropped between the two
    }
  }
  return false;
}

uint32_t OffsetMap::LastStretch() const {
  const auto gap =
      std::find_if(runs_.rbegin(), runs_.rend(),
                   [](const Run& run) { return run.kind == Kind::kGap; });
  return gap == runs_.rend() ? 0 : gap->view + gap->view_step;
}

}  // namespace sluice
