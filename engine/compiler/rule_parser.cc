// Reads one family file. The format is described by rules/rules.schema.json;
// this file holds the order of the fields, rule_fields.cc what is in them.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/json_fields.h"
#include "compiler/json_reader.h"
#include "compiler/rule_fields.h"
#include "compiler/rule_source.h"

namespace sluice {
namespace {

constexpr size_t kMaxRules = 2000;

constexpr std::array<std::string_view, 6> kFamilyFields = {
    "$schema", "family", "category", "title", "words", "rules"};

constexpr std::array<std::string_view, 2> kWordFileFields = {"$schema",
                                                             "words"};

constexpr std::array<std::string_view, 17> kRuleFields = {
    "id",          "title",         "pattern",    "number",  "detector",
    "testPattern", "exceptPattern", "validators", "context", "severity",
    "confidence",  "placeholder",   "country",    "tags",    "references",
    "matches",     "nonMatches"};

constexpr std::array<std::string_view, 3> kKindFields = {"pattern", "number",
                                                         "detector"};

struct Family {
  std::string name;
  Category category = Category::kSecret;
  WordLists words;  // the file's own and the shared ones
};

std::string RequiredText(FieldReader& fields, std::string_view field,
                         Shape shape) {
  if (!fields.Require(field)) return {};
  return fields.Text(field, shape).value_or("");
}

uint32_t RequiredChoice(FieldReader& fields, std::string_view field,
                        std::span<const std::string_view> names) {
  if (!fields.Require(field)) return 0;
  return fields.Choice(field, names).value_or(0);
}

// Reads what finds the values. False: nothing usable (and reported).
bool ParseKind(JsonValue value, FieldReader& fields, RuleSource& rule,
               Diagnostics& diagnostics) {
  const auto given = std::count_if(
      kKindFields.begin(), kKindFields.end(),
      [&fields](std::string_view field) { return fields.Has(field); });
  if (given != 1) {
    diagnostics.Report(value,
                       "a rule needs exactly one of \"pattern\", \"number\" "
                       "and \"detector\"");
    return false;
  }
  if (const auto pattern = fields.Find("pattern")) {
    rule.pattern = ParsePattern(*pattern, diagnostics);
    return !rule.pattern.text.empty();
  }
  if (const auto number = fields.Find("number")) {
    rule.number = ParseNumber(*number, diagnostics);
    return rule.number.has_value();
  }
  rule.detector = ParseDetector(*fields.Find("detector"), diagnostics);
  return rule.detector.has_value();
}

void ParseMatching(FieldReader& fields, const Family& family, RuleSource& rule,
                   Diagnostics& diagnostics) {
  if (const auto pattern = fields.Find("testPattern")) {
    rule.test_pattern = ParsePattern(*pattern, diagnostics);
  }
  if (const auto pattern = fields.Find("exceptPattern")) {
    rule.except_pattern = ParsePattern(*pattern, diagnostics);
  }
  for (const JsonValue element : fields.Elements("validators")) {
    const auto check = ParseCheck(element, diagnostics);
    if (check) rule.checks.push_back(*check);
  }
  if (const auto context = fields.Find("context")) {
    rule.context = ParseContext(*context, family.words, diagnostics);
  }
}

void ParseDescription(FieldReader& fields, RuleSource& rule) {
  rule.title = RequiredText(fields, "title", Shape::kLine);
  rule.severity =
      static_cast<Severity>(RequiredChoice(fields, "severity", kSeverityNames));
  rule.confidence = static_cast<Confidence>(
      RequiredChoice(fields, "confidence", kConfidenceNames));
  rule.placeholder = RequiredText(fields, "placeholder", Shape::kPlaceholder);
  rule.country = fields.Text("country", Shape::kCountry).value_or("");
  rule.tags = fields.Texts("tags", Shape::kTag);
  rule.references = fields.Texts("references", Shape::kLink);
}

void ParseExamples(FieldReader& fields, RuleSource& rule,
                   Diagnostics& diagnostics) {
  for (const std::string_view field : {"matches", "nonMatches"}) {
    const std::optional<JsonValue> list = fields.Require(field);
    if (list && list->IsArray() && list->size() == 0) {
      diagnostics.Report(*list, "a rule needs at least one example here");
    }
  }
  for (const JsonValue element : fields.Elements("matches")) {
    auto match = ParseMatch(element, diagnostics);
    if (match) rule.matches.push_back(*std::move(match));
  }
  for (const JsonValue element : fields.Elements("nonMatches")) {
    auto non_match = ParseNonMatch(element, diagnostics);
    if (non_match) rule.non_matches.push_back(*std::move(non_match));
  }
}

// Appends the rule if it can be compiled, so that errors in its pattern are
// found together with those in its other fields.
void ParseRule(JsonValue value, const Family& family,
               std::vector<RuleSource>& rules, Diagnostics& diagnostics) {
  FieldReader fields(value, "a rule", kRuleFields, diagnostics);
  if (!value.IsObject()) return;
  RuleSource rule;
  rule.place = diagnostics.PlaceOf(value);
  rule.family = family.name;
  rule.category = family.category;
  rule.id = RequiredText(fields, "id", Shape::kId);
  const auto same_id = [&rule](const RuleSource& other) {
    return !rule.id.empty() && other.id == rule.id;
  };
  const auto first = std::find_if(rules.begin(), rules.end(), same_id);
  if (first != rules.end()) {
    diagnostics.Report(
        *fields.Find("id"),
        "the id " + Quoted(rule.id) + " is taken by " + first->place.where);
  }
  ParseDescription(fields, rule);
  const bool usable = ParseKind(value, fields, rule, diagnostics);
  ParseMatching(fields, family, rule, diagnostics);
  ParseExamples(fields, rule, diagnostics);
  if (usable && !rule.id.empty()) rules.push_back(std::move(rule));
}

// Adds the file's `words` to `lists`.
void ParseWordLists(FieldReader& fields, WordLists& lists,
                    Diagnostics& diagnostics) {
  const std::optional<JsonValue> words = fields.Find("words");
  if (!words) return;
  if (!words->IsObject()) {
    diagnostics.Report(*words, "this must be an object with named lists");
    return;
  }
  for (const JsonValue list : words->children()) {
    lists.push_back({std::string(list.key()), ParseWords(list, diagnostics)});
  }
}

bool IsWordFile(JsonValue root) {
  return root.Find("words") && !root.Find("rules") && !root.Find("family");
}

void ParseWordFile(JsonValue root, WordLists& lists, Diagnostics& diagnostics) {
  FieldReader fields(root, "a file of words", kWordFileFields, diagnostics);
  ParseWordLists(fields, lists, diagnostics);
}

void ParseRules(JsonValue root, RuleSet& set, Diagnostics& diagnostics) {
  FieldReader fields(root, "a rule file", kFamilyFields, diagnostics);
  Family family;
  family.name = RequiredText(fields, "family", Shape::kId);
  family.category =
      static_cast<Category>(RequiredChoice(fields, "category", kCategoryNames));
  RequiredText(fields, "title", Shape::kLine);
  family.words = set.words;
  ParseWordLists(fields, family.words, diagnostics);
  const std::optional<JsonValue> list = fields.Require("rules");
  if (list && list->IsArray() && list->size() == 0) {
    diagnostics.Report(*list, "a rule file needs at least one rule");
  }
  for (const JsonValue element : fields.Elements("rules")) {
    if (set.rules.size() >= kMaxRules) {
      diagnostics.Report(ErrorCode::kLimitExceeded, element,
                         "there can be at most 2,000 rules");
      return;
    }
    ParseRule(element, family, set.rules, diagnostics);
  }
}

}  // namespace

void ParseRuleFile(std::string_view file, std::string_view json, RuleSet& set,
                   Errors& errors) {
  std::variant<JsonDocument, Error> read = ReadJson(file, json);
  if (Error* error = std::get_if<Error>(&read)) {
    errors.push_back(std::move(*error));
    return;
  }
  Diagnostics diagnostics(file, ErrorCode::kInvalidRule, errors);
  const JsonValue root = std::get_if<JsonDocument>(&read)->root();
  if (IsWordFile(root)) {
    ParseWordFile(root, set.words, diagnostics);
  } else {
    ParseRules(root, set, diagnostics);
  }
  diagnostics.SortByPlace();
}

}  // namespace sluice
