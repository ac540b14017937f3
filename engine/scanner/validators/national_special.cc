// Identifiers no weighted sum describes, by index.
#include "scanner/validators/checks.h"
#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

const Special& SpecialAt(uint32_t index) {
  const auto european = static_cast<uint32_t>(EuropeanChecks().size());
  return index < european ? EuropeanChecks()[index]
                          : OtherChecks()[index - european];
}

}  // namespace

uint32_t SpecialCount() {
  return static_cast<uint32_t>(EuropeanChecks().size() + OtherChecks().size());
}

std::string_view SpecialName(uint32_t index) { return SpecialAt(index).name; }

EvidenceKind SpecialEvidence(uint32_t index) {
  return SpecialAt(index).evidence;
}

bool CheckSpecial(uint32_t index, std::string_view value) {
  const Special& special = SpecialAt(index);
  if (special.as_written) return special.check(value);
  const Compact compact = MakeCompact(value);
  return compact.valid && compact.size > 0 && special.check(compact.view());
}

}  // namespace sluice
