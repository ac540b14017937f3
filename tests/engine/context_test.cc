#include "scanner/context.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "image_builder.h"

namespace sluice {
namespace {

TEST_CASE("folding meets people half way") {
  const struct {
    std::string_view word;
    std::string_view folded;
  } kCases[] = {
      {"BSN", "bsn"},
      {"Num\xC3\xA9ro", "numero"},
      {"NUM\xC3\x89RO", "numero"},
      {"nume\xCC\x81ro", "numero"},
      {"burger-service_Nummer", "burger service nummer"},
      {"  date\xC2\xA0of \n birth ", "date of birth"},
      {"\xC5\x81\xC3\xB3\x64\xC5\xBA", "lodz"},
      {"\xCE\x91\xCE\x9C\xCE\x9A\xCE\x91", "\xCE\xB1\xCE\xBC\xCE\xBA\xCE\xB1"},
      {"\xCE\x86\xCF\x82", "\xCE\xB1\xCF\x83"},
      {"\xD0\x95\xD0\x93\xD0\x9D", "\xD0\xB5\xD0\xB3\xD0\xBD"},
      {"\xD0\x81", "\xD0\xB5"},
      {"carte d\xE2\x80\x99identit\xC3\xA9", "carte d'identite"},
      {"\xFF\xC3", "\xFF\xC3"},
      {"", ""},
      {" - ", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.word);
    CHECK(FoldWord(c.word) == c.folded);
    CHECK(FoldWord(c.folded) == c.folded);
  }
}

// The word found around the part of `text` between '<' and '>'; "-word" for a
// negative one, "" for none.
std::string LabelNear(std::string_view marked) {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("bsn", RuleKind::kNumber);
  builder.SetContext(
      rule, ContextMode::kBoost,
      {"bsn", "burgerservicenummer", "date of birth", "number", "n\xC3\xA9"},
      {"order", "order number", "bestelnummer"});
  const DatabaseImage image = builder.image();
  std::string text(marked);
  const size_t begin = text.find('<');
  text.erase(begin, 1);
  const size_t end = text.find('>');
  text.erase(end, 1);
  Budget budget{100'000, false};
  const ContextLabel label = FindContext(
      image, image.rules[0], text,
      {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, budget);
  return (label.negative ? "-" : "") + std::string(image.String(label.word));
}

TEST_CASE("the nearest whole token labels a match") {
  const struct {
    std::string_view text;
    std::string_view label;
  } kCases[] = {
      {"BSN: <1>", "bsn"},
      {"bsn_klant = <1>", "bsn"},
      {"{\"bsn\":\"<1>\"}", "bsn"},
      {"<1> is mijn BSN", "bsn"},
      {"Date  of\nbirth: <1>", "date of birth"},
      {"date_of_birth=<1>", "date of birth"},
      {"N\xC3\x89 le <1>", "ne"},
      {"order 7, bsn <1>", "bsn"},
      {"bsn 7, order <1>", "-order"},
      {"order number <1>", "-order number"},
      {"bestelnummer: 5\nbsn: <1>", "bsn"},
      // Labels stand before their value.
      {"order: <1>\nbsn: 2", "-order"},
      {"bsn: <1>\norder: 2", "bsn"},
      {"bsn <1> order", "bsn"},
      // Not whole tokens.
      {"bsns <1>", ""},
      {"absn <1>", ""},
      {"bsn\xC3\xA9 <1>", ""},
      {"dag <1> dag", ""},
      {"<1>", ""},
      // Beyond 64 bytes before and 32 after.
      {"bsn 3456789 123456789 123456789 123456789 123456789 123456789 1234 <1>",
       ""},
      {"bsn 6789 123456789 123456789 123456789 123456789 123456789 1234 <1>",
       "bsn"},
      {"<1> 123456789 123456789 123456789 bsn", ""},
      // Half a word at the window's edge is no word.
      {"bestelorder 123456789 123456789 123456789 123456789 123456789 12345 "
       "<1>",
       ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(LabelNear(c.text) == c.label);
  }
}

}  // namespace
}  // namespace sluice
