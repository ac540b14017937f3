#include "scanner/database_check.h"

#include <algorithm>
#include <cstdint>

namespace sluice {
namespace {

// The compiler admits less; more would make single looks at a text dear.
constexpr uint32_t kMaxContextBytes = 4096;
constexpr uint32_t kMaxLengths = 64;

// std::ranges::all_of, which Emscripten 3.1.6 does not have.
template <typename Items, typename Predicate>
bool AllOf(const Items& items, Predicate predicate) {
  return std::all_of(items.begin(), items.end(), predicate);
}

bool Within(uint32_t begin, uint32_t count, size_t size) {
  return uint64_t{begin} + count <= size;
}

bool Within(const Range& range, size_t size) {
  return Within(range.begin, range.count, size);
}

bool IsIndexOrNone(uint32_t index, size_t size) {
  return index == kNone || index < size;
}

bool RuleHolds(const DatabaseImage& image, const RuleRecord& rule) {
  const size_t programs = image.programs.records.size();
  return rule.category < kCategoryCount && rule.severity < kSeverityCount &&
         rule.confidence < kConfidenceCount &&
         rule.kind <= static_cast<uint32_t>(RuleKind::kDetector) &&
         rule.context_mode <= static_cast<uint32_t>(ContextMode::kRequired) &&
         rule.context_raise < kConfidenceCount &&
         rule.context_before <= kMaxContextBytes &&
         rule.context_after <= kMaxContextBytes &&
         rule.number_lengths.count <= kMaxLengths &&
         Within(rule.tags, image.u32s.size()) &&
         Within(rule.checks, image.checks.size()) &&
         Within(rule.words, image.words.size()) &&
         Within(rule.shared_words, image.words.size()) &&
         Within(rule.number_lengths, image.u32s.size()) &&
         Within(rule.number_groupings, image.u32s.size()) &&
         Within(rule.detector_options, image.options.size()) &&
         IsIndexOrNone(rule.program, programs) &&
         IsIndexOrNone(rule.test_program, programs) &&
         IsIndexOrNone(rule.except_program, programs);
}

bool ClassHolds(const ProgramPools& pools, const ClassRecord& cls) {
  return uint64_t{cls.ranges_begin} + uint64_t{cls.ranges_count} * 2 <=
         pools.ranges.size();
}

// A program that falls through must not leave its record: the last instruction
// is a match, a failure or a jump.
bool InstructionHolds(const ProgramPools& pools, const ProgramRecord& program,
                      const Instruction& in, bool is_last) {
  const auto inside = [&](uint32_t target) { return target < program.count; };
  switch (static_cast<Op>(uint32_t{in.op})) {
    case Op::kMatch:
    case Op::kFail:
      return true;
    case Op::kJump:
      return inside(in.a);
    case Op::kSplit:
      return inside(in.a) && inside(in.b);
    case Op::kBranch:
      return !is_last && inside(in.a) && in.b < pools.byte_sets.size();
    case Op::kClass:
      return !is_last && in.a < pools.classes.size();
    case Op::kLoop:
    case Op::kLazyLoop:
      return !is_last && in.a < pools.classes.size() && in.b <= in.c;
    case Op::kSave:
      return !is_last && in.a < 2;
    case Op::kAssert:
      return !is_last &&
             in.a <= static_cast<uint32_t>(Assertion::kNotWordBoundary);
    case Op::kBytes:
    case Op::kFoldedBytes:
      return !is_last && Within(in.a, in.b, pools.literals.size());
  }
  return false;
}

bool ProgramHolds(const ProgramPools& pools, const ProgramRecord& program) {
  if (program.count == 0) return false;
  if (!Within(program.begin, program.count, pools.code.size())) return false;
  for (uint32_t i = 0; i < program.count; ++i) {
    const Instruction& in = pools.code[program.begin + i];
    if (!InstructionHolds(pools, program, in, i + 1 == program.count)) {
      return false;
    }
  }
  return true;
}

bool IsSorted(std::span<const uint32_t> values) {
  return std::is_sorted(values.begin(), values.end());
}

// `begin` holds ascending indices into a pool of `size`.
bool ListsHold(std::span<const uint32_t> begin, size_t size) {
  return IsSorted(begin) && (begin.empty() || begin.back() <= size);
}

bool PrefilterHolds(const DatabaseImage& image) {
  const PrefilterTables& tables = image.prefilter;
  const auto is_list = [&](uint32_t i) {
    return i + 1 < tables.list_begin.size();
  };
  const auto is_anchor = [&](uint32_t i) { return i < tables.anchors.size(); };
  const auto is_set = [&](uint16_t i) {
    return i == kAnyCodes || i < tables.code_sets.size();
  };
  const auto look_holds = [&](const LookRecord& look) {
    return look.codes < tables.code_sets.size();
  };
  const auto anchor_holds = [&](const AnchorRecord& anchor) {
    return anchor.rule < image.rules.size() &&
           image.rules[anchor.rule].program != kNone &&
           anchor.before_min <= anchor.before_max &&
           anchor.follow_min <= anchor.follow_max &&
           is_set(anchor.before_inside) && is_set(anchor.follow_inside) &&
           Within(anchor.look_begin, anchor.look_count, tables.looks.size()) &&
           Within(anchor.follow_begin, anchor.follow_count,
                  tables.code_sets.size());
  };
  return IsSorted(tables.gram_keys) && IsSorted(tables.pair_keys) &&
         tables.gram_lists.size() == tables.gram_keys.size() &&
         tables.pair_lists.size() == tables.pair_keys.size() &&
         ListsHold(tables.list_begin, tables.list_anchors.size()) &&
         AllOf(tables.gram_lists, is_list) &&
         AllOf(tables.pair_lists, is_list) &&
         AllOf(tables.list_anchors, is_anchor) &&
         AllOf(tables.looks, look_holds) && AllOf(tables.anchors, anchor_holds);
}

bool StringsHold(const DatabaseImage& image) {
  return AllOf(image.strings, [&](const StringRecord& string) {
    return Within(string.offset, string.length, image.bytes.size());
  });
}

}  // namespace

bool ReferencesHold(const DatabaseImage& image) {
  const ProgramPools& pools = image.programs;
  return StringsHold(image) && PrefilterHolds(image) &&
         AllOf(
             image.rules,
             [&](const RuleRecord& rule) { return RuleHolds(image, rule); }) &&
         AllOf(
             pools.classes,
             [&](const ClassRecord& cls) { return ClassHolds(pools, cls); }) &&
         AllOf(pools.records, [&](const ProgramRecord& program) {
           return ProgramHolds(pools, program);
         });
}

}  // namespace sluice
