// What stands before a line of code that was copied out of something: the marks
// of a quoted message, the numbers of a listing.
#ifndef SLUICE_SCANNER_DETECTORS_LINE_MARKS_H_
#define SLUICE_SCANNER_DETECTORS_LINE_MARKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

// Reads the lines of a text in order.
class LineMarks {
 public:
  // Where the line [begin, end) of `text` begins behind its marks.
  //
  // Numbers count as marks when they go up from line to line: "12  x", "12| x",
  // "12: x", as editors, `cat -n`, `grep -n` and compilers write them, also
  // behind the name of a file. So "3 eggs" keeps its number, and a listing
  // keeps none.
  size_t Skip(std::string_view text, size_t begin, size_t end);

 private:
  int32_t number_ = -1;  // of the last numbered line
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LINE_MARKS_H_
