#include "compiler/database_packer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "scanner/database_layout.h"
#include "sluice/packed_database.h"

namespace sluice {
namespace {

using Bytes = std::vector<uint8_t>;

void PutNumber(uint32_t number, Bytes& out) {
  for (; number >= 128; number >>= 7) {
    out.push_back(static_cast<uint8_t>(number | 128));
  }
  out.push_back(static_cast<uint8_t>(number));
}

void PutBytes(std::span<const uint8_t> bytes, Bytes& out) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

// One field of all records, and of the field behind it.
struct Column {
  std::vector<uint32_t> values;
  std::vector<uint32_t> next;  // empty: this is the last field
  uint32_t width = 0;          // in bytes
};

// A field of 16 bits holds 65535 for -1.
uint32_t Difference(uint32_t value, uint32_t base, uint32_t width) {
  const uint32_t difference = value - base;
  if (width == 4) return ZigZag(difference);
  const auto narrow = static_cast<int16_t>(difference);
  return ZigZag(static_cast<uint32_t>(int32_t{narrow}));
}

std::vector<uint32_t> NumbersOf(const Column& column, uint32_t mode) {
  std::vector<uint32_t> numbers = column.values;
  if ((mode & (kDelta | kFollows)) == 0) return numbers;
  for (size_t i = 0; i < numbers.size(); ++i) {
    uint32_t base = i > 0 ? column.values[i - 1] : 0;
    if ((mode & kFollows) != 0 && i > 0) base += column.next[i - 1];
    numbers[i] = Difference(column.values[i], base, column.width);
  }
  return numbers;
}

Bytes EncodeColumn(const Column& column, uint32_t mode) {
  Bytes out;
  PutNumber(mode, out);
  if (mode == kFixed) {
    for (const uint32_t value : column.values) {
      for (uint32_t i = 0; i < column.width; ++i) {
        out.push_back(static_cast<uint8_t>(value >> (8 * i)));
      }
    }
    return out;
  }
  const std::vector<uint32_t> numbers = NumbersOf(column, mode);
  for (size_t i = 0; i < numbers.size();) {
    PutNumber(numbers[i], out);
    size_t end = i + 1;
    if ((mode & kRuns) != 0) {
      while (end < numbers.size() && numbers[end] == numbers[i]) ++end;
      PutNumber(static_cast<uint32_t>(end - i), out);
    }
    i = end;
  }
  return out;
}

// The shortest way to write the column.
Bytes BestEncoding(const Column& column) {
  std::vector<uint32_t> modes = {0, kRuns, kDelta, kDelta | kRuns, kFixed};
  if (!column.next.empty()) {
    modes.insert(modes.end(), {kFollows, kFollows | kRuns});
  }
  Bytes best;
  for (const uint32_t mode : modes) {
    Bytes encoded = EncodeColumn(column, mode);
    if (best.empty() || encoded.size() < best.size()) best = std::move(encoded);
  }
  return best;
}

std::vector<uint32_t> ValuesOf(std::span<const uint8_t> records, uint32_t count,
                               SectionLayout layout, uint32_t field) {
  std::vector<uint32_t> values(count, 0);
  for (uint32_t i = 0; i < count; ++i) {
    const size_t at =
        size_t{i} * layout.record_size() + size_t{field} * layout.width;
    std::memcpy(&values[i], records.data() + at, layout.width);
  }
  return values;
}

void PackColumns(std::span<const uint8_t> records, uint32_t count,
                 SectionLayout layout, Bytes& out) {
  Column column;
  column.width = layout.width;
  for (uint32_t field = layout.fields; field-- > 0;) {
    column.next = std::move(column.values);
    column.values = ValuesOf(records, count, layout, field);
    PutBytes(BestEncoding(column), out);
  }
}

void PackInstruction(const Instruction& in, uint32_t index,
                     std::span<const uint8_t> literals, Bytes& out) {
  const Operands uses = OperandsOf(in.op);
  uint32_t a = in.a, b = in.b;
  if (uses.target_a) a = ZigZag(in.a - index);
  if (uses.target_b) b = ZigZag(in.b - index);
  PutNumber(in.op, out);
  if (uses.count > 0) PutNumber(a, out);
  if (uses.count > 1) PutNumber(b, out);
  if (uses.count > 2) PutNumber(in.c, out);
  if (uses.literal) {
    PutNumber(in.b, out);
    PutBytes(literals.subspan(in.a, in.b), out);
  }
}

void PackCode(std::span<const Instruction> code,
              std::span<const ProgramRecord> programs,
              std::span<const uint8_t> literals, Bytes& out) {
  for (const ProgramRecord& program : programs) {
    for (uint32_t i = 0; i < program.count; ++i) {
      PackInstruction(code[program.begin + i], i, literals, out);
    }
  }
}

// Whether the programs cover the code in their order.
bool LieInOrder(std::span<const ProgramRecord> programs, size_t code_size) {
  size_t end = 0;
  for (const ProgramRecord& program : programs) {
    if (program.begin != end) return false;
    end += program.count;
  }
  return end == code_size;
}

class Packer {
 public:
  explicit Packer(std::span<const uint8_t> database) : database_(database) {
    std::memcpy(sections_.data(), database.data() + sizeof(DatabaseHeader),
                sizeof(sections_));
  }

  Bytes Run() {
    Bytes columns;
    PutBytes(database_.first(sizeof(DatabaseHeader)), columns);
    for (uint32_t id = 0; id < kSectionCount; ++id) Section(id, columns);
    const PackedHeader header = {kPackedMagic,
                                 static_cast<uint32_t>(database_.size()),
                                 static_cast<uint32_t>(columns.size())};
    Bytes out(sizeof(header));
    std::memcpy(out.data(), &header, sizeof(header));
    PutBytes(columns, out);
    return out;
  }

  bool fits() const {
    return LieInOrder(Records<ProgramRecord>(SectionId::kPrograms),
                      sections_[static_cast<uint32_t>(SectionId::kCode)].count);
  }

 private:
  template <typename Record>
  std::span<const Record> Records(SectionId id) const {
    const SectionRecord& section = sections_[static_cast<uint32_t>(id)];
    return {reinterpret_cast<const Record*>(database_.data() + section.offset),
            section.count};
  }

  void Section(uint32_t id, Bytes& out) const {
    const SectionLayout layout = kSectionLayouts[id];
    const auto [offset, count] = sections_[id];
    const auto bytes =
        database_.subspan(offset, size_t{count} * layout.record_size());
    PutNumber(count, out);
    if (id == static_cast<uint32_t>(SectionId::kCode)) {
      PackCode(Records<Instruction>(SectionId::kCode),
               Records<ProgramRecord>(SectionId::kPrograms),
               Records<uint8_t>(SectionId::kLiterals), out);
    } else if (id == static_cast<uint32_t>(SectionId::kLiterals)) {
      return;  // in the code
    } else if (layout.width == 1) {
      PutBytes(bytes, out);
    } else {
      PackColumns(bytes, count, layout, out);
    }
  }

  std::span<const uint8_t> database_;
  std::array<SectionRecord, kSectionCount> sections_;
};

}  // namespace

std::vector<uint8_t> PackDatabase(std::span<const uint8_t> database) {
  Packer packer(database);
  if (!packer.fits()) return {};
  Bytes packed = packer.Run();
  Bytes back(UnpackedSize(packed));
  const bool same =
      UnpackDatabase(packed, back) &&
      std::equal(back.begin(), back.end(), database.begin(), database.end());
  return same ? packed : Bytes();
}

}  // namespace sluice
