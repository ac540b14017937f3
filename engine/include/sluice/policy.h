// The officer's choices: which finding leads to which action.
#ifndef SLUICE_POLICY_H_
#define SLUICE_POLICY_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sluice/result.h"
#include "sluice/types.h"

namespace sluice {

// Whose code a finding of source code is; what it is not known for is unknown.
enum class CodeOrigin : uint8_t {
  kUnknown = 0,
  kOpen = 1,         // a notice of an open licence
  kProprietary = 2,  // a notice that keeps it in the company
  kOwn = 3,          // one of the policy's own_code scopes
};
inline constexpr uint32_t kCodeOriginCount = 4;

// One line of a policy. Every condition that is set must hold; a mask has bit
// (1 << value) set for each value it admits; an empty list admits everything.
struct PolicyClause {
  uint32_t categories = ~0u;
  uint32_t severities = ~0u;
  uint32_t confidences = ~0u;
  uint32_t directions = ~0u;
  uint32_t test_values = ~0u;  // bit 0: real values, bit 1: test values
  // A clause that sets one of the next three admits source code only.
  uint32_t origins = ~0u;
  // Lines that are not blank, and percent of the text's bytes, that the
  // finding has at least.
  uint32_t min_lines = 0;
  uint32_t min_share = 0;
  Action action = Action::kAllow;
  std::vector<std::string> families;
  std::vector<std::string> rules;
  std::vector<std::string> tags;
  std::vector<std::string> languages;
  std::vector<std::string> countries;
  // Hosts: "chatgpt.com" is that host, "*.acme.nl" is acme.nl and below.
  std::vector<std::string> destinations;
};

// Clauses are read from the top; the first that admits the finding decides;
// none = allow. A test value never gets more than `test_value_cap`.
struct Policy {
  Action incomplete = Action::kWarn;
  Action test_value_cap = Action::kWarn;
  // What names the company's own code: package scopes, namespaces, hosts,
  // repository paths. "@acme/*", "com.acme.*", "*.acme.internal".
  std::vector<std::string> own_code;
  std::vector<PolicyClause> clauses;

  // Binary form that crosses the C ABI. Little-endian u32 words:
  //   'S''L''P''2', incomplete, test_value_cap, list own_code, clause count,
  //   then per clause: categories, severities, confidences, directions,
  //   test_values, origins, min_lines, min_share, action, then six lists
  //   (families, rules, tags, languages, countries, destinations). A list is a
  //   count, then per string: byte length, UTF-8 bytes, zero padding to a
  //   multiple of 4.
  // Errors: kInvalidPolicy.
  static Result<Policy> Decode(std::span<const uint8_t> bytes);
  std::vector<uint8_t> Encode() const;
};

}  // namespace sluice

#endif  // SLUICE_POLICY_H_
