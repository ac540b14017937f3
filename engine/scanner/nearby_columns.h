// Columns of values: what stands below a header "Password", "Surname" or
// "Passport no.".
#ifndef SLUICE_SCANNER_NEARBY_COLUMNS_H_
#define SLUICE_SCANNER_NEARBY_COLUMNS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "sluice/types.h"

namespace sluice {

enum class ColumnOf {
  kPasswords,  // each cell for itself
  kNames,      // most cells are names, and the label is the whole header cell
  kValues,     // each cell with a digit; the header may be the only cell
};

class Columns {
 public:
  explicit Columns(std::string_view text) : text_(text) {}

  // The cells below the header cell that `label` stands in and that look like
  // what it says; none when it stands in no header. Labels must be asked for in
  // ascending order: a text is read a few times at most, whatever it holds.
  std::vector<Span> Below(Span label, ColumnOf content);
  // Bytes read since the last call.
  uint64_t TakeCost();

 private:
  Span LineAt(uint32_t pos) const;
  std::vector<Span> Read(Span header, Span label, ColumnOf content);

  std::string_view text_;
  uint32_t header_ = 0xFFFFFFFFu;  // line of the last label
  uint32_t columns_ = 0;           // read below it
  uint32_t end_ = 0;               // of the last table
  uint64_t cost_ = 0;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_NEARBY_COLUMNS_H_
