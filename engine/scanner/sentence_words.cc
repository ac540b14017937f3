#include "scanner/sentence_words.h"

#include <algorithm>

#include "scanner/validators/characters.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

// What a sentence puts round a word.
constexpr std::string_view kQuotes[] = {"\"",
                                        "'",
                                        "`",
                                        "*",
                                        "\xE2\x80\x9C",
                                        "\xE2\x80\x9D",
                                        "\xE2\x80\x9E",
                                        "\xE2\x80\x98",
                                        "\xE2\x80\x99",
                                        "\xC2\xAB",
                                        "\xC2\xBB"};

// Bytes at the end of `word` that are none of it.
size_t WrapBehind(std::string_view word) {
  if (word.empty() || IsAlnumByte(word.back())) return 0;
  for (const std::string_view quote : kQuotes) {
    if (word.ends_with(quote)) return quote.size();
  }
  constexpr std::string_view kMarks = ".,;:?";
  const bool bracket = word.back() == ')' && word.find('(') == word.npos;
  return bracket || kMarks.find(word.back()) != kMarks.npos ? 1 : 0;
}

// "auf Herbst2026? zurückgesetzt": the sentence goes on, so its end is none.
bool AsksOn(std::string_view text, Span word) {
  if (word.size() < 6 || text[word.end - 1] != '?') return false;
  if (word.end + 1 >= text.size() || text[word.end] != ' ') return false;
  return IsDigitByte(text[word.end - 2]) &&
         IsLowerByteOrUtf8(text[word.end + 1]);
}

}  // namespace

size_t WrapInFront(std::string_view word) {
  if (word.empty() || IsAlnumByte(word[0])) return 0;
  for (const std::string_view quote : kQuotes) {
    if (word.starts_with(quote)) return quote.size();
  }
  return word.starts_with('(') ? 1 : 0;
}

Span Trimmed(std::string_view text, Span word) {
  for (;;) {
    const std::string_view rest = text.substr(word.begin, word.size());
    if (const size_t front = WrapInFront(rest)) {
      word.begin += static_cast<uint32_t>(front);
    } else if (const size_t behind =
                   AsksOn(text, word) ? 0 : WrapBehind(rest)) {
      word.end -= static_cast<uint32_t>(behind);
    } else {
      return word;
    }
  }
}

bool IsPointer(std::string_view word) {
  static constexpr WordList kPointers(
      " = : - -- -> => := == > \xE2\x80\x93 \xE2\x80\x94 "
      "\xE2\x86\x92 ");
  return kPointers.Has(word);
}

bool HasSpice(std::string_view word) {
  return word.find_first_of("!@#$%&*?+") != word.npos;
}

bool IsPlainName(std::string_view word) {
  return std::none_of(word.begin(), word.end(), IsUpperByte) && !HasSpice(word);
}

bool HasCode(std::string_view word) {
  return word.find_first_of("{}<>=;|$&#_\\`[]~^") != word.npos ||
         word.find("()") != word.npos || word.find("::") != word.npos;
}

bool StandsOut(std::string_view word) {
  constexpr size_t kShortestWithoutDigit = 8;
  bool upper = false, lower = false;
  for (const char c : word) {
    if (IsDigitByte(c)) return true;
    upper |= IsUpperByte(c);
    lower |= IsLowerByteOrUtf8(c);
  }
  return upper && lower && word.size() >= kShortestWithoutDigit;
}

}  // namespace sluice
