// Telling a secret from what people write in its place: placeholders,
// references to a variable, plain words.
#include <algorithm>

#include "scanner/validators/characters.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

// One of these as a whole segment makes the value a placeholder.
constexpr WordList kTelling(
    " your yours example examples changeme changeit replace "
    "sample dummy fake redacted placeholder replaceme insert "
    "goes todo removed censored voorbeeld beispiel exemple "
    "ejemplo esempio exempel ");

// A value made of nothing but these is no secret.
constexpr WordList kPlain(
    " a access add admin an and any api apikey app auth bar "
    "bearer blank bool boolean bytes change char client code "
    "credential credentials db default demo empty encrypted "
    "enter env false field file foo foobar for from get here "
    "hidden id in int integer is it key keys long masked me "
    "missing my name new nil no none not null number object of "
    "old on optional or pass passphrase passwd password path "
    "private prod production public put pw pwd required secret "
    "secrets server set some staging str string test testing "
    "text that the this to token true type undefined unknown use "
    "user username value varchar void with word wachtwoord "
    "passwort kennwort contraseña salasana lösenord geheim ");

// Begins of references: the value is somewhere else.
constexpr WordList kReferences(
    " process.env os.environ os.getenv getenv( env( env[ "
    "system.getenv secrets. vault: import.meta std::env "
    "environment. config[ config( os. ");

// "xxx", "****", "0000".
bool IsRepetition(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of(text[0]) == text.npos;
}

bool IsWrapped(std::string_view value) {
  constexpr std::string_view kPairs[][2] = {
      {"<", ">"},   {"${", "}"},  {"{{", "}}"}, {"#{", "}"},
      {"%(", ")s"}, {"{", "}"},   {"$(", ")"},  {"%", "%"},
      {"[", "]"},   {"__", "__"}, {"@@", "@@"},
  };
  for (const auto& pair : kPairs) {
    if (value.size() > pair[0].size() + pair[1].size() &&
        value.starts_with(pair[0]) && value.ends_with(pair[1])) {
      return true;
    }
  }
  return false;
}

bool HasDigit(std::string_view text) {
  for (char c : text) {
    if (IsDigitByte(c)) return true;
  }
  return false;
}

// "@proxy-host", the rest of a URL.
bool IsHostName(std::string_view name) {
  size_t joins = 0;
  for (const char c : name) {
    if (!IsLowerByte(c) && c != '-' && c != '.') return false;
    joins += !IsLowerByte(c);
  }
  return joins > 0 && joins * 3 < name.size();
}

bool IsReference(std::string_view value) {
  if (kReferences.HasBeginOf(value)) return true;
  if (value == "%s" || value == "%d" || value == "%v" || value == "{}") {
    return true;
  }
  // "$PASSWORD", "$env:TOKEN", "@password", "&secret": a variable, unless
  // digits make it look like "$ecret123".
  if (value.size() > 1 && (value[0] == '$' || value[0] == '@')) {
    std::string_view name = value.substr(1);
    if (name.starts_with("env:")) name.remove_prefix(4);
    if (value[0] == '@' && IsHostName(name)) return true;
    return IsNameLike(name) && !HasDigit(name);
  }
  return value.find("${") != value.npos || value.find("{{") != value.npos;
}

// Most steps from character to character are +1, or most are -1. A short value
// must be one run: people make passwords of two ("abc12345").
bool IsSequence(std::string_view value) {
  if (value.size() < 4) return false;
  size_t up = 0, down = 0;
  for (size_t i = 1; i < value.size(); ++i) {
    const char a = LowerByte(value[i - 1]), b = LowerByte(value[i]);
    up += b == a + 1 || (a == '9' && (b == '0' || b == 'a'));
    down += a == b + 1 || (a == '0' && b == '9');
  }
  const size_t steps = value.size() - 1;
  if (value.size() < 12) return up == steps || down == steps;
  return up * 4 >= steps * 3 || down * 4 >= steps * 3;
}

uint32_t DistinctCharacters(std::string_view value) {
  bool seen[256] = {};
  uint32_t distinct = 0;
  for (char c : value) {
    bool& known = seen[static_cast<unsigned char>(c)];
    distinct += known ? 0 : 1;
    known = true;
  }
  return distinct;
}

// "Test1234!": plain words, but somebody took the trouble.
bool HasPasswordMarks(std::string_view value) {
  constexpr std::string_view kSymbols = "!@#$%^&*?";
  bool digit = false, symbol = false;
  for (const char c : value) {
    digit |= IsDigitByte(c);
    symbol |= kSymbols.find(c) != kSymbols.npos;
  }
  return digit && symbol;
}

// "dbpassword", "newuserpwd": plain words written as one.
bool IsPlainWord(std::string_view segment, int words = 3) {
  if (kPlain.Has(segment)) return true;
  if (words == 1 || segment.size() > 24) return false;
  return kPlain.Any([=](std::string_view word) {
    return word.size() >= 2 && word.size() < segment.size() &&
           EqualsFolded(segment.substr(0, word.size()), word) &&
           IsPlainWord(segment.substr(word.size()), words - 1);
  });
}

bool IsPlaceholder(std::string_view value) {
  if (value.empty() || IsWrapped(value) || IsReference(value)) return true;
  if (IsSequence(value)) return true;
  if (value.size() >= 6 && DistinctCharacters(value) <= 2) return true;
  if (value.find("...") != value.npos || value.find("***") != value.npos ||
      value.find("\xE2\x80\xA6") != value.npos ||
      value.find("\xE2\x80\xA2\xE2\x80\xA2") != value.npos) {
    return true;
  }
  bool telling = false, plain = true, any = false;
  ForEachSegment(value, [&](std::string_view segment) {
    any = true;
    const bool filler = IsRepetition(segment) && !IsDigitByte(segment[0]) &&
                        (LowerByte(segment[0]) == 'x' || segment.size() >= 4);
    telling |= filler || kTelling.Has(segment);
    if (IsDigitByte(segment[0])) {
      plain &= segment.size() <= 3 || IsSequence(segment);
    } else {
      plain &= IsPlainWord(segment);
    }
  });
  return telling || !any || (plain && !HasPasswordMarks(value));
}

}  // namespace

bool IsPath(std::string_view text) {
  if (text.empty() || IsDigitByte(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsLetterByteOrUtf8(c) || IsDigitByte(c) || IsIn(c, "._$[]:'>-");
  });
}

bool CheckNotPlaceholder(std::string_view value) {
  return !IsPlaceholder(value);
}

}  // namespace sluice
