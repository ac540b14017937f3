#include "scanner/word_folding.h"

#include <array>
#include <cstdint>

namespace sluice {
namespace {

// Base letters of U+00C0..U+00FF and U+0100..U+017F; '?' keeps the letter.
constexpr char kLatin1[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy?saaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
constexpr char kLatinA[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof(kLatin1) == 64 + 1 && sizeof(kLatinA) == 128 + 1);

struct Letter {
  uint16_t from;
  uint16_t to;
};

constexpr Letter kGreek[] = {
    {0x386, 0x3B1}, {0x388, 0x3B5}, {0x389, 0x3B7}, {0x38A, 0x3B9},
    {0x38C, 0x3BF}, {0x38E, 0x3C5}, {0x38F, 0x3C9}, {0x390, 0x3B9},
    {0x3AA, 0x3B9}, {0x3AB, 0x3C5}, {0x3AC, 0x3B1}, {0x3AD, 0x3B5},
    {0x3AE, 0x3B7}, {0x3AF, 0x3B9}, {0x3B0, 0x3C5}, {0x3C2, 0x3C3},
    {0x3CA, 0x3B9}, {0x3CB, 0x3C5}, {0x3CC, 0x3BF}, {0x3CD, 0x3C5},
    {0x3CE, 0x3C9},
};

// Letters that are no plain letter plus accents.
uint32_t FoldLigature(uint32_t code) {
  switch (code) {
    case 0xC6:
      return 0xE6;  // Æ
    case 0xD0:
      return 0xF0;  // Ð
    case 0xDE:
      return 0xFE;  // Þ
    case 0x132:
      return 0x133;  // Ĳ
    case 0x152:
      return 0x153;  // Œ
    default:
      return code;
  }
}

// The folded code point; 0 = drop it, ' ' = white space or a joining mark.
uint32_t FoldCode(uint32_t code) {
  if (code < 0xA0) return code;
  if (code == 0xA0 || code == 0x202F || code == 0x2009) return ' ';
  if (code < 0xC0) return code;
  if (code < 0x180) {
    const char base =
        code < 0x100 ? kLatin1[code - 0xC0] : kLatinA[code - 0x100];
    return base == '?' ? FoldLigature(code) : static_cast<uint32_t>(base);
  }
  if (code >= 0x300 && code < 0x370) return 0;  // combining marks
  if (code >= 0x386 && code <= 0x3CE) {
    for (const Letter& letter : kGreek) {
      if (letter.from == code) return letter.to;
    }
    const bool capital = code >= 0x391 && code <= 0x3A9 && code != 0x3A2;
    return capital ? code + 0x20 : code;
  }
  if (code >= 0x400 && code < 0x410) code += 0x50;
  if (code >= 0x410 && code < 0x430) code += 0x20;
  if (code == 0x451) return 0x435;  // ё
  if (code >= 0x2010 && code <= 0x2015) return ' ';
  if (code == 0x2019) return '\'';
  return code;
}

struct Decoded {
  uint32_t code = 0;
  uint32_t size = 0;  // 0: no two- or three-byte sequence
};

// Two- and three-byte sequences; nothing longer is folded.
Decoded Decode(std::string_view text, size_t pos) {
  const auto at = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned lead = at(pos), one = at(pos + 1), two = at(pos + 2);
  if (lead >= 0xC2 && lead <= 0xDF && (one & 0xC0) == 0x80) {
    return {(lead & 0x1Fu) << 6 | (one & 0x3Fu), 2};
  }
  if ((lead & 0xF0) == 0xE0 && (one & 0xC0) == 0x80 && (two & 0xC0) == 0x80) {
    return {(lead & 0x0Fu) << 12 | (one & 0x3Fu) << 6 | (two & 0x3Fu), 3};
  }
  return {};
}

// Writes the code point; returns where the next one goes.
char* PutCode(uint32_t code, char* to) {
  if (code < 0x80) {
    *to++ = static_cast<char>(code);
  } else if (code < 0x800) {
    *to++ = static_cast<char>(0xC0 | code >> 6);
    *to++ = static_cast<char>(0x80 | (code & 0x3F));
  } else {
    *to++ = static_cast<char>(0xE0 | code >> 12);
    *to++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    *to++ = static_cast<char>(0x80 | (code & 0x3F));
  }
  return to;
}

constexpr char FoldAscii(uint32_t c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const bool space = c == ' ' || (c >= '\t' && c <= '\r');
  return space || c == '_' || c == '-' ? ' ' : static_cast<char>(c);
}

constexpr std::array<char, 256> kFoldedByte = [] {
  std::array<char, 256> table{};
  for (uint32_t c = 0; c < table.size(); ++c) table[c] = FoldAscii(c);
  return table;
}();

enum class Kind : uint8_t { kNone, kLower, kUpper, kDigit };

constexpr std::array<Kind, 256> kKindOfByte = [] {
  std::array<Kind, 256> table{};
  for (uint32_t c = '0'; c <= '9'; ++c) table[c] = Kind::kDigit;
  for (uint32_t c = 'A'; c <= 'Z'; ++c) table[c] = Kind::kUpper;
  for (uint32_t c = 'a'; c <= 'z'; ++c) table[c] = Kind::kLower;
  return table;
}();

// Writes the token that `text` begins with, folded, if it is one word of ASCII
// alone; returns its size. 0: it is not, and `to` is to be written anew.
size_t FoldPlainToken(std::string_view text, char* to) {
  size_t size = 0;
  uint32_t uppers = 0;
  Kind last = Kind::kNone;
  for (; size < text.size(); ++size) {
    const auto byte = static_cast<uint8_t>(text[size]);
    const Kind kind = kKindOfByte[byte];
    if (kind == Kind::kNone) break;
    if (kind == Kind::kUpper && last == Kind::kLower) return 0;
    if (kind == Kind::kLower && uppers > 2) return 0;
    uppers = kind == Kind::kUpper ? uppers + 1 : 0;
    last = kind;
    to[size] = kFoldedByte[byte];
  }
  return size < text.size() && static_cast<uint8_t>(text[size]) >= 0x80 ? 0
                                                                        : size;
}

// The words of a name such as "burgerServiceNummer", put behind it.
class NameSplitter {
 public:
  // Takes note of a character before it is written to `to`.
  void Take(char c, const char* to) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (upper && lower_before_) Add(to);
    if (lower && uppers_before_ > 2) Add(to - 1);
    lower_before_ = lower;
    uppers_before_ = upper ? uppers_before_ + 1 : 0;
  }

  // Ends the token that was written up to `to`; returns where to go on.
  char* End(char* to) {
    if (count_ > 0 && count_ <= kMaxSplits) to = WriteWords(to);
    *this = {};
    return to;
  }

  void Begin(const char* to) { begin_ = to; }
  bool in_token() const { return begin_ != nullptr; }

 private:
  static constexpr uint32_t kMaxSplits = 5;

  void Add(const char* to) {
    if (count_ < kMaxSplits) splits_[count_] = to;
    ++count_;
  }

  char* WriteWords(char* to) const {
    const char* const end = to;
    uint32_t next = 0;
    *to++ = ' ';
    for (const char* from = begin_; from < end; ++from) {
      if (next < count_ && splits_[next] == from && from != begin_) {
        *to++ = ' ';
      }
      if (next < count_ && splits_[next] == from) ++next;
      *to++ = *from;
    }
    return to;
  }

  const char* begin_ = nullptr;
  const char* splits_[kMaxSplits] = {};
  uint32_t count_ = 0;
  uint32_t uppers_before_ = 0;
  bool lower_before_ = false;
};

}  // namespace

size_t FoldWords(std::string_view text, char* out) {
  char* to = out;
  // A space behind a space is written over.
  char last = 0;
  NameSplitter splitter;
  const auto put = [&](char c) {
    to -= c == ' ' && last == ' ' ? 1 : 0;
    *to++ = last = c;
  };
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<uint8_t>(text[i]);
    if (!IsLabelByte(text[i])) {
      if (splitter.in_token()) to = splitter.End(to);
    } else if (!splitter.in_token()) {
      // Most words are.
      const size_t plain = FoldPlainToken(text.substr(i), to);
      if (plain != 0) {
        to += plain;
        last = to[-1];
        i += plain;
        continue;
      }
      splitter.Begin(to);
    }
    const Decoded decoded = byte < 0x80 ? Decoded() : Decode(text, i);
    if (decoded.size == 0) {
      splitter.Take(text[i], to);
      put(kFoldedByte[byte]);
      ++i;
      continue;
    }
    i += decoded.size;
    const uint32_t code = FoldCode(decoded.code);
    splitter.Take(0, to);
    if (code == ' ') {
      to = splitter.End(to);
      put(' ');
    } else if (code != 0) {
      to = PutCode(code, to);
      last = to[-1];
    }
  }
  if (splitter.in_token()) to = splitter.End(to);
  return static_cast<size_t>(to - out);
}

std::string FoldWord(std::string_view word) {
  std::string folded(kMaxFoldedPerByte * word.size(), '\0');
  folded.resize(FoldWords(word, folded.data()));
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  if (!folded.empty() && folded.front() == ' ') folded.erase(0, 1);
  return folded;
}

}  // namespace sluice
