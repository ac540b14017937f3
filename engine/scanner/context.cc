#include "scanner/context.h"

#include <algorithm>

namespace sluice {
namespace {

constexpr uint32_t kAfterPenalty = 16;
// Bytes that cost as much to fold as one step of a matcher.
constexpr size_t kBytesPerStep = 2;

// Whether `pos` stands inside a token of `text`.
bool IsInsideToken(std::string_view text, size_t pos) {
  return pos > 0 && pos < text.size() && IsLabelByte(text[pos - 1]) &&
         IsLabelByte(text[pos]) && !IsSpaceless(text.substr(pos));
}

// Tokens cut off by the window's edge are left out: half a word says nothing.
std::string_view WindowBefore(std::string_view text, uint32_t begin,
                              uint32_t bytes) {
  size_t from = begin > bytes ? begin - bytes : 0;
  while (from < begin && IsInsideToken(text, from)) ++from;
  return text.substr(from, begin - from);
}

std::string_view WindowAfter(std::string_view text, uint32_t end,
                             uint32_t bytes) {
  size_t to = text.size() - end > bytes ? end + bytes : text.size();
  while (to > end && IsInsideToken(text, to)) --to;
  return text.substr(end, to - end);
}

// Whether `word` stands at `pos` of the folded window, as a whole.
bool StandsAt(std::string_view window, size_t pos, std::string_view word) {
  const size_t end = pos + word.size();
  if (window.substr(pos, word.size()) != word) return false;
  if (end >= window.size() || !IsLabelByte(window[end])) return true;
  return !IsLabelByte(word.back()) || IsSpaceless(window.substr(end)) ||
         (word.size() >= kSpacelessBytes &&
          IsSpaceless(word.substr(word.size() - kSpacelessBytes)));
}

// The record of `word` in a list, which is sorted; nullptr if it has none.
const ContextWord* FindWord(const DatabaseImage& image, Range list,
                            StringId word) {
  const auto words = image.words.subspan(list.begin, list.count);
  const auto at = std::lower_bound(
      words.begin(), words.end(), word,
      [](const ContextWord& entry, StringId id) { return entry.word < id; });
  return at != words.end() && at->word == word ? &*at : nullptr;
}

// What `word` says about the rule.
ContextLabel LabelOf(const DatabaseImage& image, const RuleRecord& rule,
                     StringId word) {
  const ContextWord* own = FindWord(image, rule.words, word);
  if (own != nullptr && own->negative == 0) return {word, false};
  const ContextWord* shared = FindWord(image, rule.shared_words, word);
  if (own == nullptr && shared == nullptr) return {};
  return {word, shared == nullptr || shared->negative != 0};
}

// The rule's loudest word among `words`.
struct LoudestWord {
  ContextLabel label;
  FoundWord found;
};

LoudestWord FindLoudest(const DatabaseImage& image, const RuleRecord& rule,
                        std::span<const FoundWord> words) {
  for (const FoundWord& found : words) {
    const ContextLabel label = LabelOf(image, rule, found.word);
    if (label.word != kNoString) return {label, found};
  }
  return {};
}

// Whether `after` drowns out `before`, of the same rule.
bool DrownsOut(const LoudestWord& after, const LoudestWord& before) {
  if (after.label.word == kNoString) return false;
  if (before.label.word == kNoString) return true;
  if (after.found.IsLouderThan(before.found)) return true;
  return !before.found.IsLouderThan(after.found) && !after.label.negative &&
         before.label.negative;
}

}  // namespace

std::span<const FoundWord> ContextWindows::Find(const DatabaseImage& image,
                                                std::string_view raw,
                                                bool before, uint64_t& steps) {
  for (const Window& window : windows_) {
    if (window.begin == raw.data() && window.size == raw.size() &&
        window.before == before) {
      return window.words;
    }
  }
  Window& window = windows_[next_++ % kKept];
  window.begin = raw.data();
  window.size = raw.size();
  window.before = before;
  window.words.clear();
  const size_t most = kMaxFoldedPerByte * raw.size() + LabelIndex::kPadding;
  if (folded_.size() < most) folded_.resize(most);
  const size_t size = FoldWords(raw, folded_.data());
  Read(image.labels, image, {folded_.data(), size}, window);
  steps += size / kBytesPerStep;
  return window.words;
}

void ContextWindows::Read(const LabelIndex& index, const DatabaseImage& image,
                          std::string_view folded, Window& window) const {
  std::vector<FoundWord>& words = window.words;
  const auto look_at = [&](size_t pos, size_t token) {
    index.ForEach(folded.data() + pos, token, [&](StringId id) {
      const std::string_view word = image.String(id);
      if (!StandsAt(folded, pos, word)) return;
      const size_t end = pos + word.size();
      const size_t distance =
          window.before ? folded.size() - end : pos + kAfterPenalty;
      words.push_back({id, static_cast<uint32_t>(distance),
                       static_cast<uint32_t>(word.size())});
    });
  };
  for (size_t pos = 0; pos < folded.size();) {
    const size_t token = TokenSize(folded.substr(pos));
    const bool is_sign = !IsLabelByte(folded[pos]);
    if (!is_sign || (index.has_signs() && folded[pos] != ' ')) {
      look_at(pos, token);
    }
    pos += token;
  }
  // Nearly sorted but for words within words, so this is linear.
  if (window.before) std::reverse(words.begin(), words.end());
  for (size_t i = 1; i < words.size(); ++i) {
    for (size_t j = i; j > 0 && words[j].IsLouderThan(words[j - 1]); --j) {
      std::swap(words[j], words[j - 1]);
    }
  }
}

ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Budget& budget) {
  ContextWindows windows;
  return FindContext(image, rule, text, whole,
                     {0, static_cast<uint32_t>(text.size())}, budget, windows);
}

ContextLabel FindContext(const DatabaseImage& image, const RuleRecord& rule,
                         std::string_view text, Span whole, Span limits,
                         Budget& budget, ContextWindows& windows) {
  if (rule.words.count + rule.shared_words.count == 0) return {};
  text = text.substr(0, limits.end);
  const uint32_t bytes =
      std::min(rule.context_before, whole.begin - limits.begin);
  uint64_t steps = 2;
  const auto find = [&](std::string_view raw, bool is_before) {
    const auto words = windows.Find(image, raw, is_before, steps);
    steps += words.size();
    return FindLoudest(image, rule, words);
  };
  const LoudestWord before = find(WindowBefore(text, whole.begin, bytes), true);
  const LoudestWord after =
      find(WindowAfter(text, whole.end, rule.context_after), false);
  budget.Pay(steps);
  return DrownsOut(after, before) ? after.label : before.label;
}

}  // namespace sluice
