#include "scanner/detectors/source_code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "image_builder.h"
#include "scanner/detectors/code_markup.h"
#include "scanner/language_ids.h"
#include "sluice/language.h"

namespace sluice {
namespace {

std::vector<Match> Detect(std::string_view text, uint32_t min_lines = 3) {
  ImageBuilder builder;
  RuleRecord& rule =
      builder.AddRule("code", RuleKind::kDetector, Category::kCode);
  builder.SetDetector(rule, DetectorId::kSourceCode, min_lines);
  Budget budget{1'000'000, false};
  std::vector<Match> matches;
  RunDetectors(builder.image(), text, budget, matches);
  CHECK_FALSE(budget.exhausted);
  return matches;
}

constexpr std::string_view kPython =
    "def load_prices(path):\n"
    "    with open(path) as handle:\n"
    "        rows = [line.split(',') for line in handle]\n"
    "\n"
    "    return {row[0]: float(row[1]) for row in rows}\n"
    "\n"
    "if __name__ == '__main__':\n"
    "    print(load_prices(sys.argv[1]))";
constexpr std::string_view kJava =
    "public final class Ledger {\n"
    "  private final List<Entry> entries = new ArrayList<>();\n"
    "\n"
    "  public void add(Entry entry) throws LedgerException {\n"
    "    if (entry == null) throw new LedgerException(\"empty\");\n"
    "    entries.add(entry);\n"
    "  }\n"
    "}";
constexpr std::string_view kSql =
    "SELECT c.name, SUM(o.total) AS total\n"
    "FROM customers c\n"
    "JOIN orders o ON o.customer_id = c.id\n"
    "WHERE o.created_at > '2024-01-01'\n"
    "GROUP BY c.name\n"
    "ORDER BY total DESC;";
constexpr std::string_view kShell =
    "#!/bin/bash\n"
    "for f in \"$DIR\"/*.log; do\n"
    "  if [ -s \"$f\" ]; then\n"
    "    gzip -9 \"$f\" && echo \"packed $f\"\n"
    "  fi\n"
    "done";
constexpr std::string_view kGo =
    "func (s *Store) Get(ctx context.Context, id string) (*Item, error) {\n"
    "\titem, err := s.db.Find(ctx, id)\n"
    "\tif err != nil {\n"
    "\t\treturn nil, fmt.Errorf(\"find %s: %w\", id, err)\n"
    "\t}\n"
    "\treturn item, nil\n"
    "}";
constexpr std::string_view kJson =
    "{\n  \"name\": \"ledger\",\n  \"version\": \"1.2.0\",\n"
    "  \"ports\": [8080, 8443],\n  \"debug\": false\n}";

TEST_CASE("code is found whole, and named") {
  const struct {
    std::string_view code;
    std::string_view language;
  } kCases[] = {
      {kPython, "python"}, {kJava, "java"}, {kSql, "sql"},
      {kShell, "shell"},   {kGo, "go"},     {kJson, "json"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.language);
    const auto matches = Detect(c.code);
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].whole == Span{0, static_cast<uint32_t>(c.code.size())});
    CHECK(matches[0].value == matches[0].whole);
    REQUIRE(matches[0].confidence.has_value());
    CHECK(*matches[0].confidence >= Confidence::kMedium);
    CHECK(LanguageName(matches[0].language) == c.language);
  }
}

TEST_CASE("code between prose has the span of its lines") {
  const std::string before =
      "Hello Anna, can you tell me why this function is so slow?\n"
      "It worked fine until last week, and nobody changed it since.\n\n";
  const std::string after =
      "\n\nI would really like to have it done before the end of the week.\n"
      "Thanks a lot for your help, and say hello to everybody from me.\n";
  const std::string code = "  " + std::string(kJava) + "\r\n";
  const auto matches = Detect(before + code + after);
  REQUIRE(matches.size() == 1);
  const Span span = matches[0].whole;
  CHECK((before + code + after).substr(span.begin, span.size()) == kJava);
}

TEST_CASE("fewer lines than the rule asks for are no finding") {
  constexpr std::string_view kTwo = "int a = f(1);\nreturn g(a, b);";
  CHECK(Detect(kTwo, 3).empty());
  CHECK(Detect(kTwo, 2).size() == 1);
}

TEST_CASE("code in a quoted message is code") {
  for (const std::string_view mark : {"> ", ">> ", "> > "}) {
    std::string quoted(mark);
    for (const char c : kPython) {
      quoted += c;
      if (c == '\n') quoted += mark;
    }
    const std::vector<Match> matches = Detect(quoted);
    REQUIRE(matches.size() == 1);
    CHECK(LanguageName(matches[0].language) == "python");
  }
  CHECK(Detect("> Could you look at the invoice again?\n"
               "> The amount seems to be wrong, and the date is too.\n"
               "> Thanks, and see you on Friday.")
            .empty());
}

// The lines of `code`, each with its number: "@" in `form` stands for it.
std::string Numbered(std::string_view code, std::string_view form, int first,
                     int step = 1) {
  const size_t at = form.find('@');
  std::string text;
  for (size_t begin = 0; begin < code.size(); first += step) {
    const size_t end = std::min(code.find('\n', begin), code.size());
    text += form.substr(0, at);
    text += std::to_string(first);
    text += form.substr(at + 1);
    text += code.substr(begin, end - begin);
    text += '\n';
    begin = end + 1;
  }
  text.pop_back();
  return text;
}

TEST_CASE("numbered lines of code are code") {
  for (const std::string_view form :
       {"@  ", "@ ", "@| ", "@ | ", " @: ", "@:", "     @\t", "> @  ",
        "@ \xE2\x94\x82 ", "src/ledger.cc:@:"}) {
    CAPTURE(form);
    for (const std::string_view code : {kPython, kJava, kGo}) {
      const std::string text = Numbered(code, form, 8);
      const std::vector<Match> matches = Detect(text);
      REQUIRE(matches.size() == 1);
      CHECK(matches[0].whole.end == text.size());
      CHECK(matches[0].language == Detect(code)[0].language);
    }
  }
  // `grep` leaves lines out.
  CHECK(Detect(Numbered(kJava, "@:", 12, 7))[0].language == language::kJava);
  CHECK(Detect(Numbered(kJson, "@  ", 1))[0].language == language::kJson);
}

TEST_CASE("numbered lines of other text are none") {
  for (const std::string_view text :
       {"1 egg\n2 cups of milk\n3 spoons of sugar\n4 apples, peeled",
        "1: Introduction\n2: Method, and what it costs\n3: Results\n4: Thanks",
        "12  The meeting was opened at nine by the chair.\n"
        "13  The minutes of last time were read and agreed.\n"
        "14  Ms Jansen asked when the new building will be ready.",
        "1\tAnna\tUtrecht\t12\n2\tBert\tLund\t8\n3\tCarl\tTurku\t19",
        "10:30 breakfast\n11:30 the first talk\n12:30 lunch, in the garden"}) {
    CAPTURE(text);
    CHECK(Detect(text).empty());
  }
}

TEST_CASE("a card of a person is no code, but what follows it may be") {
  const std::string card =
      "BEGIN:VCARD\nVERSION:3.0\nN:Vries;Sanne;de;;\nFN:Sanne de Vries\n"
      "TEL;TYPE=CELL:+31612345678\nADR;TYPE=HOME:;;Kerkstraat 12;Amsterdam;;\n"
      "END:VCARD\n\n";
  CHECK(Detect(card).empty());
  const std::vector<Match> matches = Detect(card + std::string(kJava));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].whole.begin == card.size());
}

TEST_CASE("code that an editor coloured is code") {
  const std::string text =
      "<meta charset='utf-8'><div style=\"color:#ccc\"><div>"
      "<span style=\"color:#569cd6\">def</span> load(path):</div><div>"
      "&nbsp;&nbsp;rows = [r.split(<span>&quot;,&quot;</span>) "
      "<span>for</span> r <span>in</span> open(path)]</div><div>"
      "&nbsp;&nbsp;<span>return</span> {r[0]: int(r[1]) "
      "<span>for</span> r <span>in</span> rows <span>if</span> len(r) &gt; 1}"
      "</div></div>";
  const auto matches = Detect(text);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].whole == Span{0, static_cast<uint32_t>(text.size())});
  CHECK(LanguageName(matches[0].language) == "python");
  CHECK(Detect("<p><span>Hello Anna,</span></p><p>are you there on Monday?"
               "</p><p>There is <b>cake</b> &amp; tea.</p>")
            .empty());
}

TEST_CASE("a diff of code is named one") {
  const auto matches = Detect(
      "diff --git a/store.go b/store.go\n"
      "--- a/store.go\n+++ b/store.go\n@@ -10,4 +10,5 @@ func Get() {\n"
      " \titem := s.find(id)\n-\treturn item\n"
      "+\tif item == nil {\n+\t\treturn errNotFound\n+\t}\n");
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].language == language::kDiff);
}

TEST_CASE("what only looks a little like code is none") {
  for (std::string_view text :
       {// Prose and mail.
        "Dear Ms Jansen,\n\nThank you for your letter of 3 May (ref. "
        "2024/118).\nWe will send you the new contract, if all goes well, "
        "next week.\n\nKind regards,\nP. de Vries",
        // A list.
        "- 500 g bloem\n- 2 eieren\n- 1 snufje zout\n- 3 dl melk\n- boter",
        "1. Open the box.\n2. Check that all parts are there.\n3. Call us if "
        "one is missing.\n4. Keep the box.",
        // A table.
        "name,city,amount\nJansen,Utrecht,12.50\nVirtanen,Turku,8.00\n"
        "Nilsson,Lund,19.99",
        "id\tname\ttotal\n1\tAnna\t12\n2\tBert\t8\n3\tCarl\t19",
        "name;number\nJansen;12 03 99\nPieters;13 04 98",
        "-----BEGIN A KEY-----\n...\n-----END A KEY-----",
        "3851|Lyngby - DK\n3852|New York - US\n3853|Lund (SE)",
        "Area ; Kind       ; Rate      ; Note\nNL   ; COMMERCIAL ; PREMIUM ; "
        "true\nNL   ; EMERGENCY  ; FREE\nFI   ; COMMERCIAL\n"
        "FI   ; EMERGENCY  ; FREE_RATE ; true ; 911",
        // A log.
        "2024-05-03 10:12:01 INFO server started on port 8080\n"
        "2024-05-03 10:12:05 WARN slow query (1200 ms)\n"
        "2024-05-03 10:13:44 ERROR connection reset by peer\n"
        "2024-05-03 10:14:02 INFO server stopped",
        // Law.
        "(a) the Licensee shall keep the Information confidential;\n"
        "(b) the Licensee shall not disclose it to any third party; and\n"
        "(c) this clause survives termination of the Agreement.",
        // A conversation.
        "Anna: are you there?\nBert: yes :)\nAnna: did you see the mail?\n"
        "Bert: not yet, why?\nAnna: read it, please!",
        "", "\n\n\n", "word"}) {
    CAPTURE(text);
    CHECK(Detect(text).empty());
  }
}

TEST_CASE("placeholders of a redaction are words like any other") {
  for (std::string_view text :
       {"[NAME_1] = [BSN_1]\n[NAME_2] = [BSN_2]\n[NAME_3] = [BSN_3]",
        "[CODE_1]\n\n[CODE_2]\n[CODE_3]",
        "[NAME_1], [EMAIL_1]\n[NAME_2], [EMAIL_2]\n[NAME_3], [EMAIL_3]",
        "Please answer [NAME_1] ([EMAIL_2]).\n"
        "[NAME_2] <[EMAIL_1]> wrote on Monday:\n"
        "> call [PHONE_1] or [PHONE_2], ask for [NAME_3]\n"
        "> or mail [EMAIL_3]; the card is [CREDIT_CARD_1]\n[NAME_1]"}) {
    CAPTURE(text);
    CHECK(Detect(text).empty());
  }
  // What is code stays code.
  CHECK(Detect("static int counts[LINES_2];\n"
               "counts[LINES_1] += read(fd, [NAME_1], 10);\n"
               "if (counts[0] > 7) {\n  return -1;\n}")
            .size() == 1);
}

TEST_CASE("code in the midst of long prose keeps its place") {
  std::string prose;
  for (int i = 0; i < 40; ++i) {
    prose += "It was a day like any other, and nobody thought much of it.\n";
  }
  const std::string text = prose + "\n" + std::string(kJava) + "\n\n" + prose +
                           std::string(kPython) + "\n" + prose;
  const auto matches = Detect(text);
  REQUIRE(matches.size() == 2);
  CHECK(text.substr(matches[0].value.begin, matches[0].value.size()) == kJava);
  CHECK(text.substr(matches[1].value.begin, matches[1].value.size()) ==
        kPython);
}

TEST_CASE("a spent budget stops the detector") {
  ImageBuilder builder;
  RuleRecord& rule =
      builder.AddRule("code", RuleKind::kDetector, Category::kCode);
  builder.SetDetector(rule, DetectorId::kSourceCode, 3);
  Budget budget{10, false};
  std::vector<Match> matches;
  RunDetectors(builder.image(), kJava, budget, matches);
  CHECK(budget.exhausted);
  CHECK(matches.empty());
}

TEST_CASE("detectors have names and options") {
  CHECK(FindDetector("source-code") == DetectorId::kSourceCode);
  CHECK_FALSE(FindDetector("source").has_value());
  CHECK(DetectorName(DetectorId::kSourceCode) == "source-code");
  CHECK(DetectorName(static_cast<DetectorId>(99)).empty());
  CHECK(HasDetectorOption(DetectorId::kSourceCode, "minLines"));
  CHECK_FALSE(HasDetectorOption(DetectorId::kSourceCode, "maxLines"));
  CHECK_FALSE(HasDetectorOption(DetectorId::kSourceCode, ""));
}

TEST_CASE("names and numbers of languages lead to each other") {
  for (LanguageId id = 1; id < language::kLanguageEnd; ++id) {
    CHECK(FindLanguage(LanguageName(id)) == id);
  }
  CHECK(LanguageName(0).empty());
  CHECK(LanguageName(language::kLanguageEnd).empty());
  CHECK(FindLanguage("klingon") == 0);
  CHECK(FindLanguage("") == 0);
  CHECK(LanguageName(language::kPython) == "python");
  CHECK(LanguageName(language::kSolidity) == "solidity");
  CHECK(LanguageName(language::kCsv) == "csv");
}

TEST_CASE("a signature below code is no code") {
  const std::string code =
      "def export(rows, path):\n"
      "    with open(path, \"w\", encoding=\"utf-8\") as handle:\n"
      "        for row in rows:\n"
      "            handle.write(\",\".join(str(cell) for cell in row))\n"
      "    return path";
  const auto matches = Detect(code + "\n\nThanks,\nPieter, +31 6 28 17 40 93");
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].value.end == code.size());
}

TEST_CASE("a tag that does not end soon is text") {
  const std::string open = "<a " + std::string(5000, 'x');
  CHECK(WithoutMarkup(open) == open.c_str());
  const std::string closed = open + ">b";
  CHECK(WithoutMarkup(closed) == closed.c_str());
  CHECK(WithoutMarkup("<a title=x>b</a>") == "b");
}

}  // namespace
}  // namespace sluice
