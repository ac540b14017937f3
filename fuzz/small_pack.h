// A few rules with one of everything, as a database of some KB.
#ifndef FUZZ_SMALL_PACK_H_
#define FUZZ_SMALL_PACK_H_

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sluice/compiler.h"
#include "target.h"

namespace sluice {

inline constexpr std::string_view kSmallPack = R"({
  "family": "small", "category": "personal", "title": "Small",
  "rules": [
    {"id": "email", "title": "E-mail address",
     "pattern": "\\b[a-z]{1,20}@(?:[a-z]{1,20}\\.){1,3}[a-z]{2,6}\\b",
     "testPattern": ".{1,30}@example\\.org", "exceptPattern": "noreply@.{1,40}",
     "severity": "medium", "confidence": "high", "placeholder": "EMAIL",
     "tags": ["gdpr-art-4"], "matches": ["⟦anna@acme.test⟧"],
     "nonMatches": [{"text": "anna@acme", "because": "no top-level domain"}]},
    {"id": "key", "title": "Key", "country": "nl",
     "pattern": "(?i)\\bkey[:=]{1,2}?(?P<value>(?:ab|a|[0-9a-f]{4,9})+?[x\\x{E9}]*)$",
     "validators": [{"check": "entropy", "min": 0.5, "onFail": "lower"}],
     "severity": "high", "confidence": "low", "placeholder": "KEY",
     "matches": ["key:⟦abax⟧"],
     "nonMatches": [{"text": "key", "because": "nothing follows"}]},
    {"id": "bsn", "title": "Citizen service number",
     "number": {"lengths": [8, 9], "separators": " .-",
                "groupings": ["3-3-3", "4-2-3"]},
     "validators": ["nl-bsn"],
     "context": {"mode": "required", "words": {"nl": ["bsn", "sofi nummer"]},
                 "negative": {"nl": ["order"]}},
     "severity": "high", "confidence": "medium", "placeholder": "BSN",
     "matches": ["bsn ⟦111222333⟧"],
     "nonMatches": [{"text": "bsn 111222334", "because": "fails the check"}]},
    {"id": "code", "title": "Source code",
     "detector": {"name": "source-code", "options": {"minLines": 3}},
     "severity": "low", "confidence": "low", "placeholder": "CODE",
     "matches": ["⟦int main() {\n  return 0;\n}\nint x;⟧"],
     "nonMatches": [{"text": "int", "because": "one word"}]}
  ]})";

inline constexpr std::string_view kSmallPackText =
    "mail anna@acme.test noreply@acme.test x@example.org\n"
    "bsn 111222333, order 111.222.333 key=abab12ff9x\nKEY:a\xC3\xA9\n"
    "int main() {\n  return 0;\n}\nint x;\n\xC5\xBF\xE2\x84\xAA"
    "ey:abx\n\xFF";

inline std::string CompileSmallPack() {
  Compiler compiler;
  compiler.AddFile("small.json", kSmallPack);
  const auto result = std::move(compiler).Compile();
  const auto* compiled = std::get_if<Compiled>(&result);
  if (compiled == nullptr) {
    for (const Error& error : *std::get_if<Errors>(&result)) {
      std::fprintf(stderr, "%s: %s\n", error.where.c_str(),
                   error.message.c_str());
    }
  }
  Require(compiled != nullptr, "the small pack compiles");
  return {compiled->database.begin(), compiled->database.end()};
}

}  // namespace sluice

#endif  // FUZZ_SMALL_PACK_H_
