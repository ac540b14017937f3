// scan, batch and encode-policy: what works on a compiled database.
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "scanner/canonical_json.h"
#include "scanner/names.h"
#include "sluice/redact.h"
#include "sluice/scanner.h"
#include "tools/arguments.h"
#include "tools/commands.h"
#include "tools/files.h"

namespace sluice {
namespace {

// Everything a scan needs, read from the command line.
struct ScanSetup {
  LoadedDatabase loaded;
  Policy policy;
  std::string destination;
  ScanContext context;
  ScanOptions options;
};

void AddScanOptions(cxxopts::Options& options) {
  options.add_options()("database", "compiled rules",
                        cxxopts::value<std::string>())(
      "policy", "policy file; without one, everything is allowed",
      cxxopts::value<std::string>())("destination", "host the text would go to",
                                     cxxopts::value<std::string>())(
      "response", "the text comes from the AI tool")(
      "no-prefilter", "try every rule at every position (slow)");
}

std::unique_ptr<ScanSetup> ReadSetup(const cxxopts::ParseResult& arguments) {
  auto loaded = ReadDatabase(TextArgument(arguments, "database"));
  if (!loaded) return nullptr;
  const std::string path = TextArgument(arguments, "policy");
  auto policy = path.empty() ? Policy() : ReadPolicy(path);
  if (!policy) return nullptr;
  auto setup = std::make_unique<ScanSetup>(
      ScanSetup{*std::move(loaded),
                *std::move(policy),
                TextArgument(arguments, "destination"),
                {},
                {}});
  setup->context.destination = setup->destination;
  if (arguments.count("response") > 0) {
    setup->context.direction = Direction::kResponse;
  }
  setup->options.use_prefilter = arguments.count("no-prefilter") == 0;
  return setup;
}

void PrintText(const Database& database, const Verdict& verdict) {
  for (const Finding& finding : verdict.findings) {
    std::cout << finding.span.begin << "-" << finding.span.end << " "
              << database.rule(finding.rule).id << " "
              << NameOf(kConfidenceNames, finding.confidence) << " "
              << NameOf(kActionNames, finding.action)
              << (finding.test_value != 0 ? " test value" : "") << "\n";
  }
  std::cout << "=> " << NameOf(kActionNames, verdict.action);
  if (!verdict.complete()) {
    std::cout << ", incomplete: "
              << NameOf(kIncompleteNames, verdict.incomplete);
  }
  std::cout << "\n";
}

// Reads one text of a batch. False at the end; `cut` tells a bad end.
bool ReadFrame(std::string& text, bool& cut) {
  unsigned char head[4];
  const size_t got = std::fread(head, 1, sizeof(head), stdin);
  cut = got > 0 && got < sizeof(head);
  if (got < sizeof(head)) return false;
  const uint32_t size = head[0] | uint32_t{head[1]} << 8 |
                        uint32_t{head[2]} << 16 | uint32_t{head[3]} << 24;
  cut = size > kMaxTextBytes;
  if (cut) return false;
  text.resize(size);
  cut = std::fread(text.data(), 1, size, stdin) < size;
  return !cut;
}

}  // namespace

int RunScan(int argc, char** argv) {
  cxxopts::Options options("sluicec scan", "Scans one text.");
  options.positional_help("<database> [<file>|-]");
  AddScanOptions(options);
  options.add_options()("file", "text to scan; - is the standard input",
                        cxxopts::value<std::string>()->default_value("-"))(
      "format", "json or text",
      cxxopts::value<std::string>()->default_value("json"))(
      "redact", "print the redacted text instead of the verdict");
  options.parse_positional({"database", "file"});
  const auto arguments = ParseArguments(options, argc, argv, {"database"});
  const std::string format = arguments["format"].as<std::string>();
  if (format != "json" && format != "text") {
    std::cerr << "sluicec: the format is json or text\n";
    return kExitUsage;
  }
  const auto setup = ReadSetup(arguments);
  if (!setup) return kExitErrors;
  const auto text = ReadInput(arguments["file"].as<std::string>());
  if (!text) return kExitUsage;
  const Database& database = setup->loaded.database;
  const Verdict verdict = Scanner(database).Scan(
      *text, setup->policy, setup->context, setup->options);
  if (arguments.count("redact") > 0) {
    std::cout << Redact(*text, database, verdict).text;
  } else if (format == "json") {
    std::cout << CanonicalJson(*text, database, verdict) << "\n";
  } else {
    PrintText(database, verdict);
  }
  return kExitOk;
}

int RunBatch(int argc, char** argv) {
  cxxopts::Options options(
      "sluicec batch",
      "Reads texts from the standard input, each behind its length in bytes "
      "(4 bytes, little-endian), and prints one verdict per line.");
  options.positional_help("<database>");
  AddScanOptions(options);
  options.parse_positional({"database"});
  const auto arguments = ParseArguments(options, argc, argv, {"database"});
  const auto setup = ReadSetup(arguments);
  if (!setup) return kExitErrors;
  const Scanner scanner(setup->loaded.database);
  std::string text;
  bool cut = false;
  while (ReadFrame(text, cut)) {
    const Verdict verdict =
        scanner.Scan(text, setup->policy, setup->context, setup->options);
    std::cout << CanonicalJson(text, setup->loaded.database, verdict) << "\n";
  }
  if (!cut) return kExitOk;
  std::cout.flush();
  std::cerr << "sluicec: a text is cut off or over 32 MiB\n";
  return kExitUsage;
}

int RunEncodePolicy(int argc, char** argv) {
  cxxopts::Options options("sluicec encode-policy",
                           "Writes the binary form of a policy file.");
  options.positional_help("<policy>")
      .add_options()("policy", "policy file", cxxopts::value<std::string>())(
          "o,output", "file to write", cxxopts::value<std::string>());
  options.parse_positional({"policy"});
  const auto arguments =
      ParseArguments(options, argc, argv, {"policy", "output"});
  const auto policy = ReadPolicy(TextArgument(arguments, "policy"));
  if (!policy) return kExitErrors;
  const bool written =
      WriteOutput(TextArgument(arguments, "output"), policy->Encode());
  return written ? kExitOk : kExitUsage;
}

}  // namespace sluice
