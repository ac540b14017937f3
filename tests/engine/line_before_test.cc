#include "scanner/line_before.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sluice {
namespace {

// From "jan@" to the end.
Span PlaceIn(std::string_view text) {
  return {static_cast<uint32_t>(text.find("jan@")),
          static_cast<uint32_t>(text.size())};
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
       }) {
    CAPTURE(text);
    CHECK(IsCredited(text, PlaceIn(text)));
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
           "A dispatch from jan@jansen.dev",
           "The complaint was submitted by jan@jansen.dev",
       }) {
    CAPTURE(text);
    CHECK_FALSE(IsCredited(text, PlaceIn(text)));
  }
  const std::string far =
      "Copyright" + std::string(200, ' ') + "jan@jansen.dev";
  CHECK_FALSE(IsCredited(far, PlaceIn(far)));
}

TEST_CASE("what stands in a URL") {
  for (const std::string_view text :
       {"https://piet:geheim.jan@jansen.dev", "(ssh://jan@jansen.dev)"}) {
    CHECK(IsInUrl(text, PlaceIn(text)));
    CHECK_FALSE(IsCredited(text, PlaceIn(text)));
  }
  const std::string_view beside =
      "zie https://jansen.dev of mail jan@jansen.dev";
  CHECK_FALSE(IsInUrl(beside, PlaceIn(beside)));
}

TEST_CASE("what code looks like") {
  CHECK(IsInCode("{ to: 'jan@example.com' }", {7, 22}));
  CHECK(IsInCode("# mail jan@example.com", {7, 22}));
  CHECK(IsInCode("  // mail jan@example.com", {10, 25}));
  CHECK_FALSE(IsInCode("Mail jan@example.com even", {5, 20}));
  CHECK_FALSE(IsInCode("Van: Jan <jan@example.com>", {10, 25}));
}

}  // namespace
}  // namespace sluice
