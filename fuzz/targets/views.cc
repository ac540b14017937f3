// The input is a text, or compressed bytes; every view of it is built.
#include "scanner/views/views.h"

#include <algorithm>

#include "default_rules.h"
#include "scanner/utf8.h"
#include "scanner/views/payload.h"
#include "target.h"

namespace sluice {
namespace {

constexpr size_t kMaxText = 4096;
// The least a view may use, whatever the text's size; views/view.cc.
constexpr uint32_t kMaxExpansion = 4;
constexpr uint32_t kMinBytes = 256u << 10;

void CheckInflate(std::string_view bytes) {
  WipedText text, again;
  bool exceeded = false, exceeded_again = false;
  const bool holds = Inflate(bytes, text, exceeded);
  Require(Inflate(bytes, again, exceeded_again) == holds &&
              exceeded == exceeded_again,
          "inflating has no state");
  if (!holds) return;
  Require(std::string_view(text) == std::string_view(again),
          "inflating is a function");
  Require(text.size() <= kMaxInflatedBytes, "inflated text is bounded");
}

// Maps spans of one view; a later span never begins earlier in the original.
void CheckMap(std::string_view text, const std::vector<View>& views,
              uint32_t index) {
  const auto size = static_cast<uint32_t>(views[index].text.size());
  uint32_t last = 0;
  for (uint32_t at = 0; at < size; ++at) {
    const auto span = MapToOriginal(views, index, {at, at + 1});
    if (!span) continue;
    Require(span->begin < span->end && span->end <= text.size(),
            "a view's byte stands for bytes of the text");
    Require(span->begin >= last, "a map is monotone");
    last = span->begin;
    IsEdited(views, index, {at, at + 1});
    DecodersOf(views, index, {at, at + 1});
  }
  Require(!MapToOriginal(views, index, {size, size + 1}),
          "nothing stands behind a view");
  const auto whole = MapToOriginal(views, index, {0, size});
  Require(!whole || whole->end <= text.size(), "a view lies in the text");
}

void Run(std::string_view input) {
  if (input.size() > kMaxText) return;
  CheckInflate(input);
  const auto size = static_cast<uint32_t>(input.size());
  ViewBudget budget(size);
  std::vector<View> views;
  BuildViews(input, OwnRules().database.image(), budget, views);
  size_t bytes = 0;
  for (uint32_t i = 0; i < views.size(); ++i) {
    Require(views[i].parent == kNoParent || views[i].parent < i,
            "a view stands behind its parent");
    Require(views[i].depth <= kMaxDecodeDepth, "decoding has a depth");
    bytes += views[i].text.size();
    CheckMap(input, views, i);
  }
  Require(bytes <= std::max(kMaxExpansion * size, kMinBytes),
          "views are bounded");
}

std::string Percent(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    encoded += '%';
    encoded += "0123456789ABCDEF"[byte >> 4];
    encoded += "0123456789ABCDEF"[byte & 15];
  }
  return encoded;
}

std::string Base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (size_t at = 0; at < text.size(); at += 3) {
    const std::string_view block = text.substr(at, 3);
    uint32_t bits = 0;
    for (size_t i = 0; i < 3; ++i) {
      bits = bits << 8 | (i < block.size() ? uint8_t(block[i]) : 0u);
    }
    for (uint32_t i = 0; i < 4; ++i) {
      const bool used = i <= block.size();
      encoded += used ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
    }
  }
  return encoded;
}

std::vector<std::string> Seeds() {
  // A stored and a compressed stream in gzip and zlib form.
  std::vector<std::string> seeds = {
      std::string("\x78\x9C\x4B\x4C\x4A\x06\x00\x02\x4D\x01\x27", 11),
      std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x4B\x4C\x4A\x06\x00"
                  "\xC2\x41\x24\x35\x03\x00\x00\x00",
                  23),
      "jan [at] example (dot) nl",
      "AK<b>IA</b>x",
      "4111&#32;1111&nbsp;1111",
      "\\u0041\\x42\\103 U+0044",
      "=41=42=\n=43",
      "A\xEF\xBC\xA2\xC2\xADz",
      "> 4111 1111\n> 1111 1111\n",
      "00000000: 4142 4344 4546  ABCDEF"};
  for (const std::string& text : ExampleTexts()) {
    if (text.size() > 200) continue;
    seeds.push_back(seeds.size() % 2 == 0 ? Percent(text) : Base64(text));
  }
  return seeds;
}

}  // namespace

const FuzzTarget kViewsTarget = {"views", Run, Seeds};

}  // namespace sluice
