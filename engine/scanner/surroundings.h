// What stands around the matches of one text, found out once for all rules.
#ifndef SLUICE_SCANNER_SURROUNDINGS_H_
#define SLUICE_SCANNER_SURROUNDINGS_H_

#include <string_view>

#include "scanner/context.h"
#include "scanner/matcher.h"
#include "scanner/tables.h"

namespace sluice {

struct Surroundings {
  explicit Surroundings(std::string_view text) : tables(text) {}

  Tables tables;
  ContextWindows windows;
  MatcherMemory memory;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_SURROUNDINGS_H_
