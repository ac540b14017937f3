// sluicec: compiles rules, shows what they cost, and scans text natively.
#include <array>
#include <iostream>
#include <string_view>

#include "tools/commands.h"

namespace {

struct Command {
  std::string_view name;
  int (*run)(int argc, char** argv);
  std::string_view summary;
};

constexpr std::array kCommands = {
    Command{"compile", sluice::RunCompile, "rules into a database"},
    Command{"pack", sluice::RunPack, "a database for its way to the scanner"},
    Command{"explain", sluice::RunExplain, "what each rule costs"},
    Command{"examples", sluice::RunExamples, "every rule's examples as JSON"},
    Command{"scan", sluice::RunScan, "one text"},
    Command{"batch", sluice::RunBatch, "many texts from the standard input"},
    Command{"encode-policy", sluice::RunEncodePolicy,
            "a policy file into its binary form"},
};

void PrintUsage(std::ostream& out) {
  out << "Usage: sluicec <command> [options]\n\nCommands:\n";
  for (const Command& command : kCommands) {
    out << "  " << command.name << std::string(16 - command.name.size(), ' ')
        << command.summary << "\n";
  }
  out << "\nsluicec <command> --help tells the options of a command.\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(argc - 1, argv + 1);
  }
  const bool asked = name == "--help" || name == "-h" || name == "help";
  PrintUsage(asked ? std::cout : std::cerr);
  return asked ? sluice::kExitOk : sluice::kExitUsage;
}
