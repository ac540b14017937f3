// The input is a text; the project's own rules and policy scan it.
#include <algorithm>
#include <functional>
#include <tuple>
#include <vector>

#include "default_rules.h"
#include "scanner/canonical_json.h"
#include "scanner/utf16.h"
#include "scanner/utf8.h"
#include "sluice/redact.h"
#include "sluice/scanner.h"
#include "target.h"

namespace sluice {
namespace {

constexpr int kMaxRounds = 8;  // of redaction
constexpr size_t kMaxText = 4096;

// Which offsets stand between code points; invalid bytes stand alone.
std::vector<bool> Boundaries(std::string_view text) {
  std::vector<bool> boundaries(text.size() + 1, false);
  uint32_t length = 0;
  for (uint32_t at = 0; at < text.size(); at += length) {
    boundaries[at] = true;
    DecodeUtf8(text, at, length);
  }
  boundaries[text.size()] = true;
  return boundaries;
}

bool IsUtf8(std::string_view text) {
  uint32_t length = 0;
  for (uint32_t at = 0; at < text.size(); at += length) {
    if (DecodeUtf8(text, at, length) == kInvalidRune) return false;
  }
  return true;
}

auto Order(const Finding& finding) {
  return std::make_tuple(finding.span.begin, ~finding.span.end, finding.rule);
}

void CheckFindings(std::string_view text, const Verdict& verdict) {
  const std::vector<bool> boundaries = Boundaries(text);
  Action strictest = Action::kAllow;
  for (size_t i = 0; i < verdict.findings.size(); ++i) {
    const Finding& finding = verdict.findings[i];
    Require(finding.span.begin < finding.span.end, "a span is not empty");
    Require(finding.span.end <= text.size(), "a span lies in the text");
    Require(boundaries[finding.span.begin] && boundaries[finding.span.end],
            "a span cuts no character");
    Require(finding.rule < OwnRules().database.rule_count(), "rule exists");
    Require(i == 0 || Order(verdict.findings[i - 1]) < Order(finding),
            "findings are ordered and distinct");
    strictest = std::max(strictest, finding.action);
  }
  if (!verdict.complete()) {
    strictest = std::max(strictest, OwnRules().policy.incomplete);
  }
  Require(verdict.action == strictest, "the verdict is the strictest action");
}

// UTF-16 code units before each byte, counted the plain way.
void CheckUtf16(std::string_view text, const Verdict& verdict) {
  std::vector<uint32_t> units(text.size() + 1, 0);
  uint32_t length = 0, count = 0;
  for (uint32_t at = 0; at < text.size(); at += length) {
    units[at] = count;
    count += DecodeUtf8(text, at, length) >= 0x10000 ? 2 : 1;
  }
  units[text.size()] = count;
  Utf16Mapper mapper(text);
  for (const Finding& finding : verdict.findings) {
    Require(mapper.Map(finding.span.begin) == units[finding.span.begin] &&
                mapper.Map(finding.span.end) == units[finding.span.end],
            "offsets count UTF-16 code units");
  }
}

void CheckPrefilter(const Scanner& scanner, std::string_view text,
                    const Verdict& verdict, const std::string& json) {
  ScanOptions everywhere;
  everywhere.use_prefilter = false;
  const Verdict slow = scanner.Scan(text, OwnRules().policy, {}, everywhere);
  if (!slow.complete() || !verdict.complete()) return;
  Require(CanonicalJson(text, OwnRules().database, slow) == json,
          "the prefilter loses nothing");
}

// A value taken out changes what stands beside the next one: what comes to
// light then is redacted in turn, and soon there is nothing left.
void CheckRedaction(const Scanner& scanner, std::string_view text,
                    Verdict verdict) {
  std::string redacted(text);
  for (int round = 0; verdict.action >= Action::kWarn; ++round) {
    if (!verdict.complete()) return;
    Require(round < kMaxRounds, "what was redacted scans clean");
    redacted = Redact(redacted, OwnRules().database, verdict).text;
    verdict = scanner.Scan(redacted, OwnRules().policy);
  }
}

// Most inputs take one scan; its cost varies with the input, so that each law
// is put to every kind of text.
void Run(std::string_view text) {
  if (text.size() > kMaxText) return;
  static const Scanner scanner(OwnRules().database);
  const Verdict verdict = scanner.Scan(text, OwnRules().policy);
  CheckFindings(text, verdict);
  if (IsUtf8(text)) CheckUtf16(text, verdict);
  CheckRedaction(scanner, text, verdict);
  const size_t turn = std::hash<std::string_view>{}(text);
  if (turn % 8 != 0) return;
  const std::string json = CanonicalJson(text, OwnRules().database, verdict);
  const Verdict again = scanner.Scan(text, OwnRules().policy);
  Require(CanonicalJson(text, OwnRules().database, again) == json &&
              again.steps == verdict.steps,
          "the same text gives the same verdict");
  if (turn % 64 == 0) CheckPrefilter(scanner, text, verdict, json);
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = ExampleTexts();
  seeds.emplace_back();
  return seeds;
}

}  // namespace

const FuzzTarget kScanTarget = {"scan", Run, Seeds};

}  // namespace sluice
