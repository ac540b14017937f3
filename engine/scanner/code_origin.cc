#include "scanner/code_origin.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "scanner/bytes.h"

namespace sluice {
namespace {

// How far before a stretch its notice may begin, and how much of the stretch
// is searched for one.
constexpr uint32_t kBefore = 4096;
constexpr uint32_t kHead = 65536;
constexpr size_t kMaxBeforeStamp = 120;  // bytes of its line
constexpr uint32_t kMaxStampWords = 3;

struct Notice {
  std::string_view words;  // in small letters
  CodeOrigin origin;
};
constexpr CodeOrigin kOpen = CodeOrigin::kOpen;
constexpr CodeOrigin kClosed = CodeOrigin::kProprietary;

constexpr std::string_view kSpdx = "spdx-license-identifier:";
constexpr std::string_view kStamp = "confidential";
// Short, because long ones are broken into lines.
constexpr Notice kNotices[] = {
    {kSpdx, kOpen},
    {kStamp, kClosed},
    {"apache license", kOpen},
    {"apache-2.0", kOpen},
    {"permission is hereby granted", kOpen},
    {"permission to use, copy", kOpen},
    {"redistribution and use in", kOpen},
    {"general public license", kOpen},
    {"lesser general public", kOpen},
    {"mozilla public", kOpen},
    {"eclipse public", kOpen},
    {"boost software license", kOpen},
    {"mit license", kOpen},
    {"mit-style", kOpen},
    {"bsd license", kOpen},
    {"bsd-style", kOpen},
    {"isc license", kOpen},
    {"creative commons", kOpen},
    {"public domain", kOpen},
    {"license: mit", kOpen},
    {"license\": \"mit", kOpen},
    {"license\": \"apache", kOpen},
    {"license\": \"bsd", kOpen},
    {"license\": \"isc", kOpen},
    {"license\": \"gpl", kOpen},
    {"license\": \"mpl", kOpen},
    {"license\": \"unlicensed", kClosed},
    {"proprietary and confidential", kClosed},
    {"proprietary & confidential", kClosed},
    {"proprietary information", kClosed},
    {"proprietary software", kClosed},
    {"proprietary source", kClosed},
    {"proprietary code", kClosed},
    {"proprietary to", kClosed},
    {"proprietary algorithm", kClosed},
    {"confidential and proprietary", kClosed},
    {"confidential information", kClosed},
    {"confidential property", kClosed},
    {"company confidential", kClosed},
    {"strictly confidential", kClosed},
    {"company-internal", kClosed},
    {"company internal", kClosed},
    {"trade secret", kClosed},
    {"unauthorized copying", kClosed},
    {"unauthorised copying", kClosed},
    {"unauthorized use", kClosed},
    {"unauthorised use", kClosed},
    {"unauthorized reproduction", kClosed},
    {"unauthorised reproduction", kClosed},
    {"unauthorized disclosure", kClosed},
    {"unauthorised disclosure", kClosed},
    {"internal use only", kClosed},
    {"not for external", kClosed},
    {"not for distribution", kClosed},
    {"do not distribute", kClosed},
    {"vertrouwelijk", kClosed},
    {"niet verspreiden", kClosed},
    {"bedrijfsgeheim", kClosed},
    {"voor intern gebruik", kClosed},
    {"vertraulich", kClosed},
    {"betriebsgeheimnis", kClosed},
    {"geschäftsgeheimnis", kClosed},
    {"internen gebrauch", kClosed},
    {"nicht zur weitergabe", kClosed},
    {"confidentiel", kClosed},
    {"usage interne", kClosed},
    {"secret des affaires", kClosed},
    {"secret industriel", kClosed},
    {"confidencial", kClosed},
    {"uso interno", kClosed},
    {"secreto comercial", kClosed},
    {"secreto industrial", kClosed},
    {"segredo comercial", kClosed},
    {"segredo industrial", kClosed},
    {"riservato", kClosed},
    {"informazioni riservate", kClosed},
    {"strettamente riservat", kClosed},
    {"segreto aziendale", kClosed},
    {"segreto industriale", kClosed},
    {"luottamuksell", kClosed},
    {"salassa pidettäv", kClosed},
    {"sisäiseen käyttöön", kClosed},
    {"liikesalaisuu", kClosed},
    {"företagshemlig", kClosed},
    {"konfidentiell", kClosed},
    {"internt bruk", kClosed},
    {"fortrolig", kClosed},
    {"intern brug", kClosed},
    {"forretningshemmelig", kClosed},
    {"poufne", kClosed},
    {"poufny", kClosed},
    {"poufna", kClosed},
    {"użytku służbowego", kClosed},
    {"użytku wewnętrznego", kClosed},
    {"tajemnica przedsiębiorstwa", kClosed},
    {"uso exclusivamente interno", kClosed},
    {"uso exclusivo interno", kClosed},
};

// The notices by their first two bytes; different ones may share a key.
class NoticeIndex {
 public:
  static constexpr uint8_t kNone = 0xFF;

  constexpr NoticeIndex() {
    for (uint8_t& first : first_) first = kNone;
    for (size_t i = std::size(kNotices); i-- > 0;) {
      const std::string_view words = kNotices[i].words;
      uint8_t& first = first_[Key(Key(0, words[0]), words[1])];
      next_[i] = first;
      first = static_cast<uint8_t>(i);
    }
  }

  // Of the byte before `c`, whose key is `before`, and `c`: the same for both
  // cases of a letter.
  static constexpr uint32_t Key(uint32_t before, char c) {
    return (before << 5 | (static_cast<uint8_t>(c) & 31u)) & 1023u;
  }

  uint8_t First(uint32_t key) const { return first_[key]; }
  uint8_t Next(uint8_t notice) const { return next_[notice]; }

 private:
  uint8_t first_[1024] = {};
  uint8_t next_[std::size(kNotices)] = {};
};
static_assert(std::size(kNotices) < NoticeIndex::kNone);
constexpr NoticeIndex kNoticeIndex;

// What the second byte of a small Latin letter is more than that of its
// capital, by the first: "é" in Latin-1, "ż" in Latin Extended-A as languages
// of Europe have them.
constexpr int StepToCapital(char lead) {
  return lead == '\xC3' ? 32 : lead == '\xC4' || lead == '\xC5' ? 1 : 0;
}

// Whether `text` goes on with `words` from `at`, whatever the case.
bool StandsAt(std::string_view text, size_t at, std::string_view words) {
  if (text.size() - at < words.size()) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    const char c = LowerByte(text[at + i]);
    if (c == words[i]) continue;
    const int step = i == 0 ? 0 : StepToCapital(words[i - 1]);
    if (step == 0 || c + step != words[i]) return false;
  }
  return true;
}

// "SPDX-License-Identifier: MIT" is open, "LicenseRef-Acme" and "NONE" are not.
CodeOrigin OriginOfSpdx(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  for (std::string_view closed :
       {"licenseref-", "unlicensed", "none", "proprietary", "noassertion"}) {
    if (StandsAt(text, at, closed)) return kClosed;
  }
  return kOpen;
}

// A line that says "CONFIDENTIAL" and little more. One line may hold the word
// thousands of times, so each time costs no more than a few words do.
bool IsStamp(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0 && text[begin - 1] != '\n') {
    if (at - begin == kMaxBeforeStamp) return false;
    --begin;
  }
  uint32_t words = 0;
  for (size_t i = begin; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == '(' || text[i] == '=' || text[i] == '"') return false;
    words += IsWordByteOrUtf8(text[i]) &&
             (i == begin || !IsWordByteOrUtf8(text[i - 1]));
    if (words > kMaxStampWords) return false;
  }
  return true;
}

// What the notices that begin like the text at `at` say; `first` of them.
CodeOrigin OriginAt(std::string_view text, size_t at, uint8_t first) {
  for (uint8_t i = first; i != NoticeIndex::kNone; i = kNoticeIndex.Next(i)) {
    const Notice& notice = kNotices[i];
    if (!StandsAt(text, at, notice.words)) continue;
    if (notice.words == kSpdx) return OriginOfSpdx(text, at + kSpdx.size());
    if (notice.words != kStamp || IsStamp(text, at)) return notice.origin;
  }
  return CodeOrigin::kUnknown;
}

// A notice that closes outweighs one that opens: files say on what they build.
CodeOrigin OriginOfNotices(std::string_view text) {
  CodeOrigin found = CodeOrigin::kUnknown;
  uint32_t key = 0;
  for (size_t end = 0; end < text.size(); ++end) {
    key = NoticeIndex::Key(key, text[end]);
    const uint8_t first = kNoticeIndex.First(key);
    if (first == NoticeIndex::kNone || end == 0) continue;
    const size_t at = end - 1;
    if (at > 0 && IsWordByteOrUtf8(text[at - 1])) continue;
    const CodeOrigin origin = OriginAt(text, at, first);
    if (origin == kClosed) return kClosed;
    found = std::max(found, origin);
  }
  return found;
}

// Whether the name that ends at `text[at]` goes on before it.
bool GoesOn(std::string_view text, size_t at) {
  return IsWordByteOrUtf8(text[at]) || text[at] == '.' || text[at] == '-' ||
         text[at] == '@';
}

}  // namespace

bool HoldsScope(std::string_view text, std::string_view scope) {
  bool open_begin = false;
  const bool open_end = !scope.empty() && scope.back() == '*';
  if (open_end) scope.remove_suffix(1);
  const bool below = scope.substr(0, 2) == "*.";
  if (below) scope.remove_prefix(2);
  if (!below && !scope.empty() && scope.front() == '*') {
    open_begin = true;
    scope.remove_prefix(1);
  }
  if (scope.empty() || scope.size() > text.size()) return false;
  std::string wanted(scope);
  for (char& c : wanted) c = LowerByte(c);
  for (size_t at = 0; at + wanted.size() <= text.size(); ++at) {
    if (LowerByte(text[at]) != wanted[0] || !StandsAt(text, at, wanted))
      continue;
    const bool dotted = below && at > 0 && text[at - 1] == '.';
    const size_t end = at + wanted.size();
    if (!open_begin && !dotted && at > 0 && GoesOn(text, at - 1)) continue;
    if (!open_end && end < text.size() && IsWordByteOrUtf8(text[end])) continue;
    return true;
  }
  return false;
}

CodeOrigin FindOrigin(std::string_view text, Span code,
                      const std::vector<std::string>& own_code) {
  const uint32_t begin = code.begin - std::min(code.begin, kBefore);
  const std::string_view whole = text.substr(begin, code.end - begin);
  for (const std::string& scope : own_code) {
    if (HoldsScope(whole, scope)) return CodeOrigin::kOwn;
  }
  return OriginOfNotices(whole.substr(0, code.begin - begin + kHead));
}

}  // namespace sluice
