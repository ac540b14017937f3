#include "compiler/json_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace sluice {
namespace {

JsonDocument Document(std::string_view json) {
  auto read = ReadJson("f.json", json);
  REQUIRE(std::holds_alternative<JsonDocument>(read));
  return std::get<JsonDocument>(std::move(read));
}

Error ErrorOf(std::string_view json) {
  auto read = ReadJson("f.json", json);
  REQUIRE(std::holds_alternative<Error>(read));
  return std::get<Error>(read);
}

std::string Repeat(std::string_view text, size_t count) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

std::string ArrayOf(std::string_view element, size_t count) {
  return "[" + Repeat(std::string(element) + ",", count - 1) +
         std::string(element) + "]";
}

TEST_CASE("values know their place") {
  const JsonDocument document = Document(
      "{\"a\": [1,2.5,\n {\"x/y~\":true}],\n\t\"b\":\"h\xC3\xA9\" , \"c\" :\n"
      "null}");
  const JsonValue a = *document.root().Find("a");
  CHECK(a.line() == 1);
  CHECK(a.column() == 7);
  CHECK(a.Pointer() == "/a");
  REQUIRE(a.size() == 3);
  CHECK(a.children()[1].number() == 2.5);
  CHECK(a.children()[1].column() == 10);
  const JsonValue object = a.children()[2];
  CHECK(object.line() == 2);
  CHECK(object.column() == 2);
  const JsonValue flag = object.children()[0];
  CHECK(flag.boolean());
  CHECK(flag.Pointer() == "/a/2/x~1y~0");
  CHECK(flag.column() == 10);
  const JsonValue b = *document.root().Find("b");
  CHECK(b.text() == "h\xC3\xA9");
  CHECK(b.line() == 3);
  CHECK(b.column() == 6);
  const JsonValue c = *document.root().Find("c");
  CHECK(c.type() == JsonType::kNull);
  CHECK(c.line() == 4);
  CHECK(c.column() == 1);
  CHECK_FALSE(document.root().Find("d").has_value());
}

TEST_CASE("a byte order mark is no part of the document") {
  CHECK(Document("\xEF\xBB\xBF[1]").root().size() == 1);
}

TEST_CASE("empty containers and numbers beside brackets keep places right") {
  const JsonDocument document = Document("[[],{},[1],[2]]");
  const auto children = document.root().children();
  REQUIRE(children.size() == 4);
  CHECK(children[1].column() == 5);
  CHECK(children[2].column() == 8);
  CHECK(children[2].children()[0].column() == 9);
  CHECK(children[3].column() == 12);
}

TEST_CASE("what is no JSON is refused with its place") {
  struct Row {
    const char* json;
    uint32_t line, column;
  };
  const Row rows[] = {
      {"", 1, 1},
      {"{", 1, 2},
      {"[1,\n2,]", 2, 3},
      {"{\"a\" 1}", 1, 6},
      {"[\n\"a\nb\"]", 2, 3},
      {"[1] x", 1, 5},
      {"['a']", 1, 2},
      {"[01]", 1, 3},
      {"[\"\\ud800\"]", 1, 9},
      {"[NaN]", 1, 2},
      {"// c\n[]", 1, 1},
      {"[\"\xFF\"]", 1, 3},
      {"[1e999]", 1, 6},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Error error = ErrorOf(row.json);
    CHECK(error.code == ErrorCode::kInvalidJson);
    CHECK(error.line == row.line);
    CHECK(error.column == row.column);
  }
}

TEST_CASE("a field given twice is an error at the second") {
  const Error error = ErrorOf("{\"a\": {\n\"b\":1, \"b\":2}}");
  CHECK(error.where == "f.json#/a");
  CHECK(error.line == 2);
  CHECK(error.column == 8);
  CHECK(Document("[{\"a\":1},{\"a\":1}]").root().size() == 2);
}

TEST_CASE("limits hold exactly") {
  CHECK(Document(Repeat("[", 16) + Repeat("]", 16)).root().size() == 1);
  CHECK(ErrorOf(Repeat("[", 17) + Repeat("]", 17)).column == 17);
  CHECK(ErrorOf(Repeat("[", 1'000'000)).column == 17);
  CHECK(ErrorOf(Repeat("{\"a\":", 200'000)).column == 81);

  CHECK(Document("[\"" + std::string(65'536, 'a') + "\"]").root().size() == 1);
  CHECK(ErrorOf("[\"" + std::string(65'537, 'a') + "\"]").column == 2);
  CHECK(ErrorOf("{\"" + std::string(257, 'a') + "\":1}").column == 2);

  CHECK(Document(ArrayOf("1", 10'000)).root().size() == 10'000);
  CHECK(ErrorOf(ArrayOf("1", 10'001)).column == 20'002);
  CHECK(ErrorOf(ArrayOf(ArrayOf("1", 10'000), 21)).message ==
        "The file has more than 200,000 values.");

  const Error large = ErrorOf("[" + std::string(kMaxJsonBytes, ' ') + "]");
  CHECK(large.code == ErrorCode::kLimitExceeded);
}

TEST_CASE("integers are whole numbers in a range") {
  const JsonDocument document = Document("[3, 3.0, 3.5, -1, 1e300, \"3\", 9]");
  const bool expected[] = {true, true, false, false, false, false, false};
  for (uint32_t i = 0; i < 7; ++i) {
    CAPTURE(i);
    CHECK(IsIntegerIn(document.root().children()[i], 0, 8) == expected[i]);
  }
}

}  // namespace
}  // namespace sluice
