// Reports problems in a JSON file with their place.
#ifndef SLUICE_COMPILER_DIAGNOSTICS_H_
#define SLUICE_COMPILER_DIAGNOSTICS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compiler/json_reader.h"
#include "compiler/rule_source.h"
#include "sluice/result.h"

namespace sluice {

// A hostile file must not make us write a report larger than itself.
inline constexpr uint32_t kMaxFileErrors = 200;

// Collects the errors of one file; `code` is the one for what has no own.
class Diagnostics {
 public:
  Diagnostics(std::string_view file, ErrorCode code, Errors& errors)
      : file_(file), code_(code), errors_(errors) {}

  void Report(JsonValue at, std::string message) {
    Report(code_, at, std::move(message));
  }
  void Report(ErrorCode code, JsonValue at, std::string message);

  // Puts what was reported into the order of the file.
  void SortByPlace();

  Place PlaceOf(JsonValue value) const;

 private:
  std::string file_;
  ErrorCode code_;
  Errors& errors_;
  uint32_t reported_ = 0;
};

// "A rule needs ..." for "a rule needs ...": messages are put together from
// clauses and handed out as sentences.
std::string Sentence(std::string clause);

// `text` in double quotes for a message: shortened, control characters shown
// as "?".
std::string Quoted(std::string_view text);

// " (did you mean \"x\"?)" for the name closest to `word`, or "" when none is
// close enough to be a slip of the keyboard.
std::string DidYouMean(std::string_view word,
                       std::span<const std::string_view> names);

// "a, b or c".
std::string ListOf(std::span<const std::string_view> names);

}  // namespace sluice

#endif  // SLUICE_COMPILER_DIAGNOSTICS_H_
