#include <iterator>

#include "disguises.h"

namespace sluice {
namespace {

constexpr const char* kTwins[] = {
    // Text in other scripts, and typography.
    "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a "
    "\u0434\u0435\u043b\u0430 \u0432 2024 \u0433\u043e\u0434\u0443?",
    "\u03a7\u03b1\u03af\u03c1\u03b5\u03c4\u03b5, \u03c4\u03b9 "
    "\u03ba\u03ac\u03bd\u03b5\u03b9\u03c2; 12 \u03bc\u03ae\u03bd\u03b5\u03c2",
    "\u6211\u7684\u7535\u8bdd\u662f\u79d8\u5bc6\uff0c\u8bf7\u7a0d"
    "\u5019\u3002\uff11\uff12\uff13",
    "L\u2019\u00e9t\u00e9 \u2013 \u00ab\u00a0tr\u00e8s "
    "chaud\u00a0\u00bb \u2013 dura 12\u00a0semaines.",
    "\u0627\u0644\u0633\u0627\u0639\u0629 \u0661\u0662 "
    "\u0648\u0664\u0665 \u062f\u0642\u064a\u0642\u0629",
    "Pages 12\u201314 and 110\u2013120; see also \u00a7\u00a04\u2011b.",
    "I \u2764\ufe0f this \U0001f468\u200d\U0001f469\u200d\U0001f467 "
    "1\ufe0f\u20e3",
    // Addresses that are none.
    "Meet me at example.com at noon, dot the i and cross the t.",
    "We looked at github.com and at the docs (at length).",
    "The price at market (dot com bubble) fell at once.",
    "He works at Acme. Dot plots are at the end.",
    "array[at] = value (dot product) of a.b",
    "punt 3 van de agenda, zie bijlage at home",
    "user@host: command not found",
    "@media print { a { color: red } }",
    "See figure [a] and table (a) for details.",
    // Numbers.
    "2019, 2020, 2021, 2022",
    "1,234,567,890 units and 12,000,000 others",
    "2024-01-02 10:11:12,123 INFO started in 4512 ms",
    "10.0.0.1\n10.0.0.2\n10.0.0.3\n",
    "1024\n2048\n4096\n8192\n16384\n",
    "order 123456\n789012 shipped",
    "3.14159, 2.71828, 1.41421, 1.73205",
    "x = [12, 34, 56, 78, 90, 11, 22, 33]",
    "SKU 4006381 - 333931 - 2 in stock",
    "lat 52.3702, lon 4.8952",
    "chapter 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9",
    "matrix 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1",
    "0 0 0 0 0\n0 0 0 0 0\n",
    // Encodings of nothing much.
    "integrity=\"sha512-Zm9vYmFyYmF6cXV4cXV1eHh5enp5Zm9vYmFyYmF6cXV4cXV1eA=="
    "\"",
    "commit 3f786850e387550fdab836ed7e6dc881de23001b fixes it",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA",
    "uuid 550e8400-e29b-41d4-a716-446655440000",
    "SGVsbG8sIHdvcmxkISBUaGlzIGlzIGp1c3QgYSB0ZXN0IG9mIGJhc2U2NC4=",
    "https://example.com/q?a=%20b%20c&x=100%25&y=%E2%82%AC",
    "&lt;p&gt;caf&eacute; &amp; bar&nbsp;12&lt;/p&gt;",
    "\\u0048\\u0065\\u006c\\u006c\\u006f",
    "48 65 6c 6c 6f 20 77 6f 72 6c 64 21",
    "de:ad:be:ef:00:11:22:33:44:55",
    "00:1A:2B:3C:4D:5E",
    "0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x20, 0x77, 0x6f",
    "00000000: 4865 6c6c 6f2c 2077 6f72 6c64 210a       Hello, world!.",
    "regex \\d+\\.\\d+ and C:\\new\\table\\x41",
    "=?UTF-8?Q?caf=C3=A9?= at the corner=\n of the street",
    // Code and marks.
    "int __init__ = a_b_c * b ** 2; vector<int> x; // a<b",
    "const s = \"hello \" +\n  \"world, this is version2 of\" + name;",
    "def test_one():\n    return load(\"file_1\")\n# see item42\n# and "
    "item43\n",
    "| id | name |\n| 1001 | Jan |\n| 1002 | Piet |\n",
    "<td>12</td><td>34</td><td>567</td><td>89</td>",
    "- [ ] fix `a`b and **bold**text and ~~old~~new",
    "The file is in version2\nRelease notes follow in CHANGES3.",
    "v1.2.3\nv1.2.4\nABC-1234\nABC-1235\n",
    "\x1b[32mok\x1b[0m 12 passed \x1b[31m3 failed\x1b[0m",
    "JavaScript\nTypeScript\nCoffeeScript9\n",
    "From: support\n> On 12 May you wrote:\n> > version 2\n> > is out\n",
    "AKIA is the prefix of\nACCESSKEYS in uppercase\nLETTERS",
    "  41  let total = 0\n  42  total += 1\n  43  return total\n",
    "+added line 12\n+added line 13\n-removed line 14\n",
};

}  // namespace

std::vector<std::string> BenignTwins() {
  return {std::begin(kTwins), std::end(kTwins)};
}

}  // namespace sluice
