"""Cuts the pinned packages and the texts beside this script into windows of 3
to 100 lines: the rows that train_lines.cc and train_languages.cc learn from.

  gather.py rows.bin

A row is a head line `split kind lang group bytes` and its text; in those of the
kind `mixed` each line has a mark before it, see labelled() in prose.py.
Everything is chosen by hashes of names and texts, so the same packages give the
same rows.
"""
import hashlib
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

from corpora import HERE, archives_of, read_corpora
from generate import generated_texts
from languages import language_of
from prose import decode, extract, kind_of, labelled

LENGTHS = (3, 3, 5, 5, 10, 10, 30, 30, 100)
FILES_PER_PACKAGE = 45  # of one language
FILES_PER_LANGUAGE = 260  # of all packages, when few have it
FILES_OF_MANY = 5  # collections of samples have fewer of each language
ROWS_PER_PACKAGE = 160  # of one language
ROWS_PER_THIN = 700
ROWS_PER_LANGUAGE = 1500
ROWS_PER_PROSE = 6000
MAX_FILE = 2_000_000


def number(*parts):
    digest = hashlib.sha256("\0".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8], "big")


def members_of(path):
    """(name, file) of all regular files in an archive and the jars in it."""
    if path.suffix == ".deb":
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], check=True,
                              stdout=subprocess.PIPE).stdout
        tar = tarfile.open(fileobj=io.BytesIO(data))
    else:
        tar = tarfile.open(path)
    with tar:
        for member in tar:
            if member.isfile() and 0 < member.size < 8_000_000:
                file = tar.extractfile(member)
                if member.name.endswith(".jar"):
                    yield from members_of_jar(member.name, file.read())
                else:
                    yield "/" + member.name, file


def members_of_jar(name, data):
    with zipfile.ZipFile(io.BytesIO(data)) as jar:
        for inner in sorted(jar.namelist()):
            if not inner.endswith(("/", ".class")):
                yield f"/{name}/{inner}", io.BytesIO(jar.read(inner))


def settle(language, path, text):
    """Suffixes that several languages share, settled by what stands inside."""
    head = text[:20000]

    def has(pattern):
        return re.search(pattern, head, re.M) is not None

    if path.endswith(".h"):
        if has(r"^@interface|^#import|@property"):
            return "objectivec"
        return "cpp" if has(r"^\s*(class|namespace|template)\b|std::") else "c"
    if path.endswith(".m"):
        return "objectivec" if has(r"^@implementation|^#import|^#include") else "matlab"
    if path.endswith((".v", ".vh")):
        return "verilog" if has(r"^\s*(end)?module\b") else None
    if path.endswith(".pl") and has(r"^:- |^\w+\(.*\) :-"):
        return "other:prolog"
    if path.endswith(".t") and not has(r"^use |^my "):
        return None
    if path.endswith(".fs") and not has(r"^(let|module|open|namespace) "):
        return None
    if path.endswith(".ts") and has(r"<TS|^<\?xml"):
        return "xml"
    if path.endswith(".cl") and not has(r"^\(|^;"):
        return None
    if path.endswith(".pp") and not has(r"(?i)^\s*(unit|program|uses|begin)\b"):
        return None
    if path.endswith(".sql") and has(r"(?i)dbms_output|%rowtype|package body|exception\s+when others"):
        return "plsql"
    if path.endswith((".props", ".targets", ".ui", ".plist")) and not has(r"^\s*<"):
        return None
    return language


# Kinds of prose that are told by their suffix.
FORMATS = ("manual", "table", "ui", "man", "log")
SHARED = (".h", ".m", ".v", ".vh")


def code_of(entry, path, file):
    only = entry.get("only")
    if only and not any(part in path for part in only):
        return None
    language = language_of(path, entry.get("suffixes", {}))
    if language is None and not path.endswith(SHARED):
        return None
    data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE or b"\0" in data[:4096]:
        return None
    text = decode(data)
    if not entry.get("suffixes", {}).get("." + path.rsplit(".", 1)[-1]):
        language = settle(language, path, text)
    if language is None or len(text) > 300 * (text.count("\n") + 1) or len(text) < 40:
        return None
    return language, text


def cobol_tests(entry, path, file):
    """Programs inside Autoconf test files."""
    if "gnucobol" not in entry["name"] or not path.endswith(".at"):
        return []
    text = decode(file.read())
    found = re.findall(r"AT_DATA\(\[[\w.]+\.(?:cob|CPY|cpy)\], \[\n(.*?)\]\)", text, re.S)
    return [t.replace("[[", "[").replace("]]", "]") for t in found]


COMMENT = re.compile(r"\s*(//|/\*|\*[ /]|\*$|#(?! *(include|define|if|endif|else))\s|--\s|%|;|!\s|'|REM |<!--|\"\"\"|\(\*|C {3,})")


def windows(text, key, count, code):
    """Up to `count` cuts of a text, each of some of the usual lengths."""
    lines = text.strip("\n").split("\n")
    for turn in range(count):
        length = LENGTHS[number(key, turn, "length") % len(LENGTHS)]
        if len(lines) < 3:
            return
        start = number(key, turn, "start") % max(1, len(lines) - length + 1)
        cut = lines[start:start + length]
        solid = [line for line in cut if line.strip()]
        if len(solid) < 3 or len(solid) * 2 < len(cut):
            continue
        if any(len(line) > 2000 for line in cut):
            continue
        if code and sum(bool(COMMENT.match(line)) for line in solid) * 5 > len(solid) * 3:
            continue
        yield "\n".join(cut).strip("\n")


def joined(text, key):
    """Every other text with one line a paragraph, as chat windows have it."""
    if number(key, "join") % 2:
        return text
    return re.sub(r"(?<=[^\n.:!?])\n(?=[a-zà-ÿ])", " ", text)


class Rows:
    def __init__(self):
        self.rows = []
        self.seen = set()

    def add(self, split, kind, language, group, text):
        digest = number(re.sub(r"\s+", " ", text))
        if digest in self.seen:
            return
        self.seen.add(digest)
        self.rows.append((split, kind, language, group, text))

    def cap(self):
        """The rows that stay, at most so many of a kind and split."""
        groups = {}
        for row in self.rows:
            groups.setdefault(row[:3], []).append(row)
        for key in sorted(groups):
            limit = ROWS_PER_LANGUAGE if key[1] == "code" else ROWS_PER_PROSE
            yield from sorted(groups[key], key=lambda r: number(r[3], r[4]))[:limit]


def texts_of(entry):
    """{(kind, language): [(path, text)]} of a package."""
    texts = {}
    for archive in archives_of(entry):
        for path, file in members_of(archive):
            prose = kind_of(entry, path)
            # "TodoList.pas" is no list of things to do.
            if prose and (prose in FORMATS or language_of(path, {}) is None):
                data = file.read()
                text = extract(prose, path, data)
                if text.lstrip().startswith("<"):
                    continue
                marked = labelled(decode(data) or "") if prose == "tech" else None
                if marked:
                    texts.setdefault(("mixed", "document"), []).append((path, marked))
                texts.setdefault(("text", prose), []).append((path, text))
                continue
            for text in cobol_tests(entry, path, file):
                texts.setdefault(("code", "cobol"), []).append((path + text[:200], text))
            found = code_of(entry, path, file)
            if found:
                texts.setdefault(("code", found[0]), []).append((path, found[1]))
    for files in texts.values():
        files.sort(key=lambda f: number(entry["name"], f[0]))
        del files[FILES_PER_LANGUAGE:]
    return texts


def add_code(split, group, language, files, packages, rows):
    """Fewer files of each package the more packages have the language."""
    files = files[:max(FILES_PER_PACKAGE, FILES_PER_LANGUAGE // packages)]
    wanted = max(ROWS_PER_PACKAGE, ROWS_PER_THIN // packages)
    for path, text in files:
        rounds = min(2 + wanted // len(files), 40, 1 + text.count("\n") // 8)
        for cut in windows(text, group + path, rounds, True):
            rows.add(split, "code", language, group, cut)


def add_prose(split, group, kind, files, rows):
    for path, text in files[:4 * FILES_PER_PACKAGE]:
        text = joined(text, path)
        rounds = min(2 + len(text) // 4000, 40, 1 + text.count("\n") // 8)
        for cut in windows(text, group + path, rounds, False):
            rows.add(split, "text", kind, group, cut)


def add_documents(split, group, files, rows):
    for path, text in files[:2 * FILES_PER_PACKAGE]:
        lines = text.split("\n")
        for turn in range(min(12, 1 + len(lines) // 30)):
            length = (15, 30, 60)[number(path, turn, "length") % 3]
            start = number(path, turn, "start") % max(1, len(lines) - length + 1)
            cut = [line for line in lines[start:start + length] if len(line) < 2000]
            marks = {line[0] for line in cut if line[1:].strip()}
            if {"+", "-"} <= marks:
                rows.add(split, "mixed", "document", group, "\n".join(cut))


def gather_packages(entries, rows):
    packages = {}
    gathered = [(entry, texts_of(entry)) for entry in entries]
    for entry, texts in gathered:
        for key, files in texts.items():
            counts = not entry["held"] and len(files) >= FILES_OF_MANY
            packages[key] = packages.get(key, 0) + counts
    for entry, texts in gathered:
        split = "held" if entry["held"] else "train"
        for (kind, language), files in sorted(texts.items()):
            if kind == "code":
                known = max(1, packages[kind, language])
                add_code(split, entry["name"], language, files, known, rows)
            elif kind == "mixed":
                add_documents(split, entry["name"], files, rows)
            else:
                add_prose(split, entry["name"], language, files, rows)


def gather_own(rows):
    """Texts beside this script: texts/<code|text>/<language or kind>*.txt."""
    for path in sorted((HERE / "texts").glob("*/*.txt")):
        kind, language = path.parent.name, path.stem.split(".")[0]
        for part, text in enumerate(re.split(r"(?m)^=====\n", path.read_text())):
            count = max(4, 2 * text.count("\n") // 5)
            for cut in windows(text, f"{path.name}{part}", min(count, 60), False):
                rows.add("train", kind, language.replace("+", ":"), "own", cut)
    for language, key, text in generated_texts():
        for cut in windows(text, key, 1, False):
            rows.add("train", "text", language, "generated", cut)


def write(rows, path):
    with open(path, "wb") as out:
        for split, kind, language, group, text in rows.cap():
            data = text.encode()
            out.write(f"{split} {kind} {language} {group} {len(data)}\n".encode() + data + b"\n")


def main():
    rows = Rows()
    gather_packages(read_corpora(), rows)
    gather_own(rows)
    write(rows, pathlib.Path(sys.argv[1]))


if __name__ == "__main__":
    main()
