// The input is a policy, as JSON and in its binary form.
#include "sluice/policy.h"

#include <fstream>
#include <iterator>

#include "default_rules.h"
#include "sluice/compiler.h"
#include "target.h"

namespace sluice {
namespace {

std::string Bytes(const Policy& policy) {
  const std::vector<uint8_t> bytes = policy.Encode();
  return {bytes.begin(), bytes.end()};
}

Result<Policy> Decode(std::string_view bytes) {
  return Policy::Decode(
      {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

void Run(std::string_view input) {
  const auto decoded = Decode(input);
  if (decoded.ok()) {
    Require(Bytes(decoded.value()) == input, "one form for each policy");
  }
  const auto parsed = ParsePolicy("fuzz.json", input);
  if (const auto* errors = std::get_if<Errors>(&parsed)) {
    Require(!errors->empty(), "a refusal has a reason");
    return;
  }
  const std::string bytes = Bytes(*std::get_if<Policy>(&parsed));
  const auto again = Decode(bytes);
  Require(again.ok() && Bytes(again.value()) == bytes,
          "what is parsed can be encoded");
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = {
      "", "{}", R"({"incomplete":"block","clauses":[{"action":"warn"}]})"};
  for (const char* name : {"default", "monitor", "strict"}) {
    const std::string path =
        std::string(SLUICE_SOURCE_DIR) + "/rules/policies/" + name + ".json";
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file),
                       std::istreambuf_iterator<char>());
    seeds.push_back(Bytes(DefaultRules::Take(ReadPolicy(path))));
  }
  return seeds;
}

}  // namespace

const FuzzTarget kPolicyTarget = {"policy", Run, Seeds};

}  // namespace sluice
