#include "sluice/packed_database.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sluice {
namespace {

// Header and a zlib stream of one stored block.
std::vector<uint8_t> Pack(const std::string& text, uint32_t size) {
  std::vector<uint8_t> packed = {'S', 'L', 'D', 'Z'};
  for (uint32_t i = 0; i < 4; ++i) {
    packed.push_back(static_cast<uint8_t>(size >> (8 * i)));
  }
  const auto length = static_cast<uint8_t>(text.size());
  const uint8_t block[] = {
      0x78, 0x01, 0x01, length, 0, static_cast<uint8_t>(~length), 0xFF};
  packed.insert(packed.end(), std::begin(block), std::end(block));
  packed.insert(packed.end(), text.begin(), text.end());
  packed.insert(packed.end(), 4, 0);  // the checksum, which nobody reads
  return packed;
}

std::vector<uint8_t> Room(const std::vector<uint8_t>& packed) {
  return std::vector<uint8_t>(UnpackedSize(packed));
}

TEST_CASE("a packed database unpacks to what was packed") {
  const std::vector<uint8_t> packed = Pack("the database", 12);
  std::vector<uint8_t> database = Room(packed);
  REQUIRE(database.size() == 12);
  CHECK(UnpackDatabase(packed, database));
  CHECK(std::string(database.begin(), database.end()) == "the database");
}

TEST_CASE("damaged packed bytes are refused") {
  for (const uint32_t wrong : {11u, 13u, 4096u}) {
    CAPTURE(wrong);
    const std::vector<uint8_t> packed = Pack("the database", wrong);
    std::vector<uint8_t> database = Room(packed);
    CHECK_FALSE(UnpackDatabase(packed, database));
  }
  std::vector<uint8_t> cut = Pack("the database", 12);
  cut.resize(12);
  std::vector<uint8_t> database = Room(cut);
  CHECK_FALSE(UnpackDatabase(cut, database));
}

TEST_CASE("other bytes are not packed ones") {
  CHECK(UnpackedSize({}) == 0);
  CHECK(UnpackedSize(Pack("x", kMaxUnpackedBytes + 1)) == 0);
  std::vector<uint8_t> other = Pack("x", 1);
  other[3] = '1';
  CHECK(UnpackedSize(other) == 0);
}

}  // namespace
}  // namespace sluice
