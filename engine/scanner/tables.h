// Tables in a text: rows of cells below a row of headers, as spreadsheets and
// Markdown paste them. A header is a label for every cell below it, however
// far down.
//
// A table is a run of at least two lines with the same number of the same
// delimiter (tab, '|', ';' or ',') whose first line has no number in it; or a
// line without a number above at least two lines that hold little else. Five
// such lines are a table without a header as well. Tables in HTML go before all
// of these.
#ifndef SLUICE_SCANNER_TABLES_H_
#define SLUICE_SCANNER_TABLES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/html_tables.h"
#include "scanner/program.h"
#include "sluice/types.h"

namespace sluice {

struct TableCell {
  Span header;          // what stands above; empty without headers
  Span cell;            // the cell itself
  Span row;             // its line
  uint32_t column = 0;  // the same for all cells below one header
};

// Longer lines are no rows; it also bounds what a cell costs to find.
inline constexpr uint32_t kMaxTableLine = 2048;

// False: no table holds both lines, of which the second follows the first.
bool MayShareTable(std::string_view first, std::string_view second);

// Reads only the lines around the places it is asked about, each once.
class Tables {
 public:
  explicit Tables(std::string_view text) : text_(text), html_(text) {}

  // nullopt: `pos` is not in a table.
  std::optional<TableCell> CellAt(uint32_t pos, Budget& budget);
  // Rows, without the header, of the table that `pos` is in; 0 for none.
  uint32_t RowsAt(uint32_t pos, Budget& budget);

 private:
  static constexpr uint32_t kNoTable = 0xFFFFFFFF;

  struct Table {
    Span header;  // the first line; empty: that is a row as well
    uint32_t end = 0;
    uint32_t rows = 0;   // below the header
    char delimiter = 0;  // 0: one column
  };
  // A line that was read.
  struct KnownLine {
    uint32_t key = 0;  // its begin + 1; 0: a free slot
    uint32_t table = kNoTable;
  };

  std::string_view Text(Span span) const {
    return text_.substr(span.begin, span.size());
  }
  Span LineAround(uint32_t pos) const;
  KnownLine& Slot(uint32_t begin);
  void Remember(Span line, uint32_t table);
  bool ReadAround(Span line, Budget& budget);
  Span ReadTable(Span first);
  uint32_t CountRows(Table& table, uint32_t count, Span first);
  const Table* TableAt(uint32_t pos, Budget& budget);
  void MoveTo(uint32_t pos, const Table& table);

  std::string_view text_;
  HtmlTables html_;
  std::vector<Table> tables_;
  std::vector<KnownLine> lines_;  // open addressing, a power of two
  size_t line_count_ = 0;
  std::vector<Span> rows_;  // of the table that is being read
  // The latest answers: many matches ask about one line, or one cell.
  Span line_ = {1, 0};
  uint32_t line_table_ = kNoTable;
  std::optional<TableCell> cell_;  // in line_
  std::vector<Span> headers_;      // the cells of headers_table_
  uint32_t headers_table_ = kNoTable;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_TABLES_H_
