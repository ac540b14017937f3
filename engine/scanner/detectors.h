// Rules that are code: one function per detector.
#ifndef SLUICE_SCANNER_DETECTORS_H_
#define SLUICE_SCANNER_DETECTORS_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace sluice {

// Numeric values are part of the database format: append only.
enum class DetectorId : uint32_t {
  kSourceCode = 0,
  kPersonNames = 1,
  kSeedPhrases = 2,
};

// "source-code"; the names rule files use. nullopt: no such detector.
std::optional<DetectorId> FindDetector(std::string_view name);
// "" for numbers out of range.
std::string_view DetectorName(DetectorId id);
// Whether rules of this detector may set the option `name`, as "minLines".
bool HasDetectorOption(DetectorId id, std::string_view name);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_H_
