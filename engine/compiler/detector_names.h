// Which detectors a rule file can name, and what each can be told.
#ifndef SLUICE_COMPILER_DETECTOR_NAMES_H_
#define SLUICE_COMPILER_DETECTOR_NAMES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sluice {

struct DetectorOptionInfo {
  std::string_view name;
  uint32_t low;  // admitted values, both inclusive
  uint32_t high;
};

struct DetectorInfo {
  std::string_view name;
  std::span<const DetectorOptionInfo> options;
};

std::span<const DetectorInfo> KnownDetectors();
// nullptr: no such detector.
const DetectorInfo* FindDetectorInfo(std::string_view name);
std::vector<std::string_view> DetectorNames();

}  // namespace sluice

#endif  // SLUICE_COMPILER_DETECTOR_NAMES_H_
