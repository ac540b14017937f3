#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/json_fields.h"
#include "compiler/rule_fields.h"

namespace sluice {
namespace {

constexpr std::string_view kOpenMark = "\xE2\x9F\xA6";   // U+27E6
constexpr std::string_view kCloseMark = "\xE2\x9F\xA7";  // U+27E7

// Takes the marks out of `marked`. Returns what is wrong with them, or "".
std::string_view TakeMarks(std::string_view marked, ExampleSource& example) {
  bool inside = false;
  for (size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    const auto here = static_cast<uint32_t>(example.text.size());
    if (rest.starts_with(kOpenMark)) {
      if (inside) return "the mark \xE2\x9F\xA6 stands inside another span";
      example.spans.push_back(Span{here, here});
      inside = true;
      at += kOpenMark.size();
    } else if (rest.starts_with(kCloseMark)) {
      if (!inside) return "the mark \xE2\x9F\xA7 closes no span";
      if (example.spans.back().begin == here) return "a marked span is empty";
      example.spans.back().end = here;
      inside = false;
      at += kCloseMark.size();
    } else {
      example.text += marked[at++];
    }
  }
  return inside ? "the mark \xE2\x9F\xA6 is never closed" : "";
}

}  // namespace

std::optional<ExampleSource> ParseMatch(JsonValue value,
                                        Diagnostics& diagnostics) {
  const std::optional<std::string> marked = ReadJoinedText(value, diagnostics);
  if (!marked) return std::nullopt;
  ExampleSource example;
  example.place = diagnostics.PlaceOf(value);
  const std::string_view problem = TakeMarks(*marked, example);
  if (!problem.empty()) {
    diagnostics.Report(value, std::string(problem));
    return std::nullopt;
  }
  if (example.spans.empty()) {
    diagnostics.Report(value,
                       "a match must mark what is to be found with "
                       "\xE2\x9F\xA6 and \xE2\x9F\xA7");
    return std::nullopt;
  }
  return example;
}

std::optional<ExampleSource> ParseNonMatch(JsonValue value,
                                           Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 2> kFields = {"text",
                                                              "because"};
  FieldReader fields(value, "a non-match", kFields, diagnostics);
  const std::optional<JsonValue> text = fields.Require("text");
  const bool explained = fields.Require("because").has_value();
  const std::optional<std::string> because =
      fields.Text("because", Shape::kAny);
  if (!text || !explained || !because) return std::nullopt;
  std::optional<std::string> plain = ReadJoinedText(*text, diagnostics);
  if (!plain) return std::nullopt;
  if (plain->find(kOpenMark) != plain->npos ||
      plain->find(kCloseMark) != plain->npos) {
    diagnostics.Report(*text,
                       "a non-match must not hold the marks \xE2\x9F\xA6 "
                       "and \xE2\x9F\xA7");
    return std::nullopt;
  }
  return ExampleSource{
      *std::move(plain), {}, *because, diagnostics.PlaceOf(value)};
}

}  // namespace sluice
