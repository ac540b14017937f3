// Reads the fields of JSON objects into C++ values. What does not fit is
// reported with its place; the value then keeps its default, so that one
// mistake does not hide the next.
#ifndef SLUICE_COMPILER_JSON_FIELDS_H_
#define SLUICE_COMPILER_JSON_FIELDS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/json_reader.h"
#include "scanner/names.h"

namespace sluice {

// The form a text must have; `IsShaped` and the message know what it means.
enum class Shape : uint8_t {
  kAny,          // not empty
  kLine,         // one line of at most 200 bytes
  kId,           // "aws-access-key-id"
  kTag,          // "iso27001-8.12"
  kPlaceholder,  // "AWS_KEY"
  kCountry,      // "nl"
  kLanguage,     // "nl", "pt-br", "zh-hant"
  kLink,         // "https://..."
  kHost,         // "chatgpt.com", "*.acme.nl"
  kScope,        // "@acme/*", "*.acme.internal"
};
bool IsShaped(std::string_view text, Shape shape);

class FieldReader {
 public:
  // `what` names the object in messages: "a rule". Reports a value that is no
  // object and every field that is not in `known`.
  FieldReader(JsonValue object, std::string_view what,
              std::span<const std::string_view> known,
              Diagnostics& diagnostics);

  bool Has(std::string_view field) const { return Find(field).has_value(); }
  std::optional<JsonValue> Find(std::string_view field) const;
  // As Find, but reports a field that is missing.
  std::optional<JsonValue> Require(std::string_view field);

  // Each reads an optional field; nullopt = not there or not right (reported).
  std::optional<std::string> Text(std::string_view field, Shape shape);
  std::optional<uint32_t> Choice(std::string_view field,
                                 std::span<const std::string_view> names);
  std::optional<uint32_t> Integer(std::string_view field, uint32_t low,
                                  uint32_t high);
  std::vector<std::string> Texts(std::string_view field, Shape shape);
  // The field's elements; reports a field that is no array.
  std::vector<JsonValue> Elements(std::string_view field);

 private:
  JsonValue object_;
  std::string what_;
  Diagnostics& diagnostics_;
};

// One value; each reports what is wrong with it.
std::optional<std::string> ReadText(JsonValue value, Shape shape,
                                    Diagnostics& diagnostics);
std::optional<uint32_t> ReadChoice(JsonValue value,
                                   std::span<const std::string_view> names,
                                   Diagnostics& diagnostics);
std::optional<uint32_t> ReadInteger(JsonValue value, uint32_t low,
                                    uint32_t high, Diagnostics& diagnostics);
std::vector<std::string> ReadTexts(JsonValue value, Shape shape,
                                   Diagnostics& diagnostics);
// A text, or an array of texts that are joined without separator.
std::optional<std::string> ReadJoinedText(JsonValue value,
                                          Diagnostics& diagnostics);

}  // namespace sluice

#endif  // SLUICE_COMPILER_JSON_FIELDS_H_
