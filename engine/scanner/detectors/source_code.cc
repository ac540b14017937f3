#include "scanner/detectors/source_code.h"

namespace sluice {

void DetectSourceCode(const DatabaseImage&, uint32_t, std::string_view, Budget&,
                      std::vector<Match>&) {}

}  // namespace sluice
