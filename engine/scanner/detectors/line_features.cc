#include "scanner/detectors/line_features.h"

#include <cstddef>

#include "scanner/detectors/keywords.h"

namespace sluice {
namespace {

using F = LineFeature;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool IsLetter(char c) { return IsUpper(c) || IsLower(c) || !IsAscii(c); }
bool IsWord(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool Has(std::string_view set, char c) { return set.find(c) != set.npos; }

// Reads one line from left to right.
class LineReader {
 public:
  LineReader(std::string_view line, LineFeatures& features)
      : line_(line), f_(features) {}

  void Run(const LineFeatures* previous) {
    Set(F::kAny);
    while (!line_.empty() && IsSpace(line_.back())) line_.remove_suffix(1);
    begin_ = ReadIndent(previous);
    ReadBegin();
    ReadEnd();
    for (size_t i = begin_; i < line_.size();) {
      i = IsWord(line_[i]) ? ReadWord(i) : ReadMark(i);
    }
    EndRun();
    ReadSizes();
    if (previous != nullptr) Compare(*previous);
  }

 private:
  void Set(LineFeature feature) {
    f_.values[static_cast<uint32_t>(feature)] = 1;
  }
  void Count(LineFeature feature) {
    uint8_t& value = f_.values[static_cast<uint32_t>(feature)];
    if (value < 4) ++value;
  }
  char At(size_t i) const { return i < line_.size() ? line_[i] : ' '; }

  size_t ReadIndent(const LineFeatures* previous) {
    size_t i = 0;
    bool tab = false;
    for (; i < line_.size() && IsSpace(line_[i]); ++i) {
      tab |= line_[i] == '\t';
      f_.indent += line_[i] == '\t' ? 4 : 1;
    }
    if (tab) Set(F::kIndentTab);
    if (f_.indent > 0) Set(f_.indent < 4 ? F::kIndentSmall : F::kIndentLarge);
    if (previous != nullptr && f_.indent > previous->indent) {
      Set(F::kIndentDeeper);
    }
    if (previous != nullptr && f_.indent < previous->indent) {
      Set(F::kIndentShallower);
    }
    return i;
  }

  void ReadBegin() {
    const char first = At(begin_), second = At(begin_ + 1);
    f_.first = first;
    if (IsUpper(first)) {
      Set(IsLower(second) ? F::kBeginCapital : F::kBeginUpper);
    } else if (IsLower(first)) {
      Set(F::kBeginLower);
    } else if (IsDigit(first)) {
      Set(IsListNumber() ? F::kBeginNumbered : F::kBeginDigit);
    } else {
      Set(BeginMark(first, second));
    }
  }

  // "1. Preheat", "2) Stir".
  bool IsListNumber() const {
    size_t i = begin_;
    while (IsDigit(At(i)) || At(i) == '.') ++i;
    return (line_[i - 1] == '.' || At(i) == ')') &&
           (At(i) == ' ' || At(i + 1) == ' ');
  }

  static LineFeature BeginMark(char first, char second) {
    if (!IsAscii(first)) return F::kBeginUnicode;
    if (first == '#') return F::kBeginHash;
    if (first == '/') return F::kBeginSlashes;
    if ((first == '*' || first == '-') && second == ' ') return F::kBeginBullet;
    if (first == '*') return F::kBeginStar;
    if (first == '-') return F::kBeginDash;
    if (first == '<') return F::kBeginLess;
    if (first == '@') return F::kBeginAt;
    if (first == '$') return F::kBeginDollar;
    if (Has("{}()[]", first)) return F::kBeginBracket;
    if (Has("\"'`", first)) return F::kBeginQuote;
    return F::kBeginOther;
  }

  void ReadEnd() {
    const char last = line_.back();
    if (IsLetter(last))
      Set(F::kEndLetter);
    else if (IsDigit(last))
      Set(F::kEndDigit);
    else if (last == ';')
      Set(F::kEndSemicolon);
    else if (Has("{([", last))
      Set(F::kEndOpenBrace);
    else if (Has("})]", last))
      Set(F::kEndCloser);
    else if (last == ',')
      Set(F::kEndComma);
    else if (last == ':')
      Set(F::kEndColon);
    else if (Has(".!?", last))
      Set(F::kEndSentence);
    else if (last == '\\')
      Set(F::kEndBackslash);
    else if (Has("\"'`", last))
      Set(F::kEndQuote);
    else if (last == '>')
      Set(F::kEndGreater);
    else
      Set(F::kEndOther);
  }

  size_t ReadWord(size_t begin) {
    size_t end = begin, upper = 0, lower = 0, digits = 0, underscores = 0;
    bool camel = false, unicode = false;
    for (; end < line_.size() && IsWord(line_[end]); ++end) {
      const char c = line_[end];
      camel |= end > begin && IsUpper(c) && IsLower(line_[end - 1]);
      upper += IsUpper(c);
      lower += IsLower(c);
      digits += IsDigit(c);
      underscores += c == '_';
      unicode |= !IsAscii(c);
    }
    const std::string_view word = line_.substr(begin, end - begin);
    digits_ += static_cast<uint32_t>(digits);
    lower_ += static_cast<uint32_t>(lower);
    letters_ += static_cast<uint32_t>(word.size() - digits - underscores);
    if (unicode) Set(F::kNonAscii);
    if (camel) Count(F::kCamelCase);
    if (underscores > 0 && lower + upper > 0) Count(F::kSnakeCase);
    if (word.size() > 20 && !unicode) Count(F::kLongWords);
    if (upper >= 2 && lower == 0 && digits == 0) Count(F::kCapsWords);
    const bool plain = digits == 0 && underscores == 0 && !camel;
    JudgeWord(word, plain, upper >= 2 && lower == 0 && digits == 0);
    JudgeFollower(end);
    ExtendRun(begin, end, plain && (lower > 0 || unicode));
    return end;
  }

  void JudgeWord(std::string_view written, bool plain, bool caps) {
    ++words_;
    // The case of keywords is free in SQL, Pascal, Basic and COBOL.
    char lower[16];
    const std::string_view word = ToLower(written, lower);
    const uint32_t kinds = ClassifyWord(word);
    const bool strong = (kinds & kStrongKeyword) != 0;
    const bool weak = !strong && plain && (caps || word == written) &&
                      (kinds & kWeakKeyword) != 0;
    if (words_ == 1 && caps) Set(F::kFirstCaps);
    if (words_ == 1) first_size_ = written.size();
    if (strong) Count(F::kKeywords);
    if (words_ == 1 && strong) Set(F::kFirstStrongKeyword);
    if (words_ == 1 && weak) Set(F::kFirstWeakKeyword);
    if (plain && !strong && (kinds & kProseWord) != 0) Count(F::kProseWords);
  }

  // The first bytes of `word` in lower case, in `buffer`; long words as they
  // are, for no keyword is that long.
  static std::string_view ToLower(std::string_view word, char (&buffer)[16]) {
    if (word.size() > sizeof(buffer)) return word;
    for (size_t i = 0; i < word.size(); ++i) {
      buffer[i] =
          IsUpper(word[i]) ? static_cast<char>(word[i] | 0x20) : word[i];
    }
    return {buffer, word.size()};
  }

  void JudgeFollower(size_t end) {
    const char next = At(end), after = At(end + 1);
    if (next == '(') Count(F::kCall);
    if (next == '[') Count(F::kIndexed);
    if (next == '.' && IsWord(after) && !IsDigit(after)) Count(F::kMember);
    if (next == '=' && after != '=') Count(F::kTightAssign);
    if (next == ':' && words_ == 1) Set(F::kKeyColon);
  }

  // Runs of plain words with one space between them are what prose is made of.
  void ExtendRun(size_t begin, size_t end, bool plain) {
    const bool joined =
        begin > 0 && begin == run_end_ + 1 && Has(" ,'-", line_[run_end_]);
    const bool comma = run_end_ < line_.size() && line_[run_end_] == ',' &&
                       begin == run_end_ + 2 && line_[begin - 1] == ' ';
    if (!plain || !(joined || comma)) EndRun();
    if (!plain) return;
    ++run_;
    run_end_ = end;
  }

  void EndRun() {
    longest_run_ = run_ > longest_run_ ? run_ : longest_run_;
    run_ = 0;
  }

  size_t ReadMark(size_t i) {
    const char c = line_[i], next = At(i + 1);
    if (IsSpace(c)) {
      f_.tabs += c == '\t';
      return i + 1;
    }
    ++marks_;
    f_.commas += c == ',';
    f_.pipes += c == '|';
    if (Has("\"'", c)) Count(F::kQuotes);
    if (Has("(){}[]", c)) Count(F::kBrackets);
    if (c == '`') Count(F::kBacktick);
    if (c == '|') Count(F::kPipe);
    if (c == '\\' && next != ' ') Count(F::kEscape);
    if (c == ';' && i + 1 < line_.size()) Count(F::kInnerSemicolon);
    if (Has("$@%&", c) && (IsLetter(next) || next == '{')) Count(F::kSigil);
    if (c == '<' && (IsLetter(next) || next == '/')) Count(F::kTag);
    if (Has("+*/%^<>", c) && next == ' ' && i > 0 && line_[i - 1] == ' ') {
      Count(F::kOperator);
    }
    if (c == '=' && next == ' ' && i > 0 && line_[i - 1] == ' ') {
      Count(F::kSpacedAssign);
    }
    if (c == ':' && IsDigit(next) && i > 0 && IsDigit(line_[i - 1])) {
      Count(F::kClock);
    }
    if (c == '/' && IsWord(next) && i > begin_ && IsWord(line_[i - 1])) {
      Count(F::kPath);
    }
    return i + ReadPair(line_.substr(i, 2));
  }

  // How much of `pair` to skip.
  size_t ReadPair(std::string_view pair) {
    if (pair.size() < 2) return 1;
    const auto is = [&](std::string_view a, std::string_view b,
                        std::string_view c, std::string_view d) {
      return pair == a || pair == b || pair == c || pair == d;
    };
    if (is("==", "!=", "<=", ">=") || is("&&", "||", "<>", "=~")) {
      Count(F::kComparison);
    } else if (is("->", "=>", "::", "<-") || is("|>", ">>", "<<", "..")) {
      Count(F::kArrow);
    } else if (is(":=", "+=", "-=", "*=") || is("|=", "++", "--", "?:")) {
      Count(F::kSpacedAssign);
    } else if (pair == "()") {
      Count(F::kEmptyCall);
    } else if (is("/*", "*/", "//", "--") && At(begin_) != pair[0]) {
      Count(F::kComment);
    } else if (pair == "/>") {
      Count(F::kTag);
    } else {
      return 1;
    }
    ++marks_;
    return 2;
  }

  void ReadSizes() {
    const size_t size = line_.size() - begin_;
    Set(size < 12    ? F::kShort
        : size < 60  ? F::kMediumLength
        : size < 120 ? F::kLong
                     : F::kVeryLong);
    const size_t solid = letters_ + digits_ + marks_ + 1;
    const size_t share = marks_ * 100 / solid;
    Set(share < 3    ? F::kPunctuationNone
        : share < 10 ? F::kPunctuationLow
        : share < 25 ? F::kPunctuationSome
                     : F::kPunctuationHigh);
    if (digits_ * 100 / solid > 15) Set(F::kDigitsSome);
    if (digits_ * 100 / solid > 45) Set(F::kDigitsHigh);
    if (words_ == 0) Set(F::kNoWords);
    if (words_ == 1) Set(F::kOneWord);
    if (words_ >= 5 && Value(F::kProseWords) == 0) Set(F::kFewProseWords);
    Set(longest_run_ < 2   ? F::kRunNone
        : longest_run_ < 4 ? F::kRunShort
        : longest_run_ < 7 ? F::kRunMedium
                           : F::kRunLong);
    if (line_.find("://") != line_.npos) Set(F::kUrl);
    if (line_.substr(begin_, 4) == "http") Set(F::kUrlLine);
    JudgeProse();
    // "SELECT c.name", "COPY app /srv"; not "THE WORK IS PROVIDED AS IS".
    if (Value(F::kFirstCaps) != 0 && lower_ > 0 &&
        Value(F::kFirstWeakKeyword) + Value(F::kFirstStrongKeyword) > 0) {
      Set(F::kCapsStatement);
    }
    // "mov eax, 1": a short word and its operands.
    if (IsLower(f_.first) && first_size_ <= 6 && words_ >= 2 && words_ <= 4 &&
        longest_run_ <= 2 && At(begin_ + first_size_) != ':') {
      Set(F::kInstruction);
    }
    // "(a) the Licensee", "(1) a copy": legal clauses.
    if (f_.first == '(' && (At(begin_ + 2) == ')' || At(begin_ + 3) == ')')) {
      Set(F::kParenNumber);
    }
  }

  // Words in a row outweigh what indentation or the first word says.
  void JudgeProse() {
    if (longest_run_ < 4) return;
    if (f_.indent > 0) Set(F::kIndentedProse);
    if (Value(F::kFirstWeakKeyword) != 0) Set(F::kKeywordProse);
    if (Value(F::kBeginHash) + Value(F::kBeginSlashes) + Value(F::kBeginStar) >
        0) {
      Set(F::kCommentProse);
    }
  }

  uint8_t Value(LineFeature feature) const {
    return f_.values[static_cast<uint32_t>(feature)];
  }

  void Compare(const LineFeatures& previous) {
    if (f_.first == previous.first && !IsLetter(f_.first)) Set(F::kSameFirst);
    if (f_.commas >= 2 && f_.commas == previous.commas) Set(F::kSameCommas);
    if (f_.pipes >= 1 && f_.pipes == previous.pipes) Set(F::kSamePipes);
    if (f_.tabs >= 1 && f_.tabs == previous.tabs) Set(F::kSameTabs);
  }

  std::string_view line_;
  LineFeatures& f_;
  size_t begin_ = 0;
  uint32_t words_ = 0, letters_ = 0, lower_ = 0, digits_ = 0, marks_ = 0;
  uint32_t run_ = 0, longest_run_ = 0;
  size_t first_size_ = 0;
  size_t run_end_ = 0;
};

}  // namespace

LineFeatures ExtractLineFeatures(std::string_view line,
                                 const LineFeatures* previous) {
  LineFeatures features;
  LineReader(line, features).Run(previous);
  return features;
}

}  // namespace sluice
