// Texts made to be dear: each family grows to any size.
#ifndef TESTS_ENGINE_ADVERSARIAL_TEXTS_H_
#define TESTS_ENGINE_ADVERSARIAL_TEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

// A small generator with the same numbers on every platform.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}

  // A number below `bound`.
  uint32_t Roll(uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % bound);
  }

 private:
  uint64_t state_;
};

// One family: `unit` over and over, or a random mix of `pieces`.
struct AdversarialFamily {
  std::string name;
  std::vector<std::string> pieces;
  bool shuffled = false;
  std::string head;  // once, at the begin

  std::string Text(size_t size) const {
    std::string text = head;
    Dice dice(size);
    const auto count = static_cast<uint32_t>(pieces.size());
    for (uint32_t i = 0; text.size() < size; ++i) {
      text += pieces[shuffled ? dice.Roll(count) : i % count];
    }
    text.resize(size);
    return text;
  }
};

// Every character of `characters` as a piece.
inline std::vector<std::string> Letters(std::string_view characters) {
  std::vector<std::string> letters;
  for (const char c : characters) letters.emplace_back(1, c);
  return letters;
}

inline std::vector<std::string> AllBytes() {
  std::vector<std::string> bytes;
  for (int c = 0; c < 256; ++c) bytes.emplace_back(1, static_cast<char>(c));
  return bytes;
}

inline std::vector<std::string> SoupWords() {
  return {"password",    "passwd ",
          "secret=",     "token:",
          "api_key=\"",  "apikey ",
          "bearer ",     "AKIA",
          "ASIA",        "ghp_",
          "github_pat_", "glpat-",
          "xoxb-",       "xoxp-1",
          "sk-",         "sk-ant-",
          "sk_live_",    "AIza",
          "ya29.",       "eyJ",
          "hf_",         "npm_",
          "pypi-",       "SG.",
          "EAAC",        "-----BEGIN ",
          "PRIVATE KEY", "-----END",
          "https://",    "postgres://",
          "user:pw@",    "Account",
          "Key=",        "iban ",
          "NL91",        "DE89",
          "bsn ",        "cvv ",
          "passport ",   "geboren ",
          "born on ",    "@example",
          ".com",        "confidential",
          "strictly ",   "internal use only",
          "wachtwoord=", "kennwort: ",
          "straat 12",   "192.168.",
          "::1",         "+316",
          "06-",         "0x"};
}

inline std::vector<AdversarialFamily> PrintableFamilies() {
  const std::string base64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return {
      {"keyword soup", SoupWords(), true, ""},
      {"keyword line", {"password = ", "secret: ", "token=\"", "'"}, false, ""},
      {"base64 line", Letters(base64), true, ""},
      {"base64url line", Letters("abcdefXYZ0123456789-_."), true, ""},
      {"hex line", Letters("0123456789abcdef"), true, ""},
      {"hex with colons", {"3f:", "a0:", "9c:"}, true, ""},
      {"digits", Letters("0123456789"), true, ""},
      {"digit groups", {"4111 ", "123 ", "9-", "55.", "2026/"}, true, ""},
      {"single digits", {"1 ", "2 ", "3 ", "4 ", "7 "}, true, ""},
      {"decimals", {"0.12 ", "1.234,56 ", "-3.5e7,"}, true, ""},
      {"one digit", {"1"}, false, ""},
      {"zeros", {"0"}, false, ""},
      {"@a", {"@a"}, false, ""},
      {"a@", {"a@a."}, false, ""},
      {"a", {"a"}, false, ""},
      {"a then @", {"a"}, false, "@"},
      {"eyJ", {"eyJ"}, false, ""},
      {"eyJ dotted", {"eyJa."}, false, ""},
      {"BEGIN", {"-----BEGIN"}, false, ""},
      {"BEGIN lines", {"-----BEGIN RSA PRIVATE KEY-----\n"}, false, ""},
      {"dashes", {"-"}, false, ""},
      {"double quotes", {"\""}, false, ""},
      {"nested quotes", {"\"'", "`\"", "(\"", "['"}, true, ""},
      {"brackets", {"((((", "{{", "[["}, true, ""},
      {"comment begins", {"/* ", "<!-- ", "\"\"\""}, true, ""},
      {"backslashes", {"\\"}, false, ""},
      {"percent", {"%4", "%", "%25"}, true, ""},
      {"ampersands", {"&#", "&#x4", "&amp"}, true, ""},
      {"escapes", {"\\u00", "\\x4", "\\u0041", "\\n"}, true, ""},
      {"equals", {"="}, false, ""},
      {"iban",
       {"NL91ABNA0417164300 ", "DE89 3704 0044 0532 0130 00,"},
       true,
       ""},
      {"iban begins", {"NL91", "DE89", "GB29 "}, true, ""},
      {"mail list", {"anna@acme.test, ", "b.c@d-e.example;"}, true, ""},
      {"colons", {"a:b@", "://"}, true, ""},
      {"urls", {"https://a.b/", "ftp://u:p@h"}, true, ""},
      {"dotted quads", {"10.0.0.1.", "255."}, true, ""},
      {"names", {"Dr. ", "Jan ", "Mevr. ", "van ", "der "}, true, ""},
      {"capitals", {"A"}, false, ""},
      {"words without space", {"the", "quick", "Fox"}, true, ""},
      {"spaces", {" "}, false, ""},
      {"tabs", {"\t"}, false, ""},
      {"newlines", {"\n"}, false, ""},
      {"carriage returns", {"\r\n"}, false, ""},
      {"short lines", {"x\n", "{\n", "}\n", ";\n"}, true, ""},
      {"code lines", {"if (x) {\n", "  return y;\n", "}\n"}, false, ""},
      {"code without newline", {"if(x){return y;}"}, false, ""},
  };
}

inline std::vector<AdversarialFamily> OddByteFamilies() {
  return {
      {"NUL", {std::string(1, '\0')}, false, ""},
      {"0xFF", {"\xFF"}, false, ""},
      {"continuation bytes", {"\x80"}, false, ""},
      {"cut sequences", {"\xE2\x84", "\xF0\x9F", "\xC5"}, true, ""},
      {"random bytes", AllBytes(), true, ""},
      {"long s", {"\xC5\xBF"}, false, ""},
      {"Kelvin", {"\xE2\x84\xAA"}, false, ""},
      {"long s and Kelvin in words",
       {"pa\xC5\xBF\xC5\xBFword=",
        "to\xE2\x84\xAA"
        "en:",
        "\xE2\x84\xAA"},
       true,
       ""},
      {"combining marks", {"\xCC\x81"}, false, "e"},
      {"combined letters", {"e\xCC\x81", "u\xCC\x88"}, true, ""},
      {"zero width", {"\xE2\x80\x8B", "a"}, true, ""},
      {"soft hyphens", {"4\xC2\xAD", "1\xC2\xAD"}, true, ""},
      {"full width", {"\xEF\xBC\x91", "\xEF\xBC\xA1"}, true, ""},
      {"emoji", {"\xF0\x9F\x98\x80"}, false, ""},
      {"Cyrillic and Latin", {"\xD0\xB0", "a", "\xD0\xBE"}, true, ""},
      {"right to left", {"\xE2\x80\xAE", "\xD7\x90"}, true, ""},
  };
}

inline std::vector<AdversarialFamily> AdversarialFamilies() {
  std::vector<AdversarialFamily> all = PrintableFamilies();
  for (AdversarialFamily& family : OddByteFamilies()) {
    all.push_back(std::move(family));
  }
  return all;
}

}  // namespace sluice

#endif  // TESTS_ENGINE_ADVERSARIAL_TEXTS_H_
