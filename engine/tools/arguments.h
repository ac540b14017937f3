// What all commands do with their arguments.
#ifndef SLUICE_TOOLS_ARGUMENTS_H_
#define SLUICE_TOOLS_ARGUMENTS_H_

#include <string>
#include <string_view>

#include "tools/options.h"

namespace sluice {

// Parses a command line and serves --help. When `required` (names of
// positional arguments) are not all there, prints the help and ends the
// program.
cxxopts::ParseResult ParseArguments(
    cxxopts::Options& options, int argc, char** argv,
    std::initializer_list<const char*> required);

// The value of an optional argument; "" when not given.
std::string TextArgument(const cxxopts::ParseResult& arguments,
                         const std::string& name);

}  // namespace sluice

#endif  // SLUICE_TOOLS_ARGUMENTS_H_
