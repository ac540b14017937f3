#include "scanner/credits.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sluice {
namespace {

// From the `nth` "jan@" on.
Span PlaceIn(std::string_view text, int nth = 0) {
  size_t begin = text.find("jan@");
  while (nth-- > 0) begin = text.find("jan@", begin + 1);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + 14)};
}

bool IsBelow(std::string_view text) {
  return IsBelowHeading(text, PlaceIn(text));
}

TEST_CASE("entries below a heading are credits") {
  for (
      const std::string_view text : {
          "Authors\n=======\nJan Jansen <jan@jansen.dev>",
          "## Contributors\n\n* Piet <piet@jansen.dev>\n* Jan <jan@jansen.dev>",
          "AUTHORS\n\n    Jan Jansen <jan@jansen.dev>",
          "The following people contributed to this release:\n\njan@jansen.dev",
          "\"contributors\": [\n  {\n    \"name\": \"Jan\",\n    \"email\": "
          "\"jan@jansen.dev\"",
          "  \"author\": {\n    \"email\": \"jan@jansen.dev\"",
      }) {
    CAPTURE(text);
    CHECK(IsBelow(text));
  }
}

TEST_CASE("other headings, and what follows a sentence, are no credits") {
  for (const std::string_view text : {
           "jan@jansen.dev",
           "Customers\n=========\nJan Jansen <jan@jansen.dev>",
           "## Authors\n\nPiet\n\n## Customers\n\nJan <jan@jansen.dev>",
           "Authors:\nPiet\nCustomers:\njan@jansen.dev",
           "Many thanks,\nJan Jansen\njan@jansen.dev",
           "The authors wrote it.\n\nThe customers who bought "
           "it:\njan@jansen.dev",
           "The authors met.\nThey talked.\njan@jansen.dev",
           "\"contributors\": [],\n  \"users\": [\n    \"jan@jansen.dev\"",
       }) {
    CAPTURE(text);
    CHECK_FALSE(IsBelow(text));
  }
  CHECK_FALSE(
      IsBelow("The authors of this longer text, of whom we have met several in "
              "the past, met\nand talked\njan@jansen.dev"));
}

TEST_CASE("a heading far above is not looked for") {
  std::string text = "Authors\n";
  for (int i = 0; i < 200; ++i) text += "Jan Jansen <jan@jansen.dev>\n";
  CHECK(IsBelowHeading(text, PlaceIn(text, 30)));
  CHECK_FALSE(IsBelowHeading(text, PlaceIn(text, 199)));
  const std::string line =
      "Authors\n" + std::string(3000, '-') + " jan@jansen.dev";
  CHECK_FALSE(IsBelow(line));
}

TEST_CASE("prose of a licensed text") {
  const std::string_view text =
      "/* Copyright (c) 2020 Acme */\nask Jan <jan@jansen.dev>\nto = "
      "\"jan@jansen.dev\"";
  CHECK(IsInLicensed(text, PlaceIn(text)));
  CHECK_FALSE(IsInLicensed(text, PlaceIn(text, 1)));
  const std::string_view letter = "ask Jan <jan@jansen.dev>";
  CHECK_FALSE(IsInLicensed(letter, PlaceIn(letter)));
  const std::string below = "ask Jan <jan@jansen.dev>" +
                            std::string(3000, ' ') + "Copyright (c) Acme";
  CHECK_FALSE(IsInLicensed(below, PlaceIn(below)));
}

}  // namespace
}  // namespace sluice
