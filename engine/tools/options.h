// cxxopts as this project builds it: a wrong command line ends the program
// with a message instead of throwing.
#ifndef SLUICE_TOOLS_OPTIONS_H_
#define SLUICE_TOOLS_OPTIONS_H_

#define CXXOPTS_NO_EXCEPTIONS
#define CXXOPTS_NO_RTTI
// It assigns names the way its own exceptions expect, which the strict
// warnings do not like.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#include <cxxopts.hpp>
#pragma GCC diagnostic pop

#endif  // SLUICE_TOOLS_OPTIONS_H_
