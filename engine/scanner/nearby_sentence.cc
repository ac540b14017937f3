#include "scanner/nearby_sentence.h"

#include <algorithm>
#include <optional>

#include "scanner/passed_words.h"
#include "scanner/sentence_words.h"
#include "scanner/validators/characters.h"
#include "scanner/validators/likeness.h"

namespace sluice {
namespace {

constexpr uint32_t kReachAfter = 120;
constexpr uint32_t kReachBefore = 90;
constexpr uint32_t kMaxInflection = 6;
constexpr uint32_t kMaxCompound = 24;
constexpr uint32_t kMaxFirstLabel = 16;  // "user" before "/password"
// Lines from this length on are wrapped by a program, in mid-sentence.
constexpr uint32_t kWrapped = 50;

class Neighbourhood {
 public:
  Neighbourhood(std::string_view text, Span label, bool login)
      : text_(text),
        label_(label),
        login_(login),
        front_(CompoundBegin()),
        behind_(InflectedEnd()) {}

  // The values, nearest first; behind the label before those in front of it.
  std::vector<Span> Find() {
    if (IsPartOfCode()) return found_;
    LookBehind();
    if (found_.empty() && !IsVerb()) LookInFront();
    return found_;
  }

  uint32_t looked_at() const { return looked_at_; }

 private:
  std::string_view Text(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  char At(uint32_t i) const { return i < text_.size() ? text_[i] : '\n'; }

  // Where the letters before `at` begin, but not before `lowest`.
  uint32_t LettersBegin(uint32_t at, uint32_t lowest) const {
    while (at > lowest && IsLetterByteOrUtf8(At(at - 1))) --at;
    return at;
  }

  // "wifi-password" begins before its label.
  uint32_t CompoundBegin() const {
    const uint32_t lowest = label_.begin - std::min(label_.begin, kMaxCompound);
    uint32_t begin = LettersBegin(label_.begin, lowest);
    while (begin > 1 && At(begin - 1) == '-' &&
           IsLetterByteOrUtf8(At(begin - 2))) {
      begin = LettersBegin(begin - 1, lowest);
    }
    return begin;
  }

  uint32_t InflectedEnd() const {
    uint32_t end = label_.end;
    while (end - label_.end < kMaxInflection && IsLowerByteOrUtf8(At(end))) {
      ++end;
    }
    if (!login_ || At(end) != '-' || !IsLetterByteOrUtf8(At(end + 1))) {
      return end;
    }
    const uint32_t part = end++;  // "WLAN-Schlüssel"
    while (end - part < kMaxCompound && IsLetterByteOrUtf8(At(end))) ++end;
    return end;
  }

  // --password, $password, db.password, password_file, getPassword().
  bool IsPartOfCode() const {
    const char before = front_ > 0 ? At(front_ - 1) : ' ';
    if (IsIn(before, "._$\\<@&%{[-:~+=")) return true;
    if (before == '/' && !IsPairOfLabels(front_ - 1)) return true;
    if (before == '(' && front_ > 1 && IsWordByte(At(front_ - 2))) return true;
    const char after = At(behind_), next = At(behind_ + 1);
    if (after == '\x7F') return true;  // an index of a manual
    if (IsIn(after, "-.")) return IsLetterByteOrUtf8(next) || next == '-';
    return IsLetterByteOrUtf8(after) || IsDigitByte(after) ||
           IsIn(after, "_($[{/\\<@%");
  }

  // "user/password", not "/etc/passwd".
  bool IsPairOfLabels(uint32_t slash) const {
    const uint32_t lowest = slash - std::min(slash, kMaxFirstLabel);
    const uint32_t begin = LettersBegin(slash, lowest);
    return begin < slash && (begin == 0 || IsIn(At(begin - 1), " \t\n(*|"));
  }

  Tie TieOf(const Way& way, Span word) const {
    if (way.pointed) return login_ ? Tie::kNear : Tie::kDirect;
    if (login_) {
      const bool named = IsNetworkOrCode() && way.since_verb == 0;
      return named || way.last == Joint::kWith ? Tie::kNear : Tie::kFar;
    }
    if (way.since_verb == 0) return Tie::kDirect;
    if (way.last == Joint::kPreposition) {
      const bool changed = way.to && (way.changed || IsChangedBefore() ||
                                      SaysChange(NextText(word)));
      return changed ? Tie::kNear : Tie::kFar;
    }
    // "pw", "mdp": people in a hurry, who leave the verb out.
    if (way.words == 0 && (label_.size() <= 3 || EndsPhrase(word))) {
      return Tie::kDirect;
    }
    return way.words <= 2 || way.since_verb <= 3 ? Tie::kNear : Tie::kFar;
  }

  // The word behind `word` in its line.
  std::string_view NextText(Span word) const {
    uint32_t at = word.end;
    while (IsSpaceInLine(At(at))) ++at;
    const uint32_t begin = at;
    while (at - begin < kMaxCompound && IsLetterByteOrUtf8(At(at))) ++at;
    return text_.substr(std::min<size_t>(begin, text_.size()), at - begin);
  }

  // Wi-Fi, WLAN, SSID; "kode": nobody logs in by their names.
  bool IsNetworkOrCode() const { return IsIn(At(label_.begin), "wWSkK"); }

  // "pass" is what one does to arguments, and how tests end.
  bool IsVerb() const { return EqualsFolded(Text(label_), "pass"); }

  // Whether the label begins a line or a cell: "| Password | ... |".
  bool IsRowHead() const {
    uint32_t at = front_;
    while (at > 0 && (IsSpaceInLine(At(at - 1)) || At(at - 1) == '*')) --at;
    return at == 0 || At(at - 1) == '\n' || At(at - 1) == '|';
  }

  // "user jan, password hunter2." names the value last.
  bool EndsPhrase(Span word) const {
    uint32_t end = word.end;
    while (IsSpaceInLine(At(end))) ++end;
    const bool ends = At(end) == '\n' || IsIn(At(word.end - 1), ".,;)");
    return ends && At(word.begin) != '-';
  }

  // Keeps `word`, or what stands behind its slash, if it is a password.
  bool Offer(Tie tie, Span word) {
    const Span value = Trimmed(text_, word);
    looked_at_ += value.size();
    if (value.size() == 0) return false;
    if (IsVerb()) {
      // Names of tests are in lower case.
      const bool test = Text(label_) == "PASS" && IsPlainName(Text(value));
      return !test && EndsPhrase(word) && Keep(Tie::kNear, value);
    }
    const size_t slash = Text(value).find_first_of(login_ ? "/:" : "/");
    if (slash != std::string_view::npos && slash >= 2) {
      const auto at = value.begin + static_cast<uint32_t>(slash);
      const Tie pair = tie == Tie::kFar ? tie : Tie::kNear;
      if (IsUserName({value.begin, at}) && Keep(pair, {at + 1, value.end})) {
        return true;
      }
    }
    if (login_ && tie == Tie::kFar && !HasSpice(Text(value))) return false;
    return Keep(tie, value);
  }

  bool Keep(Tie tie, Span value) {
    if (!IsPasswordUnder(tie, Text(value))) return false;
    found_.push_back(value);
    return true;
  }

  bool IsUserName(Span span) const {
    for (const char c : Text(span)) {
      if (!IsLetterByteOrUtf8(c) && !IsDigitByte(c) && !IsIn(c, "._-@\\"))
        return false;
    }
    return true;
  }

  // Where the sentence goes on after the line's end at `at`; `limit` if not.
  uint32_t BehindLine(uint32_t at, uint32_t line, bool pointed,
                      uint32_t limit) const {
    uint32_t next = at;
    uint32_t lines = 0;
    while (next < limit && (IsSpaceInLine(At(next)) || At(next) == '\n')) {
      lines += At(next) == '\n';
      ++next;
    }
    if (pointed && lines <= 2) return next;
    return lines == 1 && at - line >= kWrapped && IsLetterByteOrUtf8(At(next))
               ? next
               : limit;
  }

  // The next word in [at, limit), or an empty span.
  Span NextWord(uint32_t at, uint32_t limit, bool pointed, uint32_t line) {
    while (at < limit && IsSpaceInLine(At(at))) ++at;
    if (at < limit && At(at) == '\n') at = BehindLine(at, line, pointed, limit);
    uint32_t end = at;
    while (end < text_.size() && end - at <= 80 && !IsSpaceInLine(At(end)) &&
           !IsIn(At(end), "\n|")) {
      ++end;
    }
    if (at == end && At(at) == '|') ++end;
    return at < limit ? Span{at, end} : Span{limit, limit};
  }

  uint32_t LineBegin(uint32_t at) const {
    uint32_t begin = at;
    while (begin > 0 && at - begin < kWrapped && At(begin - 1) != '\n') --begin;
    return begin;
  }

  // Steps over "'s", quotes and ":" that stand right at the label. nullopt:
  // code, which has rules of its own.
  std::optional<uint32_t> BeginBehind(Way& way) const {
    uint32_t at = behind_;
    if (At(at) == '\'' && At(at + 1) == 's') {
      way.since_verb = 0;
      return at + 2;
    }
    while (IsIn(At(at), "\"'`*)")) ++at;
    if (at != behind_ && IsIn(At(at), ",;")) return std::nullopt;
    if (IsIn(At(behind_), "\"'") && At(at) == ':') return std::nullopt;
    if (At(at) == ']' || (IsVerb() && !IsIn(At(at), ":="))) return std::nullopt;
    if (At(at) == '|' && at == behind_) {
      way.pointed = true;
      return at + 1;
    }
    if (IsIn(At(at), ":=")) {
      way.pointed = true;
      while (IsIn(At(at), ":=>*")) ++at;
      if (!IsSpaceInLine(At(at)) && At(at) != '\n') return std::nullopt;
    }
    return at;
  }

  // Whether a word before the label, in its line, says "reset".
  bool IsChangedBefore() const {
    uint32_t at = front_;
    for (uint32_t words = 0; words < 5; ++words) {
      while (at > 0 && IsSpaceInLine(At(at - 1))) --at;
      const uint32_t end = at;
      at = LettersBegin(at, at - std::min(at, kMaxCompound));
      if (at == end) return false;
      if (SaysChange(text_.substr(at, end - at))) return true;
    }
    return false;
  }

  void LookBehind() {
    Way way;
    const auto size = static_cast<uint32_t>(text_.size());
    const std::optional<uint32_t> begin = BeginBehind(way);
    if (!begin) return;
    const uint32_t limit = std::min(size, *begin + kReachAfter);
    const uint32_t line = LineBegin(label_.begin);
    uint32_t at = *begin;
    while (way.words < kMaxWords && found_.size() < 2) {
      const Span word = NextWord(at, limit, way.pointed, line);
      if (word.size() == 0) return;
      at = word.end;
      looked_at_ += word.size();
      if (!Pass(way, word) || IsVerb()) return;
    }
  }

  // A word of letters alone that nothing marks as a name, and the key of the
  // next line: "operator1:".
  bool IsUnmarkedWord(const Way& way, Span word) const {
    const std::string_view raw = Text(word);
    if (raw.back() == ':' && raw.size() > 1) return true;  // a key
    if (way.pointed) return false;
    if (WrapInFront(raw) > 0) return raw[0] == '(';
    std::string_view name = Text(Trimmed(text_, word));
    // "config$1": a bundler's.
    if (name.size() > 2 && name[name.size() - 2] == '$') {
      name.remove_suffix(2);
    }
    for (const char c : name) {
      if (!IsLetterByteOrUtf8(c) && !IsIn(c, "_-,")) return false;
    }
    return !HasMixedCase(raw);
  }

  static bool HasMixedCase(std::string_view word) {
    bool upper = false;
    for (const char c : word.substr(1)) upper |= IsUpperByte(c);
    return upper && std::any_of(word.begin(), word.end(), IsLowerByte);
  }

  // Looks up the words passed since the last time.
  void Recall(Way& way) const {
    way.passed.TakeAll([&](Span word) {
      const std::string_view raw = Text(word);
      way.changed |= SaysChange(Text(Trimmed(text_, word)));
      way.last = JointOf(raw, Text(label_));
      way.to = LeadsToNew(raw);
      way.since_verb = way.last == Joint::kVerb ? 0 : way.since_verb + 1;
    });
  }

  // Keeps a word that may be a password and is no joint of the sentence.
  bool TakeMarked(Way& way, Span word) {
    const std::string_view raw = Text(word);
    if (IsUnmarkedWord(way, word) || (login_ && !StandsOut(raw))) return false;
    Recall(way);
    if (JointOf(raw, Text(label_)) != Joint::kNone) return false;
    return Offer(TieOf(way, word), word);
  }

  // "as svc_report" names who logs in.
  bool IsUserBehindRole(Way& way, Span word) const {
    Recall(way);
    return way.last == Joint::kRole && IsUserName(Trimmed(text_, word));
  }

  // Takes one word on the way. False: the sentence, or the prose, ends here.
  bool Pass(Way& way, Span word) {
    const std::string_view raw = Text(word);
    const std::string_view bare = Text(Trimmed(text_, word));
    if (IsPointer(raw) || (raw == "|" && IsRowHead() && way.words == 0)) {
      way.pointed = true;
      return true;
    }
    if (TakeMarked(way, word)) {
      way = {.words = kMaxWords / 2};
      return true;
    }
    if (bare.empty()) return true;  // a quotation mark on its own
    if (HasCode(bare) && !IsUserBehindRole(way, word)) return false;
    way.pointed = raw.back() == ':';
    way.passed.Add(word);
    ++way.words;
    return bare.size() <= 2 || !IsIn(raw.back(), ".!?;");
  }

  void LookInFront() {
    const uint32_t limit = front_ - std::min(front_, kReachBefore);
    uint32_t at = front_;
    PassedWords passed;
    bool role = false;
    const auto recall = [&](Span word) {
      const Joint joint = JointOf(Text(word), Text(label_));
      role |= joint == Joint::kRole || joint == Joint::kVerb;
    };
    for (uint32_t words = 0; words < kMaxWords && found_.empty(); ++words) {
      while (at > limit && IsSpaceInLine(At(at - 1))) --at;
      const uint32_t end = at;
      while (at > limit && !IsSpaceInLine(At(at - 1)) && At(at - 1) != '\n')
        --at;
      if (at == end || (at == limit && limit > 0)) return;
      const Span word{at, end};
      looked_at_ += word.size();
      if (Text(word).ends_with("\":") || Text(word).ends_with("':")) return;
      if (StandsOut(Text(word))) {
        passed.TakeAll(recall);
        const bool near = !login_ && role && words <= 4;
        const bool joint = JointOf(Text(word), Text(label_)) != Joint::kNone;
        if (!joint && Offer(near ? Tie::kNear : Tie::kFar, word)) return;
      }
      const std::string_view bare = Text(Trimmed(text_, word));
      if (IsIn(At(end - 1), ".!?;:") || HasCode(bare)) return;
      passed.Add(word);
    }
  }

  std::string_view text_;
  Span label_;
  bool login_;
  uint32_t front_;   // where the compound that ends in the label begins
  uint32_t behind_;  // where the inflected label ends
  uint32_t looked_at_ = 0;
  std::vector<Span> found_;
};

}  // namespace

std::vector<Span> FindInSentence(std::string_view text, Span label, bool login,
                                 uint32_t& looked_at) {
  Neighbourhood around(text, label, login);
  std::vector<Span> values = around.Find();
  looked_at = around.looked_at();
  return values;
}

}  // namespace sluice
