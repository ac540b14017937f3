// Rule packs made to be dear: compiling is bounded or refused with a reason,
// scanning is bounded by the budget and says when it gave up.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "adversarial_texts.h"
#include "sluice/compiler.h"
#include "sluice/database.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

std::string Quote(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

// One rule; its examples are never run here.
std::string Rule(std::string_view id, std::string_view pattern) {
  return R"({"id":)" + Quote(id) + R"(,"title":"T","pattern":)" +
         Quote(pattern) +
         R"(,"severity":"low","confidence":"low","placeholder":"X",)" +
         R"("matches":["⟦x⟧"],"nonMatches":[{"text":"y","because":"b"}]})";
}

std::string Family(std::string_view rules) {
  return R"({"family":"hostile","category":"secret","title":"T","rules":[)" +
         std::string(rules) + "]}";
}

std::variant<Compiled, Errors> Compile(std::string_view json) {
  Compiler compiler;
  compiler.AddFile("hostile.json", json);
  return std::move(compiler).Compile();
}

std::variant<Compiled, Errors> CompilePattern(std::string_view pattern) {
  return Compile(Family(Rule("hostile", pattern)));
}

void CheckRefused(std::string_view json) {
  const auto result = Compile(json);
  const auto* errors = std::get_if<Errors>(&result);
  CHECK(errors != nullptr);
  if (errors == nullptr) return;
  for (const Error& error : *errors) {
    CHECK(error.code != ErrorCode::kOk);
    CHECK(error.message.size() > 10);
    CHECK(error.message.size() < 2000);
  }
}

std::string Times(std::string_view unit, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += unit;
  return text;
}

// What a text costs; the verdict is complete or says why not.
Verdict Scan(const std::vector<uint8_t>& bytes, std::string_view text) {
  const auto database = Database::Load(bytes);
  REQUIRE(database.ok());
  Policy policy;
  policy.incomplete = Action::kBlock;
  const Verdict verdict = Scanner(database.value()).Scan(text, policy);
  // Views may each cost as much as the text, and there are few.
  CHECK(verdict.steps <= 8 * (64 * text.size() + 8'000'000));
  if (!verdict.complete()) CHECK(verdict.action == Action::kBlock);
  return verdict;
}

TEST_CASE("patterns over the limits are refused with a reason") {
  const std::vector<std::string> patterns = {
      "akia x{1001}",
      "akia(x{1000}){1000}",
      "akia((a{100}){10}){10}",
      "akia(?:(?:(?:abc){30}){30}){30}",
      "akia(?:[a-z]b){4000}",
      "akia" + Times("(?:", 1500),
      Times("(?:akia|", 900) + "b" + Times(")", 900),
      "akia" + Times("x?", 5000),
      "[^a]{1,200}",
      "(?:a|b|c|d|[a-z])",
      "a*",
      "akia\\C",
      "akia(?=x)",
      "(a)\\1akia",
      "akia[",
      std::string("akia\xFF"),
  };
  for (const std::string& pattern : patterns) {
    CAPTURE(pattern.substr(0, 40));
    CheckRefused(Family(Rule("hostile", pattern)));
  }
}

TEST_CASE("an alternation of thousands of ways compiles small or is refused") {
  std::string ways = "akia(?:";
  for (int i = 0; i < 20'000; ++i) ways += "w" + std::to_string(i) + "|";
  CheckRefused(Family(Rule("hostile", ways + "x)")));
  std::string few = "akia(?:";
  for (int i = 0; i < 400; ++i) few += "w" + std::to_string(i) + "|";
  const auto result = CompilePattern(few + "x)");
  if (const auto* compiled = std::get_if<Compiled>(&result)) {
    CHECK(Scan(compiled->database, Times("akiaw39", 10'000)).findings.size() >
          1000);
  }
}

TEST_CASE("files over the limits are refused with a reason") {
  CheckRefused(Times("[", 100'000));
  CheckRefused(Times("{\"a\":", 100'000));
  CheckRefused(Times("[", 20) + Times("]", 20));
  CheckRefused("\"" + Times("x", 3u << 20) + "\"");
  CheckRefused("[" + Times("0,", 20'000) + "0]");
  CheckRefused(Family(Rule("hostile", "akia" + Times("x", 100'000))));
  CheckRefused("{\"" + Times("k", 1000) + "\":1}");
  CheckRefused("1e999999");
  CheckRefused("\"\\ud800\"");
  CheckRefused(std::string("\"\0\"", 3));
  std::string rules = Rule("r0", "akia0");
  for (int i = 1; i <= 2000; ++i) {
    rules += "," + Rule("r" + std::to_string(i), "akia0");
  }
  CheckRefused(Family(rules));
}

// Each is exponential, or worse than linear, for a matcher that backtracks
// without memory.
TEST_CASE("catastrophic patterns end within their budget") {
  const std::vector<std::string> patterns = {
      "akia(?:a|aa)+$",
      "akia(?:a*)*b",
      "akia(?:a+)+b",
      "akia(?:(?:a?){20}){20}b",
      "akia(?:a|a)*b",
      "akia(?:a|b|ab)*c",
      "akia(?:.*)(?:.*)(?:.*)b",
      "akia(?:x[^y]*?)*z",
      "akia(?:a[ab]*)*c",
      "akia(?:\\w{0,500}\\s){3}q",
      "akia(?:a|b)*a(?:a|b){20}c",
      "akia(?P<value>(?:a|aa|aaa)*)b",
      "akia(?:a{0,200}){0,9}b",
      "akia(?:(?:a*?)*?)*?b",
  };
  for (const std::string& pattern : patterns) {
    CAPTURE(pattern);
    const auto result = CompilePattern(pattern);
    if (std::holds_alternative<Errors>(result)) continue;
    const auto& bytes = std::get_if<Compiled>(&result)->database;
    Scan(bytes, "akia" + Times("a", 100'000));
    Scan(bytes, "akia" + Times("ab ", 50'000));
    Scan(bytes, Times("akiaax", 20'000));
    Scan(bytes, Times("akia", 20'000) + Times("a", 20'000));
  }
}

TEST_CASE("a text that costs too much is named incomplete, never clean") {
  const auto result = CompilePattern("akia(?:a[ab]*)*c");
  const auto* compiled = std::get_if<Compiled>(&result);
  REQUIRE(compiled != nullptr);
  const Verdict verdict =
      Scan(compiled->database, Times("akia" + Times("ab", 2000), 200));
  CHECK(verdict.incomplete == IncompleteReason::kBudget);
  CHECK(verdict.action == Action::kBlock);
}

TEST_CASE("thousands of rules on one gram stay within the budget") {
  std::string rules;
  for (int i = 0; i < 2000; ++i) {
    if (i > 0) rules += ",";
    rules +=
        Rule("r" + std::to_string(i),
             "[a-z]{0,60}akia[a-z]{0," + std::to_string(i % 900) + "}[!?]?");
  }
  const auto result = Compile(Family(rules));
  const auto* compiled = std::get_if<Compiled>(&result);
  REQUIRE(compiled != nullptr);
  for (const char* unit : {"akia", "akia ", "akiax1", "akiaakiaakiaakia\n"}) {
    CHECK_FALSE(Scan(compiled->database, Times(unit, 30'000)).complete());
  }
  CHECK(Scan(compiled->database, Times("nothing here. ", 10'000)).complete());
}

TEST_CASE("programs at their size limit stay within the budget") {
  const auto result = CompilePattern("akia(?:[a-m][n-z]?){700}q");
  const auto* compiled = std::get_if<Compiled>(&result);
  REQUIRE(compiled != nullptr);
  Scan(compiled->database, Times("akia" + Times("an", 690), 300));
}

}  // namespace
}  // namespace sluice
