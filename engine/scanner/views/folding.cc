#include "scanner/views/folding.h"

#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/utf8.h"
#include "scanner/views/fold_table.h"
#include "scanner/views/places.h"

namespace sluice {
namespace {

constexpr char kEscape = '\x1B';
constexpr uint32_t kMaxEscapeBytes = 512;  // of a terminal's link
constexpr uint32_t kMaxTokenBytes = 256;
// Touched stretches nearer to each other than this become one.
constexpr uint32_t kMergeDistance = 256;

// Letters of any script side by side; spaces and dashes beyond ASCII end it,
// and so may a few letters: that only makes a token shorter.
bool IsScriptByte(char c) {
  const auto byte = static_cast<uint8_t>(c);
  if (byte < 0x80) return IsAlnumByte(c);
  return byte != 0xC2 && byte != 0xE2 && byte != 0xE3;
}

bool IsPlainByte(char c) {
  const auto byte = static_cast<uint8_t>(c);
  return (byte >= 0x20 && byte < 0x7F) || c == '\n' || c == '\t' || c == '\r';
}

// What stands around a letter decides whether it is folded.
struct Token {
  uint32_t end = 0;  // facts hold up to here
  bool has_letter = false;
  bool has_digit = false;
};

class Folder {
 public:
  explicit Folder(std::string_view text) : text_(text) {
    result_.text.reserve(text.size());
  }

  FoldedText Run() {
    const auto size = static_cast<uint32_t>(text_.size());
    while (at_ < size) {
      const uint32_t begin = at_;
      at_ = FindUnseen(text_, at_);
      Keep(begin);
      if (at_ < size) TakeOther();
    }
    return std::move(result_);
  }

 private:
  // Copies what stands from `begin` up to here.
  void Keep(uint32_t begin) {
    if (begin == at_) return;
    result_.text.append(text_.substr(begin, at_ - begin));
    result_.map.AppendCopy(begin, at_ - begin);
  }

  // A control character or a code point beyond ASCII.
  void TakeOther() {
    const uint32_t begin = at_;
    if (IsAsciiByte(text_[at_])) return TakeControl();
    uint32_t length = 1;
    const uint32_t rune = DecodeUtf8(text_, at_, length);
    const Fold fold = FoldRune(rune);
    if (!Applies(fold.kind)) {
      at_ += length;
      return Keep(begin);
    }
    at_ += length;
    Put(begin, fold.text, Matters(fold));
  }

  void TakeControl() {
    const uint32_t begin = at_;
    const char c = text_[at_];
    if (c == kEscape) {
      at_ = SkipTerminalEscape(begin);
    } else {
      ++at_;
    }
    const bool is_break = c == '\v' || c == '\f';
    Put(begin, is_break ? "\n" : "", TouchesAscii());
  }

  // CSI sequences (colours) and OSC strings (links); else ESC and one byte.
  uint32_t SkipTerminalEscape(uint32_t begin) const {
    uint32_t at = begin + 2;
    const char kind = ByteAt(text_, begin + 1);
    const uint32_t limit =
        std::min(static_cast<uint32_t>(text_.size()), begin + kMaxEscapeBytes);
    if (kind == '[') {
      while (at < limit && text_[at] >= 0x20 && text_[at] < 0x40) ++at;
      return std::min(at + 1, static_cast<uint32_t>(text_.size()));
    }
    if (kind == ']') {
      while (at < limit && text_[at] != '\a' && text_[at] != kEscape) ++at;
      if (ByteAt(text_, at) == '\a') return at + 1;
      if (ByteAt(text_, at) == kEscape && ByteAt(text_, at + 1) == '\\') {
        return at + 2;
      }
    }
    return begin + 1;
  }

  void Put(uint32_t begin, std::string_view text, bool matters) {
    result_.changed = true;
    const auto from = static_cast<uint32_t>(result_.text.size());
    result_.text.append(text);
    if (!text.empty()) {
      result_.map.AppendEdit(begin, at_, static_cast<uint32_t>(text.size()));
    }
    if (matters) AddTouched({from, static_cast<uint32_t>(result_.text.size())});
  }

  void AddTouched(Span span) {
    if (!result_.touched.empty() &&
        span.begin <= result_.touched.back().end + kMergeDistance) {
      result_.touched.back().end = span.end;
    } else {
      result_.touched.push_back(span);
    }
  }

  bool Applies(FoldKind kind) {
    switch (kind) {
      case FoldKind::kKeep:
        return false;
      case FoldKind::kConfusable:
        return TokenHere().has_letter || TokenHere().has_digit;
      case FoldKind::kAccent:
      case FoldKind::kMark:
        return TokenHere().has_digit;
      default:
        return true;
    }
  }

  // The facts of the token that holds the current position; each token is read
  // once.
  const Token& TokenHere() {
    if (at_ < token_.end) return token_;
    token_ = {};
    const uint32_t least = at_ - std::min(at_, kMaxTokenBytes / 4);
    uint32_t begin = at_;
    while (begin > least && IsScriptByte(text_[begin - 1])) --begin;
    const auto most = static_cast<uint32_t>(
        std::min<size_t>(text_.size(), at_ + kMaxTokenBytes));
    uint32_t at = begin;
    for (; at < most && (at <= at_ || IsScriptByte(text_[at])); ++at) {
      token_.has_letter |= IsLetterByte(text_[at]);
      token_.has_digit |= IsDigitByte(text_[at]);
    }
    token_.end = at;
    return token_;
  }

  // Whether a fold at the position just passed could make or break a match.
  bool Matters(const Fold& fold) const {
    switch (fold.kind) {
      case FoldKind::kDrop:
        return TouchesAscii();
      case FoldKind::kSame:
        return SameMatters(fold.text[0]);
      case FoldKind::kCompatible:
        return IsAlnumByte(fold.text[0]) || HasNeighbour(IsAlnumByte);
      default:
        return true;
    }
  }

  bool SameMatters(char c) const {
    if (c == '"' || c == '\'') return FollowsAssignment();
    if (c == '-') {
      return TouchesAscii() && !IsSpaceByte(result_.text.back()) &&
             !IsSpaceByte(ByteAt(text_, at_));
    }
    return TouchesAscii();
  }

  // `password: “...”`, as word processors write it.
  bool FollowsAssignment() const {
    const std::string_view before = result_.text;
    const std::string_view tail =
        before.substr(before.size() - std::min<size_t>(before.size(), 3));
    return tail.find_first_of(":=({[,") != std::string_view::npos;
  }

  // ASCII, or what folds to it, on both sides; at the text's edges nothing can
  // be hidden.
  bool TouchesAscii() const {
    if (result_.text.empty() || at_ >= text_.size()) return false;
    const char before = result_.text.back();
    if (!IsAsciiByte(before) || before == '\n') return false;
    return IsAsciiByte(text_[at_]) || FoldsAt(at_);
  }

  bool FoldsAt(uint32_t position) const {
    uint32_t length = 1;
    const FoldKind kind = FoldRune(DecodeUtf8(text_, position, length)).kind;
    return kind != FoldKind::kKeep && kind != FoldKind::kAccent;
  }

  bool HasNeighbour(bool (*is)(char)) const {
    if (!result_.text.empty() && is(result_.text.back())) return true;
    return at_ < text_.size() && is(text_[at_]);
  }

  std::string_view text_;
  FoldedText result_;
  uint32_t at_ = 0;
  Token token_;
};

}  // namespace

uint32_t FindUnseen(std::string_view text, uint32_t from) {
  const auto size = static_cast<uint32_t>(text.size());
#if SLUICE_SIMD
  while (from + kLanes <= size) {
    const Bytes16 v = LoadBytes(text.data() + from);
    const Mask16 seen = IsIn(v, ' ', '~') | IsIn(v, '\t', '\n') | Is(v, '\r');
    const uint32_t unseen = BitsOf(~seen);
    if (unseen != 0) {
      return from + static_cast<uint32_t>(std::countr_zero(unseen));
    }
    from += static_cast<uint32_t>(kLanes);
  }
#endif
  while (from < size && IsPlainByte(text[from])) ++from;
  return from;
}

FoldedText FoldText(std::string_view text) { return Folder(text).Run(); }

}  // namespace sluice
