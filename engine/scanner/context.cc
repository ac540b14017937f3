#include "scanner/context.h"

#include <algorithm>
#include <span>

namespace sluice {
namespace {

constexpr uint32_t kAfterPenalty = 16;
// Bytes of a word that are looked up in one go; a few words are shorter.
constexpr size_t kWordStart = 2;
// Bytes that cost as much to fold as one step of a matcher.
constexpr size_t kBytesPerStep = 2;

// Base letters of U+00C0..U+00FF and U+0100..U+017F; '?' keeps the letter.
constexpr char kLatin1[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy?saaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
constexpr char kLatinA[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof(kLatin1) == 64 + 1 && sizeof(kLatinA) == 128 + 1);

struct Letter {
  uint16_t from;
  uint16_t to;
};

constexpr Letter kGreek[] = {
    {0x386, 0x3B1}, {0x388, 0x3B5}, {0x389, 0x3B7}, {0x38A, 0x3B9},
    {0x38C, 0x3BF}, {0x38E, 0x3C5}, {0x38F, 0x3C9}, {0x390, 0x3B9},
    {0x3AA, 0x3B9}, {0x3AB, 0x3C5}, {0x3AC, 0x3B1}, {0x3AD, 0x3B5},
    {0x3AE, 0x3B7}, {0x3AF, 0x3B9}, {0x3B0, 0x3C5}, {0x3C2, 0x3C3},
    {0x3CA, 0x3B9}, {0x3CB, 0x3C5}, {0x3CC, 0x3BF}, {0x3CD, 0x3C5},
    {0x3CE, 0x3C9},
};

// Letters that are no plain letter plus accents.
uint32_t FoldLigature(uint32_t code) {
  switch (code) {
    case 0xC6:
      return 0xE6;  // Æ
    case 0xD0:
      return 0xF0;  // Ð
    case 0xDE:
      return 0xFE;  // Þ
    case 0x132:
      return 0x133;  // Ĳ
    case 0x152:
      return 0x153;  // Œ
    default:
      return code;
  }
}

// The folded code point; 0 = drop it, ' ' = white space or a joining mark.
uint32_t FoldCode(uint32_t code) {
  if (code < 0xA0) return code;
  if (code == 0xA0 || code == 0x202F || code == 0x2009) return ' ';
  if (code < 0xC0) return code;
  if (code < 0x180) {
    const char base =
        code < 0x100 ? kLatin1[code - 0xC0] : kLatinA[code - 0x100];
    return base == '?' ? FoldLigature(code) : static_cast<uint32_t>(base);
  }
  if (code >= 0x300 && code < 0x370) return 0;  // combining marks
  if (code >= 0x386 && code <= 0x3CE) {
    for (const Letter& letter : kGreek) {
      if (letter.from == code) return letter.to;
    }
    const bool capital = code >= 0x391 && code <= 0x3A9 && code != 0x3A2;
    return capital ? code + 0x20 : code;
  }
  if (code >= 0x400 && code < 0x410) code += 0x50;
  if (code >= 0x410 && code < 0x430) code += 0x20;
  if (code == 0x451) return 0x435;  // ё
  if (code >= 0x2010 && code <= 0x2015) return ' ';
  if (code == 0x2019) return '\'';
  return code;
}

struct Decoded {
  uint32_t code = 0;
  uint32_t size = 0;  // 0: no two- or three-byte sequence
};

// Two- and three-byte sequences; nothing longer is folded.
Decoded Decode(std::string_view text, size_t pos) {
  const auto at = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned lead = at(pos), one = at(pos + 1), two = at(pos + 2);
  if (lead >= 0xC2 && lead <= 0xDF && (one & 0xC0) == 0x80) {
    return {(lead & 0x1Fu) << 6 | (one & 0x3Fu), 2};
  }
  if ((lead & 0xF0) == 0xE0 && (one & 0xC0) == 0x80 && (two & 0xC0) == 0x80) {
    return {(lead & 0x0Fu) << 12 | (one & 0x3Fu) << 6 | (two & 0x3Fu), 3};
  }
  return {};
}

void AppendCode(uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

char FoldAscii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const bool space = c == ' ' || (c >= '\t' && c <= '\r');
  return space || c == '_' || c == '-' ? ' ' : c;
}

std::string Fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto append_space = [&] {
    if (out.empty() || out.back() != ' ') out += ' ';
  };
  for (size_t i = 0; i < text.size();) {
    const Decoded decoded = Decode(text, i);
    if (decoded.size == 0) {
      const char c = FoldAscii(text[i++]);
      c == ' ' ? append_space() : static_cast<void>(out += c);
      continue;
    }
    i += decoded.size;
    const uint32_t code = FoldCode(decoded.code);
    if (code == ' ') {
      append_space();
    } else if (code != 0) {
      AppendCode(code, out);
    }
  }
  return out;
}

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether `pos` stands inside a token of `text`.
bool IsInsideToken(std::string_view text, size_t pos) {
  return pos > 0 && pos < text.size() && IsWordByte(text[pos - 1]) &&
         IsWordByte(text[pos]);
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

// The words of `range` that begin as `text` does with its first `bytes`; they
// are sorted.
std::span<const ContextWord> WordsWith(const DatabaseImage& image, Range range,
                                       std::string_view text, size_t bytes) {
  const auto words = image.words.subspan(range.begin, range.count);
  const std::string_view first = text.substr(0, bytes);
  const auto begins_before = [&](const ContextWord& entry) {
    return image.String(entry.word).substr(0, bytes) < first;
  };
  const auto begins_with = [&](const ContextWord& entry) {
    return image.String(entry.word).substr(0, bytes) <= first;
  };
  const auto begin =
      std::partition_point(words.begin(), words.end(), begins_before);
  return {begin, std::partition_point(begin, words.end(), begins_with)};
}

// Offers the word if it stands at `pos` of the folded window, as a whole.
void OfferWordAt(const DatabaseImage& image, const ContextWord& entry,
                 std::string_view window, size_t pos, bool before,
                 NearestLabel& nearest) {
  const std::string_view word = image.String(entry.word);
  if (word.empty() || window.substr(pos, word.size()) != word) return;
  const size_t end = pos + word.size();
  if (end < window.size() && IsWordByte(window[end]) &&
      IsWordByte(word.back())) {
    return;
  }
  const size_t distance = before ? window.size() - end : pos + kAfterPenalty;
  nearest.Offer({{entry.word, entry.negative != 0}, distance, word.size()});
}

// Offers every word of `range` that begins at `pos` of the folded window.
// Returns how many words it looked at.
size_t OfferWordsAt(const DatabaseImage& image, Range range,
                    std::string_view window, size_t pos, bool before,
                    NearestLabel& nearest) {
  const std::string_view rest = window.substr(pos);
  const std::span<const ContextWord> words =
      WordsWith(image, range, rest, kWordStart);
  for (const ContextWord& entry : words) {
    OfferWordAt(image, entry, window, pos, before, nearest);
  }
  // A word of one byte stands before all longer ones that begin with it.
  const std::span<const ContextWord> shorter =
      WordsWith(image, range, rest, kWordStart - 1);
  if (!shorter.empty() && image.String(shorter[0].word).size() < kWordStart) {
    OfferWordAt(image, shorter[0], window, pos, before, nearest);
  }
  return words.size();
}

bool IsLetterByte(char c) { return IsWordByte(c) && !(c >= '0' && c <= '9'); }

// The label of `range` nearest to the match in one window.
NearestLabel SearchWords(const DatabaseImage& image, Range range,
                         const ContextWindows::Window& window, bool before,
                         uint64_t& steps) {
  NearestLabel nearest;
  if (range.count == 0) return nearest;
  const auto search = [&](const std::vector<uint32_t>& places) {
    for (const uint32_t pos : places) {
      const size_t words =
          OfferWordsAt(image, range, window.folded, pos, before, nearest);
      steps += 1 + words / 4;
    }
  };
  search(window.words);
  // Words are sorted: few lists have one that begins with a digit or a sign.
  const std::string_view first = image.String(image.words[range.begin].word);
  if (first.empty() || !IsLetterByte(first[0])) search(window.others);
  return nearest;
}

void SearchWindow(const DatabaseImage& image, const RuleRecord& rule,
                  std::string_view raw, bool before, Budget& budget,
                  ContextWindows& windows, NearestLabel& nearest) {
  uint64_t steps = 1;
  ContextWindows::Window& window = windows.Take(raw, steps);
  nearest.Offer(SearchWords(image, rule.words, window, before, steps));
  const Range shared = rule.shared_words;
  if (shared.count != 0) {
    const bool known = window.shared.begin == shared.begin &&
                       window.shared.count == shared.count;
    if (!known) {
      window.shared = shared;
      window.shared_label = SearchWords(image, shared, window, before, steps);
    }
    nearest.Offer(window.shared_label);
  }
  if (steps > budget.steps) {
    budget.steps = 0;
    budget.exhausted = true;
    return;
  }
  budget.steps -= steps;
}

}  // namespace

std::string FoldWord(std::string_view word) {
  std::string folded = Fold(word);
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  if (!folded.empty() && folded.front() == ' ') folded.erase(0, 1);
  return folded;
}

void NearestLabel::Offer(const NearestLabel& other) {
  if (other.label.word == kNoString || other.distance > distance) return;
  if (other.distance == distance) {
    if (other.length < length) return;
    const bool better = !other.label.negative && label.negative;
    if (other.length == length && !better) return;
  }
  *this = other;
}

ContextWindows::Window& ContextWindows::Take(std::string_view raw,
                                             uint64_t& steps) {
  for (Window& window : windows_) {
    if (window.raw.data() == raw.data() && window.raw.size() == raw.size()) {
      return window;
    }
  }
  Window& window = windows_[next_++ % kKept];
  window = {};
  window.raw = raw;
  window.folded = Fold(raw);
  steps += window.folded.size() / kBytesPerStep;
  for (uint32_t pos = 0; pos < window.folded.size(); ++pos) {
    const char c = window.folded[pos];
    if (c == ' ' || IsInsideToken(window.folded, pos)) continue;
    (IsLetterByte(c) ? window.words : window.others).push_back(pos);
  }
  return window;
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
  NearestLabel nearest;
  if (rule.words.count + rule.shared_words.count == 0) return nearest.label;
  text = text.substr(0, limits.end);
  const uint32_t before =
      std::min(rule.context_before, whole.begin - limits.begin);
  SearchWindow(image, rule, WindowBefore(text, whole.begin, before), true,
               budget, windows, nearest);
  SearchWindow(image, rule, WindowAfter(text, whole.end, rule.context_after),
               false, budget, windows, nearest);
  return nearest.label;
}

}  // namespace sluice
