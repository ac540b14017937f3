// Takes an input apart: numbers from its front, text from the rest.
#ifndef FUZZ_INPUT_H_
#define FUZZ_INPUT_H_

#include <cstdint>
#include <string_view>

namespace sluice {

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}

  bool empty() const { return bytes_.empty(); }
  // Zeros once the input is at its end.
  uint8_t Byte() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<uint8_t>(bytes_[0]);
    bytes_.remove_prefix(1);
    return byte;
  }
  // Little-endian number of `count` bytes.
  uint32_t Number(uint32_t count) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < count; ++i) number |= uint32_t{Byte()} << (8 * i);
    return number;
  }
  // A number below `bound`.
  uint32_t Below(uint32_t bound) { return Number(bound > 256 ? 2 : 1) % bound; }
  // A length byte, then that many bytes, or what is left.
  std::string_view Text() {
    const size_t size = Byte();
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(text.size());
    return text;
  }
  std::string_view Rest() {
    const std::string_view rest = bytes_;
    bytes_ = {};
    return rest;
  }

 private:
  std::string_view bytes_;
};

}  // namespace sluice

#endif  // FUZZ_INPUT_H_
