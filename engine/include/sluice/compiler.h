// Turns rule files into a database.
#ifndef SLUICE_COMPILER_H_
#define SLUICE_COMPILER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sluice/policy.h"
#include "sluice/result.h"

namespace sluice {

// What one rule costs; printed by `sluice rules explain`.
struct RuleCost {
  std::string rule_id;
  std::string kind;                  // "pattern", "number" or "detector"
  std::vector<std::string> anchors;  // as byte-class sequences, for people
  uint32_t grams = 0;                // prefilter entries
  double candidates_per_mb = 0;  // expected on prose, by the frequency table
  uint32_t program_size = 0;     // instructions
  bool unbounded = false;        // holds *, + or {n,} that may run far
};

struct Compiled {
  std::vector<uint8_t> database;  // for Database::Load
  std::vector<RuleCost> costs;    // in rule order
};

// Add every file, then compile once. Reports all errors, not the first.
class Compiler {
 public:
  Compiler();
  Compiler(Compiler&&) noexcept;
  Compiler& operator=(Compiler&&) noexcept;
  ~Compiler();

  // Parses one file: a family of rules, or word lists that the rules of all
  // files after it may name. `file` names it in errors ("aws.json"). Order of
  // calls is the order of rules in the database. Limits: JSON depth 16, 2 MiB
  // per file, 2,000 rules, pattern 4 KiB.
  void AddFile(std::string_view file, std::string_view json);

  // Consumes the compiler. Either a database or at least one error. The same
  // input gives the same bytes.
  std::variant<Compiled, Errors> Compile() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads a policy file (rules/policy.schema.json). Errors: kInvalidJson,
// kInvalidPolicy, with place.
std::variant<Policy, Errors> ParsePolicy(std::string_view file,
                                         std::string_view json);

}  // namespace sluice

#endif  // SLUICE_COMPILER_H_
