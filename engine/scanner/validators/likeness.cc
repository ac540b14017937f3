#include "scanner/validators/likeness.h"

#include <algorithm>

#include "scanner/validators/characters.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

constexpr WordList kVerbs(
    " is was are be becomes luidt luidde wordt werd ist war "
    "lautet lautete wird est c'est était sera es era será sea è "
    "sarà é är blir var er bliver to jest było będzie brzmi oli "
    "foi fue reads equals namely namelijk it's that's nämlich "
    "namens dit ser essere reste resta bleibt blijft remains stays ");

constexpr WordList kRoles(
    " as als comme como come som jako the het das le la el o a "
    "your je jouw dein ihr su tu sua min din new nieuw neues "
    "nuevo nova nya ny nowe temporary tijdelijk initial ");

constexpr WordList kWith(
    " with met mit avec con com med z ze and en und et y e och og "
    "i ja & + / using via hasłem salasanalla ");

constexpr WordList kPrepositions(
    " for of on in at from by voor van op bij uit naar für von "
    "vom auf an im am bei aus zum zur fürs pour de du des sur "
    "dans para del do da no na per di dal för av til till på hos "
    "fra från dla w od u than version see to à su par por arvoon ");

// Begins of words; what follows is an ending.
constexpr WordList kChanges(
    " reset chang updat rotat set gereset teruggez gewijzig "
    "verander ingesteld aangepast gezet instel zurückge zurücks "
    "geänder gesetzt ändere umgestell réiniti remis remplac "
    "modifi restablec restabelec cambi reinici reimpost impostat "
    "resett nollställ återställ ändrat ändrade bytt bytte "
    "nulstil ændret ændrede skift tilbakesti nullstil endret "
    "endra zreset zmieni zmian ustawi redefini alter troca troqu "
    "mudei mudou mudad repor repus vaihdo vaihdett vaihda nolla "
    "asete muute muutin palaut ");

struct Shape {
  uint32_t letters = 0, digits = 0, symbols = 0, changes = 0;
  bool upper = false, lower = false, spice = false;
};

// Of a character: 0 lower, 1 upper, 2 digit, 3 symbol.
uint32_t KindOf(char c) {
  if (IsDigitByte(c)) return 2;
  if (IsUpperByte(c)) return 1;
  return IsLowerByteOrUtf8(c) ? 0 : 3;
}

Shape ShapeOf(std::string_view value) {
  constexpr std::string_view kSpice = "!@#$%^&*?+=";
  Shape shape;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const uint32_t kind = KindOf(c);
    shape.lower |= kind == 0;
    shape.upper |= kind == 1;
    shape.letters += kind < 2;
    shape.digits += kind == 2;
    shape.symbols += kind == 3;
    shape.spice |= kSpice.find(c) != kSpice.npos;
    shape.changes += i > 0 && kind != KindOf(value[i - 1]);
  }
  return shape;
}

// srv-db01, web3.example.org, db02: what machines and people are called.
bool IsHostLike(std::string_view value) {
  bool joined = false, digit = false;
  size_t run = 0;
  for (const char c : value) {
    if (IsUpperByte(c)) return false;
    if (c == '.' || c == '-') {
      joined = true;
      digit = false;
      continue;
    }
    if (!IsLowerByteOrUtf8(c) && !IsDigitByte(c)) return false;
    if (digit && !IsDigitByte(c)) return false;
    digit |= IsDigitByte(c);
    run += IsDigitByte(c) ? 0 : 1;
  }
  return joined || run <= 4;
}

// 1.2.3-beta1, 10.0.0.4:8080, 2024-01-01T10:00.
bool IsVersionLike(std::string_view value) {
  size_t i = value[0] == 'v' || value[0] == 'V' ? 1 : 0;
  const size_t first = i;
  while (i < value.size() && IsDigitByte(value[i])) ++i;
  constexpr std::string_view kJoins = ".-:/x";
  return i > first && i + 1 < value.size() &&
         kJoins.find(value[i]) != kJoins.npos && IsDigitByte(value[i + 1]);
}

// Short names before the number of an issue, and what such lists are called;
// "Pallet#118" is none.
bool IsTracker(std::string_view name) {
  static constexpr WordList kTrackers(
      " issue issues ticket section request commit change patch "
      "story closes closed pull defect problem launchpad merge "
      "fixes fixed ");
  return name.size() < 5 || kTrackers.Has(name) ||
         name.find_first_of("/-_.") != name.npos;
}

// Bug#1234, PKCS#12, foo@bar.example.
bool IsLinkLike(std::string_view value) {
  const size_t hash = value.rfind('#');
  if (hash != value.npos && hash > 0 &&
      value.find_first_not_of("0123456789", hash + 1) == value.npos &&
      (value.size() - hash > 3 || IsUpperByte(value[hash - 1])) &&
      (value.size() - hash > 5 || IsTracker(value.substr(0, hash)))) {
    return true;
  }
  if (value.starts_with("PKCS#")) return true;
  const size_t at = value.find('@');
  return at != value.npos && value.find('.', at) != value.npos;
}

// propKey$jscomp, $this: names where "$" is a letter.
bool IsDollarName(std::string_view value) {
  const size_t dollar = value.find('$');
  if (dollar == value.npos || dollar + 1 == value.size()) return false;
  for (const char c : value) {
    if (!IsLetterByteOrUtf8(c) && !IsDigitByte(c) && c != '_' && c != '$')
      return false;
  }
  // "config$1": a bundler's.
  return IsLetterByteOrUtf8(value[dollar + 1]) || value.size() - dollar <= 3;
}

// XG6546p, S7-300, DFHCE3523: what devices and messages are called.
bool IsModelLike(std::string_view value) {
  size_t run = 0, longest = 0, digits = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    digits += IsDigitByte(c);
    run = IsUpperByte(c) ? run + 1 : 0;
    longest = std::max(longest, run);
    const bool suffix = i + 1 == value.size() && IsLowerByte(c);
    if (!IsUpperByte(c) && !IsDigitByte(c) && c != '-' && !suffix) return false;
  }
  return digits > 0 && longest > 0 && longest <= 5;
}

// Digests are of base 16; commits are named by their first digits.
bool IsDigestLike(std::string_view value) {
  if (value.find_first_not_of("0123456789abcdef") == value.npos) {
    return value.size() >= 7;
  }
  return value.size() >= 24 &&
         value.find_first_not_of("0123456789abcdefABCDEF") == value.npos;
}

bool IsOrdinary(std::string_view value) {
  constexpr std::string_view kStarts = "-/.<{[(@=&#:;,|~";
  if (kStarts.find(value[0]) != kStarts.npos) {
    return ShapeOf(value).symbols < 2;
  }
  return value.find_first_of("\\,") != value.npos || IsHostLike(value) ||
         IsLinkLike(value) || IsVersionLike(value) || IsDigestLike(value) ||
         IsModelLike(value) || IsDollarName(value);
}

// stacklevel=3, --std=c17.
bool IsSetting(std::string_view value) {
  const size_t equals = value.find('=');
  if (equals == value.npos) return false;
  while (!value.empty() && value[0] == '-') value.remove_prefix(1);
  return IsNameLike(value.substr(0, value.find('=')));
}

// domain=, --username=%s, &token=x, :py:data:`x: parts of code and of its
// manuals, whatever stands before them.
bool IsArgument(std::string_view value) {
  if (value[0] == '&' || value.starts_with("--")) {
    return value.find('=') != value.npos;
  }
  if (value[0] == ':') return value.find(':', 1) != value.npos;
  if (value.back() != '=') return false;
  for (const char c : value.substr(0, value.size() - 1)) {
    if (!IsLetterByte(c) && c != '_') return false;
  }
  return true;
}

// jDMFAfZQEGEwt, dgu?CQeoi#U: random without a digit.
bool IsRandomWord(std::string_view value) {
  const Shape shape = ShapeOf(value);
  if (value.size() < 8 || !shape.upper || !shape.lower) return false;
  if (shape.letters == value.size()) return RarityOf(value) >= 84;
  constexpr std::string_view kSpice = "!@#$%^&*?+";
  uint32_t spice = 0;
  for (const char c : value) spice += kSpice.find(c) != kSpice.npos;
  return spice >= 2 && shape.changes >= 5 && RarityOf(value) >= 72;
}

// Passwords are typed on keyboards that have few letters beyond ASCII.
bool IsForeign(std::string_view value) {
  size_t bytes = 0;
  for (const char c : value) bytes += static_cast<unsigned char>(c) >= 0x80;
  return bytes * 2 > value.size();
}

// Bug#108071: longer than the number behind a password.
bool IsIssue(std::string_view value) {
  const size_t hash = value.rfind('#');
  return hash != value.npos && value.size() - hash > 5 &&
         value.find_first_not_of("0123456789", hash + 1) == value.npos;
}

// "chiffr&eacute;": the page's source shows a letter by its name.
bool HasEntity(std::string_view value) {
  static constexpr WordList kAccents(
      " acute grave uml circ cedil tilde ring slash ");
  static constexpr WordList kSigns(
      " quot nbsp rsquo lsquo laquo raquo rdquo ldquo szlig mdash "
      "ndash oelig lt; gt; amp; ");
  for (size_t at = value.find('&'); at != value.npos;
       at = value.find('&', at + 1)) {
    const std::string_view name = value.substr(at + 1);
    if (name.size() > 1 && name[0] == '#' && IsDigitByte(name[1])) return true;
    if (kSigns.HasBeginOf(name)) return true;
    if (!name.empty() && kAccents.HasBeginOf(name.substr(1))) return true;
  }
  return false;
}

// What pages and manuals are set with, and references to issues.
bool IsMarkup(std::string_view value) {
  return value.find_first_of("<>") != value.npos ||
         value.find("](") != value.npos || value.find("=\"") != value.npos ||
         value.find("(#") != value.npos || IsIssue(value) || HasEntity(value);
}

// Welkom#23, k8TzmQ4p: nothing else is written like that.
bool IsStriking(std::string_view value) {
  const Shape shape = ShapeOf(value);
  if (value.size() < 7 || shape.letters < 3 || shape.digits == 0) return false;
  if (value.find('=') != value.npos && value.find('&') != value.npos) {
    return false;
  }
  if (value.find('/') != value.npos) return false;
  if (shape.spice) return shape.symbols <= value.size() / 2;
  return shape.upper && shape.lower && shape.changes >= 5 &&
         RarityOf(value) >= 70;
}

}  // namespace

bool IsPasswordUnder(Tie tie, std::string_view value) {
  if (value.size() < 4 || value.size() > 64 || IsMarkup(value) ||
      IsForeign(value) || IsArgument(value)) {
    return false;
  }
  if (tie == Tie::kDirect) return CheckPassword(value);
  if (IsOrdinary(value) || IsSetting(value)) return false;
  if (tie == Tie::kNear) {
    return CheckStrongPassword(value) ||
           (IsRandomWord(value) && CheckPassword(value));
  }
  return CheckStrongPassword(value) && IsStriking(value);
}

bool SaysChange(std::string_view word) { return kChanges.HasBeginOf(word); }

bool LeadsToNew(std::string_view word) {
  static constexpr WordList kTo(
      " to naar op in auf à sur su a por para till til på na arvoon "
      "en par ");
  return kTo.Has(word);
}

Joint JointOf(std::string_view word, std::string_view label) {
  // "on" joins in Finnish what it parts in English.
  if (EqualsFolded(word, "on") || EqualsFolded(word, "ovat")) {
    return label.find("ala") != label.npos ? Joint::kVerb : Joint::kPreposition;
  }
  if (kVerbs.Has(word)) return Joint::kVerb;
  if (kRoles.Has(word)) return Joint::kRole;
  if (kWith.Has(word)) return Joint::kWith;
  return kPrepositions.Has(word) ? Joint::kPreposition : Joint::kNone;
}

}  // namespace sluice
