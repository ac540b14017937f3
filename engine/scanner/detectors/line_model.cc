// Logistic regression over the features of lines: source files of some sixty
// languages against manuals, mail, law, tables and logs of a dozen tongues, all
// from Debian's packages. Weights are log-odds in 1/64.
#include "scanner/detectors/line_features.h"

namespace sluice {
namespace {

constexpr int16_t kWeights[kLineFeatureCount] = {
    -18,  // kAny
    109,  // kEndSemicolon
    145,  // kEndOpenBrace
    -5,  // kEndCloser
    5,  // kEndComma
    -36,  // kEndColon
    -70,  // kEndSentence
    66,  // kEndBackslash
    -60,  // kEndLetter
    -26,  // kEndDigit
    -59,  // kEndQuote
    -70,  // kEndGreater
    -17,  // kEndOther
    -151,  // kBeginCapital
    -67,  // kBeginUpper
    -37,  // kBeginLower
    -47,  // kBeginDigit
    87,  // kBeginHash
    176,  // kBeginSlashes
    26,  // kBeginStar
    -105,  // kBeginBullet
    22,  // kBeginBracket
    -11,  // kBeginLess
    68,  // kBeginAt
    109,  // kBeginDollar
    21,  // kBeginQuote
    -48,  // kBeginDash
    -52,  // kBeginNumbered
    -6,  // kBeginUnicode
    -2,  // kBeginOther
    87,  // kIndentSmall
    164,  // kIndentLarge
    -114,  // kIndentTab
    3,  // kIndentDeeper
    50,  // kIndentShallower
    93,  // kFirstStrongKeyword
    118,  // kFirstWeakKeyword
    37,  // kKeywords
    10,  // kCapsWords
    44,  // kNoWords
    8,  // kOneWord
    -19,  // kProseWords
    -11,  // kFewProseWords
    14,  // kRunNone
    -17,  // kRunShort
    -21,  // kRunMedium
    7,  // kRunLong
    88,  // kSnakeCase
    66,  // kCamelCase
    26,  // kSigil
    -102,  // kNonAscii
    -21,  // kLongWords
    50,  // kCall
    -33,  // kEmptyCall
    38,  // kSpacedAssign
    18,  // kTightAssign
    47,  // kOperator
    0,  // kComparison
    5,  // kMember
    21,  // kIndexed
    31,  // kQuotes
    3,  // kEscape
    28,  // kTag
    63,  // kKeyColon
    14,  // kInnerSemicolon
    20,  // kComment
    -31,  // kPipe
    4,  // kBrackets
    29,  // kArrow
    -21,  // kBacktick
    16,  // kPunctuationNone
    -5,  // kPunctuationLow
    -16,  // kPunctuationSome
    -13,  // kPunctuationHigh
    -47,  // kDigitsSome
    27,  // kDigitsHigh
    26,  // kShort
    -1,  // kMediumLength
    -4,  // kLong
    -38,  // kVeryLong
    106,  // kSameFirst
    -73,  // kSameCommas
    -122,  // kSamePipes
    2,  // kSameTabs
    -36,  // kUrl
    -114,  // kClock
    -59,  // kPath
    19,  // kFirstCaps
    53,  // kInstruction
    -254,  // kParenNumber
    5,  // kCapsStatement
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
