// Findings that only a view shows.
#ifndef SLUICE_SCANNER_VIEWS_FIND_H_
#define SLUICE_SCANNER_VIEWS_FIND_H_

#include <string_view>
#include <vector>

#include "scanner/database_image.h"
#include "scanner/views/view.h"
#include "sluice/scanner.h"
#include "sluice/verdict.h"

namespace sluice {

struct ViewFinding {
  Finding finding;  // its span is the original's
  std::array<Decoder, kMaxDecoders> decoders = {};
};

// Looks into every view of `text`. A finding of `raw` that began or ended
// inside an escape ("%20jan@example.com" read as "20jan@example.com") goes,
// where the view shows what is really there. True: something was not looked
// into.
bool FindInViews(const DatabaseImage& image, std::string_view text,
                 const ScanOptions& options, Budget& budget,
                 std::vector<Finding>& raw, std::vector<ViewFinding>& found);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_FIND_H_
