// What RE2 uses of Abseil's mutexes and of its log of last resort, where there
// is one thread and no log. Abseil's own would be a twentieth of the compiler
// module.
#include <cstdlib>

#include "absl/base/internal/raw_logging.h"
#include "absl/synchronization/mutex.h"

namespace absl {
ABSL_NAMESPACE_BEGIN

void Mutex::lock() {}
void Mutex::unlock() {}
void Mutex::lock_shared() {}
void Mutex::unlock_shared() {}

namespace raw_log_internal {

void RawLog(absl::LogSeverity severity, const char*, int, const char*, ...) {
  if (severity == absl::LogSeverity::kFatal) std::abort();
}

}  // namespace raw_log_internal
ABSL_NAMESPACE_END
}  // namespace absl
