#include "compiler_abi.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/examples.h"
#include "report_json.h"
#include "sluice/compiler.h"

using sluice::ErrorCode;
using sluice::Errors;

namespace {

constexpr sluice_status Status(ErrorCode code) {
  return static_cast<sluice_status>(code);
}

struct Family {
  std::string file;
  std::string json;
};

}  // namespace

struct sluice_compiler {
  sluice::Compiler compiler;
  std::vector<Family> families;  // the examples are read again from here
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

sluice_status sluice_compiler_add_family(sluice_compiler* compiler,
                                         const char* file, uint32_t file_length,
                                         const char* json,
                                         uint32_t json_length) {
  compiler->families.push_back(
      {std::string(file, file_length), std::string(json, json_length)});
  const Family& family = compiler->families.back();
  compiler->compiler.AddFamily(family.file, family.json);
  return Status(ErrorCode::kOk);
}

// TODO
sluice_status sluice_policy_parse(const char* file, uint32_t file_length,
                                  const char* json, uint32_t json_length,
                                  sluice_output** output) {
  const auto parsed =
      sluice::ParsePolicy({file, file_length}, {json, json_length});
  *output = new sluice_output{{}, "[]", "[]", {}};
  if (const auto* errors = std::get_if<Errors>(&parsed)) {
    (*output)->errors = sluice::ErrorsToJson(*errors);
  } else {
    const auto bytes = std::get<sluice::Policy>(parsed).Encode();
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
