// Tables in a text: rows of cells below a row of headers, as spreadsheets and
// Markdown paste them. A header is a label for every cell below it, however
// far down.
//
// A table is a run of at least two lines with the same number of the same
// delimiter (tab, '|', ';' or ',') whose first line has no number in it; or a
// line without a number above at least two lines that hold little else. Five
// such lines are a table without a header as well.
#ifndef SLUICE_SCANNER_TABLES_H_
#define SLUICE_SCANNER_TABLES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/program.h"
#include "sluice/types.h"

namespace sluice {

struct TableCell {
  Span header;          // what stands above; empty without headers
  Span cell;            // the cell itself
  Span row;             // its line
  uint32_t column = 0;  // the same for all cells below one header
};

// False: no table holds both lines, of which the second follows the first.
bool MayShareTable(std::string_view first, std::string_view second);
// Longer lines are no rows of any table.
inline constexpr uint32_t kMaxTableLine = 2048;

// Reads the text when it is first asked, for most texts are never asked.
class Tables {
 public:
  explicit Tables(std::string_view text) : text_(text) {}

  // nullopt: `pos` is not in a table.
  std::optional<TableCell> CellAt(uint32_t pos, Budget& budget);
  // Rows, without the header, of the table that `pos` is in; 0 for none.
  uint32_t RowsAt(uint32_t pos, Budget& budget);

 private:
  struct Table {
    Span header;  // the first line; empty: that is a row as well
    uint32_t end = 0;
    uint32_t rows = 0;  // below the header
    uint32_t first_column = 0;
    char delimiter = 0;  // 0: one column
  };

  const Table* TableAt(uint32_t pos, Budget& budget);
  void Read();
  uint32_t ReadTable(uint32_t begin, uint32_t end);
  Span LineAt(uint32_t begin) const;

  std::string_view text_;
  std::vector<Table> tables_;
  uint32_t columns_ = 0;
  bool read_ = false;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_TABLES_H_
