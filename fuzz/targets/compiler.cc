// The input is a family file.
#include "sluice/compiler.h"

#include "default_rules.h"
#include "sluice/scanner.h"
#include "small_pack.h"
#include "target.h"

namespace sluice {
namespace {

constexpr size_t kMaxJson = 16384;

std::variant<Compiled, Errors> Compile(std::string_view json) {
  Compiler compiler;
  compiler.AddFile("fuzz.json", json);
  return std::move(compiler).Compile();
}

void CheckErrors(const Errors& errors) {
  Require(!errors.empty(), "a refusal has a reason");
  for (const Error& error : errors) {
    Require(error.code != ErrorCode::kOk, "an error has a code");
    Require(!error.message.empty(), "an error has a message");
  }
}

void Run(std::string_view json) {
  if (json.size() > kMaxJson) return;
  const auto result = Compile(json);
  if (const auto* errors = std::get_if<Errors>(&result)) {
    CheckErrors(*errors);
    return;
  }
  const auto again = Compile(json);
  const std::vector<uint8_t>& bytes = std::get_if<Compiled>(&result)->database;
  Require(std::get_if<Compiled>(&again)->database == bytes,
          "the same rules give the same bytes");
  const auto loaded = Database::Load(bytes);
  Require(loaded.ok(), "what was compiled loads");
  Policy policy;
  policy.clauses.emplace_back().action = Action::kRedact;
  const Scanner scanner(loaded.value());
  for (const std::string_view text : {kSmallPackText, json}) {
    for (const Finding& finding : scanner.Scan(text, policy).findings) {
      Require(finding.span.begin <= finding.span.end &&
                  finding.span.end <= text.size(),
              "a span lies in the text");
    }
  }
}

// Files of rules, the long ones left out.
std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = {std::string(kSmallPack), "", "{}", "[]"};
  for (const FamilyFile& file : OwnRuleFiles()) {
    if (file.json.size() <= 6000) seeds.push_back(file.json);
  }
  return seeds;
}

}  // namespace

const FuzzTarget kCompilerTarget = {"compiler", Run, Seeds};

}  // namespace sluice
