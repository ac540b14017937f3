#include "compiler_abi.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/examples.h"
#include "compiler/rule_source.h"
#include "report_json.h"
#include "sluice/compiler.h"

using sluice::ErrorCode;
using sluice::Errors;

namespace {

constexpr sluice_status Status(ErrorCode code) {
  return static_cast<sluice_status>(code);
}

constexpr char kNone[] = R"({"passed":0,"failed":0})";

struct RuleFile {
  std::string name;
  std::string json;
};

struct ExampleReport {
  Errors errors;
  size_t passed = 0;
  size_t failed = 0;
};

ExampleReport RunExamples(const std::vector<RuleFile>& files,
                          const std::vector<uint8_t>& bytes,
                          const sluice::Policy& policy) {
  sluice::RuleSet set;
  Errors ignored;  // there are none: these files were just compiled
  for (const RuleFile& file : files) {
    sluice::ParseRuleFile(file.name, file.json, set, ignored);
  }
  const auto database = sluice::Database::Load(bytes);
  if (!database.ok()) return {{database.error()}, 0, 0};
  ExampleReport report;
  report.errors = sluice::CheckExamples(set.rules, database.value(), policy);
  std::set<std::string> failed;  // one example can fail in two ways
  for (const sluice::Error& error : report.errors) failed.insert(error.where);
  report.failed = failed.size();
  for (const sluice::RuleSource& rule : set.rules) {
    report.passed += rule.matches.size() + rule.non_matches.size();
  }
  report.passed -= report.failed;
  return report;
}

}  // namespace

struct sluice_compiler {
  sluice::Compiler compiler;
  std::vector<RuleFile> files;  // the examples are read again from here
};

struct sluice_output {
  std::string bytes;
  std::string errors;
  std::string costs;
  std::string examples;
};

sluice_status sluice_compiler_new(sluice_compiler** compiler) {
  *compiler = new sluice_compiler();
  return Status(ErrorCode::kOk);
}

void sluice_compiler_free(sluice_compiler* compiler) { delete compiler; }

sluice_status sluice_compiler_add_file(sluice_compiler* compiler,
                                       const char* file, uint32_t file_length,
                                       const char* json, uint32_t json_length) {
  compiler->files.push_back(
      {std::string(file, file_length), std::string(json, json_length)});
  const RuleFile& added = compiler->files.back();
  compiler->compiler.AddFile(added.name, added.json);
  return Status(ErrorCode::kOk);
}

sluice_status sluice_compiler_compile(sluice_compiler* compiler,
                                      uint32_t examples, const uint8_t* policy,
                                      uint32_t policy_size,
                                      sluice_output** output) {
  auto compiled = std::move(compiler->compiler).Compile();
  compiler->compiler = sluice::Compiler();
  if (const auto* errors = std::get_if<Errors>(&compiled)) {
    *output = new sluice_output{{}, sluice::ErrorsToJson(*errors), "[]", kNone};
    return Status(ErrorCode::kOk);
  }
  const auto& [database, costs] = *std::get_if<sluice::Compiled>(&compiled);
  ExampleReport report;
  if (examples != 0) {
    const auto decoded = sluice::Policy::Decode({policy, policy_size});
    if (!decoded.ok()) return Status(decoded.error().code);
    report = RunExamples(compiler->files, database, decoded.value());
  }
  *output =
      new sluice_output{{database.begin(), database.end()},
                        sluice::ErrorsToJson(report.errors),
                        sluice::CostsToJson(costs),
                        sluice::CountsToJson(report.passed, report.failed)};
  return Status(ErrorCode::kOk);
}

sluice_status sluice_policy_parse(const char* file, uint32_t file_length,
                                  const char* json, uint32_t json_length,
                                  sluice_output** output) {
  const auto parsed =
      sluice::ParsePolicy({file, file_length}, {json, json_length});
  *output = new sluice_output{{}, "[]", "[]", kNone};
  if (const auto* errors = std::get_if<Errors>(&parsed)) {
    (*output)->errors = sluice::ErrorsToJson(*errors);
  } else {
    const auto bytes = std::get_if<sluice::Policy>(&parsed)->Encode();
    (*output)->bytes.assign(bytes.begin(), bytes.end());
  }
  return Status(ErrorCode::kOk);
}

sluice_status sluice_output_get(const sluice_output* output, uint32_t part,
                                const char** bytes, uint32_t* length) {
  const std::string* const parts[] = {&output->bytes, &output->errors,
                                      &output->costs, &output->examples};
  if (part >= std::size(parts)) return Status(ErrorCode::kInvalidArgument);
  *bytes = parts[part]->data();
  *length = static_cast<uint32_t>(parts[part]->size());
  return Status(ErrorCode::kOk);
}

void sluice_output_free(sluice_output* output) { delete output; }
