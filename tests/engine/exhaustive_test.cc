// Small worlds, looked at completely, against references that are written the
// plain way and share no code with what they judge.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "image_builder.h"
#include "scanner/stages.h"
#include "scanner/utf16.h"
#include "scanner/utf8.h"
#include "sluice/validator.h"

namespace sluice {
namespace {

// Every text of `length` characters over `alphabet`.
template <typename Visit>
void EachText(std::string_view alphabet, size_t length, Visit visit) {
  std::vector<size_t> digits(length, 0);
  std::string text(length, alphabet[0]);
  for (;;) {
    visit(text);
    size_t i = 0;
    while (i < length && ++digits[i] == alphabet.size()) {
      digits[i] = 0;
      text[i++] = alphabet[0];
    }
    if (i == length) return;
    text[i] = alphabet[digits[i]];
  }
}

std::string Encode(uint32_t rune) {
  const auto byte = [](uint32_t value) { return static_cast<char>(value); };
  if (rune < 0x80) return {byte(rune)};
  if (rune < 0x800) {
    return {byte(0xC0 + rune / 64), byte(0x80 + rune % 64)};
  }
  if (rune < 0x10000) {
    return {byte(0xE0 + rune / 4096), byte(0x80 + rune / 64 % 64),
            byte(0x80 + rune % 64)};
  }
  return {byte(0xF0 + rune / 262144), byte(0x80 + rune / 4096 % 64),
          byte(0x80 + rune / 64 % 64), byte(0x80 + rune % 64)};
}

TEST_CASE("every code point decodes to itself and counts as UTF-16 counts it") {
  size_t wrong = 0;
  for (uint32_t rune = 0; rune <= 0x10FFFF; ++rune) {
    const std::string text = Encode(rune) + "x";
    uint32_t length = 0;
    const uint32_t decoded = DecodeUtf8(text, 0, length);
    if (rune >= 0xD800 && rune <= 0xDFFF) {
      wrong += decoded != kInvalidRune || length != 1;
      continue;
    }
    wrong += decoded != rune || length != text.size() - 1;
    wrong += PreviousBoundary(text, length) != 0;
    Utf16Mapper mapper(text);
    wrong += mapper.Map(length) != (rune >= 0x10000 ? 2u : 1u);
  }
  CHECK(wrong == 0);
}

// RFC 3629, table by table.
bool IsWellFormed(std::string_view bytes) {
  const auto in = [&](size_t i, int low, int high) {
    return i < bytes.size() && static_cast<uint8_t>(bytes[i]) >= low &&
           static_cast<uint8_t>(bytes[i]) <= high;
  };
  const auto tail = [&](size_t i) { return in(i, 0x80, 0xBF); };
  switch (bytes.size()) {
    case 1:
      return in(0, 0, 0x7F);
    case 2:
      return in(0, 0xC2, 0xDF) && tail(1);
    case 3:
      return ((in(0, 0xE0, 0xE0) && in(1, 0xA0, 0xBF)) ||
              (in(0, 0xE1, 0xEC) && tail(1)) ||
              (in(0, 0xED, 0xED) && in(1, 0x80, 0x9F)) ||
              (in(0, 0xEE, 0xEF) && tail(1))) &&
             tail(2);
    case 4:
      return ((in(0, 0xF0, 0xF0) && in(1, 0x90, 0xBF)) ||
              (in(0, 0xF1, 0xF3) && tail(1)) ||
              (in(0, 0xF4, 0xF4) && in(1, 0x80, 0x8F))) &&
             tail(2) && tail(3);
    default:
      return false;
  }
}

TEST_CASE("bytes decode exactly where they are well formed") {
  // One of each kind of byte that any rule of UTF-8 tells apart.
  const std::string alphabet =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF"
      "\xF0\xF1\xF3\xF4\xF5\xFF";
  size_t wrong = 0;
  EachText(alphabet, 4, [&](const std::string& text) {
    uint32_t length = 0;
    const uint32_t rune = DecodeUtf8(text, 0, length);
    size_t expected = 0;
    for (size_t size = 1; size <= 4; ++size) {
      if (IsWellFormed(text.substr(0, size))) expected = size;
    }
    const bool valid = rune != kInvalidRune;
    wrong += valid != (expected > 0) || length != std::max<size_t>(expected, 1);
  });
  CHECK(wrong == 0);
}

// The elfproef as the tax office words it.
bool PassesElfproef(uint32_t number) {
  if (number == 0) return false;
  int digits[9];
  for (int i = 8; i >= 0; --i, number /= 10) {
    digits[i] = static_cast<int>(number % 10);
  }
  int sum = -digits[8];
  for (int i = 0; i < 8; ++i) sum += (9 - i) * digits[i];
  return sum % 11 == 0;
}

std::string NineDigits(uint32_t number) {
  std::string digits = std::to_string(number);
  return std::string(9 - digits.size(), '0') + digits;
}

size_t CountWrongBsn(uint32_t begin, uint32_t end, uint32_t step) {
  size_t wrong = 0;
  for (uint64_t n = begin; n < end; n += step) {
    const auto number = static_cast<uint32_t>(n);
    const bool holds = Validate(ValidatorId::kNlBsn, NineDigits(number), 0);
    wrong += holds != PassesElfproef(number);
  }
  return wrong;
}

TEST_CASE("citizen service numbers pass exactly when the elfproef does") {
  CHECK(CountWrongBsn(0, 1'000'000'000, 997) == 0);  // a million, spread out
  CHECK(CountWrongBsn(111'222'000, 111'223'000, 1) == 0);
}

// All of them take minutes: SLUICE_EXHAUSTIVE=1 engine_tests -tc="*thousand*"
TEST_CASE("all thousand million citizen service numbers" *
          doctest::skip(std::getenv("SLUICE_EXHAUSTIVE") == nullptr)) {
  CHECK(CountWrongBsn(0, 1'000'000'000, 1) == 0);
}

bool PassesLuhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (size_t i = digits.size(); i-- > 0; twice = !twice) {
    const int digit = digits[i] - '0';
    const int value = twice ? digit * 2 : digit;
    sum += value / 10 + value % 10;
  }
  return sum % 10 == 0;
}

TEST_CASE("the Luhn check agrees with its definition on every short number") {
  size_t wrong = 0;
  for (size_t length = 2; length <= 6; ++length) {
    EachText("0123456789", length, [&](const std::string& digits) {
      wrong += Validate(ValidatorId::kLuhn, digits, 0) != PassesLuhn(digits);
    });
  }
  CHECK(wrong == 0);
}

// ISO 7064 mod 97-10 by long division, letters as two digits.
bool PassesMod97(std::string_view iban) {
  const std::string turned =
      std::string(iban.substr(4)) + std::string(iban.substr(0, 4));
  int rest = 0;
  for (const char c : turned) {
    const int value = c <= '9' ? c - '0' : c - 'A' + 10;
    rest = (rest * (value >= 10 ? 100 : 10) + value) % 97;
  }
  return rest == 1;
}

TEST_CASE("IBANs pass exactly when the remainder is one") {
  std::mt19937 random(20240003);
  size_t wrong = 0, passed = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string account = "NL00ABNA";
    for (int d = 0; d < 10; ++d) {
      account += static_cast<char>('0' + random() % 10);
    }
    for (int check = 0; check < 100; ++check) {
      account[2] = static_cast<char>('0' + check / 10);
      account[3] = static_cast<char>('0' + check % 10);
      // 00, 01 and 99 too, though banks compute 02 to 98.
      const bool expected = PassesMod97(account);
      const bool holds = Validate(ValidatorId::kIban, account, 0);
      wrong += holds != expected;
      passed += holds;
    }
  }
  CHECK(wrong == 0);
  CHECK(passed > 2000);
  CHECK(passed < 2100);
}

// What a rule for three digits, alone or as 1-2 with a hyphen, must find.
bool IsWord(char c) { return c == 'x' || (c >= '0' && c <= '9'); }

struct Expected {
  std::vector<Span> spans;
};

// Number rules by their own words: a cluster is a maximal run of digit groups
// joined by one hyphen; a candidate is some whole groups of it; no letter or
// digit may touch the cluster's end a candidate begins or ends at.
Expected FindByWords(std::string_view text) {
  Expected expected;
  for (uint32_t begin = 0; begin < text.size(); ++begin) {
    for (uint32_t end = begin + 3; end <= text.size() && end <= begin + 4;
         ++end) {
      const std::string_view value = text.substr(begin, end - begin);
      const bool plain =
          value.size() == 3 && value.find_first_not_of("12") == value.npos;
      const bool grouped = value.size() == 4 && value[1] == '-' &&
                           value.find_first_not_of("12-") == value.npos &&
                           value.find('-', 2) == value.npos;
      if (!plain && !grouped) continue;
      if (value[0] == '-' || value.back() == '-') continue;
      if (begin > 0 && IsWord(text[begin - 1])) continue;
      if (end < text.size() && IsWord(text[end])) continue;
      expected.spans.push_back({begin, end});
    }
  }
  return expected;
}

TEST_CASE("number rules find what their words say on every short text") {
  ImageBuilder builder;
  builder.AddNumberRule("three", {3}, kHyphen, {{1, 2}});
  const DatabaseImage image = builder.image();
  size_t wrong = 0, found = 0;
  for (size_t length = 0; length <= 7; ++length) {
    EachText("12-x ", length, [&](const std::string& text) {
      Budget budget{1'000'000, false};
      std::vector<Match> matches;
      MatchNumbers(image, text, budget, matches);
      const std::vector<Span> expected = FindByWords(text).spans;
      found += expected.size();
      if (matches.size() != expected.size()) {
        ++wrong;
        if (wrong <= 5) MESSAGE("differs: \"" << text << "\"");
        return;
      }
      std::sort(matches.begin(), matches.end(),
                [](const Match& a, const Match& b) {
                  return a.whole.begin != b.whole.begin
                             ? a.whole.begin < b.whole.begin
                             : a.whole.end < b.whole.end;
                });
      for (size_t i = 0; i < matches.size(); ++i) {
        wrong += !(matches[i].whole == expected[i]);
      }
    });
  }
  CHECK(wrong == 0);
  CHECK(found > 1000);
}

// The nearest word wins, a negative one drops; words count whole.
int LabelByWords(std::string_view text, uint32_t begin, uint32_t end) {
  const auto is_word = [&](uint32_t at) {
    return text[at] == 'a' || text[at] == 'b' || text[at] == '1';
  };
  int label = 0;
  uint32_t nearest = 1000;
  for (uint32_t at = 0; at < text.size(); ++at) {
    const bool alone = (at == 0 || !is_word(at - 1)) &&
                       (at + 1 >= text.size() || !is_word(at + 1));
    if (!alone || (text[at] != 'a' && text[at] != 'b')) continue;
    const uint32_t distance = at < begin ? begin - at - 1 : at - end + 16;
    if (distance > nearest || (distance == nearest && label > 0)) continue;
    nearest = distance;
    label = text[at] == 'a' ? 1 : -1;
  }
  return label;
}

TEST_CASE("the nearest label decides on every short text") {
  ImageBuilder builder;
  RuleRecord& rule = builder.AddRule("r", RuleKind::kNumber);
  builder.SetContext(rule, ContextMode::kRequired, {"a"}, {"b"});
  const RuleRecord record = rule;
  const DatabaseImage image = builder.image();
  size_t wrong = 0, labels = 0;
  EachText("ab ;", 6, [&](const std::string& around) {
    for (uint32_t split = 0; split <= 6; split += 3) {
      const std::string text =
          around.substr(0, split) + " 1 " + around.substr(split);
      Budget budget{1'000'000, false};
      const ContextLabel label =
          FindContext(image, record, text, {split + 1, split + 2}, budget);
      const int seen = label.word == kNoString ? 0 : (label.negative ? -1 : 1);
      wrong += seen != LabelByWords(text, split + 1, split + 2);
      labels += seen != 0;
    }
  });
  CHECK(wrong == 0);
  CHECK(labels > 1000);
}

}  // namespace
}  // namespace sluice
