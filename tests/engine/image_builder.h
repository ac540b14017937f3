// A DatabaseImage put together by hand, for tests of single stages.
#ifndef TESTS_ENGINE_IMAGE_BUILDER_H_
#define TESTS_ENGINE_IMAGE_BUILDER_H_

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/context.h"
#include "scanner/database_image.h"
#include "scanner/detectors.h"

namespace sluice {

// Add rules, then take the image. It points into the builder: keep that alive
// and add nothing afterwards.
class ImageBuilder {
 public:
  StringId AddString(std::string_view text) {
    strings_.push_back({static_cast<uint32_t>(bytes_.size()),
                        static_cast<uint32_t>(text.size())});
    bytes_ += text;
    return static_cast<StringId>(strings_.size() - 1);
  }

  // A rule of the given kind, with medium confidence and severity.
  RuleRecord& AddRule(std::string_view id, RuleKind kind,
                      Category category = Category::kPersonal) {
    RuleRecord rule;
    rule.id = AddString(id);
    rule.category = static_cast<uint32_t>(category);
    rule.severity = static_cast<uint32_t>(Severity::kMedium);
    rule.confidence = static_cast<uint32_t>(Confidence::kMedium);
    rule.kind = static_cast<uint32_t>(kind);
    rules_.push_back(rule);
    return rules_.back();
  }

  RuleRecord& AddNumberRule(
      std::string_view id, std::initializer_list<uint32_t> lengths,
      uint32_t flags,
      std::initializer_list<std::initializer_list<uint32_t>> groupings = {}) {
    RuleRecord& rule = AddRule(id, RuleKind::kNumber);
    rule.number_lengths = AddNumbers(lengths);
    rule.number_flags = flags;
    rule.number_groupings.begin = static_cast<uint32_t>(u32s_.size());
    for (const auto& grouping : groupings) {
      u32s_.push_back(static_cast<uint32_t>(grouping.size()));
      AddNumbers(grouping);
    }
    rule.number_groupings.count =
        static_cast<uint32_t>(u32s_.size()) - rule.number_groupings.begin;
    return rule;
  }

  Range AddNumbers(std::initializer_list<uint32_t> numbers) {
    const Range range{static_cast<uint32_t>(u32s_.size()),
                      static_cast<uint32_t>(numbers.size())};
    u32s_.insert(u32s_.end(), numbers);
    return range;
  }

  // Checks of one rule have to be added one after another.
  void AddCheck(RuleRecord& rule, ValidatorId validator,
                OnFail on_fail = OnFail::kDrop, OnPass on_pass = OnPass::kKeep,
                uint32_t parameter = 0) {
    if (rule.checks.count == 0) {
      rule.checks.begin = static_cast<uint32_t>(checks_.size());
    }
    checks_.push_back({static_cast<uint32_t>(validator),
                       static_cast<uint32_t>(on_fail),
                       static_cast<uint32_t>(on_pass), parameter,
                       AddString(ValidatorName(validator))});
    ++rule.checks.count;
  }

  void SetContext(RuleRecord& rule, ContextMode mode,
                  std::initializer_list<std::string_view> words,
                  std::initializer_list<std::string_view> negative = {}) {
    rule.context_mode = static_cast<uint32_t>(mode);
    rule.context_before = 64;
    rule.context_after = 32;
    rule.words.begin = static_cast<uint32_t>(words_.size());
    for (std::string_view word : words) AddWord(word, 0);
    for (std::string_view word : negative) AddWord(word, 1);
    rule.words.count = static_cast<uint32_t>(words_.size()) - rule.words.begin;
    std::sort(words_.begin() + rule.words.begin, words_.end(),
              [&](const ContextWord& a, const ContextWord& b) {
                return a.word < b.word;
              });
  }

  void AddTag(RuleRecord& rule, std::string_view tag) {
    rule.tags = AddNumbers({AddString(tag)});
  }

  void SetDetector(RuleRecord& rule, DetectorId detector, uint32_t min_lines) {
    rule.detector = static_cast<uint32_t>(detector);
    rule.detector_options = {static_cast<uint32_t>(options_.size()), 1};
    options_.push_back({AddString("minLines"), min_lines});
  }

  DatabaseImage image() const {
    DatabaseImage image;
    image.rules = rules_;
    image.u32s = u32s_;
    image.checks = checks_;
    image.words = words_;
    image.options = options_;
    image.strings = strings_;
    image.bytes = bytes_;
    image.labels = IndexLabels(image);
    image.numbers = IndexNumbers(image);
    return image;
  }

 private:
  void AddWord(std::string_view word, uint32_t negative) {
    words_.push_back({AddString(FoldWord(word)), negative});
  }

  std::vector<RuleRecord> rules_;
  std::vector<uint32_t> u32s_;
  std::vector<CheckRecord> checks_;
  std::vector<ContextWord> words_;
  std::vector<DetectorOption> options_;
  std::vector<StringRecord> strings_;
  std::string bytes_;
};

}  // namespace sluice

#endif  // TESTS_ENGINE_IMAGE_BUILDER_H_
