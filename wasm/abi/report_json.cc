#include "report_json.h"

#include <cmath>
#include <string_view>

#include "scanner/canonical_json.h"

namespace sluice {
namespace {

void AppendField(std::string_view name, std::string& json) {
  json += json.back() == '{' ? "" : ",";
  json += JsonString(name);
  json += ':';
}

void AppendText(std::string_view name, std::string_view text,
                std::string& json) {
  AppendField(name, json);
  json += JsonString(text);
}

void AppendNumber(std::string_view name, uint64_t number, std::string& json) {
  AppendField(name, json);
  json += std::to_string(number);
}

void AppendError(const Error& error, std::string& json) {
  json += '{';
  AppendNumber("code", static_cast<uint64_t>(error.code), json);
  AppendText("message", error.message, json);
  AppendText("where", error.where, json);
  AppendNumber("line", error.line, json);
  AppendNumber("column", error.column, json);
  json += '}';
}

void AppendCost(const RuleCost& cost, std::string& json) {
  json += '{';
  AppendText("rule", cost.rule_id, json);
  AppendText("kind", cost.kind, json);
  AppendField("anchors", json);
  json += '[';
  for (const std::string& anchor : cost.anchors) {
    if (json.back() != '[') json += ',';
    json += JsonString(anchor);
  }
  json += ']';
  AppendNumber("grams", cost.grams, json);
  // Whole candidates are enough for a person; no float formatting needed.
  AppendNumber("candidatesPerMb",
               static_cast<uint64_t>(std::llround(cost.candidates_per_mb)),
               json);
  AppendNumber("programSize", cost.program_size, json);
  AppendField("unbounded", json);
  json += cost.unbounded ? "true}" : "false}";
}

template <typename Item>
std::string ListToJson(const std::vector<Item>& items,
                       void (*append)(const Item&, std::string&)) {
  std::string json = "[";
  for (const Item& item : items) {
    if (json.size() > 1) json += ',';
    append(item, json);
  }
  json += ']';
  return json;
}

}  // namespace

std::string ErrorsToJson(const Errors& errors) {
  return ListToJson<Error>(errors, AppendError);
}

std::string CostsToJson(const std::vector<RuleCost>& costs) {
  return ListToJson<RuleCost>(costs, AppendCost);
}

std::string CountsToJson(size_t passed, size_t failed) {
  std::string json = "{";
  AppendNumber("passed", passed, json);
  AppendNumber("failed", failed, json);
  return json + '}';
}

}  // namespace sluice
