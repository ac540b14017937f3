// Disguises that change how a value looks.
#include <array>
#include <iterator>

#include "disguise_tools.h"
#include "disguises.h"

namespace sluice {
namespace {

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

constexpr Disguise kAccidental[] = {
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

constexpr Disguise kDeliberate[] = {
    {"mathematical bold", MathBold},
    {"cyrillic look-alikes", Cyrillic},
    {"greek look-alikes", Greek},
    {"underlined", CombiningMark<0x332>},
    {"struck through", CombiningMark<0x336>},
    {"accents", CombiningMark<0x301>},
    {"invisible at every place", InvisibleEverywhere<0x2063>},
    {"groups by slash", Grouped<kSpacedSlash>},
};

}  // namespace

std::vector<Disguise> AccidentalLooks() {
  return {std::begin(kAccidental), std::end(kAccidental)};
}

std::vector<Disguise> DeliberateLooks() {
  return {std::begin(kDeliberate), std::end(kDeliberate)};
}

}  // namespace sluice
