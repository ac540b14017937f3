// Policy -> action per finding and for the text.
#include <algorithm>

#include "scanner/bytes.h"
#include "scanner/code_origin.h"
#include "scanner/stages.h"
#include "sluice/language.h"

namespace sluice {
namespace {

bool EqualHosts(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return LowerByte(x) == LowerByte(y);
         });
}

// "chatgpt.com" is that host, "*.acme.nl" is acme.nl and below.
bool HostMatches(std::string_view pattern, std::string_view host) {
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (pattern.substr(0, 2) != "*.") return EqualHosts(pattern, host);
  const std::string_view domain = pattern.substr(2);
  if (host.size() <= domain.size()) return EqualHosts(domain, host);
  const size_t dot = host.size() - domain.size() - 1;
  return host[dot] == '.' && EqualHosts(domain, host.substr(dot + 1));
}

bool Lists(const std::vector<std::string>& list, std::string_view text) {
  if (list.empty()) return true;
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool ListsAnyTag(const std::vector<std::string>& list,
                 const DatabaseImage& image, const RuleRecord& rule) {
  if (list.empty()) return true;
  for (StringId tag : image.u32s.subspan(rule.tags.begin, rule.tags.count)) {
    if (Lists(list, image.String(tag))) return true;
  }
  return false;
}

bool MaskHas(uint32_t mask, uint32_t value) {
  return (mask >> value & 1u) != 0;
}

// Whether the clause speaks of texts that go where this one goes.
bool AdmitsContext(const PolicyClause& clause, const ScanContext& context) {
  if (!MaskHas(clause.directions, static_cast<uint32_t>(context.direction))) {
    return false;
  }
  return clause.destinations.empty() ||
         std::any_of(clause.destinations.begin(), clause.destinations.end(),
                     [&](const std::string& pattern) {
                       return HostMatches(pattern, context.destination);
                     });
}

// Lines that are not blank.
uint32_t CountLines(std::string_view text) {
  uint32_t lines = 0;
  bool blank = true;
  for (char c : text) {
    if (c == '\n') {
      blank = true;
    } else if (blank && c != ' ' && c != '\t' && c != '\r') {
      blank = false;
      ++lines;
    }
  }
  return lines;
}

// What clauses ask about the text of a finding, found out when one asks.
class FindingText {
 public:
  FindingText(std::string_view text, Span span, const Policy& policy)
      : text_(text), span_(span), policy_(policy) {}

  uint32_t lines() {
    if (!lines_) lines_ = CountLines(text_.substr(span_.begin, span_.size()));
    return *lines_;
  }
  CodeOrigin origin() {
    if (!origin_) origin_ = FindOrigin(text_, span_, policy_.own_code);
    return *origin_;
  }
  // Whether the finding is at least so many percent of the text.
  bool HasShare(uint32_t percent) const {
    return uint64_t{span_.size()} * 100 >= uint64_t{percent} * text_.size();
  }

 private:
  std::string_view text_;
  Span span_;
  const Policy& policy_;
  std::optional<uint32_t> lines_;
  std::optional<CodeOrigin> origin_;
};

// These conditions speak of source code: a clause that has one admits nothing
// else.
bool AdmitsText(const PolicyClause& clause, const RuleRecord& rule,
                FindingText& text) {
  const bool asks =
      clause.origins != ~0u || clause.min_lines > 0 || clause.min_share > 0;
  if (!asks) return true;
  if (static_cast<Category>(rule.category) != Category::kCode) return false;
  if (!text.HasShare(clause.min_share)) return false;
  if (clause.min_lines > 1 && text.lines() < clause.min_lines) return false;
  return clause.origins == ~0u ||
         MaskHas(clause.origins, static_cast<uint32_t>(text.origin()));
}

bool AdmitsFinding(const PolicyClause& clause, const DatabaseImage& image,
                   const Finding& finding, FindingText& text) {
  const RuleRecord& rule = image.rules[finding.rule];
  return MaskHas(clause.categories, rule.category) &&
         MaskHas(clause.severities, rule.severity) &&
         MaskHas(clause.confidences,
                 static_cast<uint32_t>(finding.confidence)) &&
         MaskHas(clause.test_values, finding.test_value) &&
         Lists(clause.families, image.String(rule.family)) &&
         Lists(clause.rules, image.String(rule.id)) &&
         Lists(clause.countries, image.String(rule.country)) &&
         Lists(clause.languages, LanguageName(finding.language)) &&
         ListsAnyTag(clause.tags, image, rule) &&
         AdmitsText(clause, rule, text);
}

}  // namespace

void Decide(const DatabaseImage& image, std::string_view text,
            const Policy& policy, const ScanContext& context,
            Verdict& verdict) {
  std::vector<const PolicyClause*> clauses;
  for (const PolicyClause& clause : policy.clauses) {
    if (AdmitsContext(clause, context)) clauses.push_back(&clause);
  }
  verdict.action = verdict.complete() ? Action::kAllow : policy.incomplete;
  for (Finding& finding : verdict.findings) {
    FindingText inside(text, finding.span, policy);
    const auto first = std::find_if(
        clauses.begin(), clauses.end(), [&](const PolicyClause* clause) {
          return AdmitsFinding(*clause, image, finding, inside);
        });
    finding.action = first == clauses.end() ? Action::kAllow : (*first)->action;
    if (finding.test_value != 0) {
      finding.action = std::min(finding.action, policy.test_value_cap);
    }
    verdict.action = std::max(verdict.action, finding.action);
  }
}

}  // namespace sluice
