// A view: the text as seen after one transformation, with its map back.
#ifndef SLUICE_SCANNER_VIEWS_VIEW_H_
#define SLUICE_SCANNER_VIEWS_VIEW_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "scanner/views/offset_map.h"
#include "scanner/views/wiped.h"
#include "sluice/verdict.h"

namespace sluice {

inline constexpr uint32_t kMaxDecodeDepth = 3;

// What the view was made by.
enum class ViewKind : uint8_t {
  kFolded,
  kUnmarked,
  kUnwrapped,
  kHabit,
  kDigits,  // digits joined: for numbers with check digits only
  kDecoded,
};

inline constexpr uint32_t kNoParent = 0xFFFFFFFFu;

struct View {
  WipedText text;
  OffsetMap map;                // to the parent's text
  uint32_t parent = kNoParent;  // index of a view; kNoParent: the original
  ViewKind kind = ViewKind::kFolded;
  bool scanned = true;  // false: only a step on the way to other views
  std::array<Decoder, kMaxDecoders> decoders = {};  // outermost first
  uint32_t decoder_count = 0;
  uint32_t depth = 0;  // of decoding; gzip inside base64 counts once

  void AddDecoder(Decoder decoder) {
    if (decoder_count < kMaxDecoders) decoders[decoder_count++] = decoder;
  }
};

// What building the views of one text may cost.
struct ViewBudget {
  explicit ViewBudget(uint32_t text_size);

  // False, and `exhausted` from then on: no more of that.
  bool TakeBytes(uint32_t size);
  bool TakeView();
  bool TakeCandidate();

  uint32_t bytes;  // of all views together
  uint32_t views;
  uint32_t candidates;     // encoded runs decoded as a whole
  bool exhausted = false;  // something was not looked into: kDecode
};

inline constexpr uint32_t kMaxBlobBytes = 256u << 10;
inline constexpr uint32_t kMaxInflatedBytes = 1u << 20;
inline constexpr uint32_t kMaxInflateRatio = 100;

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_VIEW_H_
