// A fuzz target: a function that ends the program when a law does not hold.
#ifndef FUZZ_TARGET_H_
#define FUZZ_TARGET_H_

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

struct FuzzTarget {
  const char* name;
  void (*run)(std::string_view input);
  // Inputs to begin with; small and telling.
  std::vector<std::string> (*seeds)();
};

extern const FuzzTarget kAbiTarget;
extern const FuzzTarget kCompilerTarget;
extern const FuzzTarget kDatabaseTarget;
extern const FuzzTarget kDifferentialTarget;
extern const FuzzTarget kPackedTarget;
extern const FuzzTarget kPolicyTarget;
extern const FuzzTarget kScanTarget;
extern const FuzzTarget kStreamTarget;
extern const FuzzTarget kTextTarget;
extern const FuzzTarget kViewsTarget;

inline const std::vector<const FuzzTarget*>& FuzzTargets() {
  static const std::vector<const FuzzTarget*> kTargets = {
      &kAbiTarget,    &kCompilerTarget, &kDatabaseTarget, &kDifferentialTarget,
      &kPackedTarget, &kPolicyTarget,   &kScanTarget,     &kStreamTarget,
      &kTextTarget,   &kViewsTarget,
  };
  return kTargets;
}

// What the fuzzer and the replay program both see as a failure.
inline void Require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", law);
  std::abort();
}

}  // namespace sluice

#endif  // FUZZ_TARGET_H_
