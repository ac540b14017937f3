// Policy -> action per finding and for the text.
#include <algorithm>

#include "scanner/stages.h"
#include "sluice/language.h"

namespace sluice {
namespace {

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool EqualHosts(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
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

bool AdmitsFinding(const PolicyClause& clause, const DatabaseImage& image,
                   const Finding& finding) {
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
         ListsAnyTag(clause.tags, image, rule);
}

}  // namespace

void Decide(const DatabaseImage& image, const Policy& policy,
            const ScanContext& context, Verdict& verdict) {
  std::vector<const PolicyClause*> clauses;
  for (const PolicyClause& clause : policy.clauses) {
    if (AdmitsContext(clause, context)) clauses.push_back(&clause);
  }
  verdict.action = verdict.complete() ? Action::kAllow : policy.incomplete;
  for (Finding& finding : verdict.findings) {
    const auto first = std::find_if(
        clauses.begin(), clauses.end(), [&](const PolicyClause* clause) {
          return AdmitsFinding(*clause, image, finding);
        });
    finding.action = first == clauses.end() ? Action::kAllow : (*first)->action;
    if (finding.test_value != 0) {
      finding.action = std::min(finding.action, policy.test_value_cap);
    }
    verdict.action = std::max(verdict.action, finding.action);
  }
}

}  // namespace sluice
