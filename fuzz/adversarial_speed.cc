// Prints what every adversarial family costs: MB/s, steps per byte, growth.
// For people; the law itself is tests/engine/adversarial_test.cc.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "adversarial_texts.h"
#include "default_rules.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

constexpr size_t kSmall = 64u << 10;
constexpr size_t kLarge = 1u << 20;
constexpr int kRounds = 3;

struct Cost {
  double seconds = 0;
  Verdict verdict;
};

Cost Measure(const Scanner& scanner, const Policy& policy,
             const std::string& text) {
  Cost cost;
  for (int i = 0; i < kRounds; ++i) {
    const std::clock_t begin = std::clock();
    cost.verdict = scanner.Scan(text, policy);
    const double took =
        static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    cost.seconds = i == 0 ? took : std::min(cost.seconds, took);
  }
  return cost;
}

int Run() {
  const DefaultRules rules;
  const Scanner scanner(rules.database);
  std::vector<double> seconds;
  std::printf("%-28s %9s %11s %7s %9s\n", "family", "MB/s", "steps/byte",
              "growth", "findings");
  for (const AdversarialFamily& family : AdversarialFamilies()) {
    const Cost small = Measure(scanner, rules.policy, family.Text(kSmall));
    const Cost large = Measure(scanner, rules.policy, family.Text(kLarge));
    const auto steps = static_cast<double>(large.verdict.steps);
    std::printf("%-28s %9.1f %11.2f %7.1f %9zu%s\n", family.name.c_str(),
                1 / large.seconds, steps / kLarge,
                large.seconds / small.seconds, large.verdict.findings.size(),
                large.verdict.complete() ? "" : " incomplete");
    seconds.push_back(large.seconds);
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("median %.1f MB/s, worst %.1f MB/s: %.1f x\n",
              1 / seconds[seconds.size() / 2], 1 / seconds.back(),
              seconds.back() / seconds[seconds.size() / 2]);
  return 0;
}

}  // namespace
}  // namespace sluice

int main() { return sluice::Run(); }
