#include "scanner/tables.h"

#include <algorithm>
#include <array>

#include "scanner/bytes.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxHeaderCell = 48;
constexpr uint32_t kMaxLoneCell = 40;
// Fewer rows without a header are no table.
constexpr uint32_t kMinHeadlessRows = 5;
constexpr size_t kBytesPerStep = 8;
constexpr std::string_view kDelimiters = "\t|;,";

// Calls `visit(offset)` for every delimiter outside quotation marks.
template <typename Visit>
void ForDelimiters(std::string_view line, char delimiter, Visit visit) {
  bool quoted = false;
  for (uint32_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == delimiter && !quoted) visit(i);
  }
}

// How often each of kDelimiters stands in a line, outside quotation marks.
struct Marks {
  std::array<uint32_t, kDelimiters.size()> counts = {};
};

// 1 + the delimiter's index; kQuote; 0 for all else.
constexpr uint8_t kQuote = kDelimiters.size() + 1;
constexpr std::array<uint8_t, 256> kMarkOfByte = [] {
  std::array<uint8_t, 256> table{};
  uint8_t number = 0;
  for (const char c : kDelimiters) table[static_cast<uint8_t>(c)] = ++number;
  table['"'] = kQuote;
  return table;
}();

Marks MarksOf(std::string_view line) {
  Marks marks;
  bool quoted = false;
  for (const char c : line) {
    const uint8_t mark = kMarkOfByte[static_cast<uint8_t>(c)];
    if (mark == 0) continue;
    if (mark == kQuote) {
      quoted = !quoted;
    } else if (!quoted) {
      ++marks.counts[mark - 1u];
    }
  }
  return marks;
}

// Headers are words: no numbers, no sentences.
bool IsHeader(std::string_view line, char delimiter) {
  uint32_t cell = 0;
  bool any = false;
  for (const char c : line) {
    if (c == delimiter && delimiter != 0) {
      cell = 0;
      continue;
    }
    // In characters: labels in Thai or Greek take two or three bytes for each.
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    cell += begins ? 1 : 0;
    if (IsDigitByte(c) || cell > kMaxHeaderCell) return false;
    any |= IsLetterByteOrUtf8(c);
  }
  return any;
}

// "|---|:--:|" below the headers of Markdown.
bool IsRule(std::string_view line) {
  return line.find_first_not_of("|-: \t\r") == line.npos &&
         line.find('-') != line.npos;
}

// A line that is one value: digits and little else.
bool IsLoneValue(std::string_view line) {
  if (line.size() > kMaxLoneCell) return false;
  uint32_t digits = 0, letters = 0;
  for (const char c : line) {
    digits += IsDigitByte(c) ? 1 : 0;
    letters += IsLetterByteOrUtf8(c) ? 1 : 0;
  }
  return digits >= 5 && letters <= digits;
}

bool IsEmpty(std::string_view line) {
  return std::all_of(line.begin(), line.end(), IsSpaceInLine);
}

// The line that ends before `end`; one that is too long is cut to more than
// the longest row has.
Span LineBefore(std::string_view text, uint32_t end) {
  const uint32_t least = end - std::min(end, kMaxTableLine + 1);
  uint32_t begin = end;
  while (begin > least && text[begin - 1] != '\n') --begin;
  return {begin, end};
}

// The same for the line that begins at `begin`.
Span LineFrom(std::string_view text, uint32_t begin) {
  const std::string_view line = text.substr(begin, kMaxTableLine + 1);
  const size_t size = std::min(line.find('\n'), line.size());
  return {begin, begin + static_cast<uint32_t>(size)};
}

bool Pay(Span line, Budget& budget) {
  return budget.Pay(1 + line.size() / kBytesPerStep);
}

// Columns of some tables are parted by spaces alone.
bool HasGap(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t\r");
  return first != line.npos && line.find("  ", first) != line.npos;
}

}  // namespace

bool MayShareTable(std::string_view first, std::string_view second) {
  const size_t longest = std::max(first.size(), second.size());
  if (longest > kMaxTableLine || IsEmpty(first) || IsEmpty(second)) {
    return false;
  }
  if (IsLoneValue(second)) return true;
  if (HasGap(first) && HasGap(second)) return true;
  const Marks above = MarksOf(first), below = MarksOf(second);
  for (size_t i = 0; i < kDelimiters.size(); ++i) {
    if (below.counts[i] > 0 && above.counts[i] == below.counts[i]) return true;
  }
  return false;
}

Span Tables::LineAround(uint32_t pos) const {
  const uint32_t begin = LineBefore(text_, pos).begin;
  return {begin, LineFrom(text_, pos).end};
}

Tables::KnownLine& Tables::Slot(uint32_t begin) {
  const size_t mask = lines_.size() - 1;
  size_t at = (begin * 0x9E3779B1u >> 7) & mask;
  while (lines_[at].key != 0 && lines_[at].key != begin + 1) {
    at = (at + 1) & mask;
  }
  return lines_[at];
}

void Tables::Remember(Span line, uint32_t table) {
  if (2 * (line_count_ + 1) > lines_.size()) {
    std::vector<KnownLine> old(std::max<size_t>(16, 4 * line_count_));
    old.swap(lines_);
    for (const KnownLine& known : old) {
      if (known.key != 0) Slot(known.key - 1) = known;
    }
  }
  KnownLine& slot = Slot(line.begin);
  line_count_ += slot.key == 0 ? 1 : 0;
  slot = {line.begin + 1, table};
}

// Collects the rows from the line `first` on. Returns where they end.
uint32_t Tables::CountRows(Table& table, uint32_t count, Span first) {
  const size_t column = kDelimiters.find(table.delimiter);
  uint32_t end = first.end;
  while (end + 1 < text_.size()) {
    const Span line = LineFrom(text_, end + 1);
    const std::string_view row = Text(line);
    const bool fits =
        row.size() <= kMaxTableLine && !IsEmpty(row) &&
        (table.delimiter == 0 ? IsLoneValue(row)
                              : MarksOf(row).counts[column] == count);
    if (!fits) break;
    rows_.push_back(line);
    table.rows += IsRule(row) ? 0 : 1;
    end = line.end;
  }
  return end;
}

// Reads the table whose header is the line `first`. Returns its last line;
// `first` when there is no table.
Span Tables::ReadTable(Span first) {
  const std::string_view header = Text(first);
  Remember(first, kNoTable);
  if (header.size() > kMaxTableLine || IsEmpty(header)) return first;
  const Marks marks = MarksOf(header);
  size_t column = 0;
  while (column < kDelimiters.size() && marks.counts[column] == 0) ++column;
  const bool single = column == kDelimiters.size();
  const char delimiter = single ? '\0' : kDelimiters[column];
  const uint32_t count = single ? 0 : marks.counts[column];
  const bool headed = IsHeader(header, delimiter);
  if (!headed && single && !IsLoneValue(header)) return first;
  Table table = {first, 0, 0, delimiter};
  if (!headed) {
    table.header.end = first.begin;
    table.rows = 1;
  }
  rows_.assign(1, first);
  table.end = CountRows(table, count, first);
  const uint32_t least = !headed ? kMinHeadlessRows : single ? 2 : 1;
  if (table.rows < least) return first;
  const auto index = static_cast<uint32_t>(tables_.size());
  tables_.push_back(table);
  for (const Span row : rows_) Remember(row, index);
  return rows_.back();
}

// Reads all lines that may share a table with `line`, directly or by those
// between. False: they cannot be paid for.
bool Tables::ReadAround(Span line, Budget& budget) {
  Span first = line;
  while (first.begin > 0) {
    if (!Pay(first, budget)) return false;
    const Span before = LineBefore(text_, first.begin - 1);
    if (!MayShareTable(Text(before), Text(first))) break;
    first = before;
  }
  for (;;) {
    if (!Pay(first, budget)) return false;
    const Span last = ReadTable(first);
    for (uint32_t end = first.end; end < last.end; end += kMaxTableLine) {
      if (!Pay({0, kMaxTableLine}, budget)) return false;
    }
    if (last.end + 1 >= text_.size()) return true;
    first = LineFrom(text_, last.end + 1);
    if (last.end >= line.end && !MayShareTable(Text(last), Text(first))) {
      return true;
    }
  }
}

const Tables::Table* Tables::TableAt(uint32_t pos, Budget& budget) {
  if (pos < line_.begin || pos > line_.end) {
    const Span line = LineAround(pos);
    line_ = {1, 0};
    if (!Pay(line, budget)) return nullptr;
    line_table_ = kNoTable;
    if (line.size() <= kMaxTableLine) {
      const bool known =
          !lines_.empty() && Slot(line.begin).key == line.begin + 1;
      if (!known && !ReadAround(line, budget)) return nullptr;
      line_table_ = Slot(line.begin).table;
    }
    line_ = line;
    cell_.reset();
  }
  if (line_table_ == kNoTable) return nullptr;
  const Table& table = tables_[line_table_];
  return pos >= table.header.end && pos < table.end ? &table : nullptr;
}

// Makes cell_ the one at `pos`, which is in line_.
void Tables::MoveTo(uint32_t pos, const Table& table) {
  const bool ahead = cell_ && cell_->cell.begin <= pos;
  TableCell next = {table.header, line_, line_, table.header.begin};
  if (table.delimiter == 0) {
    cell_ = next;
    return;
  }
  if (ahead) {
    next.cell.begin = cell_->cell.begin;
    next.column = cell_->column;
  }
  // A cell begins outside quotation marks.
  const uint32_t from = next.cell.begin;
  ForDelimiters(Text({from, line_.end}), table.delimiter, [&](uint32_t i) {
    if (from + i < pos) {
      next.cell.begin = from + i + 1;
      ++next.column;
    } else {
      next.cell.end = std::min(next.cell.end, from + i);
    }
  });
  const size_t number = next.column - table.header.begin;
  if (number < headers_.size()) next.header = headers_[number];
  cell_ = next;
}

std::optional<TableCell> Tables::CellAt(uint32_t pos, Budget& budget) {
  const HtmlTables::Place place = html_.At(pos, budget);
  if (place.table != nullptr) {
    return TableCell{place.header, place.cell, place.row->span,
                     place.table->begin + place.column};
  }
  const Table* table = TableAt(pos, budget);
  if (table == nullptr) return std::nullopt;
  if (cell_ && pos >= cell_->cell.begin && pos <= cell_->cell.end) return cell_;
  if (headers_table_ != line_table_) {
    headers_table_ = line_table_;
    headers_.clear();
    uint32_t begin = table->header.begin;
    const auto add = [&](uint32_t end) {
      headers_.push_back({begin, end});
      begin = end + 1;
    };
    if (table->header.size() != 0) {
      ForDelimiters(Text(table->header), table->delimiter,
                    [&](uint32_t i) { add(table->header.begin + i); });
      add(table->header.end);
    }
  }
  MoveTo(pos, *table);
  return cell_;
}

uint32_t Tables::RowsAt(uint32_t pos, Budget& budget) {
  const HtmlTables::Place place = html_.At(pos, budget);
  if (place.table != nullptr) {
    return place.table->rows - (place.table->headed ? 1 : 0);
  }
  const Table* table = TableAt(pos, budget);
  return table == nullptr ? 0 : table->rows;
}

}  // namespace sluice
