#include "scanner/nearby_columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "scanner/validators/characters.h"
#include "scanner/validators/likeness.h"
#include "scanner/validators/person_cell.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxHeader = 400;
constexpr uint32_t kMaxHeaderCell = 32;
constexpr uint32_t kMaxBeside = 12;  // beside the label, where it stands alone
constexpr uint32_t kMaxRow = 1024;
constexpr uint32_t kMaxColumns = 4;
// What parts the cells; spaces do so from two on.
constexpr std::string_view kDelimiters = "\t|;,";

struct Cell {
  Span span;
  uint32_t number = 0;
};

// Calls `visit(span, number)` for each cell of the line.
template <typename Visit>
uint32_t ForCells(std::string_view line, char delimiter, Visit visit) {
  uint32_t begin = 0, number = 0;
  const auto size = static_cast<uint32_t>(line.size());
  bool quoted = false;
  for (uint32_t i = 0; i < size; ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (quoted) continue;
    const bool gap = delimiter == ' ' && line[i] == ' ' && i + 1 < size &&
                     line[i + 1] == ' ' && i > begin;
    if (line[i] != delimiter || (delimiter == ' ' && !gap)) continue;
    visit(Span{begin, i}, number++);
    while (gap && i + 1 < size && line[i + 1] == ' ') ++i;
    begin = i + 1;
  }
  visit(Span{begin, size}, number);
  return number;
}

Span Bare(std::string_view line, Span cell) {
  constexpr std::string_view kAround = "\"'`* \r";
  while (cell.size() > 0 && kAround.find(line[cell.begin]) != kAround.npos) {
    ++cell.begin;
  }
  while (cell.size() > 0 && kAround.find(line[cell.end - 1]) != kAround.npos) {
    --cell.end;
  }
  return cell;
}

// Words, as a header has them; lists in code hold other things.
bool IsTitle(std::string_view cell, char delimiter, ColumnOf content) {
  if (cell.empty()) return delimiter == '|' || delimiter == '\t';
  if (cell.size() > kMaxHeaderCell) return false;
  // Lists of people have columns "Salary (EUR)", "Phone 2" as well.
  const std::string_view others =
      content == ColumnOf::kPasswords ? " _-/.&#" : " _-/.&#()%:'0123456789";
  for (const char c : cell) {
    if (!IsLetterByteOrUtf8(c) && others.find(c) == others.npos) return false;
  }
  return true;
}

// The cell that holds the label, if it is a word or two like its neighbours;
// only numbers and codes have it without neighbours.
std::optional<Cell> HeaderCell(std::string_view line, char delimiter,
                               Span label, ColumnOf content) {
  std::optional<Cell> found;
  bool words = true;
  const uint32_t last =
      ForCells(line, delimiter, [&](Span span, uint32_t number) {
        const Span bare = Bare(line, span);
        words &=
            IsTitle(line.substr(bare.begin, bare.size()), delimiter, content);
        if (span.begin <= label.begin && label.begin < span.end) {
          found = Cell{bare, number};
        }
      });
  const bool alone =
      content == ColumnOf::kValues && line.size() <= label.size() + kMaxBeside;
  if (!words || (last == 0 && !alone)) return std::nullopt;
  const bool whole =
      found && found->span.begin == label.begin && found->span.end == label.end;
  if (content == ColumnOf::kNames) {
    const std::string_view title = line.substr(label.begin, label.size());
    if (!whole || (IsAnyName(title) && !ListsPeople(line))) return std::nullopt;
  }
  return found;
}

// Several words, or one of lower-case letters: names, not passwords.
bool IsName(std::string_view cell) {
  return IsIn(' ', cell) || std::all_of(cell.begin(), cell.end(), [](char c) {
           return IsLowerByteOrUtf8(c) || IsIn(c, "_-@.");
         });
}

bool IsRuler(std::string_view line) {
  return line.find_first_not_of("|-:=+ \t\r") == line.npos;
}

bool IsEmpty(std::string_view line) {
  return line.find_first_not_of(" \r") == line.npos;
}

bool Fits(std::string_view cell, ColumnOf content) {
  if (content == ColumnOf::kNames) return IsPersonCell(cell);
  if (content == ColumnOf::kValues) {
    return cell.size() <= size_t{2} * kMaxHeaderCell &&
           std::any_of(cell.begin(), cell.end(), IsDigitByte);
  }
  return !IsName(cell) && IsPasswordUnder(Tie::kDirect, cell);
}

}  // namespace

Span Columns::LineAt(uint32_t pos) const {
  const size_t before = pos == 0 ? text_.npos : text_.rfind('\n', pos - 1);
  const size_t begin = before == text_.npos ? 0 : before + 1;
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(std::min(text_.find('\n', pos), text_.size()))};
}

uint64_t Columns::TakeCost() { return std::exchange(cost_, 0); }

std::vector<Span> Columns::Below(Span label, ColumnOf content) {
  // Far from a line's begin there is no header; this also bounds the search.
  const uint32_t near = label.begin - std::min(label.begin, kMaxHeader);
  const std::string_view before = text_.substr(near, label.begin - near);
  if (before.find('\n') == before.npos && near > 0) return {};
  const std::string_view after = text_.substr(label.end, kMaxHeader);
  if (after.find('\n') == after.npos) return {};
  const Span header = LineAt(label.begin);
  if (label.begin < end_ && header.begin != header_) return {};
  if (header.begin != header_) columns_ = 0;
  header_ = header.begin;
  if (header.size() > kMaxHeader || columns_ == kMaxColumns) return {};
  return Read(header, label, content);
}

std::vector<Span> Columns::Read(Span header, Span label, ColumnOf content) {
  const std::string_view line = text_.substr(header.begin, header.size());
  const size_t found = line.find_first_of(kDelimiters);
  const bool tabs = line.find('\t') != line.npos;
  const bool bars = line.find('|') != line.npos;
  const char delimiter = tabs                 ? '\t'
                         : bars               ? '|'
                         : found != line.npos ? line[found]
                                              : ' ';
  const auto cell = HeaderCell(
      line, delimiter, {label.begin - header.begin, label.end - header.begin},
      content);
  cost_ += header.size();
  std::vector<Span> values;
  if (!cell) return values;
  ++columns_;
  const uint32_t cells = ForCells(line, delimiter, [](Span, uint32_t) {});
  uint32_t strange = 0;
  for (uint32_t pos = header.end + 1; pos < text_.size();) {
    const Span row = LineAt(pos);
    const std::string_view text = text_.substr(row.begin, row.size());
    if (text.size() > kMaxRow || IsEmpty(text)) break;
    Span value;
    const uint32_t count =
        ForCells(text, delimiter, [&](Span span, uint32_t number) {
          if (number == cell->number) value = Bare(text, span);
        });
    cost_ += row.size();
    if (!IsRuler(text) && count != cells) break;
    const std::string_view word = text.substr(value.begin, value.size());
    if (Fits(word, content)) {
      values.push_back({row.begin + value.begin, row.begin + value.end});
    } else if (!word.empty() && !IsRuler(word)) {
      ++strange;
    }
    pos = row.end + 1;
    end_ = std::max(end_, row.end);
  }
  if (content == ColumnOf::kNames && 2 * strange > values.size()) values = {};
  return values;
}

}  // namespace sluice
