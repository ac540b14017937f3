// Tables written in HTML, as mail programs and web pages give them away.
//
// A cell is what stands between <td> or <th> and the next tag of a table. The
// first row of a table labels the cells below it unless it has a digit in it.
#ifndef SLUICE_SCANNER_HTML_TABLES_H_
#define SLUICE_SCANNER_HTML_TABLES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/program.h"
#include "sluice/types.h"

namespace sluice {

class HtmlTables {
 public:
  struct Table {
    uint32_t begin = 0;
    uint32_t first_row = 0;
    uint32_t rows = 0;
    bool headed = false;
  };
  struct Row {
    Span span;
    uint32_t table = 0;
    uint32_t first_cell = 0;
    uint32_t cells = 0;
  };
  // Where a place is: indices into the lists below.
  struct Place {
    const Table* table = nullptr;  // nullptr: in no cell
    const Row* row = nullptr;
    uint32_t column = 0;
    Span cell;
    Span header;  // empty without headers
  };

  explicit HtmlTables(std::string_view text) : text_(text) {}

  // Reads the text once, at the first call.
  Place At(uint32_t pos, Budget& budget);

 private:
  void Read();
  void OpenTable(uint32_t at);
  void OpenRow(uint32_t at, uint32_t behind);
  void OpenCell(uint32_t behind);
  void CloseCell(uint32_t at);
  void CloseRow(uint32_t at);
  void CloseTable(uint32_t at);
  void FindHeaders();

  std::string_view text_;
  std::vector<Table> tables_;
  std::vector<Row> rows_;
  std::vector<Span> cells_;
  bool read_ = false;
  bool in_table_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
};

// Whether a table in HTML is open behind the tags that begin in `span`.
// `inside`: one is before them.
bool HtmlTableGoesOn(std::string_view text, Span span, bool inside);

}  // namespace sluice

#endif  // SLUICE_SCANNER_HTML_TABLES_H_
