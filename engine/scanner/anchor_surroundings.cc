#include "scanner/anchor_surroundings.h"

#include <algorithm>

namespace sluice {
namespace {

// Bytes walked over that cost as much as a look.
constexpr uint32_t kBytesPerLook = 4;

uint32_t CodeOf(char byte) { return kCodeOfByte[static_cast<uint8_t>(byte)]; }

}  // namespace

bool AnchorSurroundings::HasFollower(uint32_t index, std::string_view seen,
                                     const PrefilterHit& hit) {
  const AnchorRecord& anchor = tables_.anchors[index];
  if (anchor.follow_count == 0) return true;
  const int64_t position = hit.position;
  const int64_t room = static_cast<int64_t>(seen.size()) - anchor.follow_count;
  const int64_t far = std::min(position + anchor.follow_max, room);
  if (far < 0) return false;
  const auto first =
      static_cast<uint32_t>(std::max<int64_t>(position + anchor.follow_min, 0));
  FollowerSearch& search = followers_[slots_.Of(index)];
  const uint32_t last = EndOfRun(anchor, seen, hit.position + hit.bytes,
                                 static_cast<uint32_t>(far));
  if (search.found != kNowhere && search.found >= first) {
    return search.found <= last;
  }
  const uint32_t begin = std::max(first, search.searched);
  uint32_t at = begin;
  while (at <= last && !IsFollower(anchor, seen, at)) ++at;
  looks_.Pay((at - begin) / kBytesPerLook);
  if (at <= last) search.found = at;
  search.searched = std::max(search.searched, at + (at <= last ? 1 : 0));
  return at <= last;
}

// Whether the bytes from `at` on have codes in the anchor's follower's sets.
bool AnchorSurroundings::IsFollower(const AnchorRecord& anchor,
                                    std::string_view seen, size_t at) const {
  for (uint32_t i = 0; i < anchor.follow_count; ++i) {
    if (!tables_.code_sets[anchor.follow_begin + i].Has(CodeOf(seen[at + i]))) {
      return false;
    }
  }
  return true;
}

// The last place, `last` at most, that only bytes which may stand there part
// from the end of the anchor, `begin`.
uint32_t AnchorSurroundings::EndOfRun(const AnchorRecord& anchor,
                                      std::string_view seen, uint32_t begin,
                                      uint32_t last) {
  if (anchor.follow_inside == kAnyCodes || anchor.follow_min < 0) return last;
  const CodeSetRecord& inside = tables_.code_sets[anchor.follow_inside];
  Run& run = runs_[slots_.RunOf(anchor.follow_inside)];
  if (begin < run.begin || begin > run.end) run = {begin, begin};
  const uint32_t known = run.end;
  while (run.end < last && inside.Has(CodeOf(seen[run.end]))) ++run.end;
  looks_.Pay((run.end - known) / kBytesPerLook);
  return std::min(last, run.end);
}

uint32_t AnchorSurroundings::FirstStart(const AnchorRecord& anchor,
                                        std::string_view seen,
                                        uint32_t position) {
  const uint32_t farthest =
      position - std::min<uint32_t>(position, anchor.before_max);
  if (anchor.before_inside == kAnyCodes) return farthest;
  const CodeSetRecord& inside = tables_.code_sets[anchor.before_inside];
  uint32_t begin = position;
  while (begin > farthest && inside.Has(CodeOf(seen[begin - 1]))) --begin;
  looks_.Pay((position - begin) / kBytesPerLook);
  return std::max(farthest,
                  begin - std::min<uint32_t>(begin, anchor.before_slack));
}

}  // namespace sluice
