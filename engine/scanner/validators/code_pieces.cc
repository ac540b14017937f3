#include "scanner/validators/code_pieces.h"

#include <algorithm>

#include "scanner/validators/characters.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

// "%{name}", "%s:%s", "%-.192s": formats and templates.
bool IsFormat(std::string_view value) {
  if (value.starts_with("%{") || value.starts_with("${") ||
      Contains(value, "%(") || Contains(value, "%s")) {
    return true;
  }
  // "$1token", as messages in many languages have it; "%6.2fms".
  if (value[0] == '$' && value.size() > 2 && IsDigitByte(value[1]) &&
      !HasDigit(value.substr(2))) {
    return true;
  }
  if (value[0] == '%' && value.size() > 3 && IsDigitByte(value[1]) &&
      value[2] == '.') {
    return true;
  }
  size_t conversions = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '%') {
      i = std::min(value.find_first_not_of("-+.#0123456789l$", i + 1),
                   value.size());
      if (i == value.size() || !IsLetterByte(value[i])) return false;
      ++conversions;
    } else if (IsLetterByteOrUtf8(value[i]) || IsDigitByte(value[i])) {
      return false;
    }
  }
  return conversions > 0;
}

// blocking=yes, encoding='utf-8', a.b=c.d: a name, and what it is set to.
bool IsNamedSetting(std::string_view value) {
  const size_t equals = value.find('=');
  if (equals == value.npos || equals < 3 || equals + 1 >= value.size()) {
    return false;
  }
  const std::string_view name = value.substr(0, equals);
  const std::string_view rest = value.substr(equals + 1);
  const std::string_view word =
      name.substr(name.find_last_of(".'\"") + 1);  // "e.g.'scheme"
  static constexpr WordList kWords(" true false null none yes no on off ");
  if (kWords.Has(rest)) return true;
  const bool numbered = HasDigit(word) && word.find('_') == word.npos;
  if (word.size() < 3 || !IsNameLike(word) || numbered) return false;
  const char first = rest[0];
  constexpr std::string_view kOpens = "'\"{=`[/$(";
  if (kOpens.find(first) != kOpens.npos) return true;
  if (rest.find_first_not_of("0123456789.") == rest.npos) return true;
  return !HasDigit(rest) && IsPath(rest.substr(0, rest.find_first_of("),;=")));
}

bool IsWordOfLowerCase(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsLowerByte);
}

// A closing bracket whose opening one was cut off, behind a name and before
// more code: "e}get", "r}).catch((async", "x.y)return".
bool HasLooseBracket(std::string_view value) {
  int open = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    open += c == '(' || c == '{';
    if (c != ')' && c != '}') continue;
    if (--open >= 0) continue;
    const std::string_view rest = value.substr(i + 1);
    if (!IsPath(value.substr(0, i)) || rest.empty()) return false;
    constexpr std::string_view kGoesOn = ".=})({;,[:\"'";
    if (kGoesOn.find(rest[0]) != kGoesOn.npos || rest.starts_with("\xE2\x80")) {
      return true;
    }
    if (c == '}' && IsWordOfLowerCase(rest)) return true;
    static constexpr WordList kKeywords(
        " return get set if throw else case var async for const ");
    return kKeywords.Has(rest);
  }
  return false;
}

// The end of one string and the begin of the next: `a","b`, `x":{`.
bool HasStringEnd(std::string_view value) {
  for (const char quote : {'"', '\''}) {
    for (size_t at = value.find(quote); at != value.npos;
         at = value.find(quote, at + 1)) {
      constexpr std::string_view kBehind = ",:)}]=+;|@";
      if (at + 1 < value.size() && kBehind.find(value[at + 1]) != value.npos) {
        return true;
      }
    }
  }
  return false;
}

// Regular expressions and the source of manual pages.
bool HasEscape(std::string_view value) {
  // One to a line.
  constexpr std::string_view kParts =
      "\\-\n\\s\n\\d\n\\w\n\\b\n\\.\n(?\n[^\n:(\n?.\n?:\n);\n()\n"
      "$(\n/[\n&#\n..\n $\n\xC2\xA0\n)(\"\n)('\n^(\n\\r\n\\n\n"
      "||\n&&\n]]\n[[\n/--\n(at)\n:/\n&gt\n&lt\n&amp\n&quot\n"
      "&nbsp\n";
  for (size_t at = 0; at < kParts.size();) {
    const size_t end = kParts.find('\n', at);
    if (Contains(value, kParts.substr(at, end - at))) return true;
    at = end + 1;
  }
  if (Contains(value, "\\") && !HasDigit(value)) return true;
  // CSS and lists of a shell: a:before{content, SIG{TERM,INT}.
  const size_t brace = value.find('{');
  if (brace != value.npos && brace > 0 && brace + 1 < value.size() &&
      IsLetterByte(value[brace - 1]) && IsLetterByte(value[brace + 1])) {
    return true;
  }
  const size_t open = value.find('[');
  if (open != value.npos && open > 2 && !Contains(value, "]") &&
      IsPath(value.substr(0, open)) && !HasDigit(value)) {
    return true;
  }
  const size_t index = value.find("].");
  if (index != value.npos && index + 2 < value.size() &&
      IsLetterByte(value[index + 2])) {
    return true;
  }
  return Contains(value, ")(") && !HasDigit(value);
}

// !enabled, #count_of: operators before names; a.b?c.
bool IsExpression(std::string_view value) {
  if (HasDigit(value)) return value.starts_with("#%");
  if (value[0] == '!') return IsPath(value.substr(1));
  const size_t question = value.find('?');
  if (question != value.npos && Contains(value, ".")) {
    return question > 0 && question + 1 < value.size() &&
           IsPath(value.substr(0, question)) &&
           IsPath(value.substr(question + 1));
  }
  return value[0] == '^' && IsPath(value.substr(1));
}

// @resource[:name], @store.load_key, $map[$id][: variables.
bool IsVariable(std::string_view value) {
  if (value[0] == '#') {
    return IsNameLike(value.substr(1)) && Contains(value, "_");
  }
  if (value[0] == '$') {
    const size_t index = value.find('[');
    return index != value.npos && index > 1 &&
           IsNameLike(value.substr(1, index - 1));
  }
  if (value[0] != '@') return false;
  const std::string_view name = value.substr(1);
  const size_t join = name.find_first_of(".[");
  return join != name.npos && join > 1 && IsNameLike(name.substr(0, join)) &&
         !HasDigit(name);
}

}  // namespace

bool IsPieceOfCode(std::string_view value) {
  if (value.empty()) return false;
  const char first = value[0];
  if (first == ':' || first == ',' || first == ';' || first == '\\' ||
      value.back() == '(' || value.starts_with("urn:")) {
    return true;
  }
  if (first == '&' && value.find_first_of(":;") != value.npos) return true;
  if (value.starts_with("#!") || value.starts_with("\xE2\x80\x93")) return true;
  const size_t quote = value.find_first_of("'\"");
  if (quote == 1 && IsLetterByte(first)) return true;  // b"..., r'...
  if (value.starts_with("--") && value.size() > 2 && IsLetterByte(value[2])) {
    return true;
  }
  if ((first == '!' || first == '+') && Contains(value, "(")) return true;
  if (first == '.' && Contains(value, "(")) return true;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < 0x20) return true;
  }
  return IsFormat(value) || IsNamedSetting(value) || HasLooseBracket(value) ||
         HasStringEnd(value) || HasEscape(value) || IsVariable(value) ||
         IsExpression(value);
}

}  // namespace sluice
