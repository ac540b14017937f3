// All views of a text, and which rules may find in them.
#ifndef SLUICE_SCANNER_VIEWS_VIEWS_H_
#define SLUICE_SCANNER_VIEWS_VIEWS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "scanner/database_image.h"
#include "scanner/views/view.h"

namespace sluice {

// Appends every view that can show something the text as it stands does not.
// A text without anything to see through costs one look at each byte. A view
// stands behind its parent. When the budget ran out (budget.exhausted),
// something was left out: IncompleteReason::kDecode.
void BuildViews(std::string_view original, const DatabaseImage& image,
                ViewBudget& budget, std::vector<View>& views);

// The original bytes behind a span of view `index`: whole code points, what
// was dropped inside included; for what was decoded as a whole, the encoded
// run. nullopt: the span reaches over a gap.
std::optional<Span> MapToOriginal(const std::vector<View>& views,
                                  uint32_t index, Span span);

// Whether anything in the span reads differently in the original.
bool IsEdited(const std::vector<View>& views, uint32_t index, Span span);

// The decoders that had a part in the span, outermost first; kNone behind the
// last one.
std::array<Decoder, kMaxDecoders> DecodersOf(const std::vector<View>& views,
                                             uint32_t index, Span span);

// Whether the rule is sure enough for what the view does to a text: joined
// digits are for numbers with check digits, decoded and unwrapped text is for
// rules with a check or a form of high confidence.
bool AdmitsView(const DatabaseImage& image, const RuleRecord& rule,
                const View& view);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_VIEWS_H_
