// Lines are read in blocks: where a line stands and where a block ends must not
// show in the tokens.
#include "scanner/detectors/code_tokens.h"

#include <doctest/doctest.h>

#include <string>

namespace sluice {
namespace {

LineTokens Read(const std::string& text, size_t begin, size_t end) {
  LineTokens line;
  Tokenize(text, begin, end, line);
  return line;
}
LineTokens Read(const std::string& line) { return Read(line, 0, line.size()); }

bool Same(const LineTokens& a, const LineTokens& b) {
  bool same =
      a.count == b.count && a.indent == b.indent && a.bytes == b.bytes &&
      a.letters == b.letters && a.digits == b.digits && a.uppers == b.uppers &&
      a.marks == b.marks && a.words == b.words && a.commas == b.commas &&
      a.tabs == b.tabs && a.pipes == b.pipes && a.semicolons == b.semicolons &&
      a.placeholders == b.placeholders && a.longest_run == b.longest_run &&
      a.first == b.first && a.last == b.last && a.foreign == b.foreign &&
      a.cut == b.cut;
  for (uint32_t i = 0; same && i < a.count; ++i) {
    same = a.tokens[i].hash == b.tokens[i].hash &&
           a.tokens[i].code() == b.tokens[i].code();
  }
  return same;
}

TEST_CASE("a line alone has the tokens it has in a text") {
  const std::string lines[] = {
      "",
      "x",
      "\t\tif (a_b == 0x1F) return fooBar[3];  ",
      "caf\xC3\xA9 \xE2\x82\xAC 12,50; MAX_SIZE\tend\r",
      std::string(63, 'a') + "B " + std::string(200, '9') + ".",
      "a, " + std::string(80, ' ') + "[EMAIL_2]; [x] [NAME_1"};
  for (const std::string& line : lines) {
    const std::string text =
        "ahead 9" + line + "behind " + std::string(99, 'z');
    CHECK(Same(Read(line), Read(text, 7, 7 + line.size())));
  }
}

TEST_CASE("words and marks, wherever a block of 64 bytes ends") {
  for (size_t gap = 0; gap < 140; ++gap) {
    const LineTokens line =
        Read("q" + std::string(gap, ' ') + " oneTwo [KEY_12],\tthree_4");
    REQUIRE(line.count == 5);
    CHECK(line.tokens[1].shape == kShapeCamel);
    CHECK(line.tokens[2].shape == kShapeCapitalised);
    CHECK(line.tokens[3].shape == ',');
    CHECK(!line.tokens[3].spaced);
    CHECK(line.tokens[4].shape == kShapeSnake);
    CHECK(line.tokens[4].spaced);
    CHECK(line.tabs == 1);
    CHECK(line.words == 4);
    CHECK(line.letters == 1 + 6 + 4 + 6);
    CHECK(line.last == '4');
  }
}

TEST_CASE("a long word is one token") {
  for (size_t size = 60; size < 200; ++size) {
    const LineTokens line = Read(std::string(size, 'w') + "=1");
    REQUIRE(line.count == 3);
    CHECK(line.tokens[0].shape == kShapeLong);
    CHECK(line.letters == size);
  }
}

TEST_CASE("a line has so many tokens, and no more") {
  std::string text;
  for (size_t i = 0; i < kMaxLineTokens; ++i) text += "a ";
  CHECK(Read(text.substr(0, text.size() - 1)).cut == false);
  const LineTokens cut = Read(text + "b");
  CHECK(cut.cut);
  CHECK(cut.count == kMaxLineTokens);
  CHECK(cut.letters == kMaxLineTokens);
  CHECK(cut.bytes == text.size() - 1);
}

TEST_CASE("placeholders alone are a redacted line") {
  CHECK(IsRedacted(Read("  [EMAIL_2], [CODE_1].")));
  CHECK(!IsRedacted(Read("[EMAIL_2] a")));
  CHECK(!IsRedacted(Read("[a_1] {}")));
  CHECK(!IsRedacted(Read("{};")));
}

}  // namespace
}  // namespace sluice
