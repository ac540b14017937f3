#include "compiler/diagnostics.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace sluice {
namespace {

constexpr size_t kQuotedBytes = 60;
constexpr size_t kLongestName = 64;

// Insertions, deletions, substitutions and swaps of neighbours that lead from
// one word to the other (optimal string alignment).
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> now(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return lower;
}

}  // namespace

void Diagnostics::Report(ErrorCode code, JsonValue at, std::string message) {
  if (reported_ == kMaxFileErrors) return;
  if (++reported_ == kMaxFileErrors) {
    message = "too many errors in this file; the rest is not shown";
  }
  Place place = PlaceOf(at);
  errors_.push_back(Error{code, Sentence(std::move(message)),
                          std::move(place.where), place.line, place.column});
}

void Diagnostics::SortByPlace() {
  // The word that there is more stays last.
  const uint32_t sorted =
      reported_ == kMaxFileErrors ? reported_ - 1 : reported_;
  const auto begin = errors_.end() - reported_;
  std::stable_sort(begin, begin + sorted, [](const Error& a, const Error& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
}

Place Diagnostics::PlaceOf(JsonValue value) const {
  return Place{file_ + "#" + value.Pointer(), value.line(), value.column()};
}

std::string Sentence(std::string clause) {
  if (clause.empty()) return clause;
  if (clause[0] >= 'a' && clause[0] <= 'z') {
    clause[0] = static_cast<char>(clause[0] - 'a' + 'A');
  }
  if (clause.back() != '.') clause += '.';
  return clause;
}

std::string Quoted(std::string_view text) {
  size_t size = std::min(text.size(), kQuotedBytes);
  // Never cut a code point in two.
  while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
  std::string quoted = "\"";
  for (const char c : text.substr(0, size)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    quoted += control ? '?' : c;
  }
  if (size < text.size()) quoted += "...";
  return quoted + "\"";
}

std::string DidYouMean(std::string_view word,
                       std::span<const std::string_view> names) {
  if (word.empty() || word.size() > kLongestName) return {};
  const std::string lower = LowerCase(word);
  // A third of the letters may be wrong, but not all of a short word.
  size_t best = std::max<size_t>(1, word.size() / 3) + 1;
  std::string_view closest;
  for (const std::string_view name : names) {
    const size_t distance = EditDistance(lower, LowerCase(name));
    if (distance >= best) continue;
    best = distance;
    closest = name;
  }
  if (closest.empty()) return {};
  return " (did you mean \"" + std::string(closest) + "\"?)";
}

std::string ListOf(std::span<const std::string_view> names) {
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace sluice
