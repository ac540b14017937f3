// A line of text as tokens: what the models of source code read.
#ifndef SLUICE_SCANNER_DETECTORS_CODE_TOKENS_H_
#define SLUICE_SCANNER_DETECTORS_CODE_TOKENS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

// What a token looks like. Punctuation marks are their own shape: the byte.
enum Shape : uint8_t {
  kShapeNone = 0,  // before the first and behind the last token
  kShapeLower,
  kShapeCapitalised,
  kShapeUpper,
  kShapeCamel,
  kShapeSnake,
  kShapeUpperSnake,
  kShapeLetter,
  kShapeMixed,  // letters and digits
  kShapeForeign,
  kShapeLong,  // a plain word of more than 12 letters
  kShapeNumber,
  kShapeHexOrUnit,  // begins with a digit, has letters
};

struct Token {
  uint32_t hash = 0;  // of the bytes
  uint8_t shape = kShapeNone;
  bool spaced = false;  // white space before it

  // Shape and space in one number below 256.
  constexpr uint32_t code() const {
    return uint32_t{shape} | (spaced ? 128u : 0u);
  }
  constexpr bool word() const {
    return shape >= kShapeLower && shape <= kShapeLong;
  }
};

// More of a line says nothing new, and a bound keeps the scan linear.
inline constexpr size_t kMaxLineTokens = 128;

struct LineTokens {
  std::array<Token, kMaxLineTokens> tokens;
  uint32_t count = 0;
  uint32_t indent = 0;  // columns; a tab is 4
  bool tab_indent = false;
  // Of the bytes read.
  uint32_t bytes = 0, letters = 0, digits = 0, uppers = 0, marks = 0;
  uint32_t words = 0, commas = 0, tabs = 0, pipes = 0, semicolons = 0;
  uint32_t longest_run = 0;   // plain words with one space between them
  uint32_t placeholders = 0;  // of redactions
  char first = 0, last = 0;   // solid characters
  bool foreign = false;       // has bytes beyond ASCII
  bool cut = false;           // the line has more
};

// Splits the line [begin, end) of `text` into words, numbers and single marks.
void Tokenize(std::string_view text, size_t begin, size_t end,
              LineTokens& result);

// Whether nothing but placeholders of a redaction, as "[EMAIL_2]", and marks is
// left of the line.
bool IsRedacted(const LineTokens& line);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_CODE_TOKENS_H_
