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

// From "jan@" to the end.
Span ToEnd(std::string_view text) {
  return {static_cast<uint32_t>(text.find("jan@")),
          static_cast<uint32_t>(text.size())};
}

bool IsBelow(std::string_view text) {
  return IsBelowHeading(text, PlaceIn(text));
}

TEST_CASE("lines of change logs and copyrights are credits") {
  for (const std::string_view text : {
           "2019-03-01  Jan Jansen  <jan@jansen.dev>",
           "2019-03-01 Jan Jansen <jan@jansen.dev>",
           "  * fix a bug\n\n -- Jan Jansen <jan@jansen.dev>  Sat, 2 Mar 2019",
           " 2009, 2011-2013 Jan Jansen <jan@jansen.dev>",
           "           1998 Jan Jansen <jan@jansen.dev>",
           "License: MIT\n             Jan Jansen <jan@jansen.dev>",
           "\t    Jan Jansen <jan@jansen.dev>",
           "# Copyright 2011 Jan van Dijk <jan@jansen.dev>",
           "Reviewed-by: Jan <jan@jansen.dev>",
           " * @author Jan Jansen <jan@jansen.dev>",
           "2021-11-23 15:00:02 +0100 Jan Jansen <jan@jansen.dev>",
           "v2.3.19.1 2022-06-14  Jan Jansen <jan@jansen.dev>",
           "V2.4  2022-06-14  Jan Jansen <jan@jansen.dev>",
           "# Jan Jansen <jan@jansen.dev>",
           "#  jan@jansen.dev",
           "# SID files of 1982, from Jan Jansen <jan@jansen.dev>",
           ";; Jan Jansen <jan@jansen.dev>",
           "# Modified: Jan Jansen <jan@jansen.dev>",
           "Credits: Jan Jansen (jan@jansen.dev)",
           "Patch from Jan Jansen <jan@jansen.dev>",
           "reported by Jan Jansen <jan@jansen.dev>",
           "Sat May 12 12:00 2001 Jan Jansen (jan@jansen.dev)",
           "Thu Jan  5 09:41:12 1995  Jan Jansen  <jan@jansen.dev>",
           "2005-08-05, Jan Jansen <jan@jansen.dev>",
           "     2018, Jan Jansen (@jan_1) <jan@jansen.dev>",
           ".\\\" Modified 1993-07-24 by Jan Jansen (jan@jansen.dev)",
           "FPGA DRIVER\nM:\tJan Jansen <jan@jansen.dev>",
           "Send reports of bugs to jan@jansen.dev",
           "<link rev=made href=\"mailto:jan@jansen.dev",
           "&lt;<a class=\"reference external\" href=\"mailto:jan@jansen.dev",
       }) {
    CAPTURE(text);
    CHECK(IsCredited(text, ToEnd(text)));
  }
}

TEST_CASE("lines of letters and lists are no credits") {
  for (const std::string_view text : {
           "jan@jansen.dev",
           "Van: Jan Jansen <jan@jansen.dev>",
           "Jan Jansen <jan@jansen.dev>",
           "  Jan Jansen <jan@jansen.dev>",
           "Op 2019-03-01 mailde Jan jan@jansen.dev",
           "2019-03-01;1422;jan@jansen.dev",
           "1422 jan@jansen.dev, klant sinds 2009",
           "zie https://jansen.dev of mail jan@jansen.dev",
           "-- \nJan Jansen\njan@jansen.dev",
           "2024-05-01 12:00:00 jan@jansen.dev",
           "2024-05-01 12:00 Jan belde jan@jansen.dev",
           "/ jan@jansen.dev",
           "; jan@jansen.dev",
           "# 12 mails van jan@jansen.dev",
           "Ticket created by jan@jansen.dev",
           "M: jan@jansen.dev",
           "Mon May 13 Jan Jansen <jan@jansen.dev>",
           "Jan and Jan <jan@jansen.dev>",
           "a b     c <jan@jansen.dev>",
           "Mon May 13 14:30 Jan Jansen <jan@jansen.dev>",
           "2024-05-01 piet@jansen.dev, jan@jansen.dev",
           "Contact:\tJan Jansen <jan@jansen.dev>",
           "On Monday Jan &lt;<a href=\"mailto:jan@jansen.dev",
           "A dispatch from jan@jansen.dev",
           "The complaint was submitted by jan@jansen.dev",
       }) {
    CAPTURE(text);
    CHECK_FALSE(IsCredited(text, ToEnd(text)));
  }
  const std::string far =
      "Copyright" + std::string(200, ' ') + "jan@jansen.dev";
  CHECK_FALSE(IsCredited(far, ToEnd(far)));
}

TEST_CASE("a URL is no credit") {
  for (const std::string_view text :
       {"https://piet:geheim.jan@jansen.dev", "(ssh://jan@jansen.dev)"}) {
    CHECK_FALSE(IsCredited(text, ToEnd(text)));
  }
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
          ".SH AUTHORS\nPiet <piet@jansen.dev>\n.br\nJan <jan@jansen.dev>",
          ".SH \xE4\xBD\x9C\xE8\x80\x85\nJan <jan@jansen.dev>",
          "Autoren\n\nJan Jansen <jan@jansen.dev>",
          "author:\n    - Piet (@piet)\n    - Jan (@jan@jansen.dev",
          ".SH TRADUCTION\nJan Jansen <jan@jansen.dev>, 2005",
          "Die deutsche \xC3\x9C"
          "bersetzung wurde 2008 von Jan\n<jan@jansen.dev>",
          "ends here.\n\n=item *\n\nJan Jansen <jan@jansen.dev>",
          "ends here.\n.IP \"\\(bu\" 4\nJan Jansen <jan@jansen.dev>",
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
           "Autorisaties\n\nJan Jansen <jan@jansen.dev>",
           "ends here.\n\n=item *\n\nmail jan@jansen.dev",
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
  const std::string_view device =
      "What:\t\t/sys/class/ptp/\nContact:\tJan Jansen <jan@jansen.dev>";
  CHECK(IsInLicensed(device, PlaceIn(device)));
  const std::string_view letter = "ask Jan <jan@jansen.dev>";
  CHECK_FALSE(IsInLicensed(letter, PlaceIn(letter)));
  const std::string below = "ask Jan <jan@jansen.dev>" +
                            std::string(3000, ' ') + "Copyright (c) Acme";
  CHECK_FALSE(IsInLicensed(below, PlaceIn(below)));
}

}  // namespace
}  // namespace sluice
