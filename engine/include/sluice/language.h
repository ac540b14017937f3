// Names of the languages a code finding can have.
#ifndef SLUICE_LANGUAGE_H_
#define SLUICE_LANGUAGE_H_

#include <string_view>

#include "sluice/verdict.h"

namespace sluice {

// "python", "sql", "log"; "" for 0 and for numbers out of range. The number of
// a name never changes.
std::string_view LanguageName(LanguageId id);
// 0 when there is no such name.
LanguageId FindLanguage(std::string_view name);

}  // namespace sluice

#endif  // SLUICE_LANGUAGE_H_
