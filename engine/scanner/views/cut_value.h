// Whether two pieces of text look like one value that was cut.
#ifndef SLUICE_SCANNER_VIEWS_CUT_VALUE_H_
#define SLUICE_SCANNER_VIEWS_CUT_VALUE_H_

#include <cstdint>
#include <string_view>

namespace sluice {

// An account number begun on this line: "NL91 ABNA 04".
bool IsOpenIban(std::string_view text, uint32_t end);

// Digits on both sides, or letters and digits of an account number, with one
// blank between them at most.
bool IsCutNumber(std::string_view text, uint32_t left_end,
                 uint32_t right_begin);

// Whether a number was cut between two groups: both are as long as the next
// group is, "4111 1111|1111 1111".
bool IsCutBetweenGroups(std::string_view text, uint32_t left_end,
                        uint32_t right_begin);

// Whether the two look like one value in two pieces.
// `joined`: where the piece behind the last join begins.
bool Belong(std::string_view text, uint32_t left_end, uint32_t right_begin,
            bool quoted, uint32_t joined);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_CUT_VALUE_H_
