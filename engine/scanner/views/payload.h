// What an encoded run holds.
#ifndef SLUICE_SCANNER_VIEWS_PAYLOAD_H_
#define SLUICE_SCANNER_VIEWS_PAYLOAD_H_

#include <cstdint>
#include <string_view>

#include "scanner/views/wiped.h"

namespace sluice {

enum class Payload : uint8_t {
  kBinary,  // a picture, a hash, random: not looked into
  kText,    // text is UTF-8
  kDeflated,
};

// Reads decoded bytes as text, in UTF-8 or UTF-16 with or without a mark;
// UTF-16 becomes UTF-8. `cut`: more would follow.
Payload ReadPayload(WipedText& bytes, bool cut);

// Whether bytes that begin like this can be text or compressed text. Looks at
// a few bytes only; true in doubt.
bool MayBePayload(std::string_view head);

// Inflates gzip or zlib. False: damaged, binary or over a limit; `exceeded`
// tells that it was the limit.
bool Inflate(std::string_view bytes, WipedText& text, bool& exceeded);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_PAYLOAD_H_
