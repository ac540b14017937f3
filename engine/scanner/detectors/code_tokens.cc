#include "scanner/detectors/code_tokens.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "scanner/bytes.h"
#include "scanner/detectors/token_tables.h"
#include "scanner/simd.h"

namespace sluice {
namespace code_tokens {
namespace {

// The end of a redaction's placeholder at `begin`, as "[EMAIL_2]"; 0: none.
size_t PlaceholderEnd(std::string_view line, size_t begin) {
  if (line[begin] != '[') return 0;
  if (begin + 1 == line.size() || !IsUpperByte(line[begin + 1])) return 0;
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

#if SLUICE_SIMD
constexpr uint32_t kBlock = 64;

// Where in 64 bytes the classes stand, the first byte lowest.
struct Block {
  uint64_t space = 0, tab = 0, lower = 0, upper = 0;
  uint64_t digit = 0, underscore = 0, foreign = 0;
  uint64_t word, camel, special;

  explicit Block(const char* at) {
    for (uint32_t i = 0; i < kBlock; i += static_cast<uint32_t>(kLanes)) {
      const Bytes16 v = LoadBytes(at + i);
      const auto bits = [i](Mask16 mask) {
        return uint64_t{BitsOf(mask)} << i;
      };
      space |= bits(v <= ' ');
      tab |= bits(v == '\t');
      lower |= bits((v - 'a') < 26);
      upper |= bits((v - 'A') < 26);
      digit |= bits((v - '0') < 10);
      underscore |= bits(v == '_');
      foreign |= bits(v >= 0x80);
    }
    special = upper | digit | underscore | foreign;
    word = lower | special;
    camel = upper & lower << 1;
  }

  // Of the word whose bits are `own`.
  uint32_t Shape(uint64_t own, uint32_t length) const {
    const auto has = [own](uint64_t bits) {
      return static_cast<uint32_t>((bits & own) != 0);
    };
    const uint32_t classes = has(lower) << 1 | has(upper) << 2 |
                             has(digit) << 3 | has(underscore) << 4 |
                             has(foreign) << 5;
    return ShapeIndex(classes, has(digit & own & (0 - own)) != 0,
                      has(camel) != 0, length);
  }
};

// The `count` lowest bits.
constexpr uint64_t LowBits(uint32_t count) {
  return count >= 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1;
}
#endif

// Reads one line from left to right.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, size_t begin, size_t end, LineTokens& out)
      : text_end_(text.data() + text.size()),
        line_(text.data() + begin),
        size_(static_cast<uint32_t>(end - begin)),
        out_(out) {}

  void Run() {
    uint32_t at = SkipIndent();
    if (at < size_) out_.first = line_[at];
#if SLUICE_SIMD
    while (at < size_ && count_ < kMaxLineTokens) at = ReadBlock(at);
#else
    while (at < size_ && count_ < kMaxLineTokens) at = ReadOne(at);
#endif
    out_.cut = at < size_ && count_ == kMaxLineTokens;
    out_.bytes = at;
    out_.count = count_;
    out_.longest_run = longest_run_;
    out_.commas = marks_ & 255;
    out_.pipes = marks_ >> 8 & 255;
    out_.semicolons = marks_ >> 16 & 255;
  }

 private:
  uint32_t SkipIndent() {
    uint32_t i = 0;
    for (; i < size_ && ClassOf(line_[i]) == kSpaceByte; ++i) {
      out_.tab_indent |= line_[i] == '\t';
      out_.indent += line_[i] == '\t' ? 4 : 1;
    }
    return i;
  }

  void Add(uint32_t hash, uint32_t shape, bool spaced) {
    out_.tokens[count_++] = {hash, static_cast<uint8_t>(shape), spaced};
  }

  void AddMark(char c, bool spaced) {
    const auto byte = static_cast<uint8_t>(c);
    const uint32_t mark = kMarks[byte];
    marks_ += mark & ~kEndsRun;
    run_ &= (mark >> 31) - 1;
    Add(byte * 2654435761u, byte, spaced);
  }

  void AddPlainWord(const char* word, uint32_t size, uint32_t shape,
                    bool spaced) {
    Add(HashWord(word, size), shape, spaced);
    longest_run_ = std::max(longest_run_, ++run_);
  }

  void AddWord(const char* word, uint32_t size, uint32_t shape_index,
               bool spaced) {
    const uint32_t shape = kShapes[shape_index];
    if ((shape & kPlainWord) != 0) {
      AddPlainWord(word, size, shape & ~uint32_t{kPlainWord}, spaced);
    } else {
      Add(HashWord(word, size), shape, spaced);
      run_ = 0;
    }
  }

  // A placeholder at `at` is a word like any: a name. Returns its end, or `at`
  // if none stands there.
  uint32_t TakePlaceholder(uint32_t at, bool spaced) {
    const size_t end = PlaceholderEnd({line_, size_}, at);
    if (end == 0) return at;
    if (count_ == 0) out_.first = 'A';
    out_.last = 'a';
    out_.letters += 4;
    ++out_.uppers;
    ++out_.words;
    ++out_.placeholders;
    Add(kPlaceholderHash, kShapeCapitalised, spaced);
    longest_run_ = std::max(longest_run_, ++run_);
    return static_cast<uint32_t>(end);
  }

  // A word of any length, byte by byte; returns its end.
  uint32_t ReadWord(uint32_t begin, bool spaced) {
    uint32_t classes = 0, uppers = 0, digits = 0, end = begin;
    bool camel = false;
    for (uint8_t before = 0; end < size_; ++end) {
      const uint8_t kind = ClassOf(line_[end]);
      if ((kind & kWordBytes) == 0) break;
      camel |= kind == kUpperByte && before == kLowerByte;
      uppers += kind == kUpperByte;
      digits += kind == kDigitByte;
      classes |= kind;
      before = kind;
    }
    const uint32_t size = end - begin;
    const bool digit_first = IsDigitByte(line_[begin]);
    out_.uppers += uppers;
    out_.digits += digits;
    out_.letters += size - digits;
    out_.words += digit_first ? 0 : 1;
    out_.foreign |= (classes & kForeignByte) != 0;
    out_.last = line_[end - 1];
    std::array<char, 4> few = {};  // four bytes can be read
    if (size < 4) std::memcpy(few.data(), line_ + begin, size);
    AddWord(size < 4 ? few.data() : line_ + begin, size,
            ShapeIndex(classes, digit_first, camel, size), spaced);
    return end;
  }

#if SLUICE_SIMD
  // Reads the tokens of 64 bytes from `at` on; returns where the next block
  // begins, which is never inside a token.
  uint32_t ReadBlock(uint32_t at) {
    const char* bytes = line_ + at;
    // What lies behind the line may be read, what lies behind the text not.
    std::array<char, kBlock + 4> copy;
    if (static_cast<size_t>(text_end_ - bytes) < copy.size()) {
      copy.fill(0);
      std::memcpy(copy.data(), bytes, size_ - at);
      bytes = copy.data();
    }
    const Block block(bytes);
    const uint32_t size = std::min(kBlock, size_ - at);
    const uint32_t end = ReadTokens(at, bytes, block);
    CountBytes(block, LowBits(end));
    if (end == size) return at + end;
    if (count_ == kMaxLineTokens) return at + end;
    const bool spaced = spaced_;
    if (bytes[end] == '[') {
      spaced_ = false;
      return TakePlaceholder(at + end, spaced);
    }
    if (end > 0) return at + end;
    spaced_ = false;
    return ReadWord(at, spaced);
  }

  // Returns where it stopped: at `size`, behind the last token a line can have,
  // at a placeholder, or at a word that goes on behind the block.
  uint32_t ReadTokens(uint32_t at, const char* bytes, const Block& block) {
    const uint32_t size = std::min(kBlock, size_ - at);
    const uint64_t word = block.word & LowBits(size);
    const uint64_t spaced = block.space << 1 | (spaced_ ? 1u : 0u);
    uint64_t starts = ~(block.space | (word & word << 1)) & LowBits(size);
    uint32_t end = 0;  // of the last token
    for (; starts != 0 && count_ < kMaxLineTokens; starts &= starts - 1) {
      const auto i = static_cast<uint32_t>(std::countr_zero(starts));
      spaced_ = (spaced >> i & 1) != 0;
      if ((word >> i & 1) == 0) {
        if (bytes[i] == '[' && PlaceholderEnd({line_, size_}, at + i) != 0)
          return i;
        AddMark(bytes[i], spaced_);
        end = i + 1;
      } else {
        const auto length = static_cast<uint32_t>(std::countr_one(word >> i));
        end = i + length;
        if (end == kBlock && at + kBlock < size_) return i;
        const uint64_t own = LowBits(length) << i;
        if ((block.special & own) == 0) {
          AddPlainWord(bytes + i, length, ShapeOfSmall(length), spaced_);
        } else {
          AddWord(bytes + i, length, block.Shape(own, length), spaced_);
        }
      }
      out_.last = bytes[end - 1];
    }
    if (count_ == kMaxLineTokens) return end;
    spaced_ = (block.space >> (size - 1) & 1) != 0;
    return size;
  }

  // What of the block's counts stands in the bits `read`.
  void CountBytes(const Block& block, uint64_t read) {
    const auto count = [read](uint64_t bits) {
      return static_cast<uint32_t>(std::popcount(bits & read));
    };
    const uint64_t word = block.word;
    out_.digits += count(block.digit);
    out_.letters += count(word & ~block.digit);
    out_.uppers += count(block.upper);
    out_.marks += count(~(block.space | word));
    out_.words += count(word & ~(word << 1) & ~block.digit);
    out_.tabs += count(block.tab);
    out_.foreign |= (block.foreign & read) != 0;
  }
#else
  // Reads white space or one token; returns its end.
  uint32_t ReadOne(uint32_t at) {
    const uint8_t kind = ClassOf(line_[at]);
    const bool spaced = spaced_;
    spaced_ = kind == kSpaceByte;
    if (spaced_) {
      out_.tabs += line_[at] == '\t';
      return at + 1;
    }
    if (kind != kMarkByte) return ReadWord(at, spaced);
    const uint32_t end = TakePlaceholder(at, spaced);
    if (end != at) return end;
    ++out_.marks;
    out_.last = line_[at];
    AddMark(line_[at], spaced);
    return at + 1;
  }
#endif

  const char* text_end_;
  const char* line_;
  uint32_t size_;
  LineTokens& out_;
  uint32_t count_ = 0;        // of tokens
  bool spaced_ = false;       // white space stands before what comes next
  uint32_t run_ = 0;          // plain words with one space between them
  uint32_t longest_run_ = 0;  // of these
  uint32_t marks_ = 0;        // see kMarks
};

}  // namespace
}  // namespace code_tokens

void Tokenize(std::string_view text, size_t begin, size_t end,
              LineTokens& result) {
  // Not `result = {}`: the tokens need no clearing.
  result.count = result.indent = result.bytes = 0;
  result.letters = result.digits = result.uppers = result.marks = 0;
  result.words = result.commas = result.tabs = result.pipes = 0;
  result.semicolons = result.longest_run = result.placeholders = 0;
  result.tab_indent = result.foreign = result.cut = false;
  result.first = result.last = 0;
  code_tokens::Tokenizer(text, begin, end, result).Run();
}

bool IsRedacted(const LineTokens& line) {
  return line.placeholders > 0 && line.count == line.marks + line.placeholders;
}

}  // namespace sluice
