#include "sluice/packed_database.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "scanner/database_layout.h"
#include "scanner/literal_pool.h"
#include "scanner/views/inflate.h"

namespace sluice {
namespace {

constexpr size_t kHead =
    sizeof(DatabaseHeader) + kSectionCount * sizeof(SectionRecord);

// Reads numbers and bytes; after a failure nothing is left to read.
class Source {
 public:
  explicit Source(std::span<const uint8_t> bytes)
      : next_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  // Most are of one byte.
  uint32_t Number() {
    if (next_ != end_ && *next_ < 128) return *next_++;
    return LongNumber();
  }

  // nullptr: there are not so many, or none was asked for.
  const uint8_t* Take(size_t count) {
    if (count > static_cast<size_t>(end_ - next_)) Fail();
    if (!ok_ || count == 0) return nullptr;
    next_ += count;
    return next_ - count;
  }

  void Bytes(void* out, size_t count) {
    const uint8_t* bytes = Take(count);
    if (bytes != nullptr) std::memcpy(out, bytes, count);
  }

  void Fail() {
    ok_ = false;
    next_ = end_;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return next_ == end_; }

 private:
  [[gnu::noinline]] uint32_t LongNumber() {
    uint32_t number = 0;
    for (uint32_t shift = 0; shift < 35 && next_ != end_; shift += 7) {
      const uint32_t byte = *next_++;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
    Fail();
    return 0;
  }

  const uint8_t* next_;
  const uint8_t* end_;
  bool ok_ = true;
};

// The functions that loop are not inlined: the JavaScript build runs them cold,
// and engines have fast code for small functions soon, for large ones late.

// Fills one field of `count` records that are `stride` fields apart.
template <typename Field>
[[gnu::noinline]] void UnpackNumbers(Source& from, uint32_t mode, Field* out,
                                     uint32_t count, uint32_t stride) {
  const bool told = (mode & (kDelta | kFollows)) != 0;
  Source source = from;  // a copy of its own can live in registers
  uint32_t value = 0;
  for (uint32_t i = 0; i < count;) {
    const uint32_t number = source.Number();
    const uint32_t times = (mode & kRuns) != 0 ? source.Number() : 1;
    // A run of none would read on for ever.
    if (times == 0 || times > count - i || !source.ok()) return from.Fail();
    const uint32_t step = told ? UnZigZag(number) : number;
    for (const uint32_t end = i + times; i < end; ++i, out += stride) {
      value = told ? value + step : step;
      if ((mode & kFollows) != 0 && i > 0) value += *(out - stride + 1);
      *out = static_cast<Field>(value);
    }
  }
  from = source;
}

template <typename Field>
[[gnu::noinline]] void UnpackFixed(Source& source, Field* out, uint32_t count,
                                   uint32_t stride) {
  const uint8_t* next = source.Take(size_t{count} * sizeof(Field));
  for (uint32_t i = 0; i < count && next != nullptr; ++i, out += stride) {
    std::memcpy(out, next, sizeof(Field));
    next += sizeof(Field);
  }
}

// Fields are written as what they are, not as bytes: sections are aligned, and
// the JavaScript build takes four times as long over single bytes.
template <typename Field>
void UnpackColumns(Source& source, uint8_t* out, uint32_t count,
                   uint32_t fields) {
  for (uint32_t field = fields; field-- > 0 && source.ok();) {
    Field* const column = reinterpret_cast<Field*>(out) + field;
    const uint32_t mode = source.Number();
    if (mode == kFixed) {
      UnpackFixed(source, column, count, fields);
    } else if (mode < kFixed &&
               ((mode & kFollows) == 0 || field + 1 < fields)) {
      UnpackNumbers(source, mode, column, count, fields);
    } else {
      source.Fail();
    }
  }
}

// Instruction `index` of its program.
[[gnu::noinline]] void UnpackInstruction(Source& source, uint32_t index,
                                         LiteralPool& literals,
                                         Instruction& out) {
  const uint32_t op = source.Number();
  const Operands uses = OperandsOf(op);
  uint32_t a = uses.count > 0 ? source.Number() : 0;
  uint32_t b = uses.count > 1 ? source.Number() : 0;
  const uint32_t c = uses.count > 2 ? source.Number() : 0;
  if (uses.target_a) a = index + UnZigZag(a);
  if (uses.target_b) b = index + UnZigZag(b);
  if (uses.literal) {
    b = source.Number();
    const uint8_t* bytes = source.Take(b);
    if (bytes == nullptr || b > kMaxOperandB) return source.Fail();
    a = literals.Add({reinterpret_cast<const char*>(bytes), b});
  }
  out = {op & 0xFF, a & kMaxOperandA, static_cast<uint16_t>(b),
         static_cast<uint16_t>(c)};
}

// `programs` lie one behind the other in the code, from its begin on.
[[gnu::noinline]] void UnpackCode(Source& source, Instruction* out,
                                  uint32_t count,
                                  std::span<const ProgramRecord> programs,
                                  LiteralPool& literals) {
  uint32_t done = 0;
  for (const ProgramRecord& program : programs) {
    if (program.count > count - done) break;
    for (uint32_t i = 0; i < program.count && source.ok(); ++i, ++done) {
      UnpackInstruction(source, i, literals, out[done]);
    }
  }
  if (done != count) source.Fail();
}

// Unpacks section after section, each where the one before ends.
class Unpacker {
 public:
  Unpacker(std::span<const uint8_t> columns, std::span<uint8_t> out)
      : source_(columns), out_(out) {}

  bool Run() {
    source_.Bytes(out_.data(), sizeof(DatabaseHeader));
    for (uint32_t i = 0; i < kSectionCount; ++i) {
      if (!Section(i)) return false;
    }
    std::memcpy(out_.data() + sizeof(DatabaseHeader), sections_,
                sizeof(sections_));
    return source_.at_end() && end_ == out_.size();
  }

 private:
  bool Section(uint32_t id) {
    const SectionLayout layout = kSectionLayouts[id];
    const uint32_t count = source_.Number();
    const uint64_t bytes = uint64_t{count} * layout.record_size();
    const uint64_t padded = (bytes + 3) / 4 * 4;
    if (!source_.ok() || padded > out_.size() - end_) return false;
    uint8_t* out = out_.data() + end_;
    sections_[id] = {static_cast<uint32_t>(end_), count};
    Records(id, layout, out, count);
    std::memset(out + bytes, 0, static_cast<size_t>(padded - bytes));
    end_ += static_cast<size_t>(padded);
    return source_.ok();
  }

  void Records(uint32_t id, SectionLayout layout, uint8_t* out,
               uint32_t count) {
    if (id == kCode) {
      UnpackCode(source_, reinterpret_cast<Instruction*>(out), count,
                 Programs(), literals_);
    } else if (id == kLiterals) {
      const std::string& pool = literals_.bytes();
      if (pool.size() != count) return source_.Fail();
      std::copy(pool.begin(), pool.end(), out);
    } else if (layout.width == 1) {
      source_.Bytes(out, size_t{count} * layout.record_size());
    } else if (layout.width == 2) {
      UnpackColumns<uint16_t>(source_, out, count, layout.fields);
    } else {
      UnpackColumns<uint32_t>(source_, out, count, layout.fields);
    }
  }

  std::span<const ProgramRecord> Programs() const {
    const SectionRecord& section = sections_[kPrograms];
    return {
        reinterpret_cast<const ProgramRecord*>(out_.data() + section.offset),
        section.count};
  }

  static constexpr auto kCode = static_cast<uint32_t>(SectionId::kCode);
  static constexpr auto kPrograms = static_cast<uint32_t>(SectionId::kPrograms);
  static_assert(kPrograms < kCode, "programs say how much of it is theirs");
  static constexpr auto kLiterals = static_cast<uint32_t>(SectionId::kLiterals);
  static_assert(kCode < kLiterals, "literals travel in the code");

  Source source_;
  LiteralPool literals_;
  std::span<uint8_t> out_;
  size_t end_ = kHead;
  SectionRecord sections_[kSectionCount];
};

}  // namespace

uint32_t UnpackedSize(std::span<const uint8_t> packed) {
  PackedHeader header;
  if (packed.size() < sizeof(header)) return 0;
  std::memcpy(&header, packed.data(), sizeof(header));
  const bool fits = header.magic == kPackedMagic &&
                    header.size <= kMaxUnpackedBytes &&
                    header.columns_size <= kMaxUnpackedBytes;
  return fits ? header.size : 0;
}

bool UnpackDatabase(std::span<const uint8_t> packed,
                    std::span<uint8_t> database) {
  if (database.size() < kHead) return false;
  PackedHeader header;
  std::memcpy(&header, packed.data(), sizeof(header));
  std::span<const uint8_t> columns = packed.subspan(sizeof(header));
  std::vector<uint8_t> inflated;
  if (columns.size() != header.columns_size) {
    const std::string_view stream(reinterpret_cast<const char*>(columns.data()),
                                  columns.size());
    inflated.resize(header.columns_size);
    if (!InflateZlib(stream, inflated)) return false;
    columns = inflated;
  }
  return Unpacker(columns, database).Run();
}

}  // namespace sluice
