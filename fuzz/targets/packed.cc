// The input edits a small packed database, or is one. What unpacks fills its
// memory and no more; it is the database that was packed, or it is refused.
#include <cstring>

#include "compiler/database_packer.h"
#include "input.h"
#include "sluice/database.h"
#include "sluice/packed_database.h"
#include "small_pack.h"
#include "target.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxEdits = 16;

std::span<const uint8_t> AsBytes(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

const std::string& SmallDatabase() {
  static const std::string bytes = CompileSmallPack();
  return bytes;
}

const std::string& SmallPacked() {
  static const std::string packed = [] {
    const auto bytes = PackDatabase(AsBytes(SmallDatabase()));
    Require(!bytes.empty(), "the small pack can be packed");
    return std::string(bytes.begin(), bytes.end());
  }();
  return packed;
}

// Takes bytes away, puts some in, or changes one.
void Edit(Input& input, std::string& bytes) {
  const uint32_t kind = input.Byte() % 4;
  const uint32_t at =
      sizeof(PackedHeader) +
      input.Number(3) % static_cast<uint32_t>(SmallPacked().size());
  if (at >= bytes.size()) return;
  if (kind == 0) bytes.erase(at, input.Byte());
  if (kind == 1) bytes.insert(at, input.Text());
  if (kind >= 2) bytes[at] = static_cast<char>(input.Byte());
}

// As if its columns were not a stream.
void FixHeader(std::string& bytes, uint32_t size) {
  const PackedHeader header = {
      kPackedMagic, size,
      static_cast<uint32_t>(bytes.size() - sizeof(PackedHeader))};
  std::memcpy(bytes.data(), &header, sizeof(header));
}

void Run(std::string_view bytes) {
  Input input(bytes);
  const uint8_t kind = input.Byte();
  std::string packed;
  if (kind == 0xFF) {
    packed = input.Rest();
  } else {
    packed = SmallPacked();
    for (uint32_t i = 0; i < kind % kMaxEdits && !input.empty(); ++i) {
      Edit(input, packed);
    }
    if (kind < 0x80) {
      FixHeader(packed, static_cast<uint32_t>(SmallDatabase().size()));
    }
  }
  const uint32_t size = UnpackedSize(AsBytes(packed));
  if (size > (1u << 20)) return;  // takes long, and is no other case
  std::vector<uint32_t> memory((size + 3) / 4, 0);
  const std::span<uint8_t> room(reinterpret_cast<uint8_t*>(memory.data()),
                                size);
  if (size == 0 || !UnpackDatabase(AsBytes(packed), room)) return;
  if (!Database::Load(room).ok() || kind == 0xFF) return;
  const std::string_view unpacked(reinterpret_cast<char*>(memory.data()), size);
  Require(unpacked == SmallDatabase(), "no other database has its checksum");
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = {std::string(1, '\0'),
                                    "\xFF" + SmallPacked()};
  // One changed byte at many places.
  for (uint32_t at = 0; at < SmallPacked().size(); at += 16) {
    std::string seed("\1\2", 2);
    for (uint32_t i = 0; i < 3; ++i) {
      seed.push_back(static_cast<char>(at >> (8 * i)));
    }
    seeds.push_back(seed + "\xFF");
  }
  return seeds;
}

}  // namespace

const FuzzTarget kPackedTarget = {"packed", Run, Seeds};

}  // namespace sluice
