// compile, explain and examples: what works on rule files.
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <set>
#include <string>
#include <utility>

#include "compiler/database_packer.h"
#include "compiler/examples.h"
#include "scanner/canonical_json.h"
#include "scanner/utf16.h"
#include "tools/arguments.h"
#include "tools/commands.h"
#include "tools/files.h"

namespace sluice {
namespace {

// The parsed rules of a folder; nullopt after printing what is wrong.
std::optional<std::vector<RuleSource>> ParseOrPrint(
    const std::vector<FamilyFile>& files) {
  Errors errors;
  std::vector<RuleSource> rules = ParseFamilies(files, errors);
  if (errors.empty()) return rules;
  PrintErrors(errors);
  return std::nullopt;
}

// The policy that examples are run with.
std::optional<Policy> ExamplePolicy(const std::string& folder,
                                    const std::string& path) {
  if (!path.empty()) return ReadPolicy(path);
  const auto usual = std::filesystem::path(folder) / "policies/default.json";
  if (!std::filesystem::exists(usual)) return Policy();
  return ReadPolicy(usual.string());
}

bool ExamplesPass(const std::vector<RuleSource>& rules,
                  const std::vector<uint8_t>& bytes, const Policy& policy) {
  const std::optional<LoadedDatabase> loaded = LoadDatabase(bytes);
  if (!loaded) return false;
  const Errors errors = CheckExamples(rules, loaded->database, policy);
  if (errors.empty()) return true;
  PrintErrors(errors);
  return false;
}

void PrintSummary(const std::vector<RuleSource>& rules,
                  const Compiled& compiled, bool examples_checked) {
  std::set<std::string> families;
  size_t examples = 0;
  for (const RuleSource& rule : rules) {
    families.insert(rule.family);
    examples += rule.matches.size() + rule.non_matches.size();
  }
  uint64_t grams = 0;
  for (const RuleCost& cost : compiled.costs) grams += cost.grams;
  std::cout << rules.size() << " rules in " << families.size() << " families, "
            << grams << " prefilter entries, " << compiled.database.size()
            << " bytes";
  if (examples_checked) std::cout << "; " << examples << " examples pass";
  std::cout << "\n";
}

std::string JoinedAnchors(const RuleCost& cost, size_t most) {
  std::string joined;
  for (size_t i = 0; i < std::min(most, cost.anchors.size()); ++i) {
    joined += (i > 0 ? " " : "") + cost.anchors[i];
  }
  if (cost.anchors.size() > most) {
    joined += " +" + std::to_string(cost.anchors.size() - most);
  }
  return joined;
}

void PrintTable(const std::vector<RuleCost>& costs) {
  size_t width = 4;
  for (const RuleCost& cost : costs) {
    width = std::max(width, cost.rule_id.size());
  }
  const auto column = static_cast<int>(width) + 2;
  std::cout << std::left << std::setw(column) << "rule" << std::setw(10)
            << "kind" << std::right << std::setw(7) << "size" << std::setw(7)
            << "grams" << std::setw(12) << "per MB"
            << "  anchors\n";
  for (const RuleCost& cost : costs) {
    std::cout << std::left << std::setw(column) << cost.rule_id << std::setw(10)
              << cost.kind << std::right << std::setw(7) << cost.program_size
              << std::setw(7) << cost.grams << std::setw(12) << std::fixed
              << std::setprecision(3) << cost.candidates_per_mb << "  "
              << JoinedAnchors(cost, 3)
              << (cost.unbounded ? "  (runs far)" : "") << "\n";
  }
}

void PrintRule(const RuleCost& cost) {
  std::cout << cost.rule_id << "\n  kind          " << cost.kind
            << "\n  program       " << cost.program_size << " instructions"
            << "\n  prefilter     " << cost.grams << " entries, about "
            << cost.candidates_per_mb << " candidates per MB of prose"
            << "\n  reach         " << (cost.unbounded ? "far" : "bounded")
            << "\n  anchors\n";
  for (const std::string& anchor : cost.anchors) {
    std::cout << "    " << anchor << "\n";
  }
}

void PrintExample(const RuleSource& rule, const ExampleSource& example,
                  std::string_view kind) {
  std::cout << "{\"ruleId\":" << JsonString(rule.id) << ",\"kind\":\"" << kind
            << "\",\"text\":" << JsonString(example.text) << ",\"spans\":[";
  Utf16Mapper mapper(example.text);
  for (size_t i = 0; i < example.spans.size(); ++i) {
    const uint32_t begin = mapper.Map(example.spans[i].begin);
    const uint32_t end = mapper.Map(example.spans[i].end);
    std::cout << (i > 0 ? "," : "") << "[" << begin << "," << end << "]";
  }
  std::cout << "]}\n";
}

}  // namespace

int RunCompile(int argc, char** argv) {
  cxxopts::Options options("sluicec compile", "Compiles a folder of rules.");
  options.positional_help("<rules>").add_options()(
      "rules", "folder with secret/, personal/, code/, ...",
      cxxopts::value<std::string>())("o,output", "the database to write",
                                     cxxopts::value<std::string>())(
      "check-examples", "run every rule's examples")(
      "policy", "policy for the examples (<rules>/policies/default.json)",
      cxxopts::value<std::string>());
  options.parse_positional({"rules"});
  const auto arguments = ParseArguments(options, argc, argv, {"rules"});
  const std::string folder = TextArgument(arguments, "rules");
  const auto files = ReadFamilies(folder);
  if (!files) return kExitUsage;
  // First, for it also reports the errors that the patterns have.
  const auto compiled = CompileFamilies(*files);
  if (!compiled) return kExitErrors;
  const auto rules = ParseOrPrint(*files);
  if (!rules) return kExitErrors;
  const bool check = arguments.count("check-examples") > 0;
  if (check) {
    const auto policy =
        ExamplePolicy(folder, TextArgument(arguments, "policy"));
    if (!policy || !ExamplesPass(*rules, compiled->database, *policy)) {
      return kExitErrors;
    }
  }
  const std::string output = TextArgument(arguments, "output");
  if (!output.empty() && !WriteOutput(output, compiled->database)) {
    return kExitUsage;
  }
  PrintSummary(*rules, *compiled, check);
  return kExitOk;
}

int RunPack(int argc, char** argv) {
  cxxopts::Options options("sluicec pack", "Makes a database small.");
  options.positional_help("<database>")
      .add_options()("database", "compiled rules",
                     cxxopts::value<std::string>())(
          "o,output", "the packed database to write",
          cxxopts::value<std::string>());
  options.parse_positional({"database"});
  const auto arguments =
      ParseArguments(options, argc, argv, {"database", "output"});
  const auto loaded = ReadDatabase(TextArgument(arguments, "database"));
  if (!loaded) return kExitErrors;
  const auto packed = PackDatabase(loaded->bytes);
  if (packed.empty()) {
    std::cerr << "sluicec: this database cannot be packed\n";
    return kExitErrors;
  }
  const bool written = WriteOutput(TextArgument(arguments, "output"), packed);
  return written ? kExitOk : kExitUsage;
}

int RunExplain(int argc, char** argv) {
  cxxopts::Options options("sluicec explain", "Shows what each rule costs.");
  options.positional_help("<rules> [<rule-id>]")
      .add_options()("rules", "folder of rules", cxxopts::value<std::string>())(
          "rule-id", "only this rule, in detail",
          cxxopts::value<std::string>());
  options.parse_positional({"rules", "rule-id"});
  const auto arguments = ParseArguments(options, argc, argv, {"rules"});
  const auto files = ReadFamilies(TextArgument(arguments, "rules"));
  if (!files) return kExitUsage;
  const auto compiled = CompileFamilies(*files);
  if (!compiled) return kExitErrors;
  const std::string id = TextArgument(arguments, "rule-id");
  if (id.empty()) {
    PrintTable(compiled->costs);
    return kExitOk;
  }
  for (const RuleCost& cost : compiled->costs) {
    if (cost.rule_id != id) continue;
    PrintRule(cost);
    return kExitOk;
  }
  std::cerr << "sluicec: there is no rule " << id << "\n";
  return kExitUsage;
}

int RunExamples(int argc, char** argv) {
  cxxopts::Options options("sluicec examples",
                           "Prints every example as one line of JSON.");
  options.positional_help("<rules>").add_options()(
      "rules", "folder of rules", cxxopts::value<std::string>());
  options.parse_positional({"rules"});
  const auto arguments = ParseArguments(options, argc, argv, {"rules"});
  const auto files = ReadFamilies(TextArgument(arguments, "rules"));
  if (!files) return kExitUsage;
  const auto rules = ParseOrPrint(*files);
  if (!rules) return kExitErrors;
  for (const RuleSource& rule : *rules) {
    for (const auto& match : rule.matches) PrintExample(rule, match, "match");
    for (const auto& non_match : rule.non_matches) {
      PrintExample(rule, non_match, "nonMatch");
    }
  }
  return kExitOk;
}

}  // namespace sluice
