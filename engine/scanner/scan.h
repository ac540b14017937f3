// The scan itself, for those who need to see what it looked at.
#ifndef SLUICE_SCANNER_SCAN_H_
#define SLUICE_SCANNER_SCAN_H_

#include <string_view>
#include <vector>

#include "scanner/stages.h"
#include "scanner/views/view.h"

namespace sluice {

// Is told of every text that was looked through, the original first.
class ScanObserver {
 public:
  virtual ~ScanObserver() = default;
  // `matches` of patterns and numbers in the original, before any check.
  virtual void SawText(std::string_view text,
                       const std::vector<Match>& matches) = 0;
  // The same for view `index`.
  virtual void SawView(const std::vector<View>& views, uint32_t index,
                       const std::vector<Match>& matches) = 0;
};

// Scanner::Scan with an observer, which may be null.
Verdict ScanText(const DatabaseImage& image, std::string_view text,
                 const Policy& policy, const ScanContext& context,
                 const ScanOptions& options, ScanObserver* observer);

}  // namespace sluice

#endif  // SLUICE_SCANNER_SCAN_H_
