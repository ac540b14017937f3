// What a line of text looks like, as small numbers for a linear model.
#ifndef SLUICE_SCANNER_DETECTORS_LINE_FEATURES_H_
#define SLUICE_SCANNER_DETECTORS_LINE_FEATURES_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace sluice {

// Append only: line_model.cc holds one weight for each.
enum class LineFeature : uint32_t {
  kAny,  // always 1
  // Last character.
  kEndSemicolon,
  kEndOpenBrace,
  kEndCloser,
  kEndComma,
  kEndColon,
  kEndSentence,
  kEndBackslash,
  kEndLetter,
  kEndDigit,
  kEndQuote,
  kEndGreater,
  kEndOther,
  // First character.
  kBeginCapital,
  kBeginUpper,
  kBeginLower,
  kBeginDigit,
  kBeginHash,
  kBeginSlashes,
  kBeginStar,
  kBeginBullet,
  kBeginBracket,
  kBeginLess,
  kBeginAt,
  kBeginDollar,
  kBeginQuote,
  kBeginDash,
  kBeginNumbered,
  kBeginUnicode,
  kBeginOther,
  // Indentation.
  kIndentSmall,
  kIndentLarge,
  kIndentTab,
  kIndentDeeper,
  kIndentShallower,
  // Words.
  kFirstStrongKeyword,
  kFirstWeakKeyword,
  kKeywords,
  kCapsWords,
  kNoWords,
  kOneWord,
  kProseWords,
  kFewProseWords,
  kRunNone,
  kRunShort,
  kRunMedium,
  kRunLong,
  kSnakeCase,
  kCamelCase,
  kSigil,
  kNonAscii,
  kLongWords,
  // Shapes.
  kCall,
  kEmptyCall,
  kSpacedAssign,
  kTightAssign,
  kOperator,
  kComparison,
  kMember,
  kIndexed,
  kQuotes,
  kEscape,
  kTag,
  kKeyColon,
  kInnerSemicolon,
  kComment,
  kPipe,
  kBrackets,
  kArrow,
  kBacktick,
  // Shares and sizes.
  kPunctuationNone,
  kPunctuationLow,
  kPunctuationSome,
  kPunctuationHigh,
  kDigitsSome,
  kDigitsHigh,
  kShort,
  kMediumLength,
  kLong,
  kVeryLong,
  // Neighbours and other kinds of text.
  kSameFirst,
  kSameCommas,
  kSamePipes,
  kSameTabs,
  kUrl,
  kClock,
  kPath,
  kFirstCaps,
  kInstruction,
  kParenNumber,
  kCapsStatement,
  kIndentedProse,
  kKeywordProse,
  kUrlLine,
  kCommentProse,
  kCount,
};
inline constexpr uint32_t kLineFeatureCount =
    static_cast<uint32_t>(LineFeature::kCount);

struct LineFeatures {
  std::array<uint8_t, kLineFeatureCount> values{};
  // What the next line is compared with.
  uint32_t indent = 0;
  uint32_t commas = 0, pipes = 0, tabs = 0;
  char first = 0;
};

// `line` holds at least one character that is no white space; `previous` is
// the last such line before it, or null. O(line.size()).
LineFeatures ExtractLineFeatures(std::string_view line,
                                 const LineFeatures* previous);

// Log-odds that the line is code, in 1/64.
int32_t ScoreLine(const LineFeatures& features);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LINE_FEATURES_H_
