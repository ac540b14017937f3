#include "scanner/canonical_json.h"

#include <cstdint>
#include <utility>

#include "scanner/names.h"
#include "scanner/utf16.h"
#include "sluice/language.h"

namespace sluice {
namespace {

void AppendEscaped(std::string_view text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  static constexpr std::string_view kShort = "\b\t\n\f\r\"\\";
  static constexpr std::string_view kLetters = "btnfr\"\\";
  for (const char c : text) {
    const size_t at = kShort.find(c);
    if (at != kShort.npos) {
      out += '\\';
      out += kLetters[at];
    } else if (static_cast<uint8_t>(c) < 0x20) {
      out += "\\u00";
      out += kHex[static_cast<uint8_t>(c) >> 4];
      out += kHex[static_cast<uint8_t>(c) & 0xF];
    } else {
      out += c;
    }
  }
}

// Writes the members of one object.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

  void Raw(std::string_view name, std::string_view value) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
    out_ += value;
  }
  void Text(std::string_view name, std::string_view value) {
    Raw(name, "\"");
    AppendEscaped(value, out_);
    out_ += '"';
  }
  void Number(std::string_view name, uint32_t value) {
    Raw(name, std::to_string(value));
  }
  void Boolean(std::string_view name, bool value) {
    Raw(name, value ? "true" : "false");
  }
  void End() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

void AppendEvidence(const Database& database, const Finding& finding,
                    std::string& out) {
  out += '[';
  for (uint32_t i = 0; i < finding.evidence_count && i < kMaxEvidence; ++i) {
    if (i > 0) out += ',';
    const Evidence& evidence = finding.evidence[i];
    ObjectWriter object(out);
    object.Text("kind", NameOf(kEvidenceNames, evidence.kind));
    if (evidence.name != kNoString) {
      object.Text("name", database.String(evidence.name));
    }
    object.End();
  }
  out += ']';
}

void AppendTags(const Database& database, uint32_t rule, uint32_t count,
                std::string& out) {
  out += '[';
  for (uint32_t i = 0; i < count; ++i) {
    if (i > 0) out += ',';
    out += JsonString(database.tag(rule, i));
  }
  out += ']';
}

void AppendDecoded(const Finding& finding, std::string& out) {
  char separator = '[';
  for (const Decoder decoder : finding.decoded) {
    if (decoder == Decoder::kNone) break;
    out += separator;
    out += JsonString(NameOf(kDecoderNames, decoder));
    separator = ',';
  }
  out += ']';
}

void AppendFinding(const Database& database, const Finding& finding,
                   Utf16Mapper& mapper, std::string& out) {
  const RuleInfo rule = database.rule(finding.rule);
  ObjectWriter object(out);
  object.Text("ruleId", rule.id);
  object.Text("family", rule.family);
  object.Text("category", NameOf(kCategoryNames, rule.category));
  object.Text("title", rule.title);
  object.Text("severity", NameOf(kSeverityNames, rule.severity));
  object.Text("confidence", NameOf(kConfidenceNames, finding.confidence));
  object.Text("action", NameOf(kActionNames, finding.action));
  object.Number("start", mapper.Map(finding.span.begin));
  object.Number("end", mapper.Map(finding.span.end));
  object.Boolean("testValue", finding.test_value != 0);
  object.Raw("evidence", "");
  AppendEvidence(database, finding, out);
  object.Raw("tags", "");
  AppendTags(database, finding.rule, rule.tag_count, out);
  if (finding.language != 0) {
    object.Text("language", LanguageName(finding.language));
  }
  if (!rule.country.empty()) object.Text("country", rule.country);
  if (finding.decoded[0] != Decoder::kNone) {
    object.Raw("decoded", "");
    AppendDecoded(finding, out);
  }
  object.End();
}

}  // namespace

std::string JsonString(std::string_view text) {
  std::string out = "\"";
  AppendEscaped(text, out);
  return out + '"';
}

std::string CanonicalJson(std::string_view text, const Database& database,
                          const Verdict& verdict) {
  std::string out;
  ObjectWriter object(out);
  object.Text("action", NameOf(kActionNames, verdict.action));
  object.Boolean("complete", verdict.complete());
  if (!verdict.complete()) {
    object.Text("incomplete", NameOf(kIncompleteNames, verdict.incomplete));
  }
  object.Raw("findings", "[");
  Utf16Mapper mapper(text);
  for (size_t i = 0; i < verdict.findings.size(); ++i) {
    if (i > 0) out += ',';
    AppendFinding(database, verdict.findings[i], mapper, out);
  }
  out += ']';
  object.End();
  return out;
}

}  // namespace sluice
