// Byte offsets of UTF-8 as UTF-16 code units: what JavaScript counts in.
#ifndef SLUICE_SCANNER_UTF16_H_
#define SLUICE_SCANNER_UTF16_H_

#include <cstdint>
#include <string_view>

namespace sluice {

// Maps offsets of one text. The text is valid UTF-8, and offsets stand between
// code points; neither is checked. A call costs the distance to the offset of
// the call before, so ascending offsets cost one pass over the text in all.
// `text` must live as long as the mapper.
class Utf16Mapper {
 public:
  explicit Utf16Mapper(std::string_view text);

  // The number of code units before `offset`; offsets beyond the end count as
  // the end.
  uint32_t Map(uint32_t offset);

 private:
  std::string_view text_;
  uint32_t bytes_ = 0;  // how far the text was counted
  uint32_t units_ = 0;  // code units in it
  bool ascii_;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_UTF16_H_
