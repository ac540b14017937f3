// The laws of views and their maps: P1 to P9.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "disguises.h"
#include "scanner/utf8.h"
#include "scanner/views/folding.h"
#include "scanner/views/views.h"
#include "sluice/redact.h"
#include "views_bench.h"

namespace sluice {
namespace {

// Text out of the pieces disguises are made of.
std::string RandomText(std::mt19937& random, size_t pieces) {
  static const std::vector<std::string> kPieces = {
      "a",
      "B",
      "7",
      " ",
      "\n",
      ".",
      "@",
      "-",
      "_",
      "=",
      "%41",
      "%C3%A9",
      "&#65;",
      "&amp;",
      "\\u0041",
      "\\n",
      "=3D",
      "=\n",
      "<b>",
      "**",
      "\xE2\x80\x8B",
      "\xC2\xAD",
      "\xC3\xA9",
      "\xD9\xA1",
      "\xF0\x9F\x98\x80",
      "\xEF\xBC\xA1",
      "\xE2\x80\x93",
      "\xC2\xA0",
      "\x1B[31m",
      "\xFF",
      "QUtJQVFZTFBNTjVIRklRUjdYWUE=",
      "41 4b 49 41 51 59 4c 50 4d 4e ",
      "jan [at] voorbeeld.nl",
      "111 222 333",
      "NL91ABNA0417164300",
      "BSN: ",
      "AKIAQYLPM",
      "N5HFIQR7XYA",
      "\" + \"",
      "> ",
      "[31m",
      "\r\n",
      "U+0041 ",
      std::string(1, '\0'),
  };
  std::uniform_int_distribution<size_t> piece(0, kPieces.size() - 1);
  std::string text;
  for (size_t i = 0; i < pieces; ++i) text += kPieces[piece(random)];
  return text;
}

bool IsBoundary(std::string_view text, uint32_t at) {
  return at >= text.size() || (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80;
}

TEST_CASE(
    "P1, P2, P5: mapped spans lie in the text, between code points, in "
    "order") {
  std::mt19937 random(20240501);
  for (int round = 0; round < 400; ++round) {
    const std::string text = RandomText(random, 60);
    ViewBudget budget(static_cast<uint32_t>(text.size()));
    std::vector<View> views;
    BuildViews(text, DefaultDatabase().image(), budget, views);
    for (uint32_t v = 0; v < views.size(); ++v) {
      const auto size = static_cast<uint32_t>(views[v].text.size());
      REQUIRE(views[v].map.view_size() == size);
      Span last{0, 0};
      for (uint32_t at = 0; at < size; ++at) {
        if (!IsBoundary(views[v].text, at)) continue;
        uint32_t length = 1;
        DecodeUtf8(views[v].text, at, length);
        const auto span = MapToOriginal(views, v, {at, at + length});
        if (!span) continue;
        REQUIRE(span->begin < span->end);
        REQUIRE(span->end <= text.size());
        REQUIRE(span->begin >= last.begin);
        REQUIRE(span->end >= last.end);
        last = *span;
      }
    }
  }
}

TEST_CASE("P3: what was copied maps to the same bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::string text = RandomText(random, 40);
    ViewBudget budget(static_cast<uint32_t>(text.size()));
    std::vector<View> views;
    BuildViews(text, DefaultDatabase().image(), budget, views);
    for (uint32_t v = 0; v < views.size(); ++v) {
      const auto size = static_cast<uint32_t>(views[v].text.size());
      for (uint32_t at = 0; at < size; ++at) {
        const Span one{at, at + 1};
        const auto span = MapToOriginal(views, v, one);
        if (!span || IsEdited(views, v, one)) continue;
        REQUIRE(span->size() == 1);
        REQUIRE(text[span->begin] == views[v].text[at]);
      }
    }
  }
}

// Every disguised value, as a text of its own.
std::vector<Disguised> AllDisguised() {
  std::vector<Disguised> all;
  for (const auto& list : {AccidentalDisguises(), DeliberateDisguises()}) {
    for (const Disguise& disguise : list) {
      for (const Secret& secret : KnownSecrets()) {
        Disguised d = disguise.make(secret);
        if (!d.text.empty()) all.push_back(std::move(d));
      }
    }
  }
  return all;
}

TEST_CASE("P4: what is redacted is gone") {
  uint32_t left = 0, total = 0;
  for (const Disguised& d : AllDisguised()) {
    Verdict verdict = ScanDefault(d.text);
    for (Finding& finding : verdict.findings) finding.action = Action::kBlock;
    if (verdict.findings.empty()) continue;
    const std::string redacted =
        Redact(d.text, DefaultDatabase(), verdict).text;
    ++total;
    if (!FindAll(redacted).empty()) {
      ++left;
      MESSAGE("still found in: ", redacted, "\nfrom: ", d.text);
    }
  }
  CHECK(total > 900);
  CHECK(left == 0);
}

TEST_CASE("P6: what stands before shifts the findings and nothing else") {
  const std::string before = "Hello \xF0\x9F\x98\x80 there,\n\n";
  const auto shift = static_cast<uint32_t>(before.size());
  for (const Disguised& d : AllDisguised()) {
    std::vector<Finding> plain = FindAll(d.text);
    const std::vector<Finding> shifted = FindAll(before + d.text);
    REQUIRE(plain.size() == shifted.size());
    for (size_t i = 0; i < plain.size(); ++i) {
      CHECK(plain[i].rule == shifted[i].rule);
      CHECK(plain[i].span.begin + shift == shifted[i].span.begin);
      CHECK(plain[i].span.end + shift == shifted[i].span.end);
      CHECK(plain[i].decoded == shifted[i].decoded);
    }
  }
}

TEST_CASE("P8: an ASCII text folds to itself") {
  const std::string text = "The quick brown fox, 12 times.\tEnd\r\n";
  const FoldedText folded = FoldText(text);
  CHECK(std::string_view(folded.text) == text);
  CHECK(folded.map.run_count() == 1);
}

TEST_CASE("P9: benign text behind takes nothing away") {
  for (const Disguised& d : AllDisguised()) {
    const std::vector<Finding> plain = FindAll(d.text);
    const std::vector<Finding> longer =
        FindAll(d.text + "\n\nThat is all for now.\n");
    for (const Finding& finding : plain) {
      const std::string_view rule = DefaultDatabase().rule(finding.rule).id;
      CHECK_MESSAGE(Finds(longer, rule, finding.span), rule, " in ", d.text);
    }
  }
}

}  // namespace
}  // namespace sluice
