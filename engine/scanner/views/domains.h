// Top-level domains that make a word behind a dot an address.
#ifndef SLUICE_SCANNER_VIEWS_DOMAINS_H_
#define SLUICE_SCANNER_VIEWS_DOMAINS_H_

#include <algorithm>
#include <iterator>
#include <string_view>

#include "scanner/bytes.h"

namespace sluice {

// The ones mail is sent to most, and none that is a word of running text or the
// ending of a file: addresses under others are found where they stand whole.
inline constexpr std::string_view kMailDomains[] = {
    "ac", "ai",  "app", "at",   "be",  "biz", "bg",   "br",  "ca", "ch", "cn",
    "co", "com", "cz",  "de",   "dev", "dk",  "edu",  "ee",  "es", "eu", "fi",
    "fr", "gov", "gr",  "hr",   "hu",  "ie",  "info", "int", "io", "jp", "lt",
    "lu", "lv",  "mil", "net",  "nl",  "nu",  "org",  "pl",  "pt", "ro", "ru",
    "se", "si",  "sk",  "tech", "tv",  "uk",  "us",   "xyz",
};

inline bool IsMailDomain(std::string_view label) {
  return std::any_of(std::begin(kMailDomains), std::end(kMailDomains),
                     [&](std::string_view domain) {
                       return std::equal(
                           label.begin(), label.end(), domain.begin(),
                           domain.end(),
                           [](char a, char b) { return LowerByte(a) == b; });
                     });
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_VIEWS_DOMAINS_H_
