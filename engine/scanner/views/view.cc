#include "scanner/views/view.h"

#include <algorithm>

namespace sluice {
namespace {

// Four times the text, but a short text may be all encodings of encodings.
constexpr uint32_t kMinViewBytes = 64u << 10;
constexpr uint32_t kMaxViewBytes = 16u << 20;
constexpr uint32_t kMaxViews = 256;
constexpr uint32_t kMaxCandidates = 256;

}  // namespace

ViewBudget::ViewBudget(uint32_t text_size)
    : bytes(std::clamp(std::min(text_size, kMaxViewBytes) * 4, kMinViewBytes,
                       kMaxViewBytes)),
      views(kMaxViews),
      candidates(kMaxCandidates) {}

bool ViewBudget::TakeBytes(uint32_t size) {
  if (size > bytes) {
    bytes = 0;
    exhausted = true;
    return false;
  }
  bytes -= size;
  return true;
}

bool ViewBudget::TakeView() {
  if (views == 0) exhausted = true;
  return !exhausted && views-- > 0;
}

bool ViewBudget::TakeCandidate() {
  if (candidates == 0) {
    exhausted = true;
    return false;
  }
  --candidates;
  return true;
}

}  // namespace sluice
