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

TEST_CASE("what stands in a URL") {
  for (const std::string_view text :
       {"https://piet:geheim.jan@jansen.dev", "(ssh://jan@jansen.dev)",
        "seturi(\"sip:jan@jansen.dev"}) {
    CHECK(IsInUrl(text, PlaceIn(text)));
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
