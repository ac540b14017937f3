// Our own scanner on a database, the whole way to the verdict:
//   bench_own texts DATABASE TEXT...
//   bench_own pastes DATABASE FILE     pastes with a zero byte behind each
// Prints a line of JSON per figure.
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "measure.h"
#include "sluice/scanner.h"

namespace {

int Usage() {
  std::fprintf(stderr, "bench_own texts|pastes DATABASE FILE...\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return Usage();
  const std::string bytes = sluice::bench::ReadFile(argv[2]);
  const std::vector<uint8_t> aligned(bytes.begin(), bytes.end());
  auto database = sluice::Database::Load(aligned);
  if (!database.ok()) return Usage();
  const sluice::Scanner scanner(std::move(database).value());
  const sluice::Policy policy;
  const auto scan = [&](std::string_view text) {
    return scanner.Scan(text, policy).findings.size();
  };
  const bool pastes = std::strcmp(argv[1], "pastes") == 0;
  for (int i = 3; i < argc; ++i) {
    if (pastes) {
      sluice::bench::PrintLatency(
          "sluice native", sluice::bench::ReadParts(argv[i], '\0'), scan);
    } else {
      const std::string text = sluice::bench::ReadFile(argv[i]);
      sluice::bench::PrintThroughput("sluice native", argv[i], text,
                                     text.size(), scan);
    }
  }
  return 0;
}
