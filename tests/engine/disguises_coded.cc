// Disguises that encode a value.
#include <array>
#include <iterator>

#include "disguise_tools.h"
#include "disguises.h"

namespace sluice {
namespace {

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

constexpr Disguise kAccidental[] = {
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
};

constexpr Disguise kDeliberate[] = {
    {"percent u", InPlace<4>},
    {"code points", CodePoints},
};

}  // namespace

std::vector<Disguise> AccidentalCodes() {
  return {std::begin(kAccidental), std::end(kAccidental)};
}

std::vector<Disguise> DeliberateCodes() {
  return {std::begin(kDeliberate), std::end(kDeliberate)};
}

}  // namespace sluice
