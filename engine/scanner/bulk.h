// Evidence from many: when all numbers in a column pass one check, they are
// what the check is for. A tenth of all numbers pass the check of a BSN, five
// in a row do once in a hundred thousand columns.
#ifndef SLUICE_SCANNER_BULK_H_
#define SLUICE_SCANNER_BULK_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/stages.h"
#include "scanner/tables.h"

namespace sluice {

class BulkEvidence {
 public:
  BulkEvidence(const DatabaseImage& image, std::string_view text,
               const std::vector<Match>& matches, Tables& tables,
               Budget& budget);

  // Whether `match` stands in a column of which nearly every row, and no fewer
  // than five, passes the checksum of its rule.
  bool Holds(const Match& match) const;

 private:
  struct Column {
    uint64_t key = 0;  // rule, column
    uint32_t count = 0;
    uint32_t rows = 0;
    Span last;
  };

  Tables& tables_;
  Budget& budget_;
  std::vector<Column> columns_;  // by key
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_BULK_H_
