// The value model of passwords: what people choose, told from what code and
// prose say in its place. No rule can: "hunter2" and "string" look alike to a
// pattern.
#include <algorithm>

#include "scanner/validators/characters.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/code_pieces.h"
#include "scanner/validators/named_things.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

// Letters that are no word of any language, see RarityOf.
constexpr uint32_t kStrange = 80;

// Names of techniques are made of these and of numbers.
constexpr WordList kTechnical(
    " sha scram md hmac aes rsa ecdsa ed hs rs es cbc gcm ctr utf "
    "iso base oauth http argon id pbkdf bcrypt scrypt crypt x "
    "ipv curve tls ssl win arm i n p ntlm krb mschap plain "
    "xoauth digest cram des chacha poly sasl ascii rfc pkcs ");

// sha256, AES-256-CBC, scram-sha-256, x86_64.
bool IsTechnical(std::string_view value) {
  bool technical = true;
  ForEachSegment(value, [&](std::string_view segment) {
    technical &=
        IsDigitByte(segment[0]) ? segment.size() <= 5 : kTechnical.Has(segment);
  });
  return technical;
}

struct Classes {
  bool lower = false, upper = false, digit = false, symbol = false;
  bool inner_upper = false;  // upper case after the first letter
  uint32_t count() const {
    return static_cast<uint32_t>(lower + upper + digit + symbol);
  }
};

Classes ClassesOf(std::string_view value) {
  Classes classes;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    classes.lower |= IsLowerByteOrUtf8(c);
    classes.upper |= IsUpperByte(c);
    classes.inner_upper |= i > 0 && IsUpperByte(c);
    classes.digit |= IsDigitByte(c);
    classes.symbol |=
        !IsLowerByteOrUtf8(c) && !IsUpperByte(c) && !IsDigitByte(c);
  }
  return classes;
}

// How many bytes of punctuation `value` ends with, a footnote's mark included.
size_t PunctuationBehind(std::string_view value) {
  constexpr std::string_view kPunctuation = ".,;:!?)('\"`]}\\";
  constexpr std::string_view kQuotes[] = {"\xE2\x80\x98", "\xE2\x80\x99",
                                          "\xE2\x80\x9C", "\xE2\x80\x9D",
                                          "\xC2\xBB",     "\xC2\xAB"};
  if (value.empty()) return 0;
  for (const std::string_view quote : kQuotes) {
    if (value.ends_with(quote)) return quote.size();
  }
  const size_t bracket = value.rfind('[');
  if (value.back() == ']' && bracket != value.npos &&
      value.size() - bracket <= 4 && bracket + 2 < value.size() &&
      IsDigitByte(value[bracket + 1])) {
    return value.size() - bracket;
  }
  return kPunctuation.find(value.back()) != value.npos ? 1 : 0;
}

std::string_view TrimPunctuation(std::string_view value) {
  while (!value.empty() && value[0] == '*') value.remove_prefix(1);
  while (const size_t behind = PunctuationBehind(value)) {
    value.remove_suffix(behind);
  }
  return value;
}

// Letters-only words joined by single '_', '-', '.', '\'' or case changes:
// db_password, read-only, config.password, getUserName, don't. A passphrase of
// four words and more joined by '-' is none.
bool IsWordChain(std::string_view value) {
  size_t words = 0, letters = 0, hyphens = 0;
  bool loose = false, upper = false, list = false;
  for (const char c : value) {
    if (IsDigitByte(c)) return false;
    if (IsLetterByteOrUtf8(c)) {
      ++letters;
      upper |= IsUpperByte(c);
      continue;
    }
    constexpr std::string_view kJoins = "_-.'/:+,";
    list |= c == '+' || c == ',';
    if (kJoins.find(c) == kJoins.npos) return false;
    hyphens += c == '-';
    loose |= c == '\'' || c == '.';
  }
  size_t strange = 0;  // letters of words that are none
  ForEachSegment(value, [&](std::string_view segment) {
    ++words;
    if (segment.size() >= 6 && RarityOf(segment) >= kStrange) {
      strange += segment.size();
    }
  });
  if (words == 0 || strange * 2 > letters || (list && upper)) return false;
  if (hyphens >= 3 && hyphens + 1 == words) return false;
  // Case changes in random letters leave shorter words.
  return loose || letters >= words * (upper ? 3 : 2);
}

// SIGN_UP_V2_SUBMIT, SubmitResultV2: names with the number of a version.
bool IsVersionedName(std::string_view value) {
  size_t name = value.size();
  while (name > 0 && IsDigitByte(value[name - 1])) --name;
  if (name < value.size() && value.size() - name <= 2 && name > 1 &&
      value[name - 1] == 'V') {
    return IsWordChain(value.substr(0, name - 1));
  }
  size_t digits = 0, joins = 0;
  for (const char c : value) {
    const bool first = &c == value.data();  // kLOGON32_A_B
    if (!IsUpperByte(c) && !IsDigitByte(c) && c != '_' && !first) return false;
    digits += IsDigitByte(c);
    joins += c == '_';
  }
  return joins >= 2 && digits <= 2;
}

// Digits with joins: dates, versions, times, amounts, addresses, issues;
// "v1.2.3".
bool IsNumeric(std::string_view value) {
  if (value[0] == 'v') value.remove_prefix(1);
  constexpr std::string_view kJoins = ".,:/-+%# ";
  for (char c : value) {
    if (!IsDigitByte(c) && kJoins.find(c) == kJoins.npos) return false;
  }
  return true;
}

// "8-character", "2nd", "16bit": a number that counts a word.
bool IsCount(std::string_view value) {
  size_t i = 0;
  while (i < value.size() && IsDigitByte(value[i])) ++i;
  if (i == 0 || i > 3) return false;
  if (i < value.size() && value[i] == '-') ++i;
  for (size_t k = i; k < value.size(); ++k) {
    if (!IsLowerByteOrUtf8(value[k])) return false;
  }
  return true;
}

// "kJ8(hd)2": more than code would write follows the last bracket.
bool HasTail(std::string_view value) {
  const size_t close = value.find_last_of(")]");
  for (char c : value.substr(close + 1)) {
    if (IsDigitByte(c)) return true;
  }
  return false;
}

// config.db2.password, key1.pem: names with digits, and a last one without.
bool IsDottedName(std::string_view value) {
  const size_t dot = value.rfind('.');
  if (dot == value.npos || dot == 0 || dot + 1 == value.size()) return false;
  for (char c : value.substr(dot + 1)) {
    if (!IsLetterByteOrUtf8(c) && c != '_') return false;
  }
  bool begins = true;
  for (char c : value.substr(0, dot)) {
    if (begins && !IsLetterByteOrUtf8(c) && c != '_' && c != '$') return false;
    if (!IsLetterByteOrUtf8(c) && !IsDigitByte(c) && c != '_' && c != '.')
      return false;
    begins = c == '.';
  }
  return true;
}

// Chinese, Japanese, Korean: passwords are typed in ASCII there, sentences are
// not.
bool HasWideLetters(std::string_view value) {
  for (char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xE3 && byte <= 0xED) return true;
  }
  return false;
}

bool IsUuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (size_t i = 0; i < value.size(); ++i) {
    const bool joint = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = LowerByte(value[i]);
    if (joint ? c != '-' : !(IsDigitByte(c) || (c >= 'a' && c <= 'f'))) {
      return false;
    }
  }
  return true;
}

// Calls, indexing, markup, paths and URLs: code about a password.
bool IsCode(std::string_view value) {
  if (value[0] == '<' || value[0] == '/' || value.starts_with("./") ||
      value.starts_with("~/") || value.starts_with("C:\\")) {
    return true;
  }
  if (value.find("://") != value.npos || value.find("::") != value.npos ||
      value.find("->") != value.npos || value.find("=>") != value.npos) {
    return true;
  }
  // A line's end in a string, and what manual pages are set with.
  if (value.find("\\n") != value.npos || value.find("\\(") != value.npos ||
      value.find("\\f") != value.npos || value.find("\\&") != value.npos ||
      value.find("\\*") != value.npos) {
    return true;
  }
  // $conf['password'], cut at the quotation mark.
  if (value.back() == '[' || value.back() == '(') {
    const std::string_view name = value.substr(0, value.size() - 1);
    if (IsDottedName(name) || IsNameLike(name.substr(name[0] == '$'))) {
      return true;
    }
  }
  // name(...), obj.name[...]
  const size_t open = value.find_first_of("([");
  if (open == value.npos || value.find_first_of(")]", open) == value.npos) {
    return false;
  }
  const std::string_view head = value.substr(0, open);
  return IsNameLike(head.substr(head.rfind('.') + 1)) && !HasTail(value);
}

// On every keyboard.
bool IsTyped(char c) { return IsLetterByte(c) || IsDigitByte(c); }

// Letters only: case changes where no name has them, or pairs of letters that
// no word has.
bool AreLettersRandom(const Classes& classes, std::string_view core) {
  // The table knows little of letters with accents.
  for (char c : core) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  const uint32_t rarity = RarityOf(core);
  // Languages differ: a name of one is rare in the others.
  if (!classes.inner_upper) return rarity >= kStrange + 8;
  if (core.size() < 7) return false;
  return rarity >= kStrange ||
         (classes.lower && classes.inner_upper && rarity >= 72);
}

}  // namespace

bool CheckPassword(std::string_view value) {
  if (value.size() < 4 || !CheckNotPlaceholder(value) || IsCode(value) ||
      IsPieceOfCode(value) || IsNameOfSomething(value) ||
      HasWideLetters(value)) {
    return false;
  }
  const std::string_view core = TrimPunctuation(value);
  if (core.size() < 4 || IsWordChain(core) || IsNumeric(core) ||
      IsCount(core) || IsDottedName(core) || IsUuid(core) ||
      IsTechnical(core) || IsTechnicalName(core) ||
      (value.back() != '!' && IsVersionedName(core))) {
    return false;
  }
  const Classes classes = ClassesOf(core);
  // Titles in any script.
  if (core.find(' ') != core.npos && !classes.digit) return false;
  if (std::none_of(core.begin(), core.end(), IsTyped)) return false;
  if (classes.count() >= 2 && (classes.digit || classes.symbol)) return true;
  return AreLettersRandom(classes, core);
}

bool CheckStrongPassword(std::string_view value) {
  if (value.size() < 6 || !CheckPassword(value)) return false;
  const std::string_view core = TrimPunctuation(value);
  uint32_t digits = 0;
  for (char c : core) digits += IsDigitByte(c);
  const Classes classes = ClassesOf(core);
  const bool mixed = (classes.lower || classes.upper) && digits > 0;
  if (!mixed) return false;
  if (classes.symbol) return core.find('/') == core.npos;
  return classes.count() >= 3 ? digits >= 2 : digits >= 3 && core.size() >= 8;
}

}  // namespace sluice
