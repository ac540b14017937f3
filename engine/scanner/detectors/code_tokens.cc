#include "scanner/detectors/code_tokens.h"

#include <algorithm>
#include <cstring>

#include "scanner/bytes.h"

namespace sluice {
namespace {

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
constexpr uint8_t kWordBytes =
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
constexpr std::array<uint8_t, 256> kClasses = MakeClasses();

uint8_t ClassOf(char c) { return kClasses[static_cast<unsigned char>(c)]; }

// No word has it, but by chance.
constexpr uint32_t kPlaceholderHash = 0x5EEDF00Du;

struct Word {
  uint8_t classes = 0;
  uint8_t first = 0;  // class of the first byte
  bool camel = false;
  size_t size = 0;
};

Shape ShapeOfPlain(const Word& word) {
  if (word.size == 1) return kShapeLetter;
  if (word.camel) return kShapeCamel;
  if (word.size > 12) return kShapeLong;
  if ((word.classes & kUpperByte) == 0) return kShapeLower;
  return (word.classes & kLowerByte) != 0 ? kShapeCapitalised : kShapeUpper;
}

Shape ShapeOf(const Word& word) {
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

// Four bytes of `text` from `at` on, fewer at its end; little-endian, as all
// our builds are.
uint32_t Load(std::string_view text, size_t at) {
  uint32_t bytes = 0;
  if (at + 4 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 4);
    return bytes;
  }
  for (size_t i = at; i < text.size(); ++i) {
    bytes |= uint32_t{static_cast<unsigned char>(text[i])} << (8 * (i - at));
  }
  return bytes;
}

// Of the size, the first eight and the last four bytes: words that agree in
// these are the same word for us.
uint32_t HashWord(std::string_view line, size_t begin, size_t size) {
  uint32_t low = Load(line, begin);
  if (size < 4) low &= (1u << (8 * size)) - 1;
  uint32_t hash = low * 0x9E3779B1u + static_cast<uint32_t>(size);
  if (size > 4) {
    hash = (hash ^ hash >> 15) * 0x85EBCA77u + Load(line, begin + size - 4);
    if (size > 8) hash = hash * 0xC2B2AE3Du + Load(line, begin + 4);
  }
  return (hash ^ hash >> 16) * 0x7FEB352Du;
}

// The end of a redaction's placeholder at `begin`, as "[EMAIL_2]"; 0: none.
size_t PlaceholderEnd(std::string_view line, size_t begin) {
  if (line[begin] != '[') return 0;
  size_t end = begin + 1;
  while (end < line.size() && (IsUpperByte(line[end]) ||
                               IsDigitByte(line[end]) || line[end] == '_')) {
    ++end;
  }
  const std::string_view name = line.substr(begin + 1, end - begin - 1);
  const bool numbered = name.size() > 2 && IsUpperByte(name.front()) &&
                        IsDigitByte(name.back()) && name.find('_') != name.npos;
  return numbered && end < line.size() && line[end] == ']' ? end + 1 : 0;
}

// Reads one line from left to right.
class Tokenizer {
 public:
  Tokenizer(std::string_view line, LineTokens& out) : line_(line), out_(out) {}

  void Run() {
    size_t i = SkipIndent();
    while (i < line_.size()) {
      if (out_.count == kMaxLineTokens) {
        out_.cut = true;
        break;
      }
      const uint8_t kind = ClassOf(line_[i]);
      if (kind == kSpaceByte) {
        out_.tabs += line_[i] == '\t';
        spaced_ = true;
        ++i;
      } else if (const size_t end = PlaceholderEnd(line_, i); end != 0) {
        ReadPlaceholder();
        i = end;
      } else {
        i = kind == kMarkByte ? ReadMark(i) : ReadWord(i);
      }
    }
    out_.bytes = static_cast<uint32_t>(i);
  }

 private:
  size_t SkipIndent() {
    size_t i = 0;
    for (; i < line_.size() && ClassOf(line_[i]) == kSpaceByte; ++i) {
      out_.tab_indent |= line_[i] == '\t';
      out_.indent += line_[i] == '\t' ? 4 : 1;
    }
    if (i < line_.size()) out_.first = line_[i];
    return i;
  }

  void Add(uint32_t hash, uint8_t shape) {
    out_.tokens[out_.count++] = {hash, shape, spaced_};
    spaced_ = false;
  }

  size_t ReadMark(size_t i) {
    const char c = line_[i];
    out_.last = c;
    ++out_.marks;
    out_.commas += c == ',';
    out_.pipes += c == '|';
    out_.semicolons += c == ';';
    if (c != ',' && c != '\'' && c != '-') run_ = 0;
    Add(static_cast<unsigned char>(c) * 2654435761u, static_cast<uint8_t>(c));
    return i + 1;
  }

  // What was there is a word like any: a name.
  void ReadPlaceholder() {
    const Word name{kUpperByte | kLowerByte, kUpperByte, false, 4};
    if (out_.count == 0) out_.first = 'A';
    out_.last = 'a';
    Count(name, 1, 0);
    Add(kPlaceholderHash, kShapeCapitalised);
  }

  size_t ReadWord(size_t begin) {
    Word word;
    word.first = ClassOf(line_[begin]);
    uint32_t uppers = 0, digits = 0;
    uint8_t before = 0;
    size_t i = begin;
    for (; i < line_.size(); ++i) {
      const uint8_t kind = ClassOf(line_[i]);
      if ((kind & kWordBytes) == 0) break;
      word.camel |= kind == kUpperByte && before == kLowerByte;
      uppers += kind == kUpperByte;
      digits += kind == kDigitByte;
      word.classes |= kind;
      before = kind;
    }
    word.size = i - begin;
    out_.last = line_[i - 1];
    Count(word, uppers, digits);
    Add(HashWord(line_, begin, word.size), ShapeOf(word));
    return i;
  }

  void Count(const Word& word, uint32_t uppers, uint32_t digits) {
    out_.uppers += uppers;
    out_.digits += digits;
    out_.letters += static_cast<uint32_t>(word.size) - digits;
    out_.foreign |= (word.classes & kForeignByte) != 0;
    if (word.first != kDigitByte) ++out_.words;
    const bool plain =
        !word.camel && (word.classes & (kDigitByte | kUnderscoreByte)) == 0;
    run_ = plain ? run_ + 1 : 0;
    out_.longest_run = std::max(out_.longest_run, run_);
  }

  std::string_view line_;
  LineTokens& out_;
  bool spaced_ = false;
  uint32_t run_ = 0;
};

}  // namespace

void Tokenize(std::string_view line, LineTokens& result) {
  // Not `result = {}`: the tokens need no clearing.
  result.count = result.indent = result.bytes = 0;
  result.letters = result.digits = result.uppers = result.marks = 0;
  result.words = result.commas = result.tabs = result.pipes = 0;
  result.semicolons = result.longest_run = 0;
  result.tab_indent = result.foreign = result.cut = false;
  result.first = result.last = 0;
  Tokenizer(line, result).Run();
}

bool IsRedacted(std::string_view line) {
  bool any = false;
  for (size_t i = 0; i < line.size();) {
    if (IsWordByteOrUtf8(line[i])) return false;
    const size_t end = PlaceholderEnd(line, i);
    any |= end != 0;
    i = end != 0 ? end : i + 1;
  }
  return any;
}

}  // namespace sluice
