// How the records of each section are made up, for packing: widths of their
// fields in bytes, in order.
#ifndef SLUICE_SCANNER_DATABASE_LAYOUT_H_
#define SLUICE_SCANNER_DATABASE_LAYOUT_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "scanner/database_image.h"

namespace sluice {

struct SectionLayout {
  uint8_t fields = 1;
  uint8_t width = 1;  // of each field, in bytes: 4, 2, or 1 for plain bytes

  constexpr uint32_t record_size() const { return uint32_t{fields} * width; }
};

template <typename Record, typename Field = Record>
constexpr SectionLayout LayoutOf() {
  constexpr size_t kRecord = sizeof(Record), kField = sizeof(Field);
  static_assert(kRecord % kField == 0);
  return {kRecord / kField, kField};
}

// In SectionId order. Sets of bits have nothing to count: they travel as bytes.
inline constexpr std::array<SectionLayout, kSectionCount> kSectionLayouts = {
    LayoutOf<RuleRecord, uint32_t>(),
    LayoutOf<uint32_t>(),  // u32s
    LayoutOf<CheckRecord, uint32_t>(),
    LayoutOf<ContextWord, uint32_t>(),
    LayoutOf<DetectorOption, uint32_t>(),
    LayoutOf<ProgramRecord, uint32_t>(),
    LayoutOf<Instruction, uint32_t>(),  // not in columns: see OperandsOf
    LayoutOf<ClassRecord, uint32_t>(),
    LayoutOf<uint32_t>(),  // ranges
    LayoutOf<uint8_t>(),   // literals
    LayoutOf<uint32_t>(),  // gram keys
    LayoutOf<uint16_t>(),  // gram lists
    LayoutOf<uint32_t>(),  // pair keys
    LayoutOf<uint16_t>(),  // pair lists
    LayoutOf<uint32_t>(),  // list begin
    LayoutOf<uint16_t>(),  // list anchors
    LayoutOf<LookRecord, uint16_t>(),
    LayoutOf<AnchorRecord, uint16_t>(),
    LayoutOf<CodeSetRecord, uint8_t>(),
    LayoutOf<ByteSetRecord, uint8_t>(),
    LayoutOf<StringRecord, uint32_t>(),
    LayoutOf<uint8_t>(),  // string bytes
};

// Instructions travel one by one: the operation, then those of a, b and c that
// it uses. Targets are told from the instruction itself.
struct Operands {
  uint8_t count = 0;  // of a, b, c; the others are 0
  bool target_a = false;
  bool target_b = false;
  bool literal = false;  // travels as its length and its bytes
};

constexpr Operands OperandsOf(uint32_t op) {
  switch (static_cast<Op>(op)) {
    case Op::kMatch:
    case Op::kFail:
      return {0};
    case Op::kClass:
    case Op::kSave:
    case Op::kAssert:
      return {1};
    case Op::kJump:
      return {1, true};
    case Op::kSplit:
      return {2, true, true};
    case Op::kBranch:
      return {2, true};
    case Op::kBytes:
    case Op::kFoldedBytes:
      return {0, false, false, true};
    default:
      return {3};
  }
}

// How a column of values is written: the sum of these. All numbers are in base
// 128, seven bits a byte, low ones first, the high bit set on all bytes but the
// last; what is told from something is a difference in zigzag: 0, -1, 1, -2 ...
enum ColumnMode : uint32_t {
  kRuns = 1,   // each number, then how often it stands
  kDelta = 2,  // told from the value before
  // Told from the value before plus the next field's there, as where a list
  // begins that lies behind another. The last field is written first.
  kFollows = 4,
  kFixed = 8,  // alone: as many bytes each as the field has
};

constexpr uint32_t ZigZag(uint32_t difference) {
  return difference << 1 ^ (difference >> 31 != 0 ? 0xFFFFFFFFu : 0u);
}
constexpr uint32_t UnZigZag(uint32_t number) {
  return number >> 1 ^ ((number & 1) != 0 ? 0xFFFFFFFFu : 0u);
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_DATABASE_LAYOUT_H_
