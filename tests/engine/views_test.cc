// The parts of the views, one by one.
#include "scanner/views/views.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/views/fold_table.h"
#include "scanner/views/folding.h"
#include "scanner/views/payload.h"
#include "scanner/views/transforms.h"
#include "views_bench.h"

namespace sluice {
namespace {

using Transform = void (*)(std::string_view, ViewWriter&);

constexpr Margins kWide = {1000, 1000};

// The text as one transformation shows it; the text itself if there is nothing
// to show.
std::string Shown(Transform transform, std::string_view text) {
  ViewBudget budget(1u << 20);
  ViewWriter writer(text, kWide, budget);
  transform(text, writer);
  View view;
  if (!writer.Finish(view)) return std::string(text);
  return std::string(view.text);
}

std::string Folded(std::string_view text) {
  return std::string(FoldText(text).text);
}

std::string Base64Shown(std::string_view text) {
  ViewBudget budget(1u << 20);
  ViewWriter writer(text, kWide, budget), inflated(text, kWide, budget);
  DecodeBase64(text, budget, writer, inflated);
  View view;
  if (!writer.Finish(view) && !inflated.Finish(view)) return std::string(text);
  return std::string(view.text);
}

std::string HexShown(std::string_view text) {
  ViewBudget budget(1u << 20);
  ViewWriter writer(text, kWide, budget), inflated(text, kWide, budget);
  DecodeHex(text, budget, writer, inflated);
  View view;
  if (!writer.Finish(view) && !inflated.Finish(view)) return std::string(text);
  return std::string(view.text);
}

// Joins the digits for the rules of the default database.
void JoinChecked(std::string_view text, ViewWriter& out) {
  JoinDigits(text, DefaultDatabase().image(), out);
}

TEST_CASE("folding shows what a reader sees") {
  CHECK(Folded("A\xE2\x80\x8B"
               "B\xC2\xAD"
               "C\xEF\xBB\xBF"
               "D") == "ABCD");
  CHECK(Folded("\xEF\xBC\xA1\xEF\xBD\x82\xEF\xBC\x91") == "Ab1");  // full-width
  CHECK(Folded("\xD9\xA1\xDB\xB2\xE0\xA5\xA9") == "123");
  CHECK(Folded("1\xC2\xA0"
               "2\xE2\x80\x93"
               "3\xE2\x88\x92"
               "4") == "1 2-3-4");
  CHECK(Folded("\xEF\xAC\x81le \xC4\xB3s") == "file ijs");
  CHECK(Folded("A\x1B[1;31mB\x1B[0mC\x1B]8;;x\x07"
               "D") == "ABCD");
  CHECK(Folded(std::string("A\0B\x07"
                           "C",
                           5)) == "ABC");
  CHECK(Folded("A\xFF"
               "B\xED\xA0\x80"
               "C") == "ABC");  // bad bytes
  CHECK(Folded("x\xE2\x80\xA8y\x0Bz") == "x\ny\nz");
}

TEST_CASE("folding leaves prose of any language alone") {
  for (const char* text :
       {"\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 \xD1\x81\xD0\xB0",
        "re\xC3\xBCnie, d\xC3\xA9j\xC3\xA0 vu", "\xE6\x88\x91\xE7\x9A\x84",
        "e\xCC\x81t\xC3\xA9"}) {
    CHECK(Folded(text) == text);
    CHECK(FoldText(text).touched.empty());
  }
}

TEST_CASE("look-alikes are Latin only beside Latin letters or digits") {
  CHECK(Folded("\xD0\x90KIA") == "AKIA");
  CHECK(Folded("\xD0\x90\xD0\x9A"
               "12") == "AK12");
  CHECK(Folded("\xD0\x90\xD0\x9A \xD0\xBE\xD1\x81 A") ==
        "\xD0\x90\xD0\x9A \xD0\xBE\xD1\x81 A");
}

TEST_CASE("every code point folds to ASCII or to nothing") {
  uint32_t folded = 0;
  for (uint32_t rune = 0x80; rune <= 0x10FFFF; ++rune) {
    const Fold fold = FoldRune(rune);
    if (fold.kind == FoldKind::kKeep) {
      CHECK(fold.text.empty());
      continue;
    }
    ++folded;
    const bool drops =
        fold.kind == FoldKind::kDrop || fold.kind == FoldKind::kMark;
    REQUIRE_MESSAGE(fold.text.empty() == drops, rune);
    for (const char c : fold.text) REQUIRE((c > 0 && c < 0x7F));
  }
  CHECK(folded > 8000);
}

TEST_CASE("values cut by line breaks are whole again") {
  CHECK(Shown(Unwrap, "AKIAQYLPM\nN5HFIQR7XYA") == "AKIAQYLPMN5HFIQR7XYA");
  CHECK(Shown(Unwrap, "AKIAQYLPM\r\n  > N5HFIQR7XYA") ==
        "AKIAQYLPMN5HFIQR7XYA");
  CHECK(Shown(Unwrap, "\"AKIAQY\" +\n  \"LPMN5H\"") == "\"AKIAQYLPMN5H\"");
  CHECK(Shown(Unwrap, "jan@voor\nbeeld.nl") == "jan@voorbeeld.nl");
  CHECK(Shown(Unwrap, "to NL91 ABNA\n0417 1643 00") ==
        "to NL91 ABNA0417 1643 00");
}

TEST_CASE("lines of text stay lines") {
  for (const char* text :
       {"running\ntext in\nlines", "released version2\nRelease notes",
        "user42\n2024-05-01 12:30", "see jan@voorbeeld.nl\nThanks",
        "def f():\n    x1 = y2\n    return x1\n", "a.b\n    @abc.method",
        "OR ANY DAMAGES\nWHATSOEVER OF", "fcompiler_key\nother_compilers",
        "since v1.7.0.3\n-----------------------"}) {
    CHECK(Shown(Unwrap, text) == text);
  }
}

TEST_CASE("marks inside values go, others stay") {
  CHECK(Shown(RemoveMarks, "AKIA<b>Q7</b>LP") == "AKIAQ7LP");
  CHECK(Shown(RemoveMarks, "AKIA**Q7`LP<!-- x -->1") == "AKIAQ7LP1");
  CHECK(Shown(RemoveMarks, "_AKIA1_ sk\\_live\\_4e") == "AKIA1 sk_live_4e");
  for (const char* text : {"vector<int> x", "__init__ _a_", "a * b", "x[0]",
                           "<td>1</td><td>2</td>", "C:\\new",
                           "an `object`/`map`", "`utf8`.", "snake\\_case"}) {
    CHECK(Shown(RemoveMarks, text) == text);
  }
}

TEST_CASE("addresses as people write them") {
  CHECK(Shown(ReadHabits, "jan [at] voorbeeld (dot) nl") == "jan@voorbeeld.nl");
  CHECK(Shown(ReadHabits, "jan at voorbeeld dot nl") == "jan@voorbeeld.nl");
  CHECK(Shown(ReadHabits, "jan.jansen at voorbeeld.nl") ==
        "jan.jansen@voorbeeld.nl");
  for (const char* text :
       {"look at example.com", "at any point in time", "a[at] = b",
        "he is at home, dot", "figure (a) shows"}) {
    CHECK(Shown(ReadHabits, text) == text);
  }
}

TEST_CASE("digits of one number are joined, columns and dates are not") {
  CHECK(Shown(JoinChecked, "111, 222, 333") == "111222333");
  CHECK(Shown(JoinChecked, "4539,1488,0343,6467") == "4539148803436467");
  // The size of a letter in a table of a font.
  CHECK(Shown(JoinChecked, "472,26,460,13,453") == "472,26,460,13,453");
  CHECK(Shown(JoinChecked, "1112\n22333") == "111222333");
  for (const char* text :
       {"2024-05-01", "1,234,567,890", "10.0.0.1", "1024\n2048\n4096\n",
        "+31 6 1234 5678", "12 34-56.78"}) {
    CHECK(Shown(JoinChecked, text) == text);
  }
}

TEST_CASE("in-place decoders") {
  CHECK(Shown(DecodePercent, "jan%40x%2Enl%C3%A9%u0041%zz") ==
        "jan@x.nl\xC3\xA9"
        "A%zz");
  CHECK(Shown(DecodeHtml, "&#106;&#x61;n&commat;x&nbsp;&bogus;&#64") ==
        "jan@x &bogus;@");
  CHECK(Shown(DecodeEscapes, "\\u0041\\x42\\103\\u{44}\\ud83d\\ude00\\q") ==
        "ABCD\xF0\x9F\x98\x80\\q");
  CHECK(Shown(DecodeEscapes, "U+0041 U+0042 U+0043") == "ABC");
  CHECK(Shown(DecodeEscapes, "a\\nb \\n c") == "a\nb \\n c");
  CHECK(Shown(DecodeQuotedPrintable, "a=3Db=C3=A9 c=\nd") == "a=b\xC3\xA9 cd");
}

TEST_CASE("base64 that holds text is read, other runs are not") {
  CHECK(Base64Shown("QUtJQVFZTFBNTjVI") == "AKIAQYLPMN5H");
  CHECK(Base64Shown("x QUtJQVFZTFBNTjVIRg== y") == "x AKIAQYLPMN5HF y");
  CHECK(Base64Shown("QQBLAEkAQQBRAFkATABQAE0ATgA") == "AKIAQYLPMN");
  for (const char* text :
       {"internationalization", "3f786850e387550fdab836ed7e6dc881de23001b",
        "sha512-7BCsxSuW3/u+6bOnSAa3jOsXXYsl9J3qBjnTc1y0Q2N1Wg2i6lHcqlVW",
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA"}) {
    CHECK(Base64Shown(text) == text);
  }
}

TEST_CASE("hex that holds text is read, other runs are not") {
  const std::string key = "AKIAQYLPMN";
  CHECK(HexShown("414b494151594c504d4e") == key);
  CHECK(HexShown("41:4B:49:41:51:59:4C:50:4D:4E") == key);
  CHECK(
      HexShown("0x41, 0x4b, 0x49, 0x41, 0x51, 0x59, 0x4c, 0x50, 0x4d, 0x4e") ==
      key);
  CHECK(HexShown("00000000: 414b 4941 5159 4c50 4d4e       AKIAQYLPMN") == key);
  for (const char* text :
       {"550e8400-e29b-41d4-a716-446655440000",
        "3f786850e387550fdab836ed7e6dc881de23001b", "de:ad:be:ef:00:11:22:33",
        "deadbeef decade facade"}) {
    CHECK(HexShown(text) == text);
  }
}

TEST_CASE("what is inflated is bounded") {
  // 40 bytes of deflate that make 10,000 zeros: far over 100 to 1.
  const std::string bomb(
      "\x78\x9c\xed\xc1\x01\x0d\x00\x00\x00\xc2\xa0\xf7\x4f\x6d\x0e\x37"
      "\xa0\x00\x00\x00\x00\x00\x00\x00\x00\x80\x77\x03\x27\x10\x00\x01",
      32);
  WipedText text;
  bool exceeded = false;
  CHECK_FALSE(Inflate(bomb, text, exceeded));
  CHECK(exceeded);
  exceeded = false;
  CHECK_FALSE(Inflate("\x1F\x8B\x08 not gzip at all", text, exceeded));
  CHECK_FALSE(Inflate("", text, exceeded));
}

TEST_CASE("views are built only where there is something to see") {
  for (const char* text :
       {"", "Just some words, and a few more (of them).\nAnd lines.\n",
        "int x = a[1] * b;\nreturn x;\n"}) {
    ViewBudget budget(1000);
    std::vector<View> views;
    BuildViews(text, DefaultDatabase().image(), budget, views);
    CHECK(views.empty());
    CHECK_FALSE(budget.exhausted);
  }
}

TEST_CASE("depth and budgets are kept, and an excess is told") {
  std::string text = "x%2525252541y" + std::string(1000, 'z');
  ViewBudget budget(static_cast<uint32_t>(text.size()));
  std::vector<View> views;
  BuildViews(text, DefaultDatabase().image(), budget, views);
  for (const View& view : views) CHECK(view.depth <= kMaxDecodeDepth);
  std::string many;
  for (int i = 0; i < 300; ++i) many += "QUtJQVFZTFBNTjVI ";
  ViewBudget small(static_cast<uint32_t>(many.size()));
  std::vector<View> more;
  BuildViews(many, DefaultDatabase().image(), small, more);
  CHECK(small.exhausted);
  CHECK(ScanDefault(many).incomplete == IncompleteReason::kDecode);
}

TEST_CASE("a finding says what was decoded") {
  const std::string key = std::string("AKIA") + "QYLPMN5HFIQR7XYA";
  const auto decoded = [](std::string_view text) {
    const std::vector<Finding> findings = FindAll(text);
    REQUIRE(findings.size() == 1);
    return findings[0].decoded;
  };
  using Decoders = std::array<Decoder, kMaxDecoders>;
  CHECK(decoded("k " + key) == Decoders{});
  CHECK(decoded("k \\n" + key) == Decoders{});
  CHECK(decoded("k %41" + key.substr(1)) == Decoders{Decoder::kPercent});
  CHECK(decoded("k QUtJQVFZTFBNTjVIRklRUjdYWUE=") ==
        Decoders{Decoder::kBase64});
  CHECK(decoded("k %51UtJQVFZTFBNTjVIRklRUjdYWUE=") ==
        Decoders{Decoder::kPercent, Decoder::kBase64});
}

TEST_CASE("an escape's letters are no part of a value") {
  const std::vector<Finding> findings = FindAll("a%20jan@voorbeeld.nl b");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{4, 20});
}

TEST_CASE("rules without a check do not guess in decoded text") {
  const DatabaseImage& image = DefaultDatabase().image();
  View decoded, digits, folded;
  decoded.kind = ViewKind::kDecoded;
  decoded.AddDecoder(Decoder::kBase64);
  digits.kind = ViewKind::kDigits;
  for (const RuleRecord& rule : image.rules) {
    const std::string_view id = image.String(rule.id);
    if (id == "password-assignment")
      CHECK_FALSE(AdmitsView(image, rule, decoded));
    if (id == "password-assignment") CHECK(AdmitsView(image, rule, folded));
    if (id == "aws-access-key-id") CHECK(AdmitsView(image, rule, decoded));
    if (id == "aws-access-key-id") CHECK_FALSE(AdmitsView(image, rule, digits));
    if (id == "nl-bsn") CHECK(AdmitsView(image, rule, digits));
    if (id == "source-code") CHECK_FALSE(AdmitsView(image, rule, folded));
  }
}

}  // namespace
}  // namespace sluice
