#include "tools/arguments.h"

#include <cstdlib>
#include <iostream>

#include "tools/commands.h"

namespace sluice {

cxxopts::ParseResult ParseArguments(
    cxxopts::Options& options, int argc, char** argv,
    std::initializer_list<const char*> required) {
  options.add_options()("h,help", "this text");
  cxxopts::ParseResult arguments = options.parse(argc, argv);
  if (arguments.count("help") > 0) {
    std::cout << options.help();
    std::exit(kExitOk);
  }
  for (const char* name : required) {
    if (arguments.count(name) > 0) continue;
    std::cerr << "sluicec: <" << name << "> is missing\n\n" << options.help();
    std::exit(kExitUsage);
  }
  if (!arguments.unmatched().empty()) {
    std::cerr << "sluicec: what is " << arguments.unmatched()[0] << "?\n\n"
              << options.help();
    std::exit(kExitUsage);
  }
  return arguments;
}

std::string TextArgument(const cxxopts::ParseResult& arguments,
                         const std::string& name) {
  return arguments.count(name) > 0 ? arguments[name].as<std::string>() : "";
}

}  // namespace sluice
