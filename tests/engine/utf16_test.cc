#include "scanner/utf16.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sluice {
namespace {

TEST_CASE("ASCII offsets stay as they are") {
  const std::string text(100, 'a');
  Utf16Mapper mapper(text);
  CHECK(mapper.Map(0) == 0);
  CHECK(mapper.Map(99) == 99);
  CHECK(mapper.Map(100) == 100);
  CHECK(mapper.Map(101) == 100);
  CHECK(mapper.Map(7) == 7);
}

TEST_CASE("a code point counts one unit, beyond the BMP two") {
  // a (1 byte), e acute (2), euro (3), grinning face (4), b (1)
  const std::string text =
      "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"
      "b";
  const std::vector<uint32_t> offsets = {0, 1, 3, 6, 10, 11};
  const std::vector<uint32_t> units = {0, 1, 2, 3, 5, 6};
  Utf16Mapper up(text);
  for (size_t i = 0; i < offsets.size(); ++i) {
    CHECK(up.Map(offsets[i]) == units[i]);
  }
  CHECK(up.Map(500) == 6);
  for (size_t i = offsets.size(); i-- > 0;) {
    CHECK(up.Map(offsets[i]) == units[i]);
  }
}

TEST_CASE("one byte beyond ASCII is seen wherever it stands") {
  for (size_t at = 0; at < 20; ++at) {
    std::string text(20, 'a');
    text.insert(at, "\xC3\xA9");
    Utf16Mapper mapper(text);
    CAPTURE(at);
    CHECK(mapper.Map(22) == 21);
  }
}

TEST_CASE("an empty text has offset 0 only") {
  Utf16Mapper mapper("");
  CHECK(mapper.Map(0) == 0);
  CHECK(mapper.Map(3) == 0);
}

}  // namespace
}  // namespace sluice
