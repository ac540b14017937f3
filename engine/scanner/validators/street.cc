// Whether an address tells what it is: it names a kind of street, or has a
// postcode that is no year and little else.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/validators/national_checks.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

constexpr size_t kMaxWord = 32;

// Words of their own.
constexpr WordList kKinds(
    " rue avenue av boulevard bd bld chemin place pl impasse allée quai "
    "route rte cours square passage voie sentier cité faubourg "
    "chaussée esplanade montée ruelle calle c/ avenida avda plaza pza "
    "paseo ronda travesía camino carretera ctra rambla carrer glorieta "
    "urbanización polígono pasaje cuesta vía barrio subida bajada "
    "callejón plazuela colonia partida puente senda rampa bloque aldea "
    "sector arroyo muelle drève clos venelle via viale vicolo corso "
    "piazza piazzale largo lungomare strada contrada località borgo "
    "salita traversa galleria frazione rotonda parco ul al os ulica "
    "aleja aleje plac osiedle rondo szosa bulwar skwer rynek rua r "
    "travessa praça alameda estrada calçada beco bairro praceta "
    "rotunda quinta azinhaga ladeira jardim caminho utca út tér "
    "körút ulice náměstí třída nábřeží ");
// The same in English, where the number stands first.
constexpr WordList kEnglishKinds(
    " street st road rd avenue ave lane ln drive dr close court ct way "
    "place pl terrace gardens crescent square hill grove park mews row "
    "walk boulevard blvd parkway pkwy highway hwy circle green view "
    "rise gate broadway quay wharf circuit loop pass ridge knoll parade "
    "trail path crossing esplanade mount vale glen cove point run ");
// What German names of streets begin with.
constexpr std::string_view kBegins[] = {
    "Am ",      "Im ",     "Zum ",    "Zur ",     "An der ",    "Auf der ",
    "Auf dem ", "In der ", "In den ", "Vor dem ", "Unter den ", "Hinter de"};
// What the names of streets end in.
constexpr WordList kEndings(
    " straat laan weg plein plaats meir hof steenweg kade gracht dreef singel "
    "dijk "
    "markt straße strasse str platz allee gasse ring damm ufer steig "
    "stieg pfad graben wall promenade siedlung feld gatan gata vägen "
    "väg gränd gränden stigen torget torg allén backen gärdet gate "
    "veien vegen vei plass bakken svingen tunet kroken stien skogen "
    "gade vej vejen allé stræde plads vænget vang toften parken "
    "marken lunden kæret passagen kvarter nytorv hagen vollen jordet "
    "grenda haugen bråten lia åsen alléen katu tie kuja polku tori "
    "kaari ranta raitti rinne penger aukio ");

// The word at the begin of `text` in lower case, in `buffer`.
std::string_view FirstWord(std::string_view text, char (&buffer)[kMaxWord]) {
  size_t size = 0;
  while (size < text.size() && size < kMaxWord &&
         (IsLetterByteOrUtf8(text[size]) || text[size] == '/')) {
    buffer[size] = LowerByte(text[size]);
    ++size;
  }
  return {buffer, size};
}

// Whether the words before the next number name a kind of street.
bool NamesStreet(std::string_view street, bool number_first) {
  for (const std::string_view begin : kBegins) {
    if (street.starts_with(begin)) return true;
  }
  char buffer[kMaxWord];
  for (size_t at = 0; at < street.size() && !IsDigitByte(street[at]);) {
    const std::string_view word = FirstWord(street.substr(at), buffer);
    const auto has_ending = [&](auto end) { return word.ends_with(end); };
    if (kKinds.Has(word) || kEndings.Any(has_ending) ||
        (number_first && kEnglishKinds.Has(word))) {
      return true;
    }
    at += std::max<size_t>(word.size(), 1);
  }
  return false;
}

// "12345", "12-345", "1234-567" or "123 45" before a word; British, Irish and
// Canadian ones at the end.
bool HasOwnPostcode(std::string_view address) {
  for (const std::string_view form :
       {"00000 ", "00-000 ", "0000-000 ", "000 00 ", "A-0000 "}) {
    for (size_t at = 1; at + form.size() < address.size(); ++at) {
      if (!IsDigitByte(address[at - 1]) &&
          !IsDigitByte(address[at + form.size()]) &&
          HasForm(address.substr(at, form.size()), form)) {
        return true;
      }
    }
  }
  for (const std::string_view form : {"A0 0**", "00 0**", "A0A 0**", "A00 ****",
                                      "A0A 0A0", "AA 00000", "AA 00000-0000"}) {
    if (address.size() > form.size() &&
        HasForm(address.substr(address.size() - form.size()), form)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool CheckStreet(std::string_view address) {
  const bool number_first = !address.empty() && IsDigitByte(address[0]);
  size_t begin = 0;
  if (number_first) {
    begin = std::min(address.find(' '), address.size() - 1) + 1;
  }
  return NamesStreet(address.substr(begin), number_first) ||
         HasOwnPostcode(address);
}

}  // namespace sluice
