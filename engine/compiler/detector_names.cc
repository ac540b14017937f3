#include "compiler/detector_names.h"

#include <array>

namespace sluice {
namespace {

constexpr std::array kSourceCodeOptions = {
    DetectorOptionInfo{"minLines", 1, 1000},
};

constexpr std::array kDetectors = {
    DetectorInfo{"source-code", kSourceCodeOptions},
};

}  // namespace

std::span<const DetectorInfo> KnownDetectors() { return kDetectors; }

const DetectorInfo* FindDetectorInfo(std::string_view name) {
  for (const DetectorInfo& detector : kDetectors) {
    if (detector.name == name) return &detector;
  }
  return nullptr;
}

std::vector<std::string_view> DetectorNames() {
  std::vector<std::string_view> names;
  for (const DetectorInfo& detector : kDetectors) {
    names.push_back(detector.name);
  }
  return names;
}

}  // namespace sluice
