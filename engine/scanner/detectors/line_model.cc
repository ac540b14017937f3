// Logistic regression over the features of lines: source files of some sixty
// languages against manuals, mail, law, tables and logs of a dozen tongues,
// most of them from Debian, Python and npm packages, some generated. Weights
// are log-odds in 1/64.
#include "scanner/detectors/line_features.h"

namespace sluice {
namespace {

constexpr int16_t kWeights[kLineFeatureCount] = {
    -19,   // kAny
    105,   // kEndSemicolon
    142,   // kEndOpenBrace
    -5,    // kEndCloser
    5,     // kEndComma
    -35,   // kEndColon
    -71,   // kEndSentence
    61,    // kEndBackslash
    -58,   // kEndLetter
    -24,   // kEndDigit
    -55,   // kEndQuote
    -71,   // kEndGreater
    -13,   // kEndOther
    -142,  // kBeginCapital
    -60,   // kBeginUpper
    -27,   // kBeginLower
    -41,   // kBeginDigit
    48,    // kBeginHash
    137,   // kBeginSlashes
    -2,    // kBeginStar
    -94,   // kBeginBullet
    27,    // kBeginBracket
    -10,   // kBeginLess
    76,    // kBeginAt
    113,   // kBeginDollar
    30,    // kBeginQuote
    -38,   // kBeginDash
    -41,   // kBeginNumbered
    3,     // kBeginUnicode
    4,     // kBeginOther
    94,    // kIndentSmall
    171,   // kIndentLarge
    -115,  // kIndentTab
    2,     // kIndentDeeper
    46,    // kIndentShallower
    94,    // kFirstStrongKeyword
    146,   // kFirstWeakKeyword
    38,    // kKeywords
    10,    // kCapsWords
    45,    // kNoWords
    8,     // kOneWord
    -20,   // kProseWords
    -11,   // kFewProseWords
    13,    // kRunNone
    -20,   // kRunShort
    -21,   // kRunMedium
    9,     // kRunLong
    88,    // kSnakeCase
    66,    // kCamelCase
    24,    // kSigil
    -102,  // kNonAscii
    -19,   // kLongWords
    49,    // kCall
    -36,   // kEmptyCall
    34,    // kSpacedAssign
    18,    // kTightAssign
    50,    // kOperator
    -3,    // kComparison
    6,     // kMember
    19,    // kIndexed
    30,    // kQuotes
    1,     // kEscape
    29,    // kTag
    61,    // kKeyColon
    13,    // kInnerSemicolon
    16,    // kComment
    -31,   // kPipe
    3,     // kBrackets
    26,    // kArrow
    -22,   // kBacktick
    12,    // kPunctuationNone
    -10,   // kPunctuationLow
    -15,   // kPunctuationSome
    -6,    // kPunctuationHigh
    -48,   // kDigitsSome
    31,    // kDigitsHigh
    19,    // kShort
    -3,    // kMediumLength
    -6,    // kLong
    -29,   // kVeryLong
    104,   // kSameFirst
    -85,   // kSameCommas
    -124,  // kSamePipes
    2,     // kSameTabs
    -17,   // kUrl
    -116,  // kClock
    -64,   // kPath
    16,    // kFirstCaps
    44,    // kInstruction
    -254,  // kParenNumber
    -1,    // kCapsStatement
    -26,   // kIndentedProse
    -85,   // kKeywordProse
    -125,  // kUrlLine
    138,   // kCommentProse
};

}  // namespace

int32_t ScoreLine(const LineFeatures& features) {
  int32_t score = 0;
  for (uint32_t i = 0; i < kLineFeatureCount; ++i) {
    score += kWeights[i] * features.values[i];
  }
  return score;
}

}  // namespace sluice
