// How much a word of a sentence looks like a password, and which words say that
// one follows.
#ifndef SLUICE_SCANNER_VALIDATORS_LIKENESS_H_
#define SLUICE_SCANNER_VALIDATORS_LIKENESS_H_

#include <string_view>

namespace sluice {

// How closely the words around it tie a value to its label.
enum class Tie {
  kFar,     // somewhere in the same sentence
  kNear,    // a word or two between, or a verb some words before
  kDirect,  // "is", "=", ":" right before it
};

// Whether `value` is taken for a password under such a tie: the looser the
// tie, the less the value may look like anything else.
bool IsPasswordUnder(Tie tie, std::string_view value);

// What a word between label and value says.
enum class Joint {
  kNone,
  kVerb,         // is, luidt, lautet, était: the value follows
  kRole,         // as, als, comme, jako: "use X as password"
  kWith,         // with, met, mit: "log in with X"
  kPreposition,  // for, on, von, auf: an object of its own follows
};

// Whether a word says that a password was changed: reset, zurückgesetzt,
// nollställt.
bool SaysChange(std::string_view word);

// Words that then lead to the new one: "reset to X", "auf X zurückgesetzt".
bool LeadsToNew(std::string_view word);

// `label` is the word for password: in Finnish "on" is a verb.
Joint JointOf(std::string_view word, std::string_view label);

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_LIKENESS_H_
