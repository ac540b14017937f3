// Tables by which bytes become tokens: classes of bytes, shapes of words, what
// marks count for, and the hash of a word.
#ifndef SLUICE_SCANNER_DETECTORS_TOKEN_TABLES_H_
#define SLUICE_SCANNER_DETECTORS_TOKEN_TABLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "scanner/detectors/code_tokens.h"

namespace sluice::code_tokens {

// Bits of a byte's class; those of a word's bytes are united.
enum ByteClass : uint8_t {
  kSpaceByte = 1,
  kLowerByte = 2,
  kUpperByte = 4,
  kDigitByte = 8,
  kUnderscoreByte = 16,
  kForeignByte = 32,
  kMarkByte = 64,
};
inline constexpr uint8_t kWordBytes =
    kLowerByte | kUpperByte | kDigitByte | kUnderscoreByte | kForeignByte;

constexpr std::array<uint8_t, 256> MakeClasses() {
  std::array<uint8_t, 256> classes{};
  for (size_t c = 0; c < 256; ++c) {
    if (c <= ' ') {
      classes[c] = kSpaceByte;
    } else if (c >= 'a' && c <= 'z') {
      classes[c] = kLowerByte;
    } else if (c >= 'A' && c <= 'Z') {
      classes[c] = kUpperByte;
    } else if (c >= '0' && c <= '9') {
      classes[c] = kDigitByte;
    } else if (c == '_') {
      classes[c] = kUnderscoreByte;
    } else {
      classes[c] = c >= 128 ? kForeignByte : kMarkByte;
    }
  }
  return classes;
}
inline constexpr std::array<uint8_t, 256> kClasses = MakeClasses();

inline uint8_t ClassOf(char c) {
  return kClasses[static_cast<unsigned char>(c)];
}

// No word has it, but by chance.
inline constexpr uint32_t kPlaceholderHash = 0x5EEDF00Du;

// What a word's bytes say together.
struct Word {
  uint8_t classes = 0;
  uint8_t first = 0;  // class of the first byte
  bool camel = false;
  uint32_t size = 0;
};

// Of a word of small letters alone.
constexpr Shape ShapeOfSmall(uint32_t size) {
  return size == 1 ? kShapeLetter : size > 12 ? kShapeLong : kShapeLower;
}

constexpr Shape ShapeOfPlain(const Word& word) {
  if (word.size == 1) return kShapeLetter;
  if (word.camel) return kShapeCamel;
  if (word.size > 12) return kShapeLong;
  if ((word.classes & kUpperByte) == 0) return kShapeLower;
  return (word.classes & kLowerByte) != 0 ? kShapeCapitalised : kShapeUpper;
}

constexpr Shape ShapeOf(const Word& word) {
  if ((word.classes & kForeignByte) != 0) return kShapeForeign;
  if (word.first == kDigitByte) {
    return word.classes == kDigitByte ? kShapeNumber : kShapeHexOrUnit;
  }
  if ((word.classes & kUnderscoreByte) != 0) {
    return (word.classes & kLowerByte) != 0 ? kShapeSnake : kShapeUpperSnake;
  }
  if ((word.classes & kDigitByte) != 0) return kShapeMixed;
  return ShapeOfPlain(word);
}

// ShapeOf by a number of all it looks at, and whether the word is plain: no
// name that only programs have.
inline constexpr uint8_t kPlainWord = 128;

constexpr uint32_t ShapeIndex(uint32_t classes, bool digit_first, bool camel,
                              uint32_t size) {
  return classes >> 1 | uint32_t{digit_first} << 5 | uint32_t{camel} << 6 |
         uint32_t{size == 1} << 7 | uint32_t{size > 12} << 8;
}

constexpr std::array<uint8_t, 512> MakeShapes() {
  std::array<uint8_t, 512> shapes{};
  for (uint32_t i = 0; i < 512; ++i) {
    Word word;
    word.classes = static_cast<uint8_t>((i & 31) << 1);
    word.first = (i & 32) != 0 ? kDigitByte : kLowerByte;
    word.camel = (i & 64) != 0;
    word.size = (i & 128) != 0 ? 1 : (i & 256) != 0 ? 13 : 2;
    const bool plain =
        !word.camel && (word.classes & (kDigitByte | kUnderscoreByte)) == 0;
    shapes[i] = static_cast<uint8_t>(ShapeOf(word) | (plain ? kPlainWord : 0));
  }
  return shapes;
}
inline constexpr std::array<uint8_t, 512> kShapes = MakeShapes();

// What a mark adds to the counts of commas, pipes and semicolons, a byte each;
// bit 31: it ends a run of plain words.
inline constexpr uint32_t kEndsRun = 1u << 31;
constexpr std::array<uint32_t, 256> MakeMarks() {
  std::array<uint32_t, 256> marks{};
  for (uint32_t& mark : marks) mark = kEndsRun;
  marks[','] = 1;
  marks['\''] = marks['-'] = 0;
  marks['|'] += 1u << 8;
  marks[';'] += 1u << 16;
  return marks;
}
inline constexpr std::array<uint32_t, 256> kMarks = MakeMarks();

inline uint32_t Load(const char* at) {
  uint32_t bytes = 0;
  std::memcpy(&bytes, at, 4);  // little-endian, as all our builds are
  return bytes;
}

// Of the size, the first eight and the last four bytes: words that agree in
// these are the same word for us. Four bytes from `word` on can be read,
// whatever its size.
inline uint32_t HashWord(const char* word, uint32_t size) {
  uint32_t low = Load(word);
  if (size < 4) low &= (1u << (8 * size)) - 1;
  uint32_t hash = low * 0x9E3779B1u + size;
  if (size > 4) {
    hash = (hash ^ hash >> 15) * 0x85EBCA77u + Load(word + size - 4);
    if (size > 8) hash = hash * 0xC2B2AE3Du + Load(word + 4);
  }
  return (hash ^ hash >> 16) * 0x7FEB352Du;
}

}  // namespace sluice::code_tokens

#endif  // SLUICE_SCANNER_DETECTORS_TOKEN_TABLES_H_
