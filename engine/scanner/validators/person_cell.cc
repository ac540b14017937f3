#include "scanner/validators/person_cell.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "scanner/validators/characters.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

constexpr size_t kMaxCell = 64;
constexpr uint32_t kMaxWords = 6;

// Lower-case words between the parts of a name; each stands between spaces.
constexpr WordList kBetween(
    " van von de den der ter ten te het 't in op aan zu zum zur af av da di do "
    "dos das del della la le du des el al bin ben ibn y e i und och og en ");

// In lower case: what makes it a firm, an office or no entry at all.
constexpr WordList kNoPerson(
    " bv b.v. nv n.v. ag gmbh kg ohg inc inc. ltd ltd. llc plc corp corp. co. "
    "sa s.a. sas sarl srl s.r.l. spa s.p.a. sl s.l. ab oy oyj as a/s aps ivs "
    "sp z.o.o. lda vof v.o.f. stichting vereniging gemeente bank group groep "
    "holding none null nil unknown onbekend unbekannt inconnu desconocido n/a "
    "nvt n.v.t. tbd total totaal totals summe somme true false yes no ja nee "
    "nein oui non string text number integer boolean varchar date required "
    "optional default ");

constexpr WordList kAnyNames(
    " name names naam namen namn navn nimi nom noms nombre nome nomi nazwa ");

// Stems of headers, in lower case.
constexpr std::string_view kOfPeople[] = {
    "mail",     "phone",         "telef",          "tlf",      "puhelin",
    "mobiel",   "mobile",        "birth",          "geboren",  "geboorte",
    "dob",      "geburt",        "naissance",      "nacimi",   "nascit",
    "nascim",   "f\303\266dels", "f\303\270dsels", "syntym",   "urodz",
    "bsn",      "ssn",           "iban",           "personn",  "hetu",
    "cpr",      "pesel",         "address",        "adres",    "indiriz",
    "direcci",  "osoite",        "woonpl",         "postcode", "salar",
    "gehalt",   "gender",        "geslacht",       "geschl",   "diagno",
    "afdeling", "job",           "leeftijd",       "klantn",   "patient",
    "employee", "voornaam",      "achtern",        "surname",  "last name",
    "lastname",
};

enum class WordKind { kOther, kBetween, kInitials, kName };

// Letters with an apostrophe, a hyphen or a dot in or behind them.
bool IsWord(std::string_view word) {
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool joint =
        c == '.' || c == '-' || (c == '\'' && i + 1 < word.size());
    if (!IsLetterByteOrUtf8(c) && !joint) return false;
  }
  return !word.empty();
}

// "firstName" and "PostgreSQL" are names of other things; "McDonald" and
// "DeVries" are not.
bool IsMixed(std::string_view word) {
  for (size_t i = 5; i < word.size(); ++i) {
    if (IsUpperByte(word[i]) && IsLowerByte(word[i - 1])) return true;
  }
  return false;
}

WordKind KindOf(std::string_view word) {
  if (word.ends_with(',')) word.remove_suffix(1);
  if (kBetween.Has(word)) return WordKind::kBetween;
  if (!IsWord(word)) return WordKind::kOther;
  const bool capital = IsUpperByte(word[0]) || !IsAsciiByte(word[0]);
  if (!capital || IsMixed(word)) return WordKind::kOther;
  const bool initials = word.size() == 1 || (word.size() > 1 && word[1] == '.');
  return initials ? WordKind::kInitials : WordKind::kName;
}

bool ContainsFolded(std::string_view text, std::string_view lower) {
  for (size_t at = 0; at + lower.size() <= text.size(); ++at) {
    if (EqualsFolded(text.substr(at, lower.size()), lower)) return true;
  }
  return false;
}

}  // namespace

bool IsAnyName(std::string_view title) { return kAnyNames.Has(title); }

bool ListsPeople(std::string_view headers) {
  return std::any_of(
      std::begin(kOfPeople), std::end(kOfPeople),
      [&](std::string_view stem) { return ContainsFolded(headers, stem); });
}

bool IsPersonCell(std::string_view cell) {
  if (cell.size() < 2 || cell.size() > kMaxCell) return false;
  uint32_t words = 0, names = 0;
  for (size_t at = 0; at < cell.size();) {
    const size_t end = std::min(cell.find(' ', at), cell.size());
    const std::string_view word = cell.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const WordKind kind = KindOf(word);
    if (kind == WordKind::kOther || kNoPerson.Has(word)) return false;
    names += kind == WordKind::kName ? 1 : 0;
    if (++words > kMaxWords) return false;
  }
  return names > 0;
}

}  // namespace sluice
