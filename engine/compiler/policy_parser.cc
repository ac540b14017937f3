// Reads a policy file; rules/policy.schema.json describes the format.
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/json_fields.h"
#include "compiler/json_reader.h"
#include "sluice/compiler.h"
#include "sluice/language.h"
#include "sluice/policy.h"

namespace sluice {
namespace {

constexpr std::array<std::string_view, 8> kPolicyFields = {
    "$schema",    "id",           "title",   "description",
    "incomplete", "testValueCap", "ownCode", "clauses"};

constexpr std::array<std::string_view, 15> kClauseFields = {
    "categories", "severities", "confidences", "directions",   "testValue",
    "families",   "rules",      "tags",        "languages",    "origins",
    "minLines",   "minShare",   "countries",   "destinations", "action"};

// A list that is there but empty would admit nothing here and everything in
// the binary form, so it is refused.
void RefuseEmptyLists(JsonValue clause, Diagnostics& diagnostics) {
  for (const JsonValue field : clause.children()) {
    if (!field.IsArray() || field.size() != 0) continue;
    diagnostics.Report(field,
                       "an empty list admits nothing; leave the field out to "
                       "admit everything");
  }
}

void ReadMask(FieldReader& fields, std::string_view field,
              std::span<const std::string_view> names, uint32_t& mask,
              Diagnostics& diagnostics) {
  if (!fields.Has(field)) return;
  mask = 0;
  for (const JsonValue element : fields.Elements(field)) {
    const auto choice = ReadChoice(element, names, diagnostics);
    if (choice) mask |= 1u << *choice;
  }
}

void ReadTestValue(FieldReader& fields, PolicyClause& clause,
                   Diagnostics& diagnostics) {
  const std::optional<JsonValue> value = fields.Find("testValue");
  if (!value) return;
  if (!value->IsBoolean()) {
    diagnostics.Report(*value, "\"testValue\" must be true or false");
    return;
  }
  clause.test_values = value->boolean() ? 2u : 1u;
}

std::vector<std::string_view> LanguageNames() {
  std::vector<std::string_view> names;
  for (uint32_t id = 1; id <= 0xFF; ++id) {
    const std::string_view name = LanguageName(static_cast<LanguageId>(id));
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

void ReadLanguages(FieldReader& fields, PolicyClause& clause,
                   Diagnostics& diagnostics) {
  clause.languages = fields.Texts("languages", Shape::kId);
  for (const JsonValue element : fields.Elements("languages")) {
    if (!IsShaped(element.text(), Shape::kId)) continue;  // reported above
    if (FindLanguage(element.text()) != 0) continue;
    diagnostics.Report(element,
                       "there is no language " + Quoted(element.text()) +
                           DidYouMean(element.text(), LanguageNames()));
  }
}

void ReadCodeConditions(FieldReader& fields, PolicyClause& clause,
                        Diagnostics& diagnostics) {
  ReadMask(fields, "origins", kCodeOriginNames, clause.origins, diagnostics);
  clause.min_lines = fields.Integer("minLines", 1, 1'000'000).value_or(0);
  clause.min_share = fields.Integer("minShare", 1, 100).value_or(0);
}

Action ReadAction(FieldReader& fields, std::string_view field,
                  Action otherwise) {
  const std::optional<uint32_t> choice = fields.Choice(field, kActionNames);
  return choice ? static_cast<Action>(*choice) : otherwise;
}

PolicyClause ParseClause(JsonValue value, Diagnostics& diagnostics) {
  FieldReader fields(value, "a clause", kClauseFields, diagnostics);
  PolicyClause clause;
  if (!value.IsObject()) return clause;
  RefuseEmptyLists(value, diagnostics);
  ReadMask(fields, "categories", kCategoryNames, clause.categories,
           diagnostics);
  ReadMask(fields, "severities", kSeverityNames, clause.severities,
           diagnostics);
  ReadMask(fields, "confidences", kConfidenceNames, clause.confidences,
           diagnostics);
  ReadMask(fields, "directions", kDirectionNames, clause.directions,
           diagnostics);
  ReadTestValue(fields, clause, diagnostics);
  clause.families = fields.Texts("families", Shape::kId);
  clause.rules = fields.Texts("rules", Shape::kId);
  clause.tags = fields.Texts("tags", Shape::kTag);
  ReadLanguages(fields, clause, diagnostics);
  ReadCodeConditions(fields, clause, diagnostics);
  clause.countries = fields.Texts("countries", Shape::kCountry);
  clause.destinations = fields.Texts("destinations", Shape::kHost);
  fields.Require("action");
  clause.action = ReadAction(fields, "action", Action::kAllow);
  return clause;
}

Policy ParsePolicyObject(JsonValue root, Diagnostics& diagnostics) {
  FieldReader fields(root, "a policy", kPolicyFields, diagnostics);
  Policy policy;
  if (fields.Require("id")) fields.Text("id", Shape::kId);
  fields.Text("title", Shape::kLine);
  fields.Text("description", Shape::kAny);
  policy.incomplete = ReadAction(fields, "incomplete", Action::kWarn);
  policy.test_value_cap = ReadAction(fields, "testValueCap", Action::kWarn);
  policy.own_code = fields.Texts("ownCode", Shape::kScope);
  fields.Require("clauses");
  for (const JsonValue element : fields.Elements("clauses")) {
    policy.clauses.push_back(ParseClause(element, diagnostics));
  }
  return policy;
}

}  // namespace

std::variant<Policy, Errors> ParsePolicy(std::string_view file,
                                         std::string_view json) {
  std::variant<JsonDocument, Error> read = ReadJson(file, json);
  if (Error* error = std::get_if<Error>(&read)) {
    return Errors{std::move(*error)};
  }
  Errors errors;
  Diagnostics diagnostics(file, ErrorCode::kInvalidPolicy, errors);
  Policy policy =
      ParsePolicyObject(std::get_if<JsonDocument>(&read)->root(), diagnostics);
  diagnostics.SortByPlace();
  if (!errors.empty()) return errors;
  return policy;
}

}  // namespace sluice
