#include "scanner/tables.h"

#include <algorithm>

namespace sluice {
namespace {

// It also bounds what a cell costs to find.
constexpr uint32_t kMaxLine = kMaxTableLine;
constexpr uint32_t kMaxHeaderCell = 48;
constexpr uint32_t kMaxLoneCell = 40;
// Fewer rows without a header are no table.
constexpr uint32_t kMinHeadlessRows = 5;
constexpr size_t kBytesPerStep = 8;
constexpr std::string_view kDelimiters = "\t|;,";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool IsLetter(char c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Calls `visit(offset)` for every delimiter outside quotation marks.
template <typename Visit>
void ForDelimiters(std::string_view line, char delimiter, Visit visit) {
  bool quoted = false;
  for (uint32_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == delimiter && !quoted) visit(i);
  }
}

uint32_t CountDelimiters(std::string_view line, char delimiter) {
  uint32_t count = 0;
  ForDelimiters(line, delimiter, [&count](uint32_t) { ++count; });
  return count;
}

// Span of the cell of a line that holds the offset `at`, and its number.
Span CellAround(std::string_view line, char delimiter, uint32_t at,
                uint32_t& number) {
  Span cell = {0, static_cast<uint32_t>(line.size())};
  number = 0;
  ForDelimiters(line, delimiter, [&](uint32_t i) {
    if (i < at) {
      cell.begin = i + 1;
      ++number;
    } else if (i < cell.end) {
      cell.end = i;
    }
  });
  return cell;
}

Span CellOf(std::string_view line, char delimiter, uint32_t number) {
  Span cell = {0, static_cast<uint32_t>(line.size())};
  uint32_t seen = 0;
  ForDelimiters(line, delimiter, [&](uint32_t i) {
    ++seen;
    if (seen == number) cell.begin = i + 1;
    if (seen == number + 1) cell.end = i;
  });
  return cell;
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
    if (IsDigit(c) || cell > kMaxHeaderCell) return false;
    any |= IsLetter(c);
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
  uint32_t digits = 0, letters = 0;
  for (const char c : line) {
    digits += IsDigit(c) ? 1 : 0;
    letters += IsLetter(c) ? 1 : 0;
  }
  return line.size() <= kMaxLoneCell && digits >= 5 && letters <= digits;
}

bool IsEmpty(std::string_view line) {
  return std::all_of(line.begin(), line.end(), IsBlank);
}

}  // namespace

bool MayShareTable(std::string_view first, std::string_view second) {
  if (first.size() > kMaxLine || second.size() > kMaxLine) return false;
  if (IsEmpty(first) || IsEmpty(second)) return false;
  if (IsLoneValue(second)) return true;
  for (const char delimiter : kDelimiters) {
    const uint32_t count = CountDelimiters(second, delimiter);
    if (count > 0 && CountDelimiters(first, delimiter) == count) return true;
  }
  return false;
}

Span Tables::LineAt(uint32_t begin) const {
  const size_t end = std::min(text_.find('\n', begin), text_.size());
  return {begin, static_cast<uint32_t>(end)};
}

// Reads the table whose header is the line [begin, end). Returns where the
// line behind it begins; the next line when there is no table.
uint32_t Tables::ReadTable(uint32_t begin, uint32_t end) {
  const std::string_view header = text_.substr(begin, end - begin);
  if (header.size() > kMaxLine || IsEmpty(header)) return end + 1;
  char delimiter = 0;
  uint32_t count = 0;
  for (const char candidate : kDelimiters) {
    count = CountDelimiters(header, candidate);
    delimiter = count > 0 ? candidate : 0;
    if (count > 0) break;
  }
  const bool headed = IsHeader(header, delimiter);
  if (!headed && delimiter == 0 && !IsLoneValue(header)) return end + 1;
  Table table = {{begin, end}, 0, 0, columns_, delimiter};
  if (!headed) {
    table.header.end = begin;
    table.rows = 1;
  }
  uint32_t next = end + 1;
  while (next < text_.size()) {
    const Span line = LineAt(next);
    const std::string_view row = text_.substr(line.begin, line.size());
    const bool fits =
        row.size() <= kMaxLine && !IsEmpty(row) &&
        (delimiter == 0 ? IsLoneValue(row)
                        : CountDelimiters(row, delimiter) == count);
    if (!fits) break;
    table.rows += IsRule(row) ? 0 : 1;
    table.end = line.end;
    next = line.end + 1;
  }
  const uint32_t least = !headed ? kMinHeadlessRows : delimiter == 0 ? 2 : 1;
  if (table.rows < least) return end + 1;
  columns_ += count + 1;
  tables_.push_back(table);
  return next;
}

void Tables::Read() {
  read_ = true;
  uint32_t pos = 0;
  while (pos < text_.size()) {
    const Span line = LineAt(pos);
    pos = ReadTable(line.begin, line.end);
  }
}

const Tables::Table* Tables::TableAt(uint32_t pos, Budget& budget) {
  if (!read_) {
    const uint64_t cost = text_.size() / kBytesPerStep;
    if (cost > budget.steps) {
      budget.exhausted = true;
      return nullptr;
    }
    budget.steps -= cost;
    Read();
  }
  const auto after = std::upper_bound(
      tables_.begin(), tables_.end(), pos,
      [](uint32_t at, const Table& table) { return at < table.header.begin; });
  if (after == tables_.begin()) return nullptr;
  const Table& table = *(after - 1);
  return pos >= table.header.end && pos < table.end ? &table : nullptr;
}

std::optional<TableCell> Tables::CellAt(uint32_t pos, Budget& budget) {
  const Table* table = TableAt(pos, budget);
  if (table == nullptr) return std::nullopt;
  uint32_t begin = pos;
  while (begin > 0 && text_[begin - 1] != '\n') --begin;
  TableCell found;
  found.row = LineAt(begin);
  const std::string_view row = text_.substr(begin, found.row.size());
  const std::string_view header =
      text_.substr(table->header.begin, table->header.size());
  found.header = table->header;
  found.cell = found.row;
  const bool headed = table->header.size() != 0;
  if (table->delimiter != 0) {
    const Span cell =
        CellAround(row, table->delimiter, pos - begin, found.column);
    found.cell = {begin + cell.begin, begin + cell.end};
    const Span above = CellOf(header, table->delimiter, found.column);
    if (headed) {
      found.header = {table->header.begin + above.begin,
                      table->header.begin + above.end};
    }
  }
  found.column += table->first_column;
  return found;
}

uint32_t Tables::RowsAt(uint32_t pos, Budget& budget) {
  const Table* table = TableAt(pos, budget);
  return table == nullptr ? 0 : table->rows;
}

}  // namespace sluice
