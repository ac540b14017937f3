// Neighbouring loops over one class, seen as one.
#ifndef SLUICE_COMPILER_LOOPS_H_
#define SLUICE_COMPILER_LOOPS_H_

#include <cstdint>

#include "re2/regexp.h"

namespace sluice {

struct JoinedLoops {
  int count = 0;  // of elements of the concatenation
  uint32_t min = 0;
  uint32_t max = 0;  // kUnboundedLength: no bound
};

// The loops over one and the same single code point that stand side by side
// from element `begin` of a concatenation on. x{0,1000}x{0,1000} is how a
// pattern says x{0,2000}, for RE2 counts no further; two loops would try every
// pair of lengths where one tries each length.
JoinedLoops JoinLoops(re2::Regexp* concat, int begin);

}  // namespace sluice

#endif  // SLUICE_COMPILER_LOOPS_H_
