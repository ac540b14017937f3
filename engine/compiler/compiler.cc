#include "sluice/compiler.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/anchors.h"
#include "compiler/database_writer.h"
#include "compiler/pattern.h"
#include "compiler/program_builder.h"
#include "compiler/rule_source.h"
#include "scanner/detectors.h"
#include "scanner/word_folding.h"

namespace sluice {
namespace {

constexpr size_t kMaxRules = 2000;
constexpr uint32_t kFarReach = 4096;  // bytes; a longer match counts as far

// Compiles parsed rules one by one into a writer.
class RuleCompiler {
 public:
  explicit RuleCompiler(Errors& errors) : errors_(errors) {}

  void Add(const RuleSource& rule) {
    RuleRecord record = Describe(rule);
    RuleCost cost;
    cost.rule_id = rule.id;
    if (rule.number) {
      cost.kind = "number";
      AddNumber(*rule.number, record);
    } else if (rule.detector) {
      cost.kind = "detector";
      AddDetector(*rule.detector, record);
    } else {
      cost.kind = "pattern";
      record.program = AddPattern(rule.pattern, cost);
    }
    record.test_program = AddValuePattern(rule.test_pattern);
    record.except_program = AddValuePattern(rule.except_pattern);
    writer_.AddRule(record);
    ++rule_count_;
    costs_.push_back(std::move(cost));
  }

  Compiled Finish() && { return {writer_.Write(programs_), std::move(costs_)}; }

 private:
  RuleRecord Describe(const RuleSource& rule) {
    RuleRecord record;
    record.id = writer_.Intern(rule.id);
    record.family = writer_.Intern(rule.family);
    record.title = writer_.Intern(rule.title);
    record.placeholder = writer_.Intern(rule.placeholder);
    record.country = writer_.Intern(rule.country);
    record.category = static_cast<uint32_t>(rule.category);
    record.severity = static_cast<uint32_t>(rule.severity);
    record.confidence = static_cast<uint32_t>(rule.confidence);
    std::vector<uint32_t> tags;
    for (const std::string& tag : rule.tags)
      tags.push_back(writer_.Intern(tag));
    record.tags = writer_.AddU32s(tags);
    record.checks = AddChecks(rule.checks);
    AddContext(rule.context, record);
    return record;
  }

  Range AddChecks(const std::vector<CheckSource>& checks) {
    std::vector<CheckRecord> records;
    for (const CheckSource& check : checks) {
      records.push_back({static_cast<uint32_t>(check.validator),
                         static_cast<uint32_t>(check.on_fail),
                         static_cast<uint32_t>(check.on_pass), check.parameter,
                         writer_.Intern(ValidatorName(check.validator))});
    }
    return writer_.AddChecks(records);
  }

  void AddContext(const ContextSource& context, RuleRecord& record) {
    record.context_mode = static_cast<uint32_t>(context.mode);
    record.context_before = context.before;
    record.context_after = context.after;
    record.context_raise = context.raise;
    record.words = AddWords(context.words, 0);
    // Rules of a family mostly name the same list here.
    const auto known = negative_words_.find(context.negative);
    if (known != negative_words_.end()) {
      record.shared_words = known->second;
      return;
    }
    record.shared_words = AddWords(context.negative, 1);
    negative_words_.emplace(context.negative, record.shared_words);
  }

  // Folding makes some words equal; the scanner wants them sorted by id.
  Range AddWords(const std::vector<std::string>& words, uint32_t negative) {
    std::set<std::string> folded;
    for (const std::string& word : words) folded.insert(FoldWord(word));
    std::vector<ContextWord> records;
    for (const std::string& word : folded) {
      records.push_back({writer_.Intern(word), negative});
      // New words come in order, so there is little to move.
      for (size_t i = records.size() - 1;
           i > 0 && records[i].word < records[i - 1].word; --i) {
        std::swap(records[i], records[i - 1]);
      }
    }
    return writer_.AddWords(records);
  }

  void AddNumber(const NumberSource& number, RuleRecord& record) {
    record.kind = static_cast<uint32_t>(RuleKind::kNumber);
    record.number_flags = number.flags;
    record.number_lengths = writer_.AddU32s(number.lengths);
    std::vector<uint32_t> groupings;
    for (const auto& grouping : number.groupings) {
      groupings.push_back(static_cast<uint32_t>(grouping.size()));
      groupings.insert(groupings.end(), grouping.begin(), grouping.end());
    }
    record.number_groupings = writer_.AddU32s(groupings);
  }

  void AddDetector(const DetectorSource& detector, RuleRecord& record) {
    record.kind = static_cast<uint32_t>(RuleKind::kDetector);
    record.detector_name = writer_.Intern(detector.name);
    if (const auto id = FindDetector(detector.name)) {
      record.detector = static_cast<uint32_t>(*id);
    }
    std::vector<DetectorOption> options;
    for (const auto& [name, value] : detector.options) {
      options.push_back({writer_.Intern(name), value});
    }
    for (const auto& [name, text] : detector.texts) {
      options.push_back({writer_.Intern(name), writer_.Intern(text)});
    }
    record.detector_options = writer_.AddOptions(options);
  }

  // The rule's pattern, with its anchors. kNone after an error.
  uint32_t AddPattern(const PatternSource& source, RuleCost& cost) {
    auto pattern = ParsePattern(source.text);
    if (!pattern.ok()) return Fail(pattern.error(), source.place);
    re2::Regexp* regexp = pattern.value().regexp.get();
    if (MatchLengths(regexp).min == 0) {
      return Fail({ErrorCode::kUnsupportedPattern,
                   "The pattern matches the empty text.", "", 0, 0},
                  source.place);
    }
    auto anchors = FindAnchors(regexp);
    if (!anchors.ok()) return Fail(anchors.error(), source.place);
    auto program = programs_.Add(pattern.value());
    if (!program.ok()) return Fail(program.error(), source.place);
    if (!writer_.AddAnchors(rule_count_, anchors.value())) {
      return Fail({ErrorCode::kLimitExceeded,
                   "The rules have too many anchors together.", "", 0, 0},
                  source.place);
    }
    for (const Anchor& anchor : anchors.value()) {
      cost.anchors.push_back(DescribeAnchor(anchor));
      cost.grams += static_cast<uint32_t>(GramsOf(anchor).size());
      cost.candidates_per_mb += anchor.frequency * (1 << 20);
    }
    cost.program_size = programs_.records()[program.value()].count;
    cost.unbounded = MatchLengths(regexp).max > kFarReach;
    return program.value();
  }

  // A pattern that is only ever run over a value; it needs no anchor.
  uint32_t AddValuePattern(const PatternSource& source) {
    if (source.text.empty()) return kNone;
    auto pattern = ParsePattern(source.text);
    if (!pattern.ok()) return Fail(pattern.error(), source.place);
    auto program = programs_.Add(pattern.value());
    if (!program.ok()) return Fail(program.error(), source.place);
    return program.value();
  }

  uint32_t Fail(Error error, const Place& place) {
    error.where = place.where;
    error.line = place.line;
    error.column = place.column;
    errors_.push_back(std::move(error));
    return kNone;
  }

  Errors& errors_;
  DatabaseWriter writer_;
  ProgramBuilder programs_;
  std::vector<RuleCost> costs_;
  uint32_t rule_count_ = 0;
  std::map<std::vector<std::string>, Range> negative_words_;
};

}  // namespace

struct Compiler::State {
  RuleSet set;
  Errors errors;
};

Compiler::Compiler() : state_(std::make_unique<State>()) {}
Compiler::Compiler(Compiler&&) noexcept = default;
Compiler& Compiler::operator=(Compiler&&) noexcept = default;
Compiler::~Compiler() = default;

void Compiler::AddFile(std::string_view file, std::string_view json) {
  ParseRuleFile(file, json, state_->set, state_->errors);
}

std::variant<Compiled, Errors> Compiler::Compile() && {
  Errors errors = std::move(state_->errors);
  if (state_->set.rules.size() > kMaxRules) {
    errors.push_back({ErrorCode::kLimitExceeded,
                      "There are more than 2,000 rules.", "", 0, 0});
    return errors;
  }
  RuleCompiler compiler(errors);
  for (const RuleSource& rule : state_->set.rules) compiler.Add(rule);
  if (!errors.empty()) return errors;
  Compiled compiled = std::move(compiler).Finish();
  if (compiled.database.empty()) {
    errors.push_back({ErrorCode::kLimitExceeded,
                      "The rules' anchors overlap in too many ways.", "", 0,
                      0});
    return errors;
  }
  return compiled;
}

}  // namespace sluice
