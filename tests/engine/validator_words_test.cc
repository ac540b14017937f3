#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

constexpr WordList kColours(" red green süß blue- ");

TEST_CASE("a list has its words in any case, and no others") {
  for (const std::string_view word : {"red", "GREEN", "süß", "Blue-"}) {
    CHECK(kColours.Has(word));
  }
  for (const std::string_view word :
       {"", " ", "re", "redd", "reed", "red green", "blue", "SÜSS"}) {
    CHECK_FALSE(kColours.Has(word));
  }
}

TEST_CASE("a word may begin with one of the list") {
  for (const std::string_view word : {"red", "Redder", "süßer", "blue-green"}) {
    CHECK(kColours.HasBeginOf(word));
  }
  for (const std::string_view word : {"", "re", "blue", "infrared", "süs"}) {
    CHECK_FALSE(kColours.HasBeginOf(word));
  }
}

TEST_CASE("a list may have words of one character") {
  constexpr WordList kSigns(" & x ");
  CHECK(kSigns.Has("X"));
  CHECK(kSigns.HasBeginOf("&"));
  CHECK(kSigns.HasBeginOf("xyz"));
  CHECK_FALSE(kSigns.HasBeginOf("y"));
  CHECK_FALSE(kSigns.HasBeginOf(""));
}

TEST_CASE("the words are visited in order until one is taken") {
  std::string seen;
  const auto visit = [&seen](std::string_view word) {
    seen += word;
    return word == "green";
  };
  CHECK(kColours.Any(visit));
  CHECK(seen == "redgreen");
}

}  // namespace
}  // namespace sluice
