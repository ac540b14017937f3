// Encodings of single characters, decoded where they stand.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

// One code point as UTF-8.
struct Utf8 {
  char bytes[4] = {};
  uint32_t size = 0;
  std::string_view view() const { return {bytes, size}; }
};

Utf8 Encode(uint32_t rune) {
  Utf8 out;
  const auto put = [&](uint32_t byte) {
    out.bytes[out.size++] = static_cast<char>(byte);
  };
  if (rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) rune = 0xFFFD;
  if (rune < 0x80) {
    put(rune);
  } else if (rune < 0x800) {
    put(0xC0 | rune >> 6);
    put(0x80 | (rune & 0x3F));
  } else if (rune < 0x10000) {
    put(0xE0 | rune >> 12);
    put(0x80 | (rune >> 6 & 0x3F));
    put(0x80 | (rune & 0x3F));
  } else {
    put(0xF0 | rune >> 18);
    put(0x80 | (rune >> 12 & 0x3F));
    put(0x80 | (rune >> 6 & 0x3F));
    put(0x80 | (rune & 0x3F));
  }
  return out;
}

struct Number {
  uint32_t value = 0;
  uint32_t digits = 0;
};

// Up to `most` digits of the base 8, 10 or 16 at `at`.
Number ReadNumber(std::string_view text, uint32_t at, uint32_t base,
                  uint32_t most) {
  Number number;
  while (number.digits < most) {
    const int digit = HexValue(ByteAt(text, at + number.digits));
    if (digit < 0 || static_cast<uint32_t>(digit) >= base) break;
    number.value = number.value * base + static_cast<uint32_t>(digit);
    ++number.digits;
  }
  return number;
}

// Bytes of text: printable, or part of a code point beyond ASCII.
bool IsTextValue(uint32_t byte) {
  return byte >= 0x20 ? byte != 0x7F
                      : byte == '\n' || byte == '\r' || byte == '\t';
}

// How many bytes the UTF-8 sequence with this first byte has.
uint32_t SequenceSize(uint32_t lead) {
  if (lead < 0xC2) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// Encoded bytes that make up one code point, each `step` long: the prefix and
// two hexadecimal digits. 0: no such thing at `at`.
uint32_t PutBytes(std::string_view text, uint32_t at, std::string_view prefix,
                  ViewWriter& out) {
  const auto step = static_cast<uint32_t>(prefix.size()) + 2;
  const auto byte_at = [&](uint32_t i) -> Number {
    const std::string_view one =
        text.substr(std::min<size_t>(text.size(), at + i * step));
    if (!one.starts_with(prefix)) return {};
    return ReadNumber(one, static_cast<uint32_t>(prefix.size()), 16, 2);
  };
  const Number first = byte_at(0);
  if (first.digits != 2 || !IsTextValue(first.value)) return 0;
  char bytes[4] = {static_cast<char>(first.value)};
  uint32_t size = 1;
  for (const uint32_t want = SequenceSize(first.value); size < want; ++size) {
    const Number next = byte_at(size);
    if (next.digits != 2 || (next.value & 0xC0) != 0x80) break;
    bytes[size] = static_cast<char>(next.value);
  }
  out.Replace(at, at + size * step, {bytes, size});
  return size * step;
}

struct Entity {
  std::string_view name;
  uint32_t rune;
  bool bare = false;  // browsers read it without ';' too
};

constexpr Entity kEntities[] = {
    {"amp", '&', true},  {"apos", '\''},
    {"ast", '*'},        {"bsol", '\\'},
    {"colon", ':'},      {"comma", ','},
    {"commat", '@'},     {"dash", '-'},
    {"dollar", '$'},     {"emsp", ' '},
    {"ensp", ' '},       {"equals", '='},
    {"excl", '!'},       {"gt", '>', true},
    {"hyphen", '-'},     {"lbrace", '{'},
    {"lbrack", '['},     {"lowbar", '_'},
    {"lpar", '('},       {"lsqb", '['},
    {"lt", '<', true},   {"mdash", '-'},
    {"nbsp", ' ', true}, {"ndash", '-'},
    {"NewLine", '\n'},   {"num", '#'},
    {"percnt", '%'},     {"period", '.'},
    {"plus", '+'},       {"quest", '?'},
    {"quot", '"', true}, {"rbrace", '}'},
    {"rbrack", ']'},     {"rpar", ')'},
    {"rsqb", ']'},       {"semi", ';'},
    {"shy", 0xAD, true}, {"sol", '/'},
    {"Tab", '\t'},       {"thinsp", ' '},
    {"UnderBar", '_'},   {"zwj", 0x200D},
    {"zwnj", 0x200C},    {"ZeroWidthSpace", 0x200B},
};

// "&#64;" or "&#x40;", with or without ';'. Returns the end, or `at`.
uint32_t PutNumericEntity(std::string_view text, uint32_t at, ViewWriter& out) {
  const bool hex = LowerByte(ByteAt(text, at + 2)) == 'x';
  const uint32_t digits = at + (hex ? 3 : 2);
  const Number number = ReadNumber(text, digits, hex ? 16 : 10, 7);
  if (number.digits == 0 || !IsTextValue(number.value)) return at;
  uint32_t end = digits + number.digits;
  if (ByteAt(text, end) == ';') ++end;
  out.Replace(at, end, Encode(number.value).view());
  return end;
}

uint32_t PutNamedEntity(std::string_view text, uint32_t at, ViewWriter& out) {
  uint32_t end = at + 1;
  while (end < at + 16 && IsLetterByte(ByteAt(text, end))) ++end;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  for (const Entity& entity : kEntities) {
    if (entity.name != name) continue;
    const bool closed = ByteAt(text, end) == ';';
    if (!closed && !entity.bare) return at;
    if (closed) ++end;
    out.Replace(at, end, Encode(entity.rune).view());
    return end;
  }
  return at;
}

// \u0041, \u{41}, \U00000041; a surrogate pair is one code point.
uint32_t PutUnicodeEscape(std::string_view text, uint32_t at, ViewWriter& out) {
  uint32_t digits = at + 2;
  const bool braced = ByteAt(text, digits) == '{';
  const bool wide = text[at + 1] == 'U';
  if (braced) ++digits;
  const Number number =
      ReadNumber(text, digits, 16, braced ? 6 : (wide ? 8 : 4));
  uint32_t end = digits + number.digits;
  if (braced ? number.digits == 0 || ByteAt(text, end) != '}'
             : number.digits != (wide ? 8u : 4u)) {
    return at;
  }
  end += braced;
  uint32_t rune = number.value;
  if (rune >= 0xD800 && rune < 0xDC00 && ByteAt(text, end) == '\\' &&
      ByteAt(text, end + 1) == 'u') {
    const Number low = ReadNumber(text, end + 2, 16, 4);
    if (low.digits == 4 && low.value >= 0xDC00 && low.value < 0xE000) {
      rune = 0x10000 + ((rune - 0xD800) << 10) + (low.value - 0xDC00);
      end += 6;
    }
  }
  out.Replace(at, end, Encode(rune).view());
  return end;
}

// \101, three digits or one to three before what is no digit.
uint32_t PutOctal(std::string_view text, uint32_t at, ViewWriter& out) {
  const Number number = ReadNumber(text, at + 1, 8, 3);
  if (number.digits < 2 || number.value > 0xFF || !IsTextValue(number.value)) {
    return at;
  }
  const char byte = static_cast<char>(number.value);
  out.Replace(at, at + 1 + number.digits, {&byte, 1});
  return at + 1 + number.digits;
}

// What \n and its like stand for; '\0' for others.
char SimpleEscape(char c) {
  switch (c) {
    case 'n':
    case 'r':
      return '\n';
    case 't':
      return '\t';
    case '"':
    case '\'':
    case '\\':
    case '/':
      return c;
    default:
      return '\0';
  }
}

// Returns the end of the escape at the backslash `at`, or `at`.
uint32_t PutEscape(std::string_view text, uint32_t at, ViewWriter& out) {
  const char kind = ByteAt(text, at + 1);
  if (kind == 'u' || kind == 'U') return PutUnicodeEscape(text, at, out);
  if (kind == 'x') {
    if (ByteAt(text, at + 2) == '{') return PutUnicodeEscape(text, at, out);
    return at + PutBytes(text, at, "\\x", out);
  }
  if (kind >= '0' && kind <= '3') return PutOctal(text, at, out);
  const char simple = SimpleEscape(kind);
  // Only what touches a value; texts in programs are full of the others.
  if (simple == '\0' || !IsWordByteOrUtf8(ByteAt(text, at + 2))) return at;
  out.Replace(at, at + 2, {&simple, 1});
  return at + 2;
}

// "U+0041 U+004B" from the 'U'. Returns the end, or `at`.
uint32_t PutCodePoints(std::string_view text, uint32_t at, ViewWriter& out) {
  const Number number = ReadNumber(text, at + 2, 16, 6);
  if (number.digits < 4) return at;
  uint32_t end = at + 2 + number.digits, next = end;
  while (next < end + 2 &&
         (ByteAt(text, next) == ' ' || ByteAt(text, next) == ',')) {
    ++next;
  }
  // The blank between two of them is not text.
  if (ByteAt(text, next) == 'U' && ByteAt(text, next + 1) == '+') end = next;
  out.Replace(at, end, Encode(number.value).view());
  return end;
}

bool IsUpperHex(char c) { return IsDigitByte(c) || (c >= 'A' && c <= 'F'); }

}  // namespace

void DecodePercent(std::string_view text, ViewWriter& out) {
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t at = FindByte(text, 0, '%'); at < size && !out.stopped();) {
    uint32_t taken = PutBytes(text, at, "%", out);
    if (taken == 0 && LowerByte(ByteAt(text, at + 1)) == 'u') {
      const Number number = ReadNumber(text, at + 2, 16, 4);
      if (number.digits == 4) {
        taken = 6;
        out.Replace(at, at + taken, Encode(number.value).view());
      }
    }
    at = FindByte(text, at + std::max(taken, 1u), '%');
  }
}

void DecodeHtml(std::string_view text, ViewWriter& out) {
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t at = FindByte(text, 0, '&'); at < size && !out.stopped();) {
    const uint32_t end = ByteAt(text, at + 1) == '#'
                             ? PutNumericEntity(text, at, out)
                             : PutNamedEntity(text, at, out);
    at = FindByte(text, std::max(end, at + 1), '&');
  }
}

void DecodeEscapes(std::string_view text, ViewWriter& out) {
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t backslash = FindByte(text, 0, '\\'), letter = FindByte(text, 0, 'U');
  while ((backslash < size || letter < size) && !out.stopped()) {
    if (backslash < letter) {
      const uint32_t end = PutEscape(text, backslash, out);
      // A backslash that escapes another is no escape of what follows.
      const bool pair = ByteAt(text, backslash + 1) == '\\';
      backslash = FindByte(text, std::max(end, backslash + 1 + pair), '\\');
      if (letter < end) letter = FindByte(text, end, 'U');
    } else {
      const uint32_t end = ByteAt(text, letter + 1) == '+'
                               ? PutCodePoints(text, letter, out)
                               : letter;
      letter = FindByte(text, std::max(end, letter + 1), 'U');
    }
  }
}

void DecodeQuotedPrintable(std::string_view text, ViewWriter& out) {
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t at = FindByte(text, 0, '='); at < size && !out.stopped();) {
    uint32_t taken = 0;
    if (IsUpperHex(ByteAt(text, at + 1)) && IsUpperHex(ByteAt(text, at + 2))) {
      taken = PutBytes(text, at, "=", out);
    } else {
      const uint32_t end = at + 1 + (ByteAt(text, at + 1) == '\r');
      // Two signs, or a blank line behind one, end a base64 run.
      const bool alone =
          at > 0 && text[at - 1] != '=' && !IsSpaceByte(ByteAt(text, end + 1));
      if (ByteAt(text, end) == '\n' && alone) {
        taken = end + 1 - at;
        out.Replace(at, at + taken, "");
      }
    }
    at = FindByte(text, at + std::max(taken, 1u), '=');
  }
}

}  // namespace sluice
