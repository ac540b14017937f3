// Lists of people: their headers, and cells that hold a person's name.
#ifndef SLUICE_SCANNER_VALIDATORS_PERSON_CELL_H_
#define SLUICE_SCANNER_VALIDATORS_PERSON_CELL_H_

#include <string_view>

namespace sluice {

// "de Vries", "Jansen, P.J.", "M. El Amrani", "O'NEILL": up to six words of
// which one is capitalised and the others are too, or initials or particles.
// The header above has to say that names follow: alone such words are many
// things. Firms ("Jansen BV") and fillers ("None", "Totaal") are no people.
bool IsPersonCell(std::string_view cell);

// Whether the header `title` is a mere "Name", which things have as well.
bool IsAnyName(std::string_view title);
// Whether a line of headers has a column that only lists of people have: of
// birth, phone numbers, salaries. O(line.size()).
bool ListsPeople(std::string_view headers);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_PERSON_CELL_H_
