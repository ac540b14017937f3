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

class ScanObserver;

// What looking into the views took.
struct ViewWork {
  uint64_t steps = 0;
  bool out_of_steps = false;  // kBudget
  bool complete = true;       // false: something was not looked into, kDecode
};

// Looks into every view of `text` and adds what it finds to `findings`, which
// holds those of the text as it stands. One of them that took an escape for
// part of a value ("%20jan@example.com" read as "20jan@example.com") goes,
// where the view shows what is really there. `steps_per_byte` is what a view
// may cost. `observer` may be null.
ViewWork FindInViews(const DatabaseImage& image, std::string_view text,
                     const ScanOptions& options, uint32_t steps_per_byte,
                     std::vector<Finding>& findings,
                     ScanObserver* observer = nullptr);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_FIND_H_
