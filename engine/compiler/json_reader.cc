#include "compiler/json_reader.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "compiler/diagnostics.h"

namespace sluice {
namespace {

// Feeds the parser and tells how far it has read: the SAX interface has
// positions for errors only.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char* begin, size_t* read)
      : at_(at), begin_(begin), read_(read) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *read_ = static_cast<size_t>(at_ - begin_);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const {
    return at_ == other.at_;
  }

 private:
  const char* at_;
  const char* begin_;
  size_t* read_;
};

// What nlohmann says, without its own code, its count of lines and any byte
// that might be no UTF-8.
std::string PlainMessage(std::string_view what) {
  size_t start = what.find(": ");
  if (start == std::string_view::npos) start = what.find("] ");
  if (start != std::string_view::npos) what.remove_prefix(start + 2);
  std::string message = "this is no JSON: " + std::string(what.substr(0, 200));
  for (char& c : message) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  return message;
}

// As RFC 6901 wants the names in a pointer.
void AppendEscaped(std::string_view name, std::string& pointer) {
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace

// Receives nlohmann's SAX events. Every handler returns whether to go on.
class JsonTreeBuilder {
 public:
  JsonTreeBuilder(std::string_view file, std::string_view json)
      : file_(file), json_(json) {
    document_.line_starts_.push_back(0);
    for (size_t i = 0; i < json.size(); ++i) {
      if (json[i] != '\n') continue;
      document_.line_starts_.push_back(static_cast<uint32_t>(i + 1));
    }
  }

  std::variant<JsonDocument, Error> Build() {
    const char* begin = json_.data();
    const char* end = begin + json_.size();
    const bool ok =
        nlohmann::json::sax_parse(CountingIterator(begin, begin, &read_),
                                  CountingIterator(end, begin, &read_), this);
    if (!ok) return std::move(error_);
    return std::move(document_);
  }

  bool null() { return AddValue(JsonType::kNull) != nullptr; }
  bool boolean(bool value) {
    JsonNode* node = AddValue(JsonType::kBoolean);
    if (node != nullptr) node->boolean = value;
    return node != nullptr;
  }
  bool number_integer(int64_t value) {
    return AddNumber(static_cast<double>(value));
  }
  bool number_unsigned(uint64_t value) {
    return AddNumber(static_cast<double>(value));
  }
  bool number_float(double value, const std::string&) {
    return AddNumber(value);
  }
  bool string(std::string& value) {
    JsonNode* node = AddValue(JsonType::kString);
    if (node == nullptr) return false;
    if (value.size() > kMaxJsonString) {
      return Fail("a string is longer than 64 KiB");
    }
    node->text = std::move(value);
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(size_t) { return Open(JsonType::kObject); }
  bool start_array(size_t) { return Open(JsonType::kArray); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    token_ = TokenStart();
    event_end_ = read_;
    if (name.size() > kMaxJsonKey) {
      return Fail("a field name is longer than 256 bytes");
    }
    if (!open_.back().keys.insert(name).second) {
      return Fail("the field \"" + name + "\" is given twice");
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(size_t position, const std::string&,
                   const nlohmann::json::exception& exception) {
    // `position` counts the bytes read, so the last of them is to blame.
    token_ = static_cast<uint32_t>(position == 0 ? 0 : position - 1);
    return Fail(PlainMessage(exception.what()));
  }

 private:
  struct OpenValue {
    uint32_t node;
    uint32_t last_child = kNoJsonNode;
    std::set<std::string, std::less<>> keys;
  };

  // Only white space, commas, colons and closing brackets can stand between
  // the last event and the token that caused this one. (After a number the
  // parser has read one byte more, which is one of these as well.)
  uint32_t TokenStart() const {
    size_t at = event_end_;
    const std::string_view between(" \t\r\n,:]}\xEF\xBB\xBF");
    while (at < json_.size() && between.find(json_[at]) != between.npos) ++at;
    return static_cast<uint32_t>(at);
  }

  bool Fail(std::string message) {
    const auto [line, column] = document_.LineAndColumn(token_);
    std::string where(file_);
    where += "#";
    if (!open_.empty()) where += document_.Pointer(open_.back().node);
    error_ = Error{ErrorCode::kInvalidJson, Sentence(std::move(message)),
                   std::move(where), line, column};
    return false;
  }

  JsonNode* AddValue(JsonType type) {
    token_ = TokenStart();
    event_end_ = read_;
    if (document_.nodes_.size() >= kMaxJsonValues) {
      Fail("the file has more than 200,000 values");
      return nullptr;
    }
    const uint32_t index = static_cast<uint32_t>(document_.nodes_.size());
    document_.nodes_.emplace_back();
    JsonNode& node = document_.nodes_.back();
    node.type = type;
    node.offset = token_;
    node.key = std::exchange(key_, {});
    return Attach(index) ? &document_.nodes_[index] : nullptr;
  }

  bool Attach(uint32_t index) {
    if (open_.empty()) return true;
    OpenValue& top = open_.back();
    JsonNode& parent = document_.nodes_[top.node];
    if (parent.child_count >= kMaxJsonChildren) {
      return Fail("a list has more than 10,000 elements");
    }
    JsonNode& node = document_.nodes_[index];
    node.parent = top.node;
    node.index = parent.child_count++;
    if (top.last_child == kNoJsonNode) {
      parent.first_child = index;
    } else {
      document_.nodes_[top.last_child].next_sibling = index;
    }
    top.last_child = index;
    return true;
  }

  bool AddNumber(double value) {
    JsonNode* node = AddValue(JsonType::kNumber);
    if (node != nullptr) node->number = value;
    return node != nullptr;
  }

  bool Open(JsonType type) {
    if (AddValue(type) == nullptr) return false;
    if (open_.size() >= kMaxJsonDepth) {
      return Fail("the values are nested deeper than 16 levels");
    }
    const auto node = static_cast<uint32_t>(document_.nodes_.size() - 1);
    open_.push_back(OpenValue{node, kNoJsonNode, {}});
    return true;
  }

  bool Close() {
    event_end_ = read_;
    open_.pop_back();
    return true;
  }

  std::string_view file_;
  std::string_view json_;
  JsonDocument document_;
  Error error_;
  std::vector<OpenValue> open_;
  std::string key_;       // waits for its value
  size_t read_ = 0;       // bytes the parser has taken
  size_t event_end_ = 0;  // `read_` at the last event
  uint32_t token_ = 0;    // where the current event's token begins
};

std::variant<JsonDocument, Error> ReadJson(std::string_view file,
                                           std::string_view json) {
  if (json.size() > kMaxJsonBytes) {
    return Error{ErrorCode::kLimitExceeded, "The file is larger than 2 MiB.",
                 std::string(file) + "#", 0, 0};
  }
  return JsonTreeBuilder(file, json).Build();
}

std::pair<uint32_t, uint32_t> JsonDocument::LineAndColumn(
    uint32_t offset) const {
  const auto after =
      std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<uint32_t>(after - line_starts_.begin());
  return {line, offset - line_starts_[line - 1] + 1};
}

std::string JsonDocument::Pointer(uint32_t index) const {
  std::vector<uint32_t> path;
  for (; nodes_[index].parent != kNoJsonNode; index = nodes_[index].parent) {
    path.push_back(index);
  }
  std::reverse(path.begin(), path.end());
  std::string pointer;
  for (const uint32_t step : path) {
    const JsonNode& node = nodes_[step];
    pointer += '/';
    if (nodes_[node.parent].type == JsonType::kArray) {
      pointer += std::to_string(node.index);
    } else {
      AppendEscaped(node.key, pointer);
    }
  }
  return pointer;
}

JsonType JsonValue::type() const { return document_->node(node_).type; }
bool JsonValue::boolean() const { return document_->node(node_).boolean; }
double JsonValue::number() const { return document_->node(node_).number; }
uint32_t JsonValue::size() const { return document_->node(node_).child_count; }
const std::string& JsonValue::text() const {
  return document_->node(node_).text;
}
const std::string& JsonValue::key() const { return document_->node(node_).key; }

std::vector<JsonValue> JsonValue::children() const {
  std::vector<JsonValue> values;
  values.reserve(size());
  for (uint32_t child = document_->node(node_).first_child;
       child != kNoJsonNode; child = document_->node(child).next_sibling) {
    values.emplace_back(document_, child);
  }
  return values;
}

std::optional<JsonValue> JsonValue::Find(std::string_view name) const {
  if (!IsObject()) return std::nullopt;
  for (uint32_t child = document_->node(node_).first_child;
       child != kNoJsonNode; child = document_->node(child).next_sibling) {
    if (document_->node(child).key == name) return JsonValue(document_, child);
  }
  return std::nullopt;
}

std::string JsonValue::Pointer() const { return document_->Pointer(node_); }
uint32_t JsonValue::line() const {
  return document_->LineAndColumn(document_->node(node_).offset).first;
}
uint32_t JsonValue::column() const {
  return document_->LineAndColumn(document_->node(node_).offset).second;
}

bool IsIntegerIn(JsonValue value, uint32_t low, uint32_t high) {
  if (!value.IsNumber()) return false;
  const double number = value.number();
  return number >= low && number <= high && number == std::floor(number);
}

}  // namespace sluice
