#include "sluice/redact.h"

#include <algorithm>

namespace sluice {
namespace {

// A stretch to replace and the name it goes by.
struct Stretch {
  Span span;
  std::string_view name;
};

// Unions of overlapping spans. Findings come ordered by begin, longer first,
// lower rule first: the first of a union names it.
std::vector<Stretch> UniteSpans(const Database& database,
                                const Verdict& verdict, Action minimum) {
  std::vector<Stretch> stretches;
  for (const Finding& finding : verdict.findings) {
    if (finding.action < minimum || finding.span.size() == 0) continue;
    if (!stretches.empty() && finding.span.begin < stretches.back().span.end) {
      uint32_t& end = stretches.back().span.end;
      end = std::max(end, finding.span.end);
    } else {
      stretches.push_back(
          {finding.span, database.rule(finding.rule).placeholder});
    }
  }
  return stretches;
}

bool IsNameByte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Everything in `text` that looks like a placeholder, sorted; without the
// backslashes that Markdown puts before its signs.
std::vector<std::string> FindPlaceholders(std::string_view text) {
  std::vector<std::string> found;
  for (size_t begin = text.find('['); begin != text.npos;) {
    std::string placeholder = "[";
    size_t end = begin + 1;
    for (; end < text.size() && (IsNameByte(text[end]) || text[end] == '\\');
         ++end) {
      if (text[end] != '\\') placeholder += text[end];
    }
    if (end < text.size() && text[end] == ']' && placeholder.size() > 1) {
      found.push_back(placeholder + ']');
    }
    begin = text.find('[', end);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string MakePlaceholder(std::string_view name, uint32_t number) {
  std::string placeholder = "[";
  placeholder += name;
  placeholder += '_';
  placeholder += std::to_string(number);
  placeholder += ']';
  return placeholder;
}

// Hands out placeholders: the same one for the same name and value.
class Numbering {
 public:
  Numbering(std::string_view text, Redaction& redaction)
      : reserved_(FindPlaceholders(text)), redaction_(redaction) {}

  const std::string& Placeholder(std::string_view name,
                                 std::string_view value) {
    for (size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name && redaction_.values[i] == value) {
        return redaction_.placeholders[i];
      }
    }
    names_.push_back(name);
    redaction_.values.emplace_back(value);
    redaction_.placeholders.push_back(NextFree(name));
    return redaction_.placeholders.back();
  }

 private:
  std::string NextFree(std::string_view name) {
    std::string placeholder;
    do {
      placeholder = MakePlaceholder(name, ++LastNumber(name));
    } while (
        std::binary_search(reserved_.begin(), reserved_.end(), placeholder));
    return placeholder;
  }

  uint32_t& LastNumber(std::string_view name) {
    for (Counter& counter : counters_) {
      if (counter.name == name) return counter.last;
    }
    counters_.push_back({name, 0});
    return counters_.back().last;
  }

  struct Counter {
    std::string_view name;
    uint32_t last;
  };

  std::vector<std::string> reserved_;
  Redaction& redaction_;
  std::vector<std::string_view> names_;  // parallel to redaction_.values
  std::vector<Counter> counters_;
};

}  // namespace

Redaction Redact(std::string_view text, const Database& database,
                 const Verdict& verdict, Action minimum) {
  Redaction redaction;
  Numbering numbering(text, redaction);
  size_t done = 0;
  for (const Stretch& stretch : UniteSpans(database, verdict, minimum)) {
    const Span span = stretch.span;
    redaction.text.append(text.substr(done, span.begin - done));
    redaction.text += numbering.Placeholder(
        stretch.name, text.substr(span.begin, span.size()));
    done = span.end;
  }
  redaction.text.append(text.substr(done));
  return redaction;
}

}  // namespace sluice
