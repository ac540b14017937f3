// What the compiler says stands beside an anchor.
#include "compiler/neighbours.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "compiler/anchors.h"
#include "compiler/pattern.h"
#include "scanner/canonical.h"

namespace sluice {
namespace {

CodeSet Codes(std::string_view bytes) {
  CodeSet codes = 0;
  for (const char c : bytes) {
    codes |= CodeSet{1} << kCodeOfByte[static_cast<uint8_t>(c)];
  }
  return codes;
}

constexpr CodeSet kEdge = CodeSet{1} << kCodeEdge;

// Neighbours of `length` single bytes from element `begin` on.
Neighbours Beside(std::string_view pattern, size_t begin, size_t length) {
  auto parsed = ParsePattern(pattern);
  REQUIRE(parsed.ok());
  const auto paths = PathsOf(parsed.value().regexp.get());
  REQUIRE(paths.size() == 1);
  return NeighboursOf(WithMarksInPlace(paths[0]), begin, length);
}

std::vector<Anchor> AnchorsIn(std::string_view pattern) {
  auto parsed = ParsePattern(pattern);
  REQUIRE(parsed.ok());
  auto anchors = FindAnchors(parsed.value().regexp.get());
  REQUIRE(anchors.ok());
  return anchors.value();
}

TEST_CASE("bytes beside a window are known as far as distances are fixed") {
  const Neighbours beside = Beside("[ab]cdef[xy]{1,3}q", 1, 4);
  CHECK(beside.At(-1) == Codes("ab"));
  CHECK(beside.At(4) == Codes("xy"));
  CHECK(beside.At(5) == Codes("xyq"));
  CHECK(~beside.At(6) == 0);
  CHECK(~beside.At(-2) == 0);
}

TEST_CASE(
    "a word boundary tells of the byte across it, or of the text's edge") {
  const Neighbours beside = Beside("\\bakia\\b", 0, 4);
  for (const int32_t offset : {-1, 4}) {
    CAPTURE(offset);
    const CodeSet codes = beside.At(offset);
    CHECK((codes & Codes("a0_")) == 0);
    CHECK((codes & Codes(" .-")) == Codes(" .-"));
    CHECK((codes & kEdge) != 0);
  }
  // Beside what is no word byte there is one, and no edge.
  const Neighbours dashes = Beside("\\b--\\b", 0, 2);
  CHECK((dashes.At(2) & kEdge) == 0);
  CHECK((dashes.At(2) & Codes(" .-")) == 0);
}

TEST_CASE("behind what may be missing stands it or the next") {
  CHECK(Beside("akia ?x", 0, 4).At(4) == Codes(" x"));
  CHECK(~Beside("akia ?", 0, 4).At(4) == 0);
}

TEST_CASE("two paths share what both say") {
  Neighbours a, b;
  a.Narrow(-1, Codes("a"));
  a.Narrow(4, Codes("b"));
  b.Narrow(4, Codes("c"));
  b.Narrow(5, Codes("d"));
  a.Widen(b);
  CHECK(~a.At(-1) == 0);
  CHECK(a.At(4) == Codes("bc"));
  CHECK(~a.At(5) == 0);
}

TEST_CASE("what leads to an anchor is known but for a first byte") {
  const auto anchors = AnchorsIn("(?s:.)[a-z]{1,60}@example");
  REQUIRE(anchors.size() == 1);
  CHECK(anchors[0].before_inside == Codes("abcdefghijklmnopqrstuvwxyz"));
  CHECK(anchors[0].before_slack >= 1);
}

TEST_CASE("followers end with the run of what may stand between") {
  const auto anchors = AnchorsIn("node[a-z]{0,400}[0-9]{2}");
  REQUIRE(anchors.size() == 1);
  REQUIRE(!anchors[0].follow.empty());
  CHECK((anchors[0].follow_inside & Codes(" .:@")) == 0);
  CHECK((anchors[0].follow_inside & Codes("az")) == Codes("az"));
}

}  // namespace
}  // namespace sluice
