#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "image_builder.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

// What the number rules of `builder` match, as "rule:text".
std::vector<std::string> FindNumbers(const ImageBuilder& builder,
                                     std::string_view text) {
  const DatabaseImage image = builder.image();
  Budget budget{1'000'000, false};
  std::vector<Match> matches;
  MatchNumbers(image, text, budget, matches);
  CHECK_FALSE(budget.exhausted);
  std::vector<std::string> found;
  for (const Match& match : matches) {
    CHECK(match.whole == match.value);
    found.push_back(
        std::string(image.String(image.rules[match.rule].id)) + ":" +
        std::string(text.substr(match.value.begin, match.value.size())));
  }
  return found;
}

using Found = std::vector<std::string>;

ImageBuilder CardAndBsn() {
  ImageBuilder builder;
  builder.AddNumberRule("card", {13, 15, 16}, kSpace | kHyphen,
                        {{4, 4, 4, 4}, {4, 6, 5}});
  builder.AddNumberRule("bsn", {8, 9}, kSpace | kDot | kHyphen,
                        {{3, 3, 3}, {4, 2, 3}});
  return builder;
}

TEST_CASE("number rules match whole groups of an admitted size") {
  const struct {
    std::string_view text;
    Found found;
  } kCases[] = {
      {"4111111111111111", {"card:4111111111111111"}},
      {"pay 4111 1111 1111 1111 now", {"card:4111 1111 1111 1111"}},
      {"2026 4111 1111 1111 1111",
       {"card:2026 4111 1111 1111", "card:4111 1111 1111 1111"}},
      {"4111-1111-1111-1111.", {"card:4111-1111-1111-1111"}},
      {"4111 1111 1111 1111 12/26", {"card:4111 1111 1111 1111"}},
      {"3782 822463 10005", {"card:3782 822463 10005"}},
      {"(111222333)", {"bsn:111222333"}},
      {"111222333.Dank", {"bsn:111222333"}},
      {"111.222.333", {"bsn:111.222.333"}},
      {"1112.22.333", {"bsn:1112.22.333"}},
      {"111222333,Jansen", {"bsn:111222333"}},
      {"111222333,12,34", {"bsn:111222333"}},
      {"Gouda,111 222 333,42", {"bsn:111 222 333"}},
      {"111\xC2\xA0"
       "222\xC2\xA0"
       "333",
       {"bsn:111\xC2\xA0"
        "222\xC2\xA0"
        "333"}},
      {"111222333\n123456782", {"bsn:111222333", "bsn:123456782"}},
      {"10464554", {"bsn:10464554"}},
      // Not one separator, not admitted, not an admitted size.
      {"111  222 333", {}},
      {"111/222/333", {}},
      {"4111.1111.1111.1111", {}},
      {"41 11 11 11 11 11 11 11", {}},
      {"1112223334", {}},
      {"11122233", {"bsn:11122233"}},
  };
  const ImageBuilder builder = CardAndBsn();
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(FindNumbers(builder, c.text) == c.found);
  }
}

TEST_CASE("numbers that are part of something else do not match") {
  const ImageBuilder builder = CardAndBsn();
  for (std::string_view text : {
           "x111222333",
           "111222333x",
           "_111222333",
           "111222333_",
           "v1.111222333",
           "0.111222333",
           "111222333.java",
           "111222333.5",
           "+31 612345678",
           "+31612345678",
           "+111222333",
           "1.234.567,89",
           "12.345.678,90",
           "123.456.789,-",
           "123 456 789,00",
           "$111222333",
           "\xE2\x82\xAC 111.222.333",
           "a1b2c3d4e5f6",
           "10.111.222.333",
       }) {
    CAPTURE(text);
    CHECK(FindNumbers(builder, text).empty());
  }
}

TEST_CASE("letters of other scripts do not hide a number") {
  const ImageBuilder builder = CardAndBsn();
  CHECK(FindNumbers(builder,
                    "\xE5\x8D\xA1"
                    "4111111111111111") == Found{"card:4111111111111111"});
}

TEST_CASE("any grouping, except in splinters") {
  ImageBuilder builder;
  builder.AddNumberRule("any", {9}, kSpace);
  CHECK(FindNumbers(builder, "12 345 6789") == Found{"any:12 345 6789"});
  CHECK(FindNumbers(builder, "1 2 3 4 5 6 7 8 9") ==
        Found{"any:1 2 3 4 5 6 7 8 9"});
  CHECK(FindNumbers(builder, "1 2 3 4 5 6 7 8 9 1 2").empty());
}

TEST_CASE("a whole number is no part of a longer row") {
  ImageBuilder builder;
  builder.AddNumberRule("tel", {10}, kSpace | kHyphen | kWhole, {});
  CHECK(FindNumbers(builder, "06 12 34 56 78") == Found{"tel:06 12 34 56 78"});
  CHECK(FindNumbers(builder, "3 06-12345678 4") == Found{"tel:06-12345678"});
  CHECK(FindNumbers(builder, "06 12 34 56 78 90").empty());
  CHECK(FindNumbers(builder, "2024-01-02-03-04-05").empty());
  CHECK(FindNumbers(builder, "1.06-12345678").empty());
}

TEST_CASE("a first check that drops keeps candidates out") {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddNumberRule("bsn", {9}, 0);
  builder.AddCheck(rule, ValidatorId::kNlBsn);
  CHECK(FindNumbers(builder, "111222333 111222334") == Found{"bsn:111222333"});
}

TEST_CASE("matches of one rule come in the order of the text") {
  ImageBuilder builder;
  builder.AddNumberRule("nine", {9}, kSpace);
  builder.AddNumberRule("six", {6}, kSpace);
  CHECK(FindNumbers(builder, "111 222 333") ==
        Found{"six:111 222", "six:222 333", "nine:111 222 333"});
}

TEST_CASE("a text without end of digits costs a bounded budget") {
  ImageBuilder builder;
  builder.AddNumberRule("any", {9, 10, 11, 12}, kSpace | kDot | kHyphen);
  const DatabaseImage image = builder.image();
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "12 34567 ";
  Budget budget{64 * text.size(), false};
  std::vector<Match> matches;
  MatchNumbers(image, text, budget, matches);
  CHECK_FALSE(budget.exhausted);
  Budget small{100, false};
  matches.clear();
  MatchNumbers(image, text, small, matches);
  CHECK(small.exhausted);
}

}  // namespace
}  // namespace sluice
