// Who wrote something: names and addresses that were published with it, in
// licences, change logs and lists of authors. Documents of software are full of
// them.
#ifndef SLUICE_SCANNER_CREDITS_H_
#define SLUICE_SCANNER_CREDITS_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "sluice/types.h"

namespace sluice {

// The credits of one text. Remembers what it read, so that asking about the
// entries of a list one after the other reads the list once.
class Credits {
 public:
  explicit Credits(std::string_view text) : text_(text) {}

  // Whether the text begins with the terms under which it may be copied, and
  // the value stands in its prose: not in quotes, and in no assignment.
  bool IsInLicensed(Span value);

  // Whether the value is an entry below a heading such as "Authors", or below
  // such a key in JSON.
  //   ## Contributors
  //   * Jan Jansen <jan@...>
  // or a paragraph that introduces them and ends in a colon.
  bool IsBelowHeading(Span value);

 private:
  std::pair<uint32_t, bool>& Known(uint32_t line) {
    return known_[(line * 0x9E3779B1u) >> 24];
  }
  uint32_t BeginOfLine(uint32_t pos) const;
  bool IsIntroduction(uint32_t line, uint32_t end) const;

  std::string_view text_;
  int8_t licensed_ = -1;  // not yet known
  // Of lines asked about: where they begin, plus 1, and the answer.
  std::array<std::pair<uint32_t, bool>, 256> known_{};
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_CREDITS_H_
