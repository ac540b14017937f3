#include "scanner/number_index.h"

#include "scanner/database_image.h"

namespace sluice {

NumberIndex IndexNumbers(const DatabaseImage& image) {
  NumberIndex index;
  for (uint32_t rule = 0; rule < image.rules.size(); ++rule) {
    const RuleRecord& record = image.rules[rule];
    if (record.kind != static_cast<uint32_t>(RuleKind::kNumber)) continue;
    if (!image.selected.Has(rule)) continue;
    for (const uint32_t length : image.u32s.subspan(
             record.number_lengths.begin, record.number_lengths.count)) {
      index.Add(length, rule);
    }
  }
  return index;
}

}  // namespace sluice
