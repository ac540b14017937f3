#include "scanner/detectors.h"

#include "scanner/detectors/person_names.h"
#include "scanner/detectors/seed_phrase.h"
#include "scanner/detectors/source_code.h"
#include "scanner/stages.h"

namespace sluice {
namespace {

// A detector reads the whole text once for one of its rules and appends what
// it sees, with confidence and language set. It pays for its work out of the
// budget and stops when that is exhausted.
using DetectFunction = void (*)(const DatabaseImage& image, uint32_t rule,
                                std::string_view text, Budget& budget,
                                std::vector<Match>& matches);

struct Detector {
  std::string_view name;
  DetectFunction detect;
  std::string_view options[4];  // names rules may set; "" = unused
};

// Indexed by DetectorId.
constexpr Detector kDetectors[] = {
    {"source-code", DetectSourceCode, {"minLines"}},
    {"person-names", DetectPersonNames, {"givenNames", "surnames"}},
    {"seed-phrases", DetectSeedPhrases, {"seedWords"}},
};
constexpr uint32_t kDetectorCount = sizeof(kDetectors) / sizeof(kDetectors[0]);

}  // namespace

std::optional<DetectorId> FindDetector(std::string_view name) {
  for (uint32_t i = 0; i < kDetectorCount; ++i) {
    if (kDetectors[i].name == name) return static_cast<DetectorId>(i);
  }
  return std::nullopt;
}

std::string_view DetectorName(DetectorId id) {
  const auto index = static_cast<uint32_t>(id);
  return index < kDetectorCount ? kDetectors[index].name : std::string_view();
}

bool HasDetectorOption(DetectorId id, std::string_view name) {
  const auto index = static_cast<uint32_t>(id);
  if (index >= kDetectorCount || name.empty()) return false;
  for (std::string_view option : kDetectors[index].options) {
    if (option == name) return true;
  }
  return false;
}

void RunDetectors(const DatabaseImage& image, std::string_view text,
                  Budget& budget, std::vector<Match>& matches) {
  for (uint32_t rule = 0; rule < image.rules.size(); ++rule) {
    const RuleRecord& record = image.rules[rule];
    if (record.kind != static_cast<uint32_t>(RuleKind::kDetector)) continue;
    if (record.detector >= kDetectorCount || !image.selected.Has(rule))
      continue;
    kDetectors[record.detector].detect(image, rule, text, budget, matches);
  }
}

}  // namespace sluice
