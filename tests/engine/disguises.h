// Ways a value comes to look unlike itself, most of them by accident.
#ifndef TESTS_ENGINE_DISGUISES_H_
#define TESTS_ENGINE_DISGUISES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sluice/types.h"

namespace sluice {

// A value some default rule knows. `text` is found as it stands.
struct Secret {
  std::string_view rule;
  std::string before;  // with the label the rule may want
  std::string text;
  std::string after;
};

std::vector<Secret> KnownSecrets();

struct Disguised {
  std::string text;
  Span span;  // of the disguised value
};

// `make` gives an empty text where the disguise does not apply to the value.
struct Disguise {
  std::string_view name;
  Disguised (*make)(const Secret& secret);
};

std::vector<Disguise> AccidentalDisguises();
std::vector<Disguise> DeliberateDisguises();

// Texts close to disguised values that hold none.
std::vector<std::string> BenignTwins();

}  // namespace sluice

#endif  // TESTS_ENGINE_DISGUISES_H_
