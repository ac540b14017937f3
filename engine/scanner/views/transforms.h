// The transformations of text into views: each reads a base text from left to
// right and writes its edits. All are linear and look a bounded distance
// around.
#ifndef SLUICE_SCANNER_VIEWS_TRANSFORMS_H_
#define SLUICE_SCANNER_VIEWS_TRANSFORMS_H_

#include <string_view>

#include "scanner/database_image.h"
#include "scanner/views/view_writer.h"

namespace sluice {

// unmark.cc: inline HTML tags, comments, emphasis and backslashes that stand
// inside a value; remains of terminal colours.
void RemoveMarks(std::string_view text, ViewWriter& out);

// unwrap.cc: line breaks inside a value, with quote marks, comment signs, line
// numbers and the like around them; string literals put together by an
// operator.
void Unwrap(std::string_view text, ViewWriter& out);

// habit.cc: "jan [at] example (dot) nl".
void ReadHabits(std::string_view text, ViewWriter& out);

// digits.cc: one number written in groups, by whatever separators, if one of
// the rules takes it.
void JoinDigits(std::string_view text, const DatabaseImage& image,
                ViewWriter& out);

// Decoders. Those of the first group decode in place, character by character.
void DecodePercent(std::string_view text, ViewWriter& out);
void DecodeHtml(std::string_view text, ViewWriter& out);
void DecodeEscapes(std::string_view text, ViewWriter& out);
void DecodeQuotedPrintable(std::string_view text, ViewWriter& out);

// base64.cc, hex.cc: runs that decode to text are replaced as a whole. What is
// compressed goes to `inflated` instead.
void DecodeBase64(std::string_view text, ViewBudget& budget, ViewWriter& out,
                  ViewWriter& inflated);
void DecodeHex(std::string_view text, ViewBudget& budget, ViewWriter& out,
               ViewWriter& inflated);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_TRANSFORMS_H_
