#include "compiler/json_fields.h"

#include <algorithm>
#include <utility>

namespace sluice {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Words of lower-case letters and digits, held together by single joiners.
bool IsJoinedWords(std::string_view text, std::string_view joiners,
                   size_t longest) {
  if (text.empty() || text.size() > longest) return false;
  bool in_word = false;
  for (const char c : text) {
    if (IsLower(c) || IsDigit(c)) {
      in_word = true;
    } else if (in_word && joiners.find(c) != joiners.npos) {
      in_word = false;
    } else {
      return false;
    }
  }
  return in_word;
}

bool IsPlaceholder(std::string_view text) {
  if (text.empty() || text.size() > 32 || !IsUpper(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsUpper(c) || IsDigit(c) || c == '_';
  });
}

bool IsLine(std::string_view text) {
  if (text.empty() || text.size() > 200) return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

bool IsHost(std::string_view text) {
  if (text.substr(0, 2) == "*.") text.remove_prefix(2);
  return IsJoinedWords(text, ".-", 253);
}

bool IsScope(std::string_view text) {
  if (text.substr(0, 1) == "*") text.remove_prefix(1);
  if (!text.empty() && text.back() == '*') text.remove_suffix(1);
  return text.size() >= 3 && IsLine(text) && text.find('*') == text.npos;
}

std::string_view ShapeText(Shape shape) {
  switch (shape) {
    case Shape::kAny:
      return "a text that is not empty";
    case Shape::kLine:
      return "one line of 1 to 200 bytes";
    case Shape::kId:
      return "lower-case letters and digits joined by single hyphens";
    case Shape::kTag:
      return "lower-case letters and digits joined by single hyphens or dots";
    case Shape::kPlaceholder:
      return "upper-case letters, digits and _, beginning with a letter, at "
             "most 32";
    case Shape::kCountry:
      return "a country code of two lower-case letters";
    case Shape::kLanguage:
      return "a language code in lower case, such as nl or pt-br";
    case Shape::kLink:
      return "a link that begins with https://";
    case Shape::kHost:
      return "a host in lower case, such as chatgpt.com or *.acme.nl";
    case Shape::kScope:
      return "a name of 3 to 200 bytes with stars at its ends only, such as "
             "@acme/* or *.acme.internal";
  }
  return {};
}

}  // namespace

bool IsShaped(std::string_view text, Shape shape) {
  switch (shape) {
    case Shape::kAny:
      return !text.empty();
    case Shape::kLine:
      return IsLine(text);
    case Shape::kId:
      return IsJoinedWords(text, "-", 64);
    case Shape::kTag:
      return IsJoinedWords(text, "-.", 64);
    case Shape::kPlaceholder:
      return IsPlaceholder(text);
    case Shape::kCountry:
      return text.size() == 2 && IsLower(text[0]) && IsLower(text[1]);
    case Shape::kLanguage:
      return text.size() >= 2 && IsLower(text[0]) && IsLower(text[1]) &&
             IsJoinedWords(text, "-", 16);
    case Shape::kLink:
      return text.size() > 8 && text.substr(0, 8) == "https://" &&
             text.find(' ') == text.npos && IsLine(text);
    case Shape::kHost:
      return IsHost(text);
    case Shape::kScope:
      return IsScope(text);
  }
  return false;
}

FieldReader::FieldReader(JsonValue object, std::string_view what,
                         std::span<const std::string_view> known,
                         Diagnostics& diagnostics)
    : object_(object), what_(what), diagnostics_(diagnostics) {
  if (!object.IsObject()) {
    diagnostics.Report(object, what_ + " must be an object");
    return;
  }
  for (const JsonValue field : object.children()) {
    const std::string& name = field.key();
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    diagnostics.Report(field, what_ + " has no field " + Quoted(name) +
                                  DidYouMean(name, known));
  }
}

std::optional<JsonValue> FieldReader::Find(std::string_view field) const {
  return object_.Find(field);
}

std::optional<JsonValue> FieldReader::Require(std::string_view field) {
  const std::optional<JsonValue> value = object_.Find(field);
  if (!value && object_.IsObject()) {
    diagnostics_.Report(
        object_, what_ + " needs the field \"" + std::string(field) + "\"");
  }
  return value;
}

std::optional<std::string> FieldReader::Text(std::string_view field,
                                             Shape shape) {
  const std::optional<JsonValue> value = Find(field);
  if (!value) return std::nullopt;
  return ReadText(*value, shape, diagnostics_);
}

std::optional<uint32_t> FieldReader::Choice(
    std::string_view field, std::span<const std::string_view> names) {
  const std::optional<JsonValue> value = Find(field);
  if (!value) return std::nullopt;
  return ReadChoice(*value, names, diagnostics_);
}

std::optional<uint32_t> FieldReader::Integer(std::string_view field,
                                             uint32_t low, uint32_t high) {
  const std::optional<JsonValue> value = Find(field);
  if (!value) return std::nullopt;
  return ReadInteger(*value, low, high, diagnostics_);
}

std::vector<std::string> FieldReader::Texts(std::string_view field,
                                            Shape shape) {
  const std::optional<JsonValue> value = Find(field);
  if (!value) return {};
  return ReadTexts(*value, shape, diagnostics_);
}

std::vector<JsonValue> FieldReader::Elements(std::string_view field) {
  const std::optional<JsonValue> value = Find(field);
  if (!value) return {};
  if (value->IsArray()) return value->children();
  diagnostics_.Report(*value,
                      "\"" + std::string(field) + "\" must be an array");
  return {};
}

std::optional<std::string> ReadText(JsonValue value, Shape shape,
                                    Diagnostics& diagnostics) {
  if (!value.IsString()) {
    diagnostics.Report(value, "this must be a text in double quotes");
    return std::nullopt;
  }
  if (IsShaped(value.text(), shape)) return value.text();
  diagnostics.Report(value, Quoted(value.text()) + " must be " +
                                std::string(ShapeText(shape)));
  return std::nullopt;
}

std::optional<uint32_t> ReadChoice(JsonValue value,
                                   std::span<const std::string_view> names,
                                   Diagnostics& diagnostics) {
  if (!value.IsString()) {
    diagnostics.Report(value, "this must be one of " + ListOf(names));
    return std::nullopt;
  }
  for (uint32_t i = 0; i < names.size(); ++i) {
    if (names[i] == value.text()) return i;
  }
  diagnostics.Report(value, Quoted(value.text()) + " is not one of " +
                                ListOf(names) +
                                DidYouMean(value.text(), names));
  return std::nullopt;
}

std::optional<uint32_t> ReadInteger(JsonValue value, uint32_t low,
                                    uint32_t high, Diagnostics& diagnostics) {
  if (IsIntegerIn(value, low, high)) {
    return static_cast<uint32_t>(value.number());
  }
  diagnostics.Report(value, "this must be a whole number from " +
                                std::to_string(low) + " to " +
                                std::to_string(high));
  return std::nullopt;
}

std::vector<std::string> ReadTexts(JsonValue value, Shape shape,
                                   Diagnostics& diagnostics) {
  if (!value.IsArray()) {
    diagnostics.Report(value, "this must be an array of texts");
    return {};
  }
  std::vector<std::string> texts;
  for (const JsonValue element : value.children()) {
    std::optional<std::string> text = ReadText(element, shape, diagnostics);
    if (!text) continue;
    if (std::find(texts.begin(), texts.end(), *text) != texts.end()) {
      diagnostics.Report(element, Quoted(*text) + " is given twice");
      continue;
    }
    texts.push_back(*std::move(text));
  }
  return texts;
}

std::optional<std::string> ReadJoinedText(JsonValue value,
                                          Diagnostics& diagnostics) {
  if (value.IsString()) return ReadText(value, Shape::kAny, diagnostics);
  if (!value.IsArray() || value.size() == 0) {
    diagnostics.Report(value, "this must be a text or an array of texts");
    return std::nullopt;
  }
  std::string joined;
  for (const JsonValue part : value.children()) {
    if (!part.IsString()) {
      diagnostics.Report(part, "this must be a text in double quotes");
      return std::nullopt;
    }
    joined += part.text();
    if (joined.size() > kMaxJsonString) {
      diagnostics.Report(value, "the parts are longer than 64 KiB together");
      return std::nullopt;
    }
  }
  if (!joined.empty()) return joined;
  diagnostics.Report(value, "this must not be empty");
  return std::nullopt;
}

}  // namespace sluice
