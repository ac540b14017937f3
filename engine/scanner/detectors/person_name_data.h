// What the detector of person names knows of words; each list stands between
// spaces.
#ifndef SLUICE_SCANNER_DETECTORS_PERSON_NAME_DATA_H_
#define SLUICE_SCANNER_DETECTORS_PERSON_NAME_DATA_H_

#include <string_view>

namespace sluice {

inline constexpr std::string_view kParticles =
    " van von de den der ter ten het 't zu zum zur af av da di do dos das del "
    "della la le du el al bin ben ibn ";

// Words behind a given name that make it the name of a place, a firm or a
// thing.
inline constexpr std::string_view kThings =
    " Street St Blvd Road Avenue Lane Drive Square Station University "
    "College School Hospital Airport Park River Lake Island Beach City "
    "County State Valley Hotel Church Bank Foundation Award Prize Act "
    "Syndrome Disease Theorem Code Script Studio Pro Server Cloud Data Model "
    "Test Lab Labs Center Centre Institute Museum Theatre Stadium Bridge "
    "House Hall Inc Ltd LLC Corp Corporation Group Satellite System Network "
    "Mobile Experience Questions Press Books Records Airlines Motors Systems "
    "Software Library Framework License Version Edition Project Protocol API "
    "Language Compiler Manual Guide Documentation Engine Standard Unicode "
    "January February March April May June July August September October "
    "November December Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday BV NV GmbH AG Straat Laan Plein Kade Ziekenhuis Universiteit "
    "Hogeschool Stichting The This That These When Where What Which If And "
    "Or But For With From Not ";

// Given names that are ordinary words or places: a surname must be known.
inline constexpr std::string_view kAmbiguous =
    " Will May Mark Grace Rose Hope Faith Joy Summer Autumn April June "
    "August Art Bill Chance Chase Christian Clay Cliff Dale Dean Drew Frank "
    "Grant Guy Hunter Jean Junior Lane Major Max Miles Pat Penny Ray Rich "
    "Rob Rod Ruby Sky Sterling Van Price Royal Angel America Asia Brooklyn "
    "Chelsea Dallas Austin Houston Jordan Israel Kenya London Madison Paris "
    "Sydney Vienna Carolina Dakota Florida Georgia Savannah Virginia Jade "
    "Amber Crystal Ivy Lily Daisy Iris Violet Olive Ginger Sage Heather Dawn "
    "Eve Star Destiny Harmony Melody Constance Prudence Patience Justice "
    "Noble Valentine Long Den Do So In Are Else Than Can Has Per Ed Al Kit "
    "Case Media Page Ship Rust Go Swift Julia Perl Pearl Ada Pascal Dart Elm "
    "Alba Roman Modern Delta Sigma Omega Era Ara Lee Ali Love Ever River "
    "Storm Brook Reed Stone Wood Young Little Sunny Happy Lucky Lorem Gene "
    "Ace Earl Baron Duke Prince King Queen Bishop Pope Mason Carter Parker "
    "Taylor Tyler Cooper Archer Marina Victoria Isla Adria Lima Roma Milan "
    "Bo Beau Mees Fee Jul Mei Mai Jan Dag Tim Nu Si No ";

inline constexpr std::string_view kEndings[] = {
    "sson",
    "sen",
    "stra",
    "sma",
    "inga",
    "nga",
    "ema",
    "mans",
    "man",
    "huis",
    "veld",
    "berg",
    "dijk",
    "ski",
    "ska",
    "cki",
    "cka",
    "nen",
    "ez",
    "elli",
    "etti",
    "vic",
    "vi\xC4\x87",
    "escu",
    "oglu",
    "ttir",
    "son",
    "quist",
    "qvist",
    "str\xC3\xB6m",
    ("b\xC3\xA4"
     "ck"),
    "wski",
    "czyk",
    "mann",
    "bauer",
    "meier",
    "meyer",
    "ink",
    "sz",
    "eira",
    "ov\xC3\xA1",
    "ides",
    "poulos",
    "kamp",
    "hof",
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_PERSON_NAME_DATA_H_
