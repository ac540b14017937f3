// The form of a text in which context words are compared.
//
// Rule words and text are folded alike, so that "Burger-service_NUMMER" meets
// "burgerservice nummer" half way:
//   - lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic;
//   - Latin letters lose their diacritics, Greek ones their accents, combining
//     marks disappear: "numéro" = "numero";
//   - white space, '_', '-' and the Unicode dashes become one space;
//   - the typographic apostrophe becomes "'";
//   - behind a name of several words stand its words: "bsnNummer" becomes
//     "bsnnummer bsn nummer".
// Everything else, invalid bytes included, stays as it is.
#ifndef SLUICE_SCANNER_WORD_FOLDING_H_
#define SLUICE_SCANNER_WORD_FOLDING_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

// Bytes that one byte becomes at most.
inline constexpr size_t kMaxFoldedPerByte = 3;

// Writes the folded text to `out`. Returns its size.
size_t FoldWords(std::string_view text, char* out);

// The folded form of a rule's word, without space at its ends. The compiler
// stores words in this form.
std::string FoldWord(std::string_view word);

// Letters, digits and all that is not ASCII: what tokens are made of.
inline constexpr std::array<bool, 256> kIsLabelByte = [] {
  std::array<bool, 256> table{};
  for (uint32_t c = 0; c < table.size(); ++c) {
    table[c] = (c >= '0' && c <= '9') ||
               ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80;
  }
  return table;
}();
inline bool IsLabelByte(char c) {
  return kIsLabelByte[static_cast<unsigned char>(c)];
}

// Whether a character begins at `text` of those that no spaces part into words:
// Thai, Chinese, Japanese and Korean. Each is a token of its own, of
// kSpacelessBytes.
inline constexpr size_t kSpacelessBytes = 3;
inline bool IsSpaceless(std::string_view text) {
  if (text.size() < kSpacelessBytes) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto next = static_cast<unsigned char>(text[1]);
  return (lead >= 0xE3 && lead <= 0xED) ||
         (lead == 0xE0 && (next == 0xB8 || next == 0xB9));
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_WORD_FOLDING_H_
