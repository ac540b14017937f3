#include "sluice/packed_database.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/database_packer.h"
#include "default_rules.h"
#include "scanner/database_image.h"
#include "sluice/compiler.h"
#include "sluice/database.h"

namespace sluice {
namespace {

using Bytes = std::vector<uint8_t>;

constexpr char kFamily[] = R"({
  "family": "keys", "category": "secret", "title": "Keys",
  "rules": [{
    "id": "some-key", "title": "Some key",
    "pattern": "(?i)\\bkey(?:_id)?[=:] ?(?:ab|[c-f]{2,5}?)([0-9a-fé]{20})\\b",
    "severity": "high", "confidence": "high", "placeholder": "KEY",
    "context": {"mode": "boost", "words": {"en": ["token", "the key"]}},
    "validators": [{"check": "entropy", "min": 2.0}],
    "matches": ["⟦x⟧"], "nonMatches": [{"text": "x", "because": "x"}]
  }, {
    "id": "some-number", "title": "Some number",
    "number": {"lengths": [8, 9], "separators": " .-"},
    "severity": "low", "confidence": "low", "placeholder": "NUMBER",
    "matches": ["⟦x⟧"], "nonMatches": [{"text": "x", "because": "x"}]
  }]})";

Bytes SomeDatabase() {
  Compiler compiler;
  compiler.AddFile("keys.json", kFamily);
  auto compiled = std::move(compiler).Compile();
  REQUIRE(std::holds_alternative<Compiled>(compiled));
  return std::get<Compiled>(compiled).database;
}

Bytes Unpack(const Bytes& packed, bool& good) {
  Bytes database(UnpackedSize(packed));
  good = UnpackDatabase(packed, database);
  return database;
}

// With the columns as a zlib stream of stored blocks.
Bytes Stored(const Bytes& packed) {
  constexpr size_t kHeader = sizeof(PackedHeader);
  Bytes stored(packed.begin(), packed.begin() + kHeader);
  stored.insert(stored.end(), {0x78, 0x01});
  for (size_t at = kHeader; at < packed.size();) {
    const size_t size = std::min<size_t>(packed.size() - at, 0xFFFF);
    const bool last = at + size == packed.size();
    const auto low = static_cast<uint8_t>(size & 0xFF);
    const auto high = static_cast<uint8_t>(size >> 8);
    stored.insert(stored.end(),
                  {static_cast<uint8_t>(last), low, high,
                   static_cast<uint8_t>(~low), static_cast<uint8_t>(~high)});
    const auto from = packed.begin() + static_cast<std::ptrdiff_t>(at);
    stored.insert(stored.end(), from, from + static_cast<std::ptrdiff_t>(size));
    at += size;
  }
  stored.insert(stored.end(), 4, 0);  // the checksum, which nobody reads
  return stored;
}

TEST_CASE("a packed database unpacks to what was packed, and is smaller") {
  const Bytes database = SomeDatabase();
  const Bytes packed = PackDatabase(database);
  REQUIRE_FALSE(packed.empty());
  CHECK(packed.size() < database.size());
  bool good = false;
  CHECK(Unpack(packed, good) == database);
  CHECK(good);
}

TEST_CASE("the columns may be a zlib stream") {
  const Bytes database = SomeDatabase();
  const Bytes stored = Stored(PackDatabase(database));
  bool good = false;
  CHECK(Unpack(stored, good) == database);
  CHECK(good);
  for (size_t size = sizeof(PackedHeader); size < stored.size() - 4; ++size) {
    CAPTURE(size);
    Unpack(Bytes(stored.begin(), stored.begin() + static_cast<long>(size)),
           good);
    CHECK_FALSE(good);
  }
}

TEST_CASE("the default rules are less than half their size when packed") {
  const Bytes& database = OwnRules().bytes;
  const Bytes packed = PackDatabase(database);
  REQUIRE_FALSE(packed.empty());
  CHECK(packed.size() < database.size() / 2);
  bool good = false;
  CHECK(Unpack(packed, good) == database);
  CHECK(good);
}

TEST_CASE("a packed database cut off anywhere is refused") {
  const Bytes packed = PackDatabase(SomeDatabase());
  for (size_t size = sizeof(PackedHeader); size < packed.size(); ++size) {
    CAPTURE(size);
    bool good = true;
    Unpack(Bytes(packed.begin(), packed.begin() + static_cast<long>(size)),
           good);
    CHECK_FALSE(good);
  }
}

TEST_CASE("a packed database with a wrong byte never becomes another one") {
  const Bytes whole = SomeDatabase();
  const Bytes packed = PackDatabase(whole);
  for (size_t at = sizeof(PackedHeader); at < packed.size(); ++at) {
    for (const uint8_t flip : {0x01, 0x41, 0x80, 0xFF}) {
      Bytes wrong = packed;
      wrong[at] ^= flip;
      bool good = false;
      const Bytes database = Unpack(wrong, good);
      CAPTURE(at);
      CHECK((database == whole || !good || !Database::Load(database).ok()));
    }
  }
}

TEST_CASE("a packed database of another size is refused") {
  Bytes packed = PackDatabase(SomeDatabase());
  for (const size_t word : {1u, 2u}) {
    for (const int by : {-4, 4}) {
      CAPTURE(word);
      CAPTURE(by);
      Bytes wrong = packed;
      wrong[4 * word] = static_cast<uint8_t>(wrong[4 * word] + by);
      bool good = true;
      Unpack(wrong, good);
      CHECK_FALSE(good);
    }
  }
}

TEST_CASE("other bytes are not packed ones") {
  CHECK(UnpackedSize({}) == 0);
  const Bytes packed = PackDatabase(SomeDatabase());
  for (const size_t word : {0u, 1u, 2u}) {
    CAPTURE(word);
    Bytes other = packed;
    other[4 * word + 3] = 0x7F;  // another magic, or over the limit
    CHECK(UnpackedSize(other) == 0);
  }
}

TEST_CASE("what the compiler did not lay out is not packed") {
  Bytes database = SomeDatabase();
  SectionRecord programs;
  const size_t at =
      sizeof(DatabaseHeader) +
      sizeof(SectionRecord) * static_cast<size_t>(SectionId::kPrograms);
  std::memcpy(&programs, database.data() + at, sizeof(programs));
  database[programs.offset] ^= 1;  // the first program begins elsewhere
  CHECK(PackDatabase(database).empty());
}

}  // namespace
}  // namespace sluice
