// Reads JSON into a flat tree that knows where every value stands.
//
// The grammar is nlohmann::json's; the tree is ours because errors in rule and
// policy files must name line, column and JSON pointer, and because what comes
// in is untrusted: limits hold while reading, nothing here recurses.
#ifndef SLUICE_COMPILER_JSON_READER_H_
#define SLUICE_COMPILER_JSON_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sluice/result.h"

namespace sluice {

inline constexpr size_t kMaxJsonBytes = 2u << 20;
inline constexpr uint32_t kMaxJsonDepth = 16;
inline constexpr size_t kMaxJsonString = 64u << 10;   // bytes
inline constexpr size_t kMaxJsonKey = 256;            // bytes
inline constexpr uint32_t kMaxJsonChildren = 10'000;  // per array or object
inline constexpr size_t kMaxJsonValues = 200'000;     // per file

enum class JsonType : uint8_t {
  kNull,
  kBoolean,
  kNumber,
  kString,
  kArray,
  kObject,
};

inline constexpr uint32_t kNoJsonNode = 0xFFFFFFFFu;

struct JsonNode {
  JsonType type = JsonType::kNull;
  bool boolean = false;
  uint32_t parent = kNoJsonNode;
  uint32_t index = 0;  // among the parent's children
  uint32_t first_child = kNoJsonNode;
  uint32_t next_sibling = kNoJsonNode;
  uint32_t child_count = 0;
  uint32_t offset = 0;  // byte of the value's first character
  double number = 0;
  std::string key;   // within an object
  std::string text;  // of a string
};

class JsonDocument;

// One value of a document; as cheap as a pointer, lives as long as the
// document.
class JsonValue {
 public:
  JsonValue(const JsonDocument* document, uint32_t node)
      : document_(document), node_(node) {}

  JsonType type() const;
  bool IsObject() const { return type() == JsonType::kObject; }
  bool IsArray() const { return type() == JsonType::kArray; }
  bool IsString() const { return type() == JsonType::kString; }
  bool IsNumber() const { return type() == JsonType::kNumber; }
  bool IsBoolean() const { return type() == JsonType::kBoolean; }

  bool boolean() const;             // false unless IsBoolean()
  double number() const;            // 0 unless IsNumber(); always finite
  const std::string& text() const;  // empty unless IsString()
  const std::string& key() const;   // empty unless a member of an object
  uint32_t size() const;            // children of an array or object
  std::vector<JsonValue> children() const;
  std::optional<JsonValue> Find(std::string_view name) const;

  // "/rules/3/pattern", escaped as in RFC 6901; "" for the root.
  std::string Pointer() const;
  uint32_t line() const;    // 1-based
  uint32_t column() const;  // 1-based, in bytes

 private:
  const JsonDocument* document_;
  uint32_t node_;
};

class JsonDocument {
 public:
  JsonValue root() const { return {this, 0}; }
  const JsonNode& node(uint32_t index) const { return nodes_[index]; }
  // 1-based line and column of a byte offset.
  std::pair<uint32_t, uint32_t> LineAndColumn(uint32_t offset) const;
  std::string Pointer(uint32_t index) const;

 private:
  friend class JsonTreeBuilder;
  std::vector<JsonNode> nodes_;
  std::vector<uint32_t> line_starts_;
};

// The document, or the first problem (kInvalidJson; kLimitExceeded for a file
// over kMaxJsonBytes). `file` names it in the error's `where`.
std::variant<JsonDocument, Error> ReadJson(std::string_view file,
                                           std::string_view json);

// Whether `value` is a JsonType::kNumber without a fraction in [low, high].
bool IsIntegerIn(JsonValue value, uint32_t low, uint32_t high);

}  // namespace sluice

#endif  // SLUICE_COMPILER_JSON_READER_H_
