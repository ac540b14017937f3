// Errors as values: a closed code, a place and a sentence.
#ifndef SLUICE_RESULT_H_
#define SLUICE_RESULT_H_

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sluice {

// Closed list; the C ABI and the TypeScript `SluiceErrorCode` mirror it.
enum class ErrorCode : uint8_t {
  kOk = 0,
  kInvalidArgument = 1,     // null pointer, wrong handle, value out of range
  kInvalidJson = 2,         // not JSON, or nested or sized over the limits
  kInvalidRule = 3,         // JSON, but not a valid rule pack
  kInvalidPattern = 4,      // RE2 does not accept the pattern
  kUnsupportedPattern = 5,  // RE2 accepts it, we refuse it: no anchor, too dear
  kUnknownValidator = 6,
  kUnknownDetector = 7,
  kInvalidPolicy = 8,
  kInvalidDatabase = 9,   // wrong magic, checksum, size or reference
  kVersionMismatch = 10,  // database or ABI made by another version
  kLimitExceeded = 11,    // a stated limit: pack size, rule count, text size
  kOutOfMemory = 12,
  kExampleFailed = 13,  // a rule's own example did not do what it says
};

// One problem and where it is.
struct Error {
  ErrorCode code = ErrorCode::kOk;
  std::string message;  // one English sentence; never holds scanned text
  std::string where;    // "aws.json#/rules/3/pattern", or "" when no place fits
  uint32_t line = 0;    // 1-based in the rule file; 0 = unknown
  uint32_t column = 0;  // 1-based, in bytes; 0 = unknown
};

// A value or an error. Ask ok() before value(); value() on an error asserts.
template <typename T>
class [[nodiscard]] Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): `return value;` is the point
  Result(T value) : state_(std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): so is `return error;`
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  T& value() & {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

using Errors = std::vector<Error>;

}  // namespace sluice

#endif  // SLUICE_RESULT_H_
