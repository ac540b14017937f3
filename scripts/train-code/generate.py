"""Texts that no package holds, made from small vocabularies by counters: sums,
shopping lists, recipes, tables, addresses of web pages, logs, chats. Always the
same ones."""
import hashlib

from vocabulary import (ACTIONS, FOODS, GOODS, LOG_LINES, NAMES, PHRASES, PLACES, QUESTIONS,
                        STEPS, UNITS, WORDS)


class Dice:
    """A fixed sequence of choices for each key."""

    def __init__(self, key):
        self._key, self._turn = key, 0

    def below(self, bound):
        self._turn += 1
        digest = hashlib.sha256(f"{self._key}:{self._turn}".encode()).digest()
        return int.from_bytes(digest[:6], "big") % bound

    def pick(self, items):
        return items[self.below(len(items))]

    def many(self, items, count):
        return [self.pick(items) for _ in range(count)]


def sums(d):
    a, b, c = d.below(90) + 2, d.below(40) + 2, d.below(9) + 2
    name, thing = d.pick(NAMES), d.pick(GOODS)
    return d.pick([
        f"{name} had {a} {thing} and gave away {b}, so {a} - {b} = {a - b} {thing} were left.",
        f"{name} bought {a} {thing} for ${b} each, which is {a} * {b} = ${a * b}.",
        f"{a} + {b} = {a + b}", f"{a} x {c} = {a * c}", f"{a * c} / {c} = {a}",
        f"{c}x + {b} = {c * a + b}", f"x = {a}", f"= {a}/{b} + {c}/{b} = {a + c}/{b}",
        f"The total is {a}*{c}=<<{a}*{c}={a * c}>>{a * c} {thing}.",
        f"Each of the {c} children gets {a * c}/{c} = {a} {thing}.",
        f"So the answer is {a}.", f"#### {a}", f"f(x) = {c}x^2 - {b}x + {a}",
        f"So in total they have {a} + {b} + {c} = {a + b + c} {thing}.",
        f"{b}% of {a * 100} is {a * b}.", f"{a} : {c} = {a // c} rest {a % c}",
        f"Let x be the number of {thing}. Then {c}x = {a * c}.", f"({a} - {b}) * {c} = {(a - b) * c}",
        f"Step {c}: multiply {a} by {c} to get {a * c}", f"{a}² = {a * a}", f"P(A) = {c}/{a + c}",
        f"First find the number of {thing} in {c} boxes: {c} boxes * {a} {thing}/box = {a * c} {thing}",
    ])


def ingredient(d):
    amount = d.pick(["1", "2", "3", "250", "½", "1/2", "1 1/2", "500", "a few", "100"])
    food, unit = d.pick(FOODS), d.pick(UNITS)
    return d.pick([f"- {amount} {unit} {food}", f"{amount} {unit} {food}", f"* {food} ({amount} {unit})",
                   f"{food}: {amount} {unit}", f"- {food}", f"{amount}{unit} {food}, {d.pick(STEPS)}",
                   f"[ ] {food}", f"{food}\t{amount} {unit}"])


def bullet(d, n):
    text = d.pick(ACTIONS + PHRASES)
    return d.pick([f"- {text}", f"* {text}", f"{n}. {text}", f"{n}) {text}", f"• {text}",
                   f"({chr(97 + n % 26)}) {text}", f"[x] {text}", f"- [ ] {text}", f"→ {text}"])


def table_row(d, separator, columns):
    cells = [str(d.below(100000)), d.pick(NAMES), d.pick(PLACES), f"{d.below(900)}.{d.below(100):02}",
             f"20{d.below(27):02}-{d.below(12) + 1:02}-{d.below(28) + 1:02}", d.pick(GOODS),
             d.pick(["yes", "no", "open", "paid", "n/a", ""]), f"{d.below(100)}%",
             f"{d.pick(NAMES).lower()}@example.org", f"+31 6 {d.below(90000000) + 10000000}"]
    return separator.join(cells[(columns * 3 + i * 7) % 10] for i in range(2 + columns % 5))


def address(d):
    host = d.pick(WORDS) + d.pick([".com", ".org", ".nl", ".io", ".de", ".co.uk"])
    path = "/".join(d.many(WORDS, 1 + d.below(4)))
    tail = d.pick(["", "", "/", ".html", f"?id={d.below(9999)}", f"?q={d.pick(WORDS)}&page={d.below(9)}",
                   f"#{d.pick(WORDS)}", f"/{d.below(9999)}"])
    return d.pick(["https://", "http://", "https://www."]) + host + "/" + path + tail


def log_line(d, form):
    clock = f"{d.below(24):02}:{d.below(60):02}:{d.below(60):02}"
    day = f"2025-{d.below(12) + 1:02}-{d.below(28) + 1:02}"
    message = d.pick(LOG_LINES).format(n=d.below(9000), w=d.pick(WORDS), h=f"10.0.{d.below(9)}.{d.below(250)}")
    level = d.pick(["INFO", "WARN", "ERROR", "DEBUG", "INFO "])
    return [
        f"{day} {clock},{d.below(1000):03} {level} [{d.pick(WORDS)}-{d.below(9)}] {message}",
        f"{day}T{clock}Z {level.lower()} {message}",
        f"Mar {d.below(28) + 1:2} {clock} {d.pick(WORDS)} {d.pick(WORDS)}[{d.below(9999)}]: {message}",
        f"[{clock}] [{level.strip()}] {message}",
        f"10.0.{d.below(9)}.{d.below(250)} - - [12/May/2025:{clock} +0200] \"GET /{d.pick(WORDS)} HTTP/1.1\" 200 {d.below(9999)}",
        f"time=\"{day}T{clock}Z\" level={level.strip().lower()} msg=\"{message}\" {d.pick(WORDS)}={d.below(99)}",
        f"{level.strip()}:{d.pick(WORDS)}.{d.pick(WORDS)}:{message}",
        f"[{d.below(9999)}.{d.below(999999):06}] {d.pick(WORDS)}: {message}",
    ][form]


def output_line(d, form):
    a, b, word, name = d.below(10000), d.below(100), d.pick(WORDS), d.pick(NAMES)
    return [
        f"{a} has {word} {b} and {d.pick(WORDS)} {d.below(9)}",
        f"{word:<12}: {d.pick(['true', 'false', 'yes', str(b)])}",
        f"{a:>6} {b:>4} {d.below(1000):>6}", f"{word} = {a}", f"{word} -> {d.pick(WORDS)}",
        f"  {word:<20} {a:>8}  {b}%", " ".join(str(d.below(500)) for _ in range(8)),
        f"{b}. {word.capitalize()} {d.pick(WORDS)} ({a})", f"{name}: {a} {d.pick(GOODS)}",
        f"[{', '.join(str(d.below(99)) for _ in range(6))}]",
        f"drwxr-xr-x  {d.below(9)} root root {a:>6} Mar {d.below(28) + 1:>2} 10:{d.below(60):02} {word}",
        f"{a}", f"{word.upper():<8}{b % 2}", f"{b:>8} : {a:03}", f"{word} - {d.pick(ACTIONS).lower()}.",
        f"Building {word}... done ({b} s)", f"Iteration {b}: error {d.below(99)}.{a:04}e-0{d.below(9)}",
    ][form]


def results_line(d, form):
    """What small programs print."""
    a, b, c, word, other = d.below(1000), d.below(100), d.below(10), d.pick(WORDS), d.pick(WORDS)
    numbers = [str(d.below(60)) for _ in range(3 + d.below(8))]
    signed = d.pick(["", "-"])
    return [
        f"{signed}{a * 7919 + b}", ", ".join(numbers), f"{a} = {b} * {c} + {a % 7}", f"{signed}{a} {b} {c}",
        f"{word} and {other} are {d.pick(['', 'not '])}anagrams", f"\"{word}\" -> \"{other}\"",
        f"[{' '.join(numbers)}] sum {a}", f"{a}/{b + 1} = {a / (b + 1):.6f}", "*" * (1 + c) + " " * b + "#",
        f"| {a:>5} | {b:>5} | {word:<9} |", f"{b:08b} {a:04x} {c}", f"F({c}) = {a}", f"{word}\t{b}\t{c}",
        f"Is {a} prime? {d.pick(['true', 'false', 'Yes', 'No'])}", f"{a:>10}  {word} {other}",
        f"{d.below(24):02}:{d.below(60):02} {word}", f"{' '.join(d.pick('ABCDEFGHIJ') for _ in range(9))}",
        f"The {word} of {a} and {b} is {c}", f"(1, {b}) (2, {c}) (3, {a})", f"{a:>7}: {' '.join(numbers)}",
        f"{word:>12} {a:>6.2f} s {b:>3}%", f"  {word}: {signed}{b}.{a}", f"{{{', '.join(numbers)}}}",
        f"Move disk {c} from {d.pick('ABC')} to {d.pick('ABC')}", f"{word.upper()}{a}", f"{word} {other}.",
        f"{c} {d.pick(GOODS)}, {d.pick(['take one down', 'left', 'in total'])}", f"{signed}{b}.{a:03}e+{c:02}",
    ][form]


def chat_line(d, form):
    a, phrase = d.pick(NAMES), d.pick(PHRASES + QUESTIONS)
    clock = f"{d.below(24):02}:{d.below(60):02}"
    return [f"{a}: {phrase}", phrase, f"[{clock}] {a}: {phrase}", f"{a} ({clock}): {phrase}",
            f"- {phrase}", f"{clock} - {a}: {phrase}", f"<{a.lower()}> {phrase}",
            d.pick(["User", "Bot", "Agent", "Klant", "Q", "A"]) + ": " + phrase][form]


def version(d):
    return d.pick([f"{d.below(9)}.{d.below(20)}.{d.below(9)}", f"v{d.below(9)}.{d.below(20)}",
                   f"{d.below(9)}.{d.below(20)}.0{d.pick(['a', 'b', 'rc'])}{d.below(9)}"])


def commit_line(d, form):
    word, other, thing = d.pick(WORDS), d.pick(WORDS), d.pick(ACTIONS).lower()
    kind = d.pick(["fix", "feat", "chore", "docs", "refactor", "ci", "test", "style", "build", "perf"])
    plain = [f"{kind}({word}): {thing}", f"{kind}: {thing}", f"{kind}: {thing} (#{d.below(9999)})",
             f"chore: bump version to {version(d)} [skip ci]", f"release {version(d)}",
             f"chore(deps): bump {word}-{other} from {version(d)} to {version(d)}",
             f"Merge pull request #{d.below(9999)} from {other}/{kind}/{word}-{d.pick(WORDS)}",
             f"Merge branch '{word}' into {kind}/{other}", f"{kind}({word}): handle {other}s that are empty, add {word} test"]
    short = f"{d.below(16 ** 7):07x}"
    return [d.pick(plain), f"{short} {d.pick(plain)}", d.pick(plain), f"{word}: {thing} (#{d.below(999)})",
            f"* {thing} ({short})", f"- {d.pick(plain)}",
            f"bump {word} from {version(d)} to {version(d)}"][form]


def commit_body(d, i, n):
    """The first line of a commit, and what stands below."""
    word, other, a = d.pick(WORDS), d.pick(WORDS), d.below(999)
    if n < 2:
        return commit_line(d, i % 7) if n == 0 else ""
    bump = [f"Bumps [{word}]({address(d)}) from {version(d)} to {version(d)}.",
            f"- [Release notes]({address(d)})", f"- [Changelog]({address(d)})", f"- [Commits]({address(d)})", "",
            "---", "updated-dependencies:", f"- dependency-name: {word}", "  dependency-type: direct:production",
            f"  update-type: version-update:semver-{d.pick(['patch', 'minor'])}", "...", "",
            f"Signed-off-by: {other}[bot] <support@example.com>"]
    if i % 3 == 0:
        return bump[n - 2] if n - 2 < len(bump) else ""
    return d.pick([
        d.pick(PHRASES), f"The {word} has changed, and the {other} did not know of it.", "", "",
        f"({word}, {word.capitalize()}.{other} list) --> ({other}, {word.capitalize()}_{other}.t list)",
        f"Use `{word}_{other}` instead of `{word}.{other}`, which is slow.", f"* {word}/{other}.c: {d.pick(ACTIONS)}.",
        f"Co-authored-by: {d.pick(NAMES)} <{word}@example.org>", f"Fixes: {a:06x} (\"{word}: {d.pick(ACTIONS)}\")",
        f"Closes #{a}.", f"test plan: run the {word} tests", f"  - {d.pick(ACTIONS)}", f"make {word}",
        f"Link: {address(d)}", f"Signed-off-by: {d.pick(NAMES)} <{other}@example.com>", f"See #{a} and {word}/{other}#{a + 7}"])


def help_lines(d, n):
    """Pages that explain commands, as people paste them."""
    word = d.pick(WORDS)
    return d.pick([f"- {d.pick(ACTIONS)}:", f"`{word} --{d.pick(WORDS)} {{{{{d.pick(WORDS)}}}}}`", f"# {word}",
                   f"> {d.pick(PHRASES)}", "", f"  -{word[0]}, --{word}  {d.pick(ACTIONS).lower()}",
                   f"> More information: <{address(d)}>.", f"**{n}. {d.pick(ACTIONS)}**",
                   f"  --{word}={d.pick(WORDS).upper()}    {d.pick(ACTIONS).lower()}"])


def ignore_line(d, _):
    return d.pick([d.pick(WORDS), f"*.{d.pick(WORDS)[:3]}", f"/{d.pick(WORDS)}/", f"{d.pick(WORDS)}/*.log"])


def padded_row(d, i, n):
    """Columns of one width, the last ones often empty, as registers have them."""
    separator = (" ; ", " | ", "  ", "; ", "\t", " , ")[i % 6]
    cells = [d.pick(PLACES).upper()[:2], str(d.below(100000)), str(d.below(9)), d.pick(WORDS).upper(),
             d.pick(["", "ON_HOLD", "true", "n/a", d.pick(WORDS)]),
             d.pick(["", "true", f'"{d.below(9)}-{d.pick(NAMES)}"', f"[{d.below(9)}-9]{d.below(99)}"])]
    row = separator.join(cell.ljust(width) for cell, width in zip(cells, (6, 11, 6, 18, 13, 4)))
    heads = separator.join(word.capitalize().ljust(12) for word in d.many(WORDS, 5))
    return (heads if n == 0 and i % 2 else row).rstrip(" ;|,\t")


def subtitle(d, i, n):
    sound = f"[{d.pick(WORDS).upper()} {d.pick(['CREAKS', 'RINGS', 'STOPS', 'CONTINUES'])}]"
    words = d.pick(PHRASES + QUESTIONS)
    clock = f"00:{n:02}:{d.below(60):02},{d.below(999):03} --> 00:{n:02}:59,{d.below(999):03}"
    if i % 2:
        return d.pick([words, words, f"- {words}", sound, f"♪ {words} ♪",
                       f"({d.pick(NAMES).upper()}) {words}", f"{d.pick(NAMES).upper()}: {words}"])
    return [f"{n // 4 + 1}", clock, words, ""][n % 4]


def word_list(d, i, n):
    """Words in a row, as dictionaries and games have them."""
    word = d.pick(WORDS)
    return [word[:3 + n % 4], word + "s", d.pick(NAMES).lower(), f"{word} {d.pick(WORDS)}",
            f"{word[:4]:<5}- {d.pick(NAMES).lower()}", word.upper(),
            f"{word}, {d.pick(WORDS)}s, {d.pick(WORDS)}"][i % 7]


def wiki_line(d, i, n):
    """Pages as their authors write them."""
    word, other, phrase, a = d.pick(WORDS), d.pick(WORDS), d.pick(PHRASES), d.below(999)
    return d.pick([
        f"'''{word.capitalize()}''' is {phrase[0].lower()}{phrase[1:]}", f"== {word.capitalize()} ==",
        f"* [[{word}]], [[{other}|{d.pick(ACTIONS).lower()}]]", f":* ''{word}'' ({a})", f"# {phrase}",
        "{|", "|-", f"| {word} || {a} || {d.pick(PLACES)}", "|}", f"! {word} !! {other}",
        f"{{{{cite web |title={phrase} |year=20{a % 90 + 10}}}}}", f"<ref name=\"{word}\">{phrase}</ref>",
        f"Show the {word} of   '''{a}'''   and   '''{d.below(99)}'''   on this page.",
        f";{word}: {phrase}", f"[[File:{word}.jpg|thumb|{phrase}]]", f"&nbsp; {phrase}", f"<br>{phrase}",
        phrase, phrase])


def markdown_line(d, i, n):
    word, other, phrase, action = d.pick(WORDS), d.pick(WORDS), d.pick(PHRASES), d.pick(ACTIONS)
    return d.pick([
        f"## {action}", f"- **{word}**: {phrase}", f"| `{word}` | {action} | {d.below(99)} |",
        "| --- | --- | --- |", f"![{word}]({address(d)})", f"[{word}]: {address(d)}", "",
        f"* `{word}.{other}` {action.lower()}", f"> **Note** {phrase}", "---",
        f"1. {action}, then run `{word} {other}`.", f"<p align=\"center\"><b>{word}</b></p>",
        f"- [x] {action}", f"See [{action}]({word}.md#{other}).", f".. note:: {phrase}",
        "~" * (3 + d.below(20)), f":{word}: {phrase}", f"   {phrase}", phrase, phrase])


def hash_line(d, i, n):
    digits = "".join(f"{d.below(65536):04x}" for _ in range(8))
    return ["0x" + digits, digits, f"{digits}  {d.pick(WORDS)}.txt", f"{digits[:8]}-{digits[8:12]}",
            digits[:6].upper()][i % 5]


def build(kind, make, count, seed=""):
    for i in range(count):
        d = Dice(f"{kind}{seed}{i}")
        yield kind, f"{kind}{seed}{i}", "\n".join(make(d, i, n) for n in range(3 + d.below(40)))


def generated_texts():
    yield from build("arithmetic", lambda d, i, n: sums(d), 700)
    yield from build("list", lambda d, i, n: ingredient(d), 300, "a")
    yield from build("list", lambda d, i, n: bullet(d, n + 1), 400, "b")
    yield from build("list", lambda d, i, n: d.pick((WORDS, NAMES, PLACES, FOODS, GOODS)[i % 5]), 200, "c")
    for number, separator in enumerate((",", "\t", "|", ";", " | ", ", ")):
        yield from build("table", lambda d, i, n: table_row(d, separator, i), 150, str(number))
    yield from build("urls", lambda d, i, n: address(d), 200)
    yield from build("log", lambda d, i, n: log_line(d, i % 8), 600)
    yield from build("output", lambda d, i, n: output_line(d, (i + d.below(2)) % 17), 500)
    yield from build("output", lambda d, i, n: results_line(d, (i + n // 9 * d.below(3)) % 28), 900, "r")
    yield from build("dialogue", lambda d, i, n: chat_line(d, i % 8), 600)
    yield from build("commits", lambda d, i, n: commit_line(d, i % 7), 300)
    yield from build("help", lambda d, i, n: help_lines(d, n), 400)
    yield from build("ignore", lambda d, i, n: ignore_line(d, n), 60)
    yield from build("table", padded_row, 300, "p")
    yield from build("dialogue", subtitle, 120, "s")
    yield from build("list", word_list, 140, "w")
    yield from build("help", wiki_line, 250, "w")
    yield from build("help", markdown_line, 250, "m")
    yield from build("output", hash_line, 50, "h")
    yield from build("commits", commit_body, 400, "b")
