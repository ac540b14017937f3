#include "scanner/html_tables.h"

#include <algorithm>

#include "scanner/bytes.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxTagBytes = 400;
constexpr size_t kBytesPerStep = 16;

enum class Tag { kOther, kTable, kTableEnd, kRow, kRowEnd, kCell, kCellEnd };

// Whether the tag whose '<' or "</" ends before `at` is called `name`.
bool IsCalled(std::string_view text, uint32_t at, std::string_view name) {
  for (const char c : name) {
    if (LowerByte(ByteAt(text, at++)) != c) return false;
  }
  return !IsAlnumByte(ByteAt(text, at));
}

// The kind of the tag at `at`, a '<'.
Tag TagAt(std::string_view text, uint32_t at) {
  const bool ends = ByteAt(text, at + 1) == '/';
  const uint32_t name = at + (ends ? 2 : 1);
  if (LowerByte(ByteAt(text, name)) != 't') return Tag::kOther;
  if (IsCalled(text, name, "td") || IsCalled(text, name, "th")) {
    return ends ? Tag::kCellEnd : Tag::kCell;
  }
  if (IsCalled(text, name, "tr")) return ends ? Tag::kRowEnd : Tag::kRow;
  if (IsCalled(text, name, "table")) {
    return ends ? Tag::kTableEnd : Tag::kTable;
  }
  return Tag::kOther;
}

// Where the tag at `at` ends; right behind its '<' if it does so nowhere near.
uint32_t EndOfTag(std::string_view text, uint32_t at) {
  const size_t size = text.substr(at, kMaxTagBytes).find('>');
  return at + 1 + (size == text.npos ? 0 : static_cast<uint32_t>(size));
}

}  // namespace

bool HtmlTableGoesOn(std::string_view text, Span span, bool inside) {
  const std::string_view until = text.substr(0, span.end);
  for (uint32_t at = FindByte(until, span.begin, '<'); at < span.end;
       at = FindByte(until, at + 1, '<')) {
    const Tag tag = TagAt(text, at);
    if (tag == Tag::kTable || tag == Tag::kRow) inside = true;
    if (tag == Tag::kTableEnd) inside = false;
  }
  return inside;
}

HtmlTables::Place HtmlTables::At(uint32_t pos, Budget& budget) {
  if (!read_) {
    read_ = true;
    if (!budget.Pay(1 + text_.size() / kBytesPerStep)) return {};
    Read();
  }
  const auto behind = std::upper_bound(
      rows_.begin(), rows_.end(), pos,
      [](uint32_t at, const Row& row) { return at < row.span.begin; });
  if (behind == rows_.begin()) return {};
  const Row& row = behind[-1];
  if (pos >= row.span.end) return {};
  const auto first = cells_.begin() + row.first_cell;
  const auto cell =
      std::upper_bound(first, first + row.cells, pos,
                       [](uint32_t at, Span span) { return at < span.begin; });
  if (cell == first || pos >= cell[-1].end) return {};
  const auto column = static_cast<uint32_t>(cell - first) - 1;
  const Table& table = tables_[row.table];
  const Row& head = rows_[table.first_row];
  Place place = {&table, &row, column, cell[-1], {}};
  if (table.headed && &row != &head && column < head.cells) {
    place.header = cells_[head.first_cell + column];
  }
  return place;
}

void HtmlTables::Read() {
  const auto size = static_cast<uint32_t>(text_.size());
  for (uint32_t at = FindByte(text_, 0, '<'); at < size;
       at = FindByte(text_, at + 1, '<')) {
    switch (TagAt(text_, at)) {
      case Tag::kOther:
        break;
      case Tag::kTable:
        CloseTable(at);
        OpenTable(at);
        break;
      case Tag::kTableEnd:
        CloseTable(at);
        break;
      case Tag::kRow:
        OpenRow(at, EndOfTag(text_, at));
        break;
      case Tag::kRowEnd:
        CloseRow(at);
        break;
      case Tag::kCell:
        CloseCell(at);
        OpenCell(EndOfTag(text_, at));
        break;
      case Tag::kCellEnd:
        CloseCell(at);
        break;
    }
  }
  CloseTable(size);
  FindHeaders();
}

void HtmlTables::OpenTable(uint32_t at) {
  in_table_ = true;
  tables_.push_back({at, static_cast<uint32_t>(rows_.size()), 0, false});
}

void HtmlTables::OpenRow(uint32_t at, uint32_t behind) {
  CloseRow(at);
  if (!in_table_) OpenTable(at);
  in_row_ = true;
  ++tables_.back().rows;
  rows_.push_back({{behind, behind},
                   static_cast<uint32_t>(tables_.size()) - 1,
                   static_cast<uint32_t>(cells_.size()),
                   0});
}

void HtmlTables::OpenCell(uint32_t behind) {
  if (!in_row_) return;
  in_cell_ = true;
  ++rows_.back().cells;
  cells_.push_back({behind, behind});
}

void HtmlTables::CloseCell(uint32_t at) {
  if (in_cell_) cells_.back().end = std::max(at, cells_.back().begin);
  in_cell_ = false;
}

void HtmlTables::CloseRow(uint32_t at) {
  CloseCell(at);
  if (in_row_) rows_.back().span.end = std::max(at, rows_.back().span.begin);
  in_row_ = false;
}

void HtmlTables::CloseTable(uint32_t at) {
  CloseRow(at);
  in_table_ = false;
}

void HtmlTables::FindHeaders() {
  for (Table& table : tables_) {
    if (table.rows < 2) continue;
    const Row& head = rows_[table.first_row];
    const auto first = cells_.begin() + head.first_cell;
    table.headed = std::none_of(first, first + head.cells, [this](Span cell) {
      return HasDigit(text_.substr(cell.begin, cell.size()));
    });
  }
}

}  // namespace sluice
