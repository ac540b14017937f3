#include "scanner/bulk.h"

#include <algorithm>

#include "scanner/sort.h"

namespace sluice {
namespace {

constexpr uint32_t kMinCount = 5;
constexpr uint32_t kMinPercent = 95;

// Whether matches of the rule passed a checksum already (match_numbers.cc).
bool IsChecked(const DatabaseImage& image, const RuleRecord& rule) {
  if (rule.kind != static_cast<uint32_t>(RuleKind::kNumber)) return false;
  if (rule.checks.count == 0) return false;
  const CheckRecord& check = image.checks[rule.checks.begin];
  return check.on_fail == static_cast<uint32_t>(OnFail::kDrop) &&
         ValidatorEvidence(static_cast<ValidatorId>(check.validator)) ==
             EvidenceKind::kChecksum;
}

uint64_t KeyOf(const Match& match, const TableCell& cell) {
  return uint64_t{match.rule} << 32 | cell.column;
}

}  // namespace

BulkEvidence::BulkEvidence(const DatabaseImage& image, std::string_view text,
                           const std::vector<Match>& matches, Tables& tables,
                           Budget& budget)
    : tables_(tables), budget_(budget) {
  if (matches.size() < kMinCount) return;
  std::vector<Column> seen;
  for (const Match& match : matches) {
    if (!IsChecked(image, image.rules[match.rule])) continue;
    const auto cell = tables.CellAt(match.value.begin, budget);
    if (!cell) continue;
    seen.push_back({KeyOf(match, *cell), 1,
                    tables.RowsAt(match.value.begin, budget), match.value});
  }
  Sort(seen.data(), seen.size(), [](const Column& a, const Column& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.last.begin != b.last.begin ? a.last.begin < b.last.begin
                                        : a.last.end < b.last.end;
  });
  const auto value = [text](Span span) {
    return text.substr(span.begin, span.size());
  };
  for (const Column& next : seen) {
    if (columns_.empty() || columns_.back().key != next.key) {
      columns_.push_back(next);
      continue;
    }
    // The same number again proves nothing.
    Column& column = columns_.back();
    if (value(column.last) != value(next.last)) ++column.count;
    column.last = next.last;
  }
  std::erase_if(columns_, [](const Column& column) {
    return column.count < kMinCount ||
           uint64_t{column.count} * 100 < uint64_t{column.rows} * kMinPercent;
  });
}

bool BulkEvidence::Holds(const Match& match) const {
  if (columns_.empty()) return false;
  const auto cell = tables_.CellAt(match.value.begin, budget_);
  if (!cell) return false;
  const uint64_t key = KeyOf(match, *cell);
  const auto at = std::lower_bound(columns_.begin(), columns_.end(), key,
                                   [](const Column& column, uint64_t wanted) {
                                     return column.key < wanted;
                                   });
  return at != columns_.end() && at->key == key;
}

}  // namespace sluice
