// Telling a secret from what people write in its place: placeholders,
// references to a variable, plain words.
#include "scanner/validators/checks.h"

namespace sluice {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool IsLetter(char c) { return IsUpper(c) || IsLower(c); }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EqualsFolded(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

template <size_t kCount>
bool IsOneOf(std::string_view word, const std::string_view (&list)[kCount]) {
  for (std::string_view entry : list) {
    if (EqualsFolded(word, entry)) return true;
  }
  return false;
}

// One of these as a whole segment makes the value a placeholder.
constexpr std::string_view kTelling[] = {
    "your",      "yours",    "example", "examples", "changeme", "changeit",
    "replace",   "sample",   "dummy",   "fake",     "redacted", "placeholder",
    "replaceme", "insert",   "goes",    "todo",     "removed",  "censored",
    "voorbeeld", "beispiel", "exemple", "ejemplo",  "esempio",  "exempel",
};

// A value made of nothing but these is no secret.
constexpr std::string_view kPlain[] = {
    "a",        "access",     "add",         "admin",      "an",
    "and",      "any",        "api",         "apikey",     "app",
    "auth",     "bar",        "bearer",      "blank",      "bool",
    "boolean",  "bytes",      "change",      "char",       "client",
    "code",     "credential", "credentials", "db",         "default",
    "demo",     "empty",      "encrypted",   "enter",      "env",
    "false",    "field",      "file",        "foo",        "foobar",
    "for",      "from",       "get",         "here",       "hidden",
    "id",       "in",         "int",         "integer",    "is",
    "it",       "key",        "keys",        "long",       "masked",
    "me",       "missing",    "my",          "name",       "new",
    "nil",      "no",         "none",        "not",        "null",
    "number",   "object",     "of",          "old",        "on",
    "optional", "or",         "pass",        "passphrase", "passwd",
    "password", "path",       "private",     "prod",       "production",
    "public",   "put",        "pw",          "pwd",        "required",
    "secret",   "secrets",    "server",      "set",        "some",
    "staging",  "str",        "string",      "test",       "testing",
    "text",     "that",       "the",         "this",       "to",
    "token",    "true",       "type",        "undefined",  "unknown",
    "use",      "user",       "username",    "value",      "varchar",
    "void",     "with",       "word",        "wachtwoord", "passwort",
    "kennwort", "contraseña", "salasana",    "lösenord",   "geheim",
};

// Names of techniques: letters and digits, and no secret.
constexpr std::string_view kTechnical[] = {
    "sha1",    "sha256",   "sha384",  "sha512",  "md5",        "utf8",
    "utf-8",   "utf16",    "base64",  "base32",  "oauth2",     "http2",
    "argon2",  "argon2id", "pbkdf2",  "ed25519", "hs256",      "rs256",
    "es256",   "x509",     "ipv4",    "ipv6",    "aes128",     "aes256",
    "aes-128", "aes-256",  "rsa2048", "p256",    "curve25519", "tls1.2",
    "tls1.3",  "win32",    "x86_64",  "arm64",   "i18n",
};

// Begins of references: the value is somewhere else.
constexpr std::string_view kReferences[] = {
    "process.env", "os.environ",    "os.getenv", "getenv(", "env(",
    "env[",        "system.getenv", "secrets.",  "vault:",  "import.meta",
    "std::env",    "environment.",  "config[",   "config(", "os.",
};

// Whole segments: runs of letters, cut where lower case turns to upper; runs
// of digits. Calls `visit(segment)` for each.
template <typename Visit>
void ForEachSegment(std::string_view value, Visit visit) {
  size_t begin = 0;
  for (size_t i = 0; i < value.size(); i = begin) {
    begin = i + 1;
    if (IsDigit(value[i])) {
      while (begin < value.size() && IsDigit(value[begin])) ++begin;
      visit(value.substr(i, begin - i));
    } else if (IsLetter(value[i])) {
      while (begin < value.size() && IsLetter(value[begin]) &&
             !(IsLower(value[begin - 1]) && IsUpper(value[begin]))) {
        ++begin;
      }
      visit(value.substr(i, begin - i));
    }
  }
}

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
        StartsWith(value, pair[0]) && value.ends_with(pair[1])) {
      return true;
    }
  }
  return false;
}

bool IsNameLike(std::string_view text) {
  if (text.empty() || IsDigit(text[0])) return false;
  for (char c : text) {
    if (!IsLetter(c) && !IsDigit(c) && c != '_') return false;
  }
  return true;
}

bool HasDigit(std::string_view text) {
  for (char c : text) {
    if (IsDigit(c)) return true;
  }
  return false;
}

bool IsReference(std::string_view value) {
  for (std::string_view prefix : kReferences) {
    if (EqualsFolded(value.substr(0, prefix.size()), prefix)) return true;
  }
  if (value == "%s" || value == "%d" || value == "%v" || value == "{}") {
    return true;
  }
  // "$PASSWORD", "$env:TOKEN", "@password", "&secret": a variable, unless
  // digits make it look like "$ecret123".
  if (value.size() > 1 && (value[0] == '$' || value[0] == '@')) {
    std::string_view name = value.substr(1);
    if (StartsWith(name, "env:")) name.remove_prefix(4);
    return IsNameLike(name) && !HasDigit(name);
  }
  return value.find("${") != value.npos || value.find("{{") != value.npos;
}

// Most steps from character to character are +1, or most are -1.
bool IsSequence(std::string_view value) {
  if (value.size() < 4) return false;
  size_t up = 0, down = 0;
  for (size_t i = 1; i < value.size(); ++i) {
    const char a = Lower(value[i - 1]), b = Lower(value[i]);
    up += b == a + 1 || (a == '9' && (b == '0' || b == 'a'));
    down += a == b + 1 || (a == '0' && b == '9');
  }
  const size_t steps = value.size() - 1;
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
    digit |= IsDigit(c);
    symbol |= kSymbols.find(c) != kSymbols.npos;
  }
  return digit && symbol;
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
    const bool filler = IsRepetition(segment) && !IsDigit(segment[0]) &&
                        (Lower(segment[0]) == 'x' || segment.size() >= 4);
    telling |= filler || IsOneOf(segment, kTelling);
    if (IsDigit(segment[0])) {
      plain &= segment.size() <= 3 || IsSequence(segment);
    } else {
      plain &= IsOneOf(segment, kPlain);
    }
  });
  return telling || !any || (plain && !HasPasswordMarks(value));
}

// ---- passwords ----

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
    classes.lower |= IsLower(c);
    classes.upper |= IsUpper(c);
    classes.inner_upper |= i > 0 && IsUpper(c);
    classes.digit |= IsDigit(c);
    classes.symbol |= !IsLower(c) && !IsUpper(c) && !IsDigit(c);
  }
  return classes;
}

std::string_view TrimPunctuation(std::string_view value) {
  constexpr std::string_view kPunctuation = ".,;:!?)('\"`]";
  while (!value.empty() && kPunctuation.find(value.back()) != value.npos) {
    value.remove_suffix(1);
  }
  return value;
}

// Whether the letters, taken as one word, could not be one in any language of
// the Latin script: too many consonants on end, or no vowel.
bool IsUnpronounceable(std::string_view word) {
  uint32_t run = 0, longest = 0, vowels = 0;
  for (char c : word) {
    constexpr std::string_view kVowels = "aeiouy";
    const bool vowel = kVowels.find(Lower(c)) != kVowels.npos ||
                       static_cast<unsigned char>(c) >= 0x80;
    run = vowel ? 0 : run + 1;
    vowels += vowel;
    longest = run > longest ? run : longest;
  }
  return longest >= 6 || (word.size() >= 6 && vowels * 6 < word.size());
}

// Letters-only words joined by single '_', '-', '.', '\'' or case changes:
// db_password, read-only, config.password, getUserName, don't. A passphrase of
// four words and more joined by '-' is none.
bool IsWordChain(std::string_view value) {
  size_t words = 0, letters = 0, hyphens = 0;
  bool strange = false, loose = false;
  for (const char c : value) {
    if (IsDigit(c)) return false;
    if (IsLetter(c)) {
      ++letters;
      continue;
    }
    constexpr std::string_view kJoins = "_-.'/:";
    if (kJoins.find(c) == kJoins.npos) return false;
    hyphens += c == '-';
    loose |= c == '\'' || c == '.';
  }
  ForEachSegment(value, [&](std::string_view segment) {
    ++words;
    strange |= IsUnpronounceable(segment);
  });
  if (words == 0 || strange) return false;
  if (hyphens >= 3 && hyphens + 1 == words) return false;
  // Case changes in random letters leave shorter words.
  return loose || letters >= words * 3;
}

// Digits with joins: dates, versions, times, amounts, addresses; "v1.2.3".
bool IsNumeric(std::string_view value) {
  if (value[0] == 'v') value.remove_prefix(1);
  constexpr std::string_view kJoins = ".,:/-+% ";
  for (char c : value) {
    if (!IsDigit(c) && kJoins.find(c) == kJoins.npos) return false;
  }
  return true;
}

// "8-character", "2nd", "16bit": a number that counts a word.
bool IsCount(std::string_view value) {
  size_t i = 0;
  while (i < value.size() && IsDigit(value[i])) ++i;
  if (i == 0 || i > 3) return false;
  if (i < value.size() && value[i] == '-') ++i;
  for (size_t k = i; k < value.size(); ++k) {
    if (!IsLower(value[k])) return false;
  }
  return true;
}

// Calls, indexing, markup, paths and URLs: code about a password.
bool IsCode(std::string_view value) {
  if (value[0] == '<' || value[0] == '/' || StartsWith(value, "./") ||
      StartsWith(value, "~/") || StartsWith(value, "C:\\")) {
    return true;
  }
  if (value.find("://") != value.npos || value.find("::") != value.npos ||
      value.find("->") != value.npos || value.find("=>") != value.npos) {
    return true;
  }
  // name(...), obj.name[...]
  const size_t open = value.find_first_of("([");
  if (open == value.npos || value.find_first_of(")]", open) == value.npos) {
    return false;
  }
  const std::string_view head = value.substr(0, open);
  return IsNameLike(head.substr(head.rfind('.') + 1));
}

}  // namespace

bool CheckNotPlaceholder(std::string_view value) {
  return !IsPlaceholder(value);
}

bool CheckPassword(std::string_view value) {
  if (value.size() < 4 || IsPlaceholder(value) || IsCode(value)) return false;
  const std::string_view core = TrimPunctuation(value);
  if (core.size() < 4 || IsWordChain(core) || IsNumeric(core) ||
      IsCount(core) || IsOneOf(core, kTechnical)) {
    return false;
  }
  const Classes classes = ClassesOf(core);
  if (classes.count() >= 2 && (classes.digit || classes.symbol)) return true;
  // Letters only: mixed case inside, or letters no word has.
  return (classes.lower && classes.inner_upper) || IsUnpronounceable(core);
}

}  // namespace sluice
