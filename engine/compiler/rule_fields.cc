#include "compiler/rule_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/json_fields.h"
#include "scanner/detectors.h"

namespace sluice {
namespace {

using Names = std::span<const std::string_view>;

constexpr uint32_t kMaxDigits = 32;  // what the scanner looks for
constexpr uint32_t kMaxContextBytes = 1024;
constexpr uint32_t kMaxOption = 1'000'000;
constexpr std::string_view kSeparators = " .-/";  // bit i of NumberFlag

uint32_t SeparatorBits(JsonValue value, Diagnostics& diagnostics) {
  const std::optional<std::string> text =
      ReadText(value, Shape::kAny, diagnostics);
  if (!text) return 0;
  uint32_t bits = 0;
  for (const char c : *text) {
    const size_t bit = kSeparators.find(c);
    if (bit == kSeparators.npos || (bits & (1u << bit)) != 0) {
      diagnostics.Report(value,
                         "separators are a space, \".\", \"-\" and \"/\", each "
                         "at most once");
      return bits;
    }
    bits |= 1u << bit;
  }
  return bits;
}

// "3-3-3" as {3, 3, 3}; empty when it has another form.
std::vector<uint32_t> GroupSizes(std::string_view text) {
  std::vector<uint32_t> sizes = {0};
  for (const char c : text) {
    if (c >= '0' && c <= '9' && sizes.back() <= kMaxDigits) {
      sizes.back() = sizes.back() * 10 + static_cast<uint32_t>(c - '0');
    } else if (c == '-') {
      sizes.push_back(0);
    } else {
      return {};
    }
  }
  const bool has_zero =
      std::find(sizes.begin(), sizes.end(), 0u) != sizes.end();
  return has_zero ? std::vector<uint32_t>() : sizes;
}

void ParseGrouping(JsonValue value, NumberSource& number,
                   Diagnostics& diagnostics) {
  const std::optional<std::string> text =
      ReadText(value, Shape::kAny, diagnostics);
  if (!text) return;
  std::vector<uint32_t> sizes = GroupSizes(*text);
  if (sizes.empty()) {
    diagnostics.Report(value, Quoted(*text) +
                                  " must be group sizes joined by hyphens, "
                                  "such as \"3-3-3\"");
    return;
  }
  const uint32_t sum = std::accumulate(sizes.begin(), sizes.end(), 0u);
  if (std::find(number.lengths.begin(), number.lengths.end(), sum) ==
      number.lengths.end()) {
    diagnostics.Report(value, "the groups have " + std::to_string(sum) +
                                  " digits together, which is not among the "
                                  "lengths");
    return;
  }
  number.groupings.push_back(std::move(sizes));
}

void ParseLengths(FieldReader& fields, NumberSource& number,
                  Diagnostics& diagnostics) {
  for (const JsonValue element : fields.Elements("lengths")) {
    const std::optional<uint32_t> length =
        ReadInteger(element, 1, kMaxDigits, diagnostics);
    if (!length) continue;
    if (std::find(number.lengths.begin(), number.lengths.end(), *length) !=
        number.lengths.end()) {
      diagnostics.Report(element, "this length is given twice");
      continue;
    }
    number.lengths.push_back(*length);
  }
}

std::vector<std::string_view> DetectorNames() {
  std::vector<std::string_view> names;
  for (uint32_t id = 0;; ++id) {
    const std::string_view name = DetectorName(static_cast<DetectorId>(id));
    if (name.empty()) return names;
    names.push_back(name);
  }
}

void ParseOptions(JsonValue value, DetectorId id, DetectorSource& detector,
                  Diagnostics& diagnostics) {
  if (!value.IsObject()) {
    diagnostics.Report(value, "\"options\" must be an object");
    return;
  }
  for (const JsonValue option : value.children()) {
    if (!HasDetectorOption(id, option.key())) {
      diagnostics.Report(option, "the detector " + Quoted(detector.name) +
                                     " has no option " + Quoted(option.key()));
      continue;
    }
    if (!option.IsNumber()) {
      auto text = ReadJoinedText(option, diagnostics);
      if (text) detector.texts.emplace_back(option.key(), *std::move(text));
      continue;
    }
    const std::optional<uint32_t> number =
        ReadInteger(option, 1, kMaxOption, diagnostics);
    if (number) detector.options.emplace_back(option.key(), *number);
  }
}

// Thousandths of the `min` of an entropy check.
uint32_t EntropyParameter(JsonValue value, Diagnostics& diagnostics) {
  const double bits = value.IsNumber() ? value.number() : 0;
  if (bits > 0 && bits <= 8) {
    return static_cast<uint32_t>(std::lround(bits * 1000));
  }
  diagnostics.Report(value,
                     "\"min\" must be a number of bits per character above 0 "
                     "and at most 8");
  return 0;
}

std::optional<ValidatorId> ParseValidatorName(JsonValue value,
                                              Diagnostics& diagnostics) {
  const std::optional<std::string> name =
      ReadText(value, Shape::kAny, diagnostics);
  if (!name) return std::nullopt;
  const std::optional<ValidatorId> id = FindValidator(*name);
  if (!id) {
    diagnostics.Report(ErrorCode::kUnknownValidator, value,
                       "there is no validator " + Quoted(*name) +
                           DidYouMean(*name, ValidatorNames()));
  }
  return id;
}

std::optional<CheckSource> ParseCheckObject(JsonValue value,
                                            Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 4> kFields = {
      "check", "min", "onFail", "onPass"};
  static constexpr std::array<std::string_view, 2> kOnFail = {"drop", "lower"};
  static constexpr std::array<std::string_view, 3> kOnPass = {"keep", "raise",
                                                              "certain"};
  FieldReader fields(value, "a validator", kFields, diagnostics);
  const std::optional<JsonValue> name = fields.Require("check");
  CheckSource check;
  check.on_fail =
      static_cast<OnFail>(fields.Choice("onFail", kOnFail).value_or(0));
  check.on_pass =
      static_cast<OnPass>(fields.Choice("onPass", kOnPass).value_or(0));
  if (!name) return std::nullopt;
  const std::optional<ValidatorId> id = ParseValidatorName(*name, diagnostics);
  if (!id) return std::nullopt;
  check.validator = *id;
  const std::optional<JsonValue> min = fields.Find("min");
  if (min && *id != ValidatorId::kEntropy) {
    diagnostics.Report(*min, "only the validator \"entropy\" has a \"min\"");
  } else if (min) {
    check.parameter = EntropyParameter(*min, diagnostics);
  }
  return check;
}

// Words as they are, or those of the list that is named.
std::vector<std::string> ParseWordsOrName(JsonValue value,
                                          const WordLists& lists,
                                          Diagnostics& diagnostics) {
  if (!value.IsString()) return ParseWords(value, diagnostics);
  const auto list = std::find_if(
      lists.rbegin(), lists.rend(),
      [&value](const WordList& one) { return one.name == value.text(); });
  if (list != lists.rend()) return list->words;
  diagnostics.Report(value,
                     "there is no list of words " + Quoted(value.text()));
  return {};
}

void CheckWords(JsonValue at, const ContextSource& context,
                Diagnostics& diagnostics) {
  for (const std::string& word : context.negative) {
    if (std::find(context.words.begin(), context.words.end(), word) ==
        context.words.end()) {
      continue;
    }
    diagnostics.Report(at, "the word " + Quoted(word) +
                               " speaks both for and against the rule");
  }
  const bool needs_words =
      context.mode == ContextMode::kRequired || context.negative.empty();
  if (needs_words && context.words.empty()) {
    diagnostics.Report(at, "a context needs at least one word in \"words\"");
  }
}

}  // namespace

PatternSource ParsePattern(JsonValue value, Diagnostics& diagnostics) {
  PatternSource pattern;
  pattern.place = diagnostics.PlaceOf(value);
  std::optional<std::string> text = ReadJoinedText(value, diagnostics);
  if (!text) return pattern;
  if (text->size() > kMaxPatternBytes) {
    diagnostics.Report(ErrorCode::kLimitExceeded, value,
                       "a pattern can have at most 4096 bytes");
    return pattern;
  }
  pattern.text = *std::move(text);
  return pattern;
}

std::optional<NumberSource> ParseNumber(JsonValue value,
                                        Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 4> kFields = {
      "lengths", "separators", "groupings", "whole"};
  FieldReader fields(value, "a number", kFields, diagnostics);
  NumberSource number;
  fields.Require("lengths");
  ParseLengths(fields, number, diagnostics);
  if (number.lengths.empty()) {
    const std::optional<JsonValue> lengths = fields.Find("lengths");
    if (lengths && lengths->IsArray() && lengths->size() == 0) {
      diagnostics.Report(*lengths, "a number needs at least one length");
    }
    return std::nullopt;
  }
  if (const auto separators = fields.Find("separators")) {
    number.flags = SeparatorBits(*separators, diagnostics);
  }
  for (const JsonValue grouping : fields.Elements("groupings")) {
    ParseGrouping(grouping, number, diagnostics);
  }
  if (number.flags == 0 && fields.Has("groupings") &&
      !fields.Has("separators")) {
    diagnostics.Report(value, "groupings need separators");
  }
  if (const auto whole = fields.Find("whole")) {
    if (!whole->IsBoolean()) diagnostics.Report(*whole, "true or false");
    if (whole->IsBoolean() && whole->boolean()) number.flags |= kWhole;
  }
  return number;
}

std::optional<DetectorSource> ParseDetector(JsonValue value,
                                            Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 2> kFields = {"name",
                                                              "options"};
  FieldReader fields(value, "a detector", kFields, diagnostics);
  fields.Require("name");
  std::optional<std::string> name = fields.Text("name", Shape::kAny);
  if (!name) return std::nullopt;
  const std::optional<DetectorId> id = FindDetector(*name);
  if (!id) {
    diagnostics.Report(ErrorCode::kUnknownDetector, *fields.Find("name"),
                       "there is no detector " + Quoted(*name) +
                           DidYouMean(*name, DetectorNames()));
    return std::nullopt;
  }
  DetectorSource detector;
  detector.name = *std::move(name);
  if (const auto options = fields.Find("options")) {
    ParseOptions(*options, *id, detector, diagnostics);
  }
  return detector;
}

std::optional<CheckSource> ParseCheck(JsonValue value,
                                      Diagnostics& diagnostics) {
  std::optional<CheckSource> check;
  if (value.IsObject()) {
    check = ParseCheckObject(value, diagnostics);
  } else if (const auto id = ParseValidatorName(value, diagnostics)) {
    check = CheckSource{.validator = *id};
  }
  const bool needs_min =
      check && check->validator == ValidatorId::kEntropy && !value.Find("min");
  if (needs_min) {
    diagnostics.Report(value,
                       "the validator \"entropy\" needs a \"min\", such as "
                       "{\"check\": \"entropy\", \"min\": 3.5}");
  }
  return check;
}

std::vector<std::string> ParseWords(JsonValue value, Diagnostics& diagnostics) {
  std::vector<std::string> words;
  if (!value.IsObject()) {
    diagnostics.Report(value,
                       "this must be an object with a list of words per "
                       "language, such as {\"en\": [\"account\"]}, or the "
                       "name of a list in \"words\"");
    return words;
  }
  for (const JsonValue list : value.children()) {
    if (!IsShaped(list.key(), Shape::kLanguage)) {
      diagnostics.Report(list, Quoted(list.key()) +
                                   " must be a language code in lower case, "
                                   "such as nl or pt-br");
    }
    for (std::string& word : ReadTexts(list, Shape::kLine, diagnostics)) {
      if (std::find(words.begin(), words.end(), word) != words.end()) continue;
      words.push_back(std::move(word));
    }
  }
  return words;
}

ContextSource ParseContext(JsonValue value, const WordLists& lists,
                           Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 6> kFields = {
      "mode", "before", "after", "raise", "words", "negative"};
  static constexpr std::array<std::string_view, 2> kModes = {"boost",
                                                             "required"};
  FieldReader fields(value, "a context", kFields, diagnostics);
  ContextSource context;
  fields.Require("mode");
  if (const auto mode = fields.Choice("mode", kModes)) {
    context.mode = static_cast<ContextMode>(*mode + 1);
  }
  context.before =
      fields.Integer("before", 0, kMaxContextBytes).value_or(context.before);
  context.after =
      fields.Integer("after", 0, kMaxContextBytes).value_or(context.after);
  context.raise = fields.Integer("raise", 1, 2).value_or(context.raise);
  if (context.mode == ContextMode::kRequired && fields.Has("raise")) {
    diagnostics.Report(*fields.Find("raise"),
                       "only the mode \"boost\" has a \"raise\"");
  }
  if (const auto words = fields.Find("words")) {
    context.words = ParseWordsOrName(*words, lists, diagnostics);
  }
  if (const auto negative = fields.Find("negative")) {
    context.negative = ParseWordsOrName(*negative, lists, diagnostics);
  }
  if (value.IsObject()) CheckWords(value, context, diagnostics);
  return context;
}

}  // namespace sluice
