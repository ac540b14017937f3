#include "scanner/tables.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "default_rules.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

Budget Plenty() { return {1'000'000'000, false}; }

std::string_view Cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The header above `value`, "-" when it is in no table.
std::string HeaderOf(std::string_view text, std::string_view value) {
  Tables tables(text);
  Budget budget = Plenty();
  const auto at = static_cast<uint32_t>(text.find(value));
  const auto cell = tables.CellAt(at, budget);
  return cell ? std::string(Cut(text, cell->header)) : "-";
}

TEST_CASE("a header stands above every cell of its column") {
  CHECK(HeaderOf("naam,bsn,plaats\nJan,123,Delft\n", "123") == "bsn");
  CHECK(HeaderOf("naam;bsn\nJan;1\nPiet;456\n", "456") == "bsn");
  CHECK(HeaderOf("naam\tbsn\nJan\t456", "456") == "bsn");
  CHECK(HeaderOf("| naam | bsn |\n|---|---|\n| Jan | 456 |\n", "456") ==
        " bsn ");
  CHECK(HeaderOf("naam,plaats,bsn\n\"Jansen, Jan\",Delft,456\n", "456") ==
        "bsn");
  CHECK(HeaderOf("bsn\n123456\n234567\n345678\n", "345678") == "bsn");
}

TEST_CASE("what only looks like a table is none") {
  CHECK(HeaderOf("Beste Jan, dank\nje betaalde 123", "123") == "-");
  CHECK(HeaderOf("kop 2024, jaar\nJan, 456\n", "456") == "-");
  CHECK(HeaderOf("bsn\n123456\n\n234567\n", "234567") == "-");
  CHECK(HeaderOf("naam;bsn\nJan;1\nverder 789", "789") == "-");
  CHECK(HeaderOf("", "") == "-");
}

TEST_CASE("tables in HTML have headers and cells") {
  CHECK(HeaderOf("<table><tr><th>naam</th><th>bsn</th></tr>"
                 "<tr><td>Jan</td><td>456</td></tr></table>",
                 "456") == "bsn");
  CHECK(HeaderOf("<TABLE class=\"x\">\n<TR>\n<TD>naam</TD>\n<TD>bsn</TD>\n"
                 "</TR>\n<TR>\n<TD>Jan\n<TD style=\"a\">456\n</TABLE>",
                 "456") == "bsn");
  CHECK(HeaderOf("<tr><td>a<td>b<tr><td>c<td>456", "456") == "b");
  // A row of values labels nothing, nor does what stands beside it.
  CHECK(HeaderOf("<table><tr><td>bsn<td>12<tr><td>c<td>456", "456").empty());
  CHECK(HeaderOf("<table><tr><th>bsn<td>456</table>", "456").empty());
  CHECK(HeaderOf("<table><tr><th>bsn<tr><td>1<td>456</table>", "456").empty());
}

TEST_CASE("what stands in no cell of HTML is in no table of HTML") {
  CHECK(HeaderOf("<table><tr><th>bsn</tr><tr><td>1</td></tr></table> 456",
                 "456") == "-");
  CHECK(HeaderOf("<table><tr><th>bsn</tr> 456 <tr><td>1</td></table>", "456") ==
        "-");
  CHECK(HeaderOf("<th>bsn</th><td>456</td>", "456") == "-");
  CHECK(HeaderOf("<track>bsn<tdx>456", "456") == "-");
  CHECK(HeaderOf("<td", "t") == "-");
}

TEST_CASE("five values without a header are a table as well") {
  const std::string text = "111111\n222222\n333333\n444444\n555555\n";
  CHECK(HeaderOf(text, "333333").empty());
  CHECK(HeaderOf(text.substr(0, 28), "333333") == "-");
}

TEST_CASE("columns have numbers of their own, in every table") {
  const std::string text = "a,b\n1,2\n\nc,d\n3,4\n5,6\n";
  Tables tables(text);
  Budget budget = Plenty();
  std::vector<uint32_t> columns;
  for (const char value : std::string_view("415263")) {
    const auto cell =
        tables.CellAt(static_cast<uint32_t>(text.find(value)), budget);
    REQUIRE(cell.has_value());
    columns.push_back(cell->column);
  }
  CHECK(columns[0] == columns[4]);
  CHECK(columns[2] == columns[5]);
  CHECK(std::set<uint32_t>(columns.begin(), columns.end()).size() == 4);
}

TEST_CASE("the order of questions changes no answer") {
  const std::string text =
      "kop, tekst\nnaam;bsn;\"a;b\"\nJan;1;x\nPiet;2;y\n\nlos\n\n"
      "a|b\n3|4\n5|6\ncode\n123456\n234567\nslot, en; \"nog;\n"
      "<table><tr><th>a<th>b<tr><td>1\n<td>2</table>, <td>3\n";
  Budget budget = Plenty();
  Tables forward(text), backward(text);
  const auto ask = [&](Tables& tables, uint32_t at) {
    const auto cell = tables.CellAt(at, budget);
    const Span none = {0, 0};
    return std::vector<Span>{cell ? cell->header : none,
                             cell ? cell->cell : none, cell ? cell->row : none};
  };
  std::vector<std::vector<Span>> answers;
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t at = 0; at < size; ++at) answers.push_back(ask(forward, at));
  for (uint32_t at = size; at-- > 0;) {
    Tables alone(text);
    CAPTURE(at);
    CHECK(ask(backward, at) == answers[at]);
    CHECK(ask(alone, at) == answers[at]);
  }
}

TEST_CASE("a text that cannot be paid for is not read") {
  const std::string text = "naam;bsn\nJan;123\n";
  Tables tables(text);
  Budget budget{0, false};
  CHECK_FALSE(tables.CellAt(14, budget).has_value());
  CHECK(budget.exhausted);
}

// Invented numbers that pass the eleven test.
std::string Bsn(uint32_t seed) {
  for (uint32_t number = 100000000 + seed * 7919;; ++number) {
    const std::string digits = std::to_string(number);
    uint32_t sum = 0;
    for (uint32_t i = 0; i < 8; ++i) {
      sum += (9 - i) * static_cast<uint32_t>(digits[i] - '0');
    }
    if (sum % 11 == static_cast<uint32_t>(digits[8] - '0')) return digits;
  }
}

const Database& DefaultDatabase() { return OwnRules().database; }

uint32_t SureBsns(const std::string& text) {
  const Scanner scanner(DefaultDatabase());
  const Verdict verdict = scanner.Scan(text, Policy());
  uint32_t count = 0;
  for (const Finding& finding : verdict.findings) {
    const RuleRecord& rule = DefaultDatabase().image().rules[finding.rule];
    count += DefaultDatabase().image().String(rule.id) == "nl-bsn" &&
             finding.confidence == Confidence::kHigh;
  }
  return count;
}

std::string Rows(std::string text, const std::string& before,
                 const std::string& after, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) text += before + Bsn(i) + after + "\n";
  return text;
}

TEST_CASE("a header reaches the last row, however far down") {
  CHECK(SureBsns(Rows("naam;bsn\n", "Jan;", "", 500)) == 500);
  CHECK(SureBsns(Rows("| naam | BSN |\n|---|---|\n", "| Jan | ", " |", 500)) ==
        500);
  CHECK(SureBsns(Rows("naam;bestelnummer\n", "Jan;", "", 500)) == 0);
}

TEST_CASE("a header of HTML reaches the last row, on one line or many") {
  const std::string head = "<table><tr><th>naam</th><th>BSN</th></tr>";
  CHECK(SureBsns(Rows(head, "<tr><td>Jan</td><td>", "</td></tr>", 300)) == 300);
  CHECK(SureBsns(Rows(head, "<tr>\n<td>Jan</td>\n<td>", "</td></tr>", 300)) ==
        300);
  const std::string orders = "<table><tr><th>naam</th><th>order</th></tr>";
  CHECK(SureBsns(Rows(orders, "<tr><td>Jan</td><td>", "</td></tr>", 300)) == 0);
}

TEST_CASE("a column that passes the eleven test throughout is one of BSNs") {
  CHECK(SureBsns(Rows("<table>", "<tr><td>", "</td></tr>", 40)) == 40);
  CHECK(SureBsns(Rows("", "", "", 40)) == 40);
  CHECK(SureBsns(Rows("", "", "", 4)) == 0);
  // Every other number fails: what passes does so by chance.
  std::string mixed;
  for (uint32_t i = 0; i < 20; ++i) {
    mixed += Bsn(i) + "\n" + std::to_string(std::stoul(Bsn(i)) + 1) + "\n";
  }
  CHECK(SureBsns(mixed) == 0);
  // One number over and over is no list.
  std::string same;
  for (uint32_t i = 0; i < 20; ++i) same += Bsn(1) + "\n";
  CHECK(SureBsns(same) == 0);
}

}  // namespace
}  // namespace sluice
