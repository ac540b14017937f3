"""Pins and fetches the packages that the training texts come from.

  corpora.py pin     packages.txt -> corpora.json: versions, hashes, licences
  corpora.py fetch   downloads what corpora.json names and checks every hash

Debian packages come through apt with lists of its own below build/train-code,
so that nothing of the machine changes; npm packages come through `npm pack`.
"""
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "build" / "train-code"
FILES = BUILD / "files"
APT_SOURCES = """\
deb http://deb.debian.org/debian bookworm main
deb-src http://deb.debian.org/debian bookworm main
"""


def read_packages():
    for line in (HERE / "packages.txt").read_text().splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        entry = {"kind": words[0], "name": words[1], "held": "held" in words[2:]}
        suffixes = dict(w.split("=", 1) for w in words[2:] if w.startswith("."))
        only = [w[5:] for w in words[2:] if w.startswith("only=")]
        if suffixes:
            entry["suffixes"] = suffixes
        if only:
            entry["only"] = only
        yield entry


def apt(command, *arguments, cwd=BUILD):
    root = BUILD / "apt"
    for folder in ("lists/partial", "cache/archives/partial"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "sources.list").write_text(APT_SOURCES)
    options = {
        "Dir::Etc::sourcelist": root / "sources.list",
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": root / "lists",
        "Dir::Cache": root / "cache",
        "APT::Sandbox::User": "root",
    }
    flags = [f"-o{key}={value}" for key, value in options.items()]
    return subprocess.run([command, *flags, *arguments], cwd=cwd, check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def archives_of(entry):
    """The files of a package that hold texts; not patches, not signatures."""
    folder = FILES / entry["kind"] / entry["name"].replace("/", "__")
    if entry["kind"] != "source":
        return sorted(folder.glob("*.deb" if entry["kind"] == "binary" else "*.tgz"))
    tars = [p for p in sorted(folder.iterdir()) if re.search(r"\.tar\.(gz|xz|bz2)$", p.name)]
    return [p for p in tars if ".debian.tar" not in p.name]


def download(entry):
    folder = FILES / entry["kind"] / entry["name"].replace("/", "__")
    if folder.exists() and any(folder.iterdir()):
        return
    folder.mkdir(parents=True, exist_ok=True)
    name, version = entry["name"], entry.get("version")
    if entry["kind"] == "source":
        wanted = f"{name}={version}" if version else name
        apt("apt-get", "source", "--download-only", "-qq", "--only-source", wanted, cwd=folder)
    elif entry["kind"] == "binary":
        apt("apt-get", "download", "-qq", f"{name}={version}" if version else name, cwd=folder)
    else:
        wanted = f"{name}@{version}" if version else name
        subprocess.run(["npm", "pack", "--ignore-scripts", "--silent", wanted], cwd=folder,
                       check=True, stdout=subprocess.DEVNULL)


def version_of(entry):
    folder = FILES / entry["kind"] / entry["name"].replace("/", "__")
    if entry["kind"] == "npm":
        return json.loads(read_npm(archives_of(entry)[0], "package.json"))["version"]
    if entry["kind"] == "binary":
        return subprocess.run(["dpkg-deb", "-f", archives_of(entry)[0], "Version"], check=True,
                              stdout=subprocess.PIPE, text=True).stdout.strip()
    text = next(folder.glob("*.dsc")).read_text(errors="replace")
    return re.search(r"^Version: (\S+)", text, re.M).group(1)


def read_npm(archive, name):
    with tarfile.open(archive) as tar:
        for member in tar:
            if re.fullmatch(r"[^/]+/" + re.escape(name), member.name):
                return tar.extractfile(member).read()
    return b"{}"


def copyright_of(entry):
    """The text of debian/copyright."""
    folder = FILES / entry["kind"] / entry["name"].replace("/", "__")
    if entry["kind"] == "binary":
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", archives_of(entry)[0]], check=True,
                              stdout=subprocess.PIPE).stdout
        tars = [tarfile.open(fileobj=io.BytesIO(data))]
    else:
        tars = [tarfile.open(p) for p in folder.glob("*.debian.tar.*")]
        tars = tars or [tarfile.open(p) for p in archives_of(entry)]
    for tar in tars:
        for member in tar:
            if re.search(r"debian/copyright$|/doc/[^/]+/copyright$", member.name) and member.isfile():
                return tar.extractfile(member).read().decode("utf-8", "replace")
    return ""


def licence_of(entry):
    if entry["kind"] == "npm":
        found = json.loads(read_npm(archives_of(entry)[0], "package.json")).get("license", "")
        return found if isinstance(found, str) else found.get("type", "")
    text = copyright_of(entry)
    names = re.findall(r"^License: *([^\n]+)", text, re.M)
    if names:
        return names[0].strip()
    for sign, name in ((r"GNU Lesser", "LGPL"), (r"GNU (General|GPL)|GPL", "GPL"),
                       (r"Free Documentation", "GFDL"), (r"Apache", "Apache-2.0"),
                       (r"Permission is hereby granted, free of charge", "MIT"),
                       (r"Redistribution and use", "BSD"), (r"public domain", "public-domain")):
        if re.search(sign, text, re.I):
            return name
    return "see debian/copyright"


def pin():
    BUILD.mkdir(parents=True, exist_ok=True)
    apt("apt-get", "update", "-qq")
    entries = []
    for entry in read_packages():
        try:
            download(entry)
            entry["version"] = version_of(entry)
            entry["licence"] = licence_of(entry)
            entry["files"] = {p.name: sha256(p) for p in archives_of(entry)}
        except (subprocess.CalledProcessError, IndexError, StopIteration) as error:
            print(f"left out: {entry['name']}: {error}", file=sys.stderr)
            continue
        entries.append(entry)
    lines = ",\n".join(json.dumps(entry, sort_keys=True) for entry in entries)
    (HERE / "corpora.json").write_text(f"[\n{lines}\n]\n")


def read_corpora():
    return json.loads((HERE / "corpora.json").read_text())


def fetch():
    if not FILES.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        apt("apt-get", "update", "-qq")
    for entry in read_corpora():
        download(entry)
        for path in archives_of(entry):
            if sha256(path) != entry["files"].get(path.name):
                sys.exit(f"{entry['name']}: {path.name} is not the file that was pinned")


if __name__ == "__main__":
    {"pin": pin, "fetch": fetch}[sys.argv[1]]()
