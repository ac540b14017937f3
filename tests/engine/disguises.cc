#include "disguises.h"

#include <algorithm>
#include <array>
#include <functional>

#include "scanner/utf8.h"

namespace sluice {
namespace {

using Encoder = std::string (*)(std::string_view);

Disguised Place(const std::string& before, const std::string& value,
                const std::string& after) {
  return {before + value + after,
          {static_cast<uint32_t>(before.size()),
           static_cast<uint32_t>(before.size() + value.size())}};
}

Disguised Place(const Secret& secret, const std::string& value) {
  return Place(secret.before, value, secret.after);
}

bool Contains(const Secret& secret, char c) {
  return secret.text.find(c) != std::string::npos;
}

std::string Replaced(std::string_view text, char c, std::string_view by) {
  std::string out;
  for (const char x : text) {
    if (x == c) {
      out += by;
    } else {
      out += x;
    }
  }
  return out;
}

std::string EveryChar(std::string_view text,
                      const std::function<std::string(char)>& encode) {
  std::string out;
  for (const char c : text) out += encode(c);
  return out;
}

// `insert` between the characters, every `step` of them.
std::string Spread(std::string_view text, std::string_view insert,
                   size_t step) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % step == 0) out += insert;
    out += text[i];
  }
  return out;
}

std::string InTheMiddle(std::string_view text, std::string_view insert) {
  const size_t half = text.size() / 2;
  return std::string(text.substr(0, half)) + std::string(insert) +
         std::string(text.substr(half));
}

std::string Hex(uint32_t value, uint32_t digits, bool upper = false) {
  const char* alphabet = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string out(digits, '0');
  for (uint32_t i = digits; i > 0; --i, value >>= 4) {
    out[i - 1] = alphabet[value & 15];
  }
  return out;
}

uint32_t Code(char c) { return static_cast<uint8_t>(c); }

std::string Utf8(uint32_t rune) {
  std::string out;
  const auto put = [&](uint32_t byte) { out += static_cast<char>(byte); };
  if (rune < 0x80) {
    put(rune);
  } else if (rune < 0x800) {
    put(0xC0 | rune >> 6);
    put(0x80 | (rune & 63));
  } else if (rune < 0x10000) {
    put(0xE0 | rune >> 12);
    put(0x80 | (rune >> 6 & 63));
    put(0x80 | (rune & 63));
  } else {
    put(0xF0 | rune >> 18);
    put(0x80 | (rune >> 12 & 63));
    put(0x80 | (rune >> 6 & 63));
    put(0x80 | (rune & 63));
  }
  return out;
}

// --- invisible characters ---

template <uint32_t rune>
Disguised Invisible(const Secret& secret) {
  return Place(secret, InTheMiddle(secret.text, Utf8(rune)));
}

template <uint32_t rune>
Disguised InvisibleEverywhere(const Secret& secret) {
  return Place(secret, Spread(secret.text, Utf8(rune), 3));
}

Disguised NulBetween(const Secret& secret) {
  const std::string nul(1, '\0');
  return Place(secret, Spread(secret.text, nul, 1));
}

// --- other forms of characters ---

template <uint32_t zero>
Disguised OtherDigits(const Secret& secret) {
  if (std::none_of(secret.text.begin(), secret.text.end(),
                   [](char c) { return c >= '0' && c <= '9'; })) {
    return {};
  }
  return Place(secret, EveryChar(secret.text, [](char c) {
                 return c >= '0' && c <= '9' ? Utf8(zero + Code(c) - '0')
                                             : std::string(1, c);
               }));
}

Disguised FullWidth(const Secret& secret) {
  return Place(secret, EveryChar(secret.text, [](char c) {
                 return c > ' ' ? Utf8(0xFEE0 + Code(c)) : Utf8(0x3000);
               }));
}

Disguised MathBold(const Secret& secret) {
  return Place(secret, EveryChar(secret.text, [](char c) {
                 if (c >= 'A' && c <= 'Z') return Utf8(0x1D400 + Code(c) - 'A');
                 if (c >= 'a' && c <= 'z') return Utf8(0x1D41A + Code(c) - 'a');
                 if (c >= '0' && c <= '9') return Utf8(0x1D7CE + Code(c) - '0');
                 return std::string(1, c);
               }));
}

template <uint32_t rune>
Disguised OtherSpace(const Secret& secret) {
  if (!Contains(secret, ' ')) return {};
  return Place(secret, Replaced(secret.text, ' ', Utf8(rune)));
}

template <uint32_t rune>
Disguised OtherHyphen(const Secret& secret) {
  if (!Contains(secret, '-')) return {};
  return Place(secret, Replaced(secret.text, '-', Utf8(rune)));
}

template <uint32_t rune>
Disguised CombiningMark(const Secret& secret) {
  std::string text = Spread(secret.text, Utf8(rune), 1);
  return Place(secret, text);
}

// --- line breaks ---

constexpr char kBreak[] = "\n";
constexpr char kCrLf[] = "\r\n";
constexpr char kIndented[] = "\n    ";
constexpr char kMailQuote[] = "\n> ";
constexpr char kMailQuotes[] = "\n>> ";
constexpr char kContinued[] = "\\\n";
constexpr char kContinuedIndented[] = " \\\n    ";
constexpr char kSoftBreak[] = "=\n";
constexpr char kSoftBreakCrLf[] = "=\r\n";

template <const char* line_break>
Disguised Broken(const Secret& secret) {
  return Place(secret, InTheMiddle(secret.text, line_break));
}

Disguised BrokenTwice(const Secret& secret) {
  if (secret.text.size() < 18) return {};
  return Place(secret, Spread(secret.text, "\n", secret.text.size() / 3 + 1));
}

template <const char* open, const char* between, const char* close>
Disguised Literals(const Secret& secret) {
  return Place("key = " + std::string(open) + secret.before,
               InTheMiddle(secret.text, between),
               std::string(close) + ";" + secret.after);
}
constexpr char kDouble[] = "\"";
constexpr char kSingle[] = "'";
constexpr char kPlus[] = "\" + \"";
constexpr char kPlusBreak[] = "\" +\n    \"";
constexpr char kBreakPlus[] = "\"\n    + \"";
constexpr char kAdjacent[] = "\"\n    \"";
constexpr char kPhp[] = "' . '";
constexpr char kBasic[] = "\" & \"";
constexpr char kSql[] = "' || '";
constexpr char kUnderscoreBasic[] = "\" & _\n    \"";

template <const char* mark>
Disguised MarkedLines(const Secret& secret) {
  const std::string lead(mark);
  return Place(lead + secret.before, InTheMiddle(secret.text, "\n" + lead),
               secret.after);
}
constexpr char kHash[] = "# ";
constexpr char kSlashes[] = "// ";
constexpr char kStar[] = " * ";
constexpr char kAdded[] = "+";
constexpr char kRemoved[] = "-";
constexpr char kBox[] = "| ";

Disguised NumberedLines(const Secret& secret) {
  return Place("  41  x\n  42  " + secret.before,
               InTheMiddle(secret.text, "\n  43  "),
               secret.after + "\n  44  y");
}

// --- marks ---

constexpr char kBold[] = "**";
constexpr char kTag[] = "<b>";
constexpr char kWordBreak[] = "<wbr>";
constexpr char kSpan[] = "</span><span class=\"nx\">";
constexpr char kComment[] = "<!-- x -->";
constexpr char kColour[] = "\x1B[0m\x1B[1;31m";
constexpr char kErase[] = "\x1B[K";
constexpr char kLostColour[] = "[0m[31m";
constexpr char kTick[] = "`";

template <const char* mark>
Disguised MarkInside(const Secret& secret) {
  return Place(secret, InTheMiddle(secret.text, mark));
}

template <const char* mark>
Disguised MarkAround(const Secret& secret) {
  return Place(secret.before + mark, secret.text, mark + secret.after);
}
constexpr char kUnderscore[] = "_";
constexpr char kUnderscores[] = "__";
constexpr char kColourOnly[] = "\x1B[31m";

Disguised LiteralNewline(const Secret& secret) {
  return Place("{\"t\": \"x\\n" + secret.before + "\\t", secret.text,
               "\\n\"}" + secret.after);
}

Disguised MarkdownEscaped(const Secret& secret) {
  std::string text;
  for (const char c : secret.text) {
    if (c == '_' || c == '-' || c == '.' || c == '@') text += '\\';
    text += c;
  }
  if (text == secret.text) return {};
  return Place(secret, text);
}

// --- habits ---

Disguised Habit(const Secret& secret, std::string_view at,
                std::string_view dot) {
  const size_t sign = secret.text.find('@');
  if (sign == std::string::npos) return {};
  const std::string domain = secret.text.substr(sign + 1);
  return Place(secret, secret.text.substr(0, sign) + std::string(at) +
                           Replaced(domain, '.', dot));
}
constexpr char kAtSquare[] = "[at]", kAtRound[] = " (at) ",
               kAtSpaced[] = " [ at ] ", kAtWord[] = " at ", kAtSign[] = "[@]",
               kAtUpper[] = " [AT] ", kAtCurly[] = "{at}",
               kAtDutch[] = " (apenstaartje) ";
constexpr char kDotPlain[] = ".", kDotSquare[] = "[dot]",
               kDotRound[] = " (dot) ", kDotWord[] = " dot ",
               kDotSign[] = "[.]", kDotDutch[] = " punt ",
               kDotUpper[] = " [DOT] ";

template <const char* at, const char* dot>
Disguised HabitOf(const Secret& secret) {
  return Habit(secret, at, dot);
}

// --- encodings of single characters ---

std::string Percent(char c) { return "%" + Hex(Code(c), 2, true); }

template <int mode>
Disguised InPlace(const Secret& secret) {
  const auto encode = [](char c) -> std::string {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                       (c >= 'a' && c <= 'z');
    switch (mode) {
      case 0:
        return Percent(c);
      case 1:
        return plain ? std::string(1, c) : Percent(c);
      case 2:
        return "%" + Hex(Code(c), 2);
      case 3:
        return "%25" + Hex(Code(c), 2, true);
      case 4:
        return "%u" + Hex(Code(c), 4);
      case 5:
        return "&#" + std::to_string(Code(c)) + ";";
      case 6:
        return "&#x" + Hex(Code(c), 2) + ";";
      case 7:
        return plain ? std::string(1, c) : "&#" + std::to_string(Code(c)) + ";";
      case 8:
        return "\\u" + Hex(Code(c), 4);
      case 9:
        return "\\u{" + Hex(Code(c), 2) + "}";
      case 10:
        return "\\x" + Hex(Code(c), 2);
      case 11: {
        std::string octal = "\\";
        for (int shift = 6; shift >= 0; shift -= 3) {
          octal += static_cast<char>('0' + (Code(c) >> shift & 7));
        }
        return octal;
      }
      case 12:
        return "=" + Hex(Code(c), 2, true);
      case 13:
        return plain ? std::string(1, c) : "\\u" + Hex(Code(c), 4, true);
      case 14:
        return plain ? std::string(1, c) : "\\x" + Hex(Code(c), 2, true);
      case 15:
        return "&amp;#" + std::to_string(Code(c)) + ";";
      case 16:
        return "\\\\u" + Hex(Code(c), 4);
      default:
        return {};
    }
  };
  const std::string text = EveryChar(secret.text, encode);
  if (text == secret.text) return {};
  return Place(secret, text);
}

Disguised NoSemicolon(const Secret& secret) {
  std::string text;
  for (size_t i = 0; i < secret.text.size(); ++i) {
    const char c = secret.text[i];
    const char next = i + 1 < secret.text.size() ? secret.text[i + 1] : ' ';
    const bool digit = next >= '0' && next <= '9';
    text += i % 2 == 0 && !digit ? "&#" + std::to_string(Code(c))
                                 : std::string(1, c);
  }
  return Place(secret, text);
}

Disguised NamedEntities(const Secret& secret) {
  std::string text = Replaced(secret.text, '@', "&commat;");
  text = Replaced(text, '.', "&period;");
  text = Replaced(text, '_', "&lowbar;");
  text = Replaced(text, ' ', "&nbsp;");
  if (text == secret.text) return {};
  return Place(secret, text);
}

Disguised SoftHyphenEntity(const Secret& secret) {
  return Place(secret, InTheMiddle(secret.text, "&shy;"));
}

Disguised CodePoints(const Secret& secret) {
  std::string text;
  for (const char c : secret.text) {
    if (!text.empty()) text += ' ';
    text += "U+" + Hex(Code(c), 4, true);
  }
  return Place(secret, text);
}

template <const char* escape>
Disguised AfterEscape(const Secret& secret) {
  return Place(secret.before + escape, secret.text, escape + secret.after);
}
constexpr char kEscapedBreak[] = "\\n";
constexpr char kEscapedLess[] = "\\u003c";
constexpr char kEncodedBlank[] = "%20";
constexpr char kEncodedEquals[] = "%3D";

// --- encodings of runs ---

std::string Base64(std::string_view bytes, bool url, bool pad) {
  const std::string alphabet =
      std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") +
      "0123456789" + (url ? "-_" : "+/");
  std::string out;
  uint32_t bits = 0, have = 0;
  for (const char c : bytes) {
    bits = bits << 8 | Code(c);
    for (have += 8; have >= 6;) {
      have -= 6;
      out += alphabet[bits >> have & 63];
    }
  }
  if (have > 0) out += alphabet[bits << (6 - have) & 63];
  while (pad && out.size() % 4 != 0) out += '=';
  return out;
}

std::string Wrapped(std::string_view text, size_t width,
                    std::string_view line_break) {
  return Spread(text, line_break, width);
}

// The value in a sentence, so that an encoded run is of ordinary length.
std::string Letter(const Secret& secret) {
  return "Dear colleague,\n\nthe caf\xC3\xA9 account we spoke of:\n" +
         secret.before + secret.text + secret.after +
         "\nPlease keep it to yourself.\n";
}

std::string Labelled(const Secret& secret) {
  return secret.before + secret.text + secret.after;
}

std::string Utf16(std::string_view text, bool big_endian) {
  std::string out;
  for (const char c : text) {
    if (Code(c) >= 0x80) continue;
    if (big_endian) out += '\0';
    out += c;
    if (!big_endian) out += '\0';
  }
  return out;
}

Disguised Run(const std::string& run) {
  return Place("see below\n\n", run, "\n\nthanks");
}

template <bool url, bool pad>
Disguised Base64Run(const Secret& secret) {
  return Run(Base64(Labelled(secret), url, pad));
}

Disguised Base64Alone(const Secret& secret) {
  return Place(secret, Base64(secret.text, false, true));
}

template <size_t width>
Disguised Base64Wrapped(const Secret& secret) {
  return Run(Wrapped(Base64(Letter(secret), false, true), width, "\n"));
}

Disguised Base64Indented(const Secret& secret) {
  return Run(Wrapped(Base64(Letter(secret), false, true), 64, "\r\n    "));
}

Disguised Base64Quoted(const Secret& secret) {
  Disguised d = Run(Wrapped(Base64(Letter(secret), false, true), 76, "\n> "));
  return d;
}

Disguised Base64DataUri(const Secret& secret) {
  return Place("<a href=\"data:text/plain;charset=utf-8;base64,",
               Base64(Letter(secret), false, true), "\">x</a>");
}

Disguised Base64Yaml(const Secret& secret) {
  return Place("apiVersion: v1\nkind: Secret\ndata:\n  value: ",
               Base64(Labelled(secret), false, true), "\n");
}

template <bool big_endian>
Disguised Base64Utf16(const Secret& secret) {
  return Run(Base64(Utf16(Labelled(secret), big_endian), false, true));
}

Disguised Base64Twice(const Secret& secret) {
  return Run(Base64(Base64(Letter(secret), false, true), false, true));
}

Disguised Base64OfPercent(const Secret& secret) {
  return Run(
      Base64(secret.before + EveryChar(secret.text, Percent), false, true));
}

Disguised PercentOfBase64(const Secret& secret) {
  return Run(Replaced(Replaced(Base64(Letter(secret), false, true), '=', "%3D"),
                      '+', "%2B"));
}

std::string HexOf(std::string_view bytes, std::string_view between,
                  std::string_view lead, bool upper) {
  std::string out;
  for (const char c : bytes) {
    if (!out.empty()) out += between;
    out += std::string(lead) + Hex(Code(c), 2, upper);
  }
  return out;
}

template <int mode>
Disguised HexRun(const Secret& secret) {
  const std::string text = Labelled(secret);
  switch (mode) {
    case 0:
      return Run(HexOf(text, "", "", false));
    case 1:
      return Run(HexOf(text, "", "", true));
    case 2:
      return Run(HexOf(text, " ", "", false));
    case 3:
      return Run(HexOf(text, ":", "", true));
    case 4:
      return Run(HexOf(text, ", ", "0x", false));
    case 5:
      return Run(HexOf(text, "-", "", true));
    case 6:
      return Run(HexOf(Utf16(text, false), "", "", false));
    default: {
      Disguised d = Run("0x" + HexOf(text, "", "", false));
      return d;
    }
  }
}

template <bool canonical>
Disguised Dump(const Secret& secret) {
  const std::string bytes = Letter(secret);
  std::string out;
  for (size_t row = 0; row < bytes.size(); row += 16) {
    if (!out.empty()) out += '\n';
    const std::string part = bytes.substr(row, 16);
    out += Hex(static_cast<uint32_t>(row), 8) + (canonical ? "  " : ": ");
    std::string columns, letters;
    for (size_t i = 0; i < part.size(); ++i) {
      columns += Hex(Code(part[i]), 2);
      const bool gap = canonical ? true : i % 2 == 1;
      if (gap) columns += ' ';
      if (canonical && i == 7) columns += ' ';
      letters += part[i] >= ' ' && part[i] < 127 ? part[i] : '.';
    }
    columns.resize(canonical ? 50 : 41, ' ');
    out += columns + (canonical ? "|" + letters + "|" : letters);
  }
  return Run(out);
}

// A deflate stream of stored blocks.
std::string Stored(std::string_view bytes) {
  std::string out(1, '\x01');
  const auto size = static_cast<uint32_t>(bytes.size());
  for (const uint32_t word : {size, ~size}) {
    out += static_cast<char>(word & 0xFF);
    out += static_cast<char>(word >> 8 & 0xFF);
  }
  return out + std::string(bytes);
}

std::string Gzip(std::string_view bytes) {
  const std::string head("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  return head + Stored(bytes) + std::string(8, '\0');
}

Disguised GzipBase64(const Secret& secret) {
  return Run(Base64(Gzip(Letter(secret)), false, true));
}

Disguised ZlibHex(const Secret& secret) {
  return Run(
      HexOf("\x78\x9C" + Stored(Letter(secret)) + "\0\0\0\0", "", "", false));
}

Disguised MimeWord(const Secret& secret) {
  return Place("Subject: =?UTF-8?B?", Base64(Labelled(secret), false, true),
               "?=");
}

// --- numbers in groups ---

template <const char* between>
Disguised Grouped(const Secret& secret) {
  if (secret.rule != "nl-bsn" && secret.rule != "payment-card") return {};
  const std::string digits = Replaced(secret.text, ' ', "");
  return Place(secret,
               Spread(digits, between, secret.rule == "nl-bsn" ? 3 : 4));
}
constexpr char kCommaBlank[] = ", ", kDashes[] = " - ", kTwoBlanks[] = "  ",
               kTab[] = "\t", kSpacedSlash[] = " / ";

Disguised GroupedOverLines(const Secret& secret) {
  if (!Contains(secret, ' ')) return {};
  std::string text = secret.text;
  text[text.find(' ')] = '\n';
  return Place(secret, text);
}

// --- look-alikes ---

Disguised Cyrillic(const Secret& secret) {
  std::string text = Replaced(secret.text, 'A', "\xD0\x90");
  text = Replaced(text, 'o', "\xD0\xBE");
  text = Replaced(text, 'e', "\xD0\xB5");
  if (text == secret.text) return {};
  return Place(secret, text);
}

Disguised Greek(const Secret& secret) {
  std::string text = Replaced(secret.text, 'A', "\xCE\x91");
  text = Replaced(text, 'B', "\xCE\x92");
  text = Replaced(text, 'o', "\xCE\xBF");
  if (text == secret.text) return {};
  return Place(secret, text);
}

}  // namespace

std::vector<Secret> KnownSecrets() {
  return {
      {"aws-access-key-id", "id = ", std::string("AKIA") + "QYLPMN5HFIQR7XYA",
       ", region eu"},
      {"iban", "to ", "NL91ABNA0417164300", " today"},
      {"iban", "to ", "NL91 ABNA 0417 1643 00", ", today"},
      {"nl-bsn", "BSN: ", "111222333", " (new)"},
      {"nl-bsn", "burgerservicenummer ", "111 222 333", "."},
      {"payment-card", "card ", "4111 1111 1111 1111", " exp"},
      {"email-address", "mail ", "jan.jansen42@voorbeeld.nl", " or call"},
      {"email-address", "mail ", "piet@acme-shop.com", ", please"},
      {"github-token", "token: ",
       std::string("ghp_") + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5" + "0Zb5Hm",
       " end"},
      {"gitlab-token", "token ", std::string("glpat-") + "x7Kq2mWz9RtY4vBn8LpD",
       " end"},
  };
}

std::vector<Disguise> AccidentalDisguises() {
  return {
      {"zero width space", Invisible<0x200B>},
      {"zero width non-joiner", Invisible<0x200C>},
      {"zero width joiner", Invisible<0x200D>},
      {"word joiner", Invisible<0x2060>},
      {"soft hyphen", Invisible<0xAD>},
      {"byte order mark", Invisible<0xFEFF>},
      {"grapheme joiner", Invisible<0x34F>},
      {"left-to-right mark", Invisible<0x200E>},
      {"directional isolate", Invisible<0x2068>},
      {"variation selector", Invisible<0xFE0F>},
      {"hangul filler", Invisible<0x3164>},
      {"reserved ignorable", Invisible<0x2065>},
      {"tag character", Invisible<0xE0041>},
      {"replacement character", Invisible<0xFFFD>},
      {"zero width space often", InvisibleEverywhere<0x200B>},
      {"nul between", NulBetween},
      {"arabic digits", OtherDigits<0x660>},
      {"persian digits", OtherDigits<0x6F0>},
      {"devanagari digits", OtherDigits<0x966>},
      {"full-width digits", OtherDigits<0xFF10>},
      {"full-width", FullWidth},
      {"no-break space", OtherSpace<0xA0>},
      {"thin space", OtherSpace<0x2009>},
      {"narrow no-break space", OtherSpace<0x202F>},
      {"figure space", OtherSpace<0x2007>},
      {"ideographic space", OtherSpace<0x3000>},
      {"non-breaking hyphen", OtherHyphen<0x2011>},
      {"en dash", OtherHyphen<0x2013>},
      {"minus", OtherHyphen<0x2212>},
      {"line break", Broken<kBreak>},
      {"line break crlf", Broken<kCrLf>},
      {"line break indented", Broken<kIndented>},
      {"mail quote", Broken<kMailQuote>},
      {"mail quote twice", Broken<kMailQuotes>},
      {"continued line", Broken<kContinued>},
      {"continued line indented", Broken<kContinuedIndented>},
      {"soft line break", Broken<kSoftBreak>},
      {"soft line break crlf", Broken<kSoftBreakCrLf>},
      {"two line breaks", BrokenTwice},
      {"literals plus", Literals<kDouble, kPlus, kDouble>},
      {"literals plus break", Literals<kDouble, kPlusBreak, kDouble>},
      {"literals break plus", Literals<kDouble, kBreakPlus, kDouble>},
      {"literals adjacent", Literals<kDouble, kAdjacent, kDouble>},
      {"literals php", Literals<kSingle, kPhp, kSingle>},
      {"literals basic", Literals<kDouble, kBasic, kDouble>},
      {"literals basic break", Literals<kDouble, kUnderscoreBasic, kDouble>},
      {"literals sql", Literals<kSingle, kSql, kSingle>},
      {"hash comment", MarkedLines<kHash>},
      {"slash comment", MarkedLines<kSlashes>},
      {"star comment", MarkedLines<kStar>},
      {"diff added", MarkedLines<kAdded>},
      {"diff removed", MarkedLines<kRemoved>},
      {"box", MarkedLines<kBox>},
      {"numbered lines", NumberedLines},
      {"bold inside", MarkInside<kBold>},
      {"tag inside", MarkInside<kTag>},
      {"wbr", MarkInside<kWordBreak>},
      {"highlighter spans", MarkInside<kSpan>},
      {"html comment", MarkInside<kComment>},
      {"terminal colour inside", MarkInside<kColour>},
      {"terminal erase", MarkInside<kErase>},
      {"lost terminal colour", MarkInside<kLostColour>},
      {"tick inside", MarkInside<kTick>},
      {"emphasis", MarkAround<kUnderscore>},
      {"strong emphasis", MarkAround<kUnderscores>},
      {"terminal colour around", MarkAround<kColourOnly>},
      {"literal newline", LiteralNewline},
      {"markdown escaped", MarkdownEscaped},
      {"percent", InPlace<0>},
      {"percent of signs", InPlace<1>},
      {"percent lower", InPlace<2>},
      {"percent twice", InPlace<3>},
      {"entities decimal", InPlace<5>},
      {"entities hex", InPlace<6>},
      {"entities of signs", InPlace<7>},
      {"entities of entities", InPlace<15>},
      {"entities bare", NoSemicolon},
      {"entities named", NamedEntities},
      {"entity soft hyphen", SoftHyphenEntity},
      {"json", InPlace<8>},
      {"json of signs", InPlace<13>},
      {"json in json", InPlace<16>},
      {"rust", InPlace<9>},
      {"bytes", InPlace<10>},
      {"bytes of signs", InPlace<14>},
      {"octal", InPlace<11>},
      {"quoted-printable", InPlace<12>},
      {"after escaped break", AfterEscape<kEscapedBreak>},
      {"after escaped <", AfterEscape<kEscapedLess>},
      {"after %20", AfterEscape<kEncodedBlank>},
      {"after %3D", AfterEscape<kEncodedEquals>},
      {"base64", Base64Run<false, true>},
      {"base64 unpadded", Base64Run<false, false>},
      {"base64url", Base64Run<true, false>},
      {"base64 alone", Base64Alone},
      {"base64 wrapped 64", Base64Wrapped<64>},
      {"base64 wrapped 76", Base64Wrapped<76>},
      {"base64 indented", Base64Indented},
      {"base64 quoted", Base64Quoted},
      {"base64 data uri", Base64DataUri},
      {"base64 yaml", Base64Yaml},
      {"base64 utf-16", Base64Utf16<false>},
      {"base64 utf-16 be", Base64Utf16<true>},
      {"base64 twice", Base64Twice},
      {"base64 of percent", Base64OfPercent},
      {"percent of base64", PercentOfBase64},
      {"mime word", MimeWord},
      {"hex", HexRun<0>},
      {"hex upper", HexRun<1>},
      {"hex spaced", HexRun<2>},
      {"hex colons", HexRun<3>},
      {"hex 0x list", HexRun<4>},
      {"hex dashes", HexRun<5>},
      {"hex utf-16", HexRun<6>},
      {"hex 0x", HexRun<7>},
      {"xxd", Dump<false>},
      {"hexdump", Dump<true>},
      {"gzip base64", GzipBase64},
      {"zlib hex", ZlibHex},
      {"groups by comma", Grouped<kCommaBlank>},
      {"groups by dash", Grouped<kDashes>},
      {"groups by two blanks", Grouped<kTwoBlanks>},
      {"groups by tab", Grouped<kTab>},
      {"groups over lines", GroupedOverLines},
      {"[at]", HabitOf<kAtSquare, kDotPlain>},
      {"(at) (dot)", HabitOf<kAtRound, kDotRound>},
      {"[ at ] [dot]", HabitOf<kAtSpaced, kDotSquare>},
      {"at dot", HabitOf<kAtWord, kDotWord>},
      {"[@] [.]", HabitOf<kAtSign, kDotSign>},
      {"[AT] [DOT]", HabitOf<kAtUpper, kDotUpper>},
      {"{at}", HabitOf<kAtCurly, kDotPlain>},
      {"apenstaartje punt", HabitOf<kAtDutch, kDotDutch>},
  };
}

std::vector<Disguise> DeliberateDisguises() {
  return {
      {"mathematical bold", MathBold},
      {"cyrillic look-alikes", Cyrillic},
      {"greek look-alikes", Greek},
      {"underlined", CombiningMark<0x332>},
      {"struck through", CombiningMark<0x336>},
      {"accents", CombiningMark<0x301>},
      {"percent u", InPlace<4>},
      {"code points", CodePoints},
      {"invisible at every place", InvisibleEverywhere<0x2063>},
      {"groups by slash", Grouped<kSpacedSlash>},
  };
}

std::vector<std::string> BenignTwins() {
  return {
      // Text in other scripts, and typography.
      "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a "
      "\u0434\u0435\u043b\u0430 \u0432 2024 \u0433\u043e\u0434\u0443?",
      "\u03a7\u03b1\u03af\u03c1\u03b5\u03c4\u03b5, \u03c4\u03b9 "
      "\u03ba\u03ac\u03bd\u03b5\u03b9\u03c2; 12 \u03bc\u03ae\u03bd\u03b5\u03c2",
      "\u6211\u7684\u7535\u8bdd\u662f\u79d8\u5bc6\uff0c\u8bf7\u7a0d"
      "\u5019\u3002\uff11\uff12\uff13",
      "L\u2019\u00e9t\u00e9 \u2013 \u00ab\u00a0tr\u00e8s "
      "chaud\u00a0\u00bb \u2013 dura 12\u00a0semaines.",
      "\u0627\u0644\u0633\u0627\u0639\u0629 \u0661\u0662 "
      "\u0648\u0664\u0665 \u062f\u0642\u064a\u0642\u0629",
      "Pages 12\u201314 and 110\u2013120; see also \u00a7\u00a04\u2011b.",
      "I \u2764\ufe0f this \U0001f468\u200d\U0001f469\u200d\U0001f467 "
      "1\ufe0f\u20e3",
      // Addresses that are none.
      "Meet me at example.com at noon, dot the i and cross the t.",
      "We looked at github.com and at the docs (at length).",
      "The price at market (dot com bubble) fell at once.",
      "He works at Acme. Dot plots are at the end.",
      "array[at] = value (dot product) of a.b",
      "punt 3 van de agenda, zie bijlage at home",
      "user@host: command not found",
      "@media print { a { color: red } }",
      "See figure [a] and table (a) for details.",
      // Numbers.
      "2019, 2020, 2021, 2022",
      "1,234,567,890 units and 12,000,000 others",
      "2024-01-02 10:11:12,123 INFO started in 4512 ms",
      "10.0.0.1\n10.0.0.2\n10.0.0.3\n",
      "1024\n2048\n4096\n8192\n16384\n",
      "order 123456\n789012 shipped",
      "3.14159, 2.71828, 1.41421, 1.73205",
      "x = [12, 34, 56, 78, 90, 11, 22, 33]",
      "SKU 4006381 - 333931 - 2 in stock",
      "lat 52.3702, lon 4.8952",
      "chapter 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9",
      "matrix 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1",
      "0 0 0 0 0\n0 0 0 0 0\n",
      // Encodings of nothing much.
      "integrity=\"sha512-Zm9vYmFyYmF6cXV4cXV1eHh5enp5Zm9vYmFyYmF6cXV4cXV1eA=="
      "\"",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b fixes it",
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA",
      "uuid 550e8400-e29b-41d4-a716-446655440000",
      "SGVsbG8sIHdvcmxkISBUaGlzIGlzIGp1c3QgYSB0ZXN0IG9mIGJhc2U2NC4=",
      "https://example.com/q?a=%20b%20c&x=100%25&y=%E2%82%AC",
      "&lt;p&gt;caf&eacute; &amp; bar&nbsp;12&lt;/p&gt;",
      "\\u0048\\u0065\\u006c\\u006c\\u006f",
      "48 65 6c 6c 6f 20 77 6f 72 6c 64 21",
      "de:ad:be:ef:00:11:22:33:44:55",
      "00:1A:2B:3C:4D:5E",
      "0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x20, 0x77, 0x6f",
      "00000000: 4865 6c6c 6f2c 2077 6f72 6c64 210a       Hello, world!.",
      "regex \\d+\\.\\d+ and C:\\new\\table\\x41",
      "=?UTF-8?Q?caf=C3=A9?= at the corner=\n of the street",
      // Code and marks.
      "int __init__ = a_b_c * b ** 2; vector<int> x; // a<b",
      "const s = \"hello \" +\n  \"world, this is version2 of\" + name;",
      "def test_one():\n    return load(\"file_1\")\n# see item42\n# and "
      "item43\n",
      "| id | name |\n| 1001 | Jan |\n| 1002 | Piet |\n",
      "<td>12</td><td>34</td><td>567</td><td>89</td>",
      "- [ ] fix `a`b and **bold**text and ~~old~~new",
      "The file is in version2\nRelease notes follow in CHANGES3.",
      "v1.2.3\nv1.2.4\nABC-1234\nABC-1235\n",
      "\x1b[32mok\x1b[0m 12 passed \x1b[31m3 failed\x1b[0m",
      "JavaScript\nTypeScript\nCoffeeScript9\n",
      "From: support\n> On 12 May you wrote:\n> > version 2\n> > is out\n",
      "AKIA is the prefix of\nACCESSKEYS in uppercase\nLETTERS",
      "  41  let total = 0\n  42  total += 1\n  43  return total\n",
      "+added line 12\n+added line 13\n-removed line 14\n",
  };
}

}  // namespace sluice
