// Small functions on text: offsets, JSON strings, validators, redaction.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "default_rules.h"
#include "input.h"
#include "scanner/canonical_json.h"
#include "scanner/context.h"
#include "scanner/utf16.h"
#include "scanner/utf8.h"
#include "sluice/redact.h"
#include "sluice/validator.h"
#include "target.h"

namespace sluice {
namespace {

// The text with each invalid byte as '?'.
std::string ToUtf8(std::string_view text) {
  std::string valid;
  uint32_t length = 0;
  for (uint32_t at = 0; at < text.size(); at += length) {
    const bool bad = DecodeUtf8(text, at, length) == kInvalidRune;
    Require(length >= 1 && length <= 4 && at + length <= text.size(),
            "a character lies in the text");
    valid += bad ? "?" : text.substr(at, length);
  }
  return valid;
}

void CheckJson(const std::string& text) {
  const auto parsed = nlohmann::json::parse(JsonString(text), nullptr, false);
  Require(parsed.is_string() && parsed.get<std::string>() == text,
          "a JSON string reads back");
}

// Any order of offsets gives what counting from the begin gives.
void CheckOffsets(Input& input, const std::string& text) {
  Utf16Mapper mapper(text);
  for (int i = 0; i < 8; ++i) {
    auto offset = input.Number(2) % static_cast<uint32_t>(text.size() + 1);
    while (offset > 0 && (text[offset - 1] & 0x80) != 0) --offset;
    Require(mapper.Map(offset) == Utf16Mapper(text).Map(offset),
            "offsets do not depend on their order");
  }
}

void CheckValidators(std::string_view value, uint32_t parameter) {
  for (uint32_t id = 0;; ++id) {
    const auto validator = static_cast<ValidatorId>(id);
    if (ValidatorName(validator).empty()) break;
    const bool holds = Validate(validator, value, parameter);
    Require(Validate(validator, value, parameter) == holds,
            "a validator has no state");
  }
}

Verdict RandomVerdict(Input& input, size_t size) {
  Verdict verdict;
  const uint32_t count = input.Below(12);
  for (uint32_t i = 0; i < count; ++i) {
    Finding finding;
    finding.rule = input.Below(OwnRules().database.rule_count());
    finding.action = static_cast<Action>(input.Below(kActionCount));
    const auto bound = static_cast<uint32_t>(size + 1);
    const uint32_t a = input.Number(2) % bound, b = input.Number(2) % bound;
    finding.span = {std::min(a, b), std::max(a, b)};
    verdict.findings.push_back(finding);
  }
  std::sort(verdict.findings.begin(), verdict.findings.end(),
            [](const Finding& a, const Finding& b) {
              if (a.span.begin != b.span.begin) {
                return a.span.begin < b.span.begin;
              }
              return a.span.end > b.span.end;
            });
  return verdict;
}

// Puts every value back in place of its placeholder.
std::string Restore(const Redaction& redaction) {
  std::string text;
  for (size_t at = 0; at < redaction.text.size();) {
    const std::string_view rest = std::string_view(redaction.text).substr(at);
    size_t i = 0;
    while (i < redaction.placeholders.size() &&
           !rest.starts_with(redaction.placeholders[i])) {
      ++i;
    }
    if (i == redaction.placeholders.size()) {
      text += rest[0];
      ++at;
    } else {
      text += redaction.values[i];
      at += redaction.placeholders[i].size();
    }
  }
  return text;
}

void Run(std::string_view bytes) {
  Input input(bytes);
  const uint32_t parameter = input.Number(2);
  const std::string value(input.Text());
  CheckValidators(value, parameter);
  CheckJson(ToUtf8(value));
  const std::string word = FoldWord(ToUtf8(value));
  Require(FoldWord(word) == word, "a folded word stays as it is");
  Input numbers(value);
  const std::string text(input.Rest());
  CheckOffsets(numbers, ToUtf8(text));
  const Verdict verdict = RandomVerdict(numbers, text.size());
  Require(Restore(Redact(text, OwnRules().database, verdict)) == text,
          "what was redacted can be restored");
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const std::string& text : ExampleTexts()) {
    const auto size = static_cast<char>(std::min<size_t>(text.size(), 255));
    seeds.push_back(std::string("\x08\x07", 2) + size + text + "[EMAIL_1] " +
                    text);
  }
  return seeds;
}

}  // namespace

const FuzzTarget kTextTarget = {"text", Run, Seeds};

}  // namespace sluice
