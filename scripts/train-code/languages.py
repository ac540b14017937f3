"""Which language a file is in, by its name. Names as in the engine's list of
languages; `other:x` is code in a language that has no name there."""
import re

_SUFFIXES = {
    "asm": "asm s S nasm inc386",
    "c": "c",
    "cpp": "cpp cc cxx hpp hh hxx ipp",
    "csharp": "cs",
    "objectivec": "mm",
    "javascript": "js mjs cjs jsx",
    "typescript": "ts tsx mts",
    "python": "py pyx",
    "java": "java",
    "kotlin": "kt kts",
    "scala": "scala sbt",
    "go": "go",
    "rust": "rs",
    "swift": "swift",
    "php": "php php3 phtml",
    "perl": "pl pm t",
    "ruby": "rb rake gemspec",
    "lua": "lua",
    "r": "R r",
    "matlab": "",
    "sql": "sql",
    "plsql": "pls plsql pkb pks",
    "shell": "sh bash zsh ksh bats",
    "powershell": "ps1 psm1 psd1",
    "batch": "bat cmd",
    "html": "html htm xhtml vue",
    "css": "css scss less",
    "xml": "xml xsd xsl xslt xib plist csproj vcxproj props targets storyboard ui",
    "yaml": "yaml yml",
    "json": "json",
    "hcl": "hcl tf tfvars nomad",
    "dockerfile": "dockerfile Dockerfile",
    "makefile": "mk mak",
    "cmake": "cmake",
    "cobol": "cob cbl cpy CBL COB",
    "abap": "abap",
    "vb": "vb vbs",
    "verilog": "sv svh",
    "vhdl": "vhd vhdl",
    "fortran": "f f90 f95 F90 F f03 f08 for",
    "pascal": "pas pp lpr dpr",
    "haskell": "hs",
    "ocaml": "ml mli",
    "fsharp": "fs fsx fsi",
    "erlang": "erl hrl",
    "elixir": "ex exs",
    "clojure": "clj cljs cljc",
    "lisp": "lisp el cl scm lsp ss rkt",
    "dart": "dart",
    "groovy": "groovy gradle",
    "solidity": "sol",
    "graphql": "graphql gql",
    "protobuf": "proto",
    "config": "conf ini cfg properties toml desktop service",
    "csv": "csv tsv",
    "log": "log",
    "diff": "diff patch",
    "other:tcl": "tcl",
    "other:ada": "adb ads",
    "other:d": "d",
    "other:nim": "nim",
    "other:crystal": "cr",
    "other:julia": "jl",
    "other:forth": "fth 4th",
    "other:m4": "m4",
    "other:awk": "awk",
    "other:zig": "zig",
    "other:nix": "nix",
    "other:coffeescript": "coffee",
    "other:glsl": "glsl vert frag",
    "other:gherkin": "feature",
    "other:vim": "vim",
    "other:tex": "tex sty",
    "other:yara": "yar yara",
    "other:jinja": "j2 erb mustache hbs haml slim",
}
_BY_SUFFIX = {s: name for name, list_ in _SUFFIXES.items() for s in list_.split()}

_NAMES = {
    "dockerfile": "dockerfile", "makefile": "makefile", "gnumakefile": "makefile",
    "makefile.am": "makefile", "makefile.in": "makefile", "cmakelists.txt": "cmake",
    "rakefile": "ruby", "gemfile": "ruby", "jenkinsfile": "groovy", "vagrantfile": "ruby",
}

# Folders and files that the sample collections name after a language.
_ALIASES = {
    "bash": "shell", "shell": "shell", "sh": "shell", "console": None, "shell_session": None,
    "c-sharp": "csharp", "csharp": "csharp", "c#": "csharp", "c++": "cpp", "cpp": "cpp",
    "objective_c": "objectivec", "objective-c": "objectivec", "objectivec": "objectivec",
    "objective_cpp": "objectivec", "js": "javascript", "javascript": "javascript",
    "typescript": "typescript", "tsx": "typescript", "jsx": "javascript", "python": "python",
    "python3": "python", "python2": "python", "java": "java", "kotlin": "kotlin",
    "scala": "scala", "go": "go", "rust": "rust", "swift": "swift", "php": "php",
    "perl": "perl", "ruby": "ruby", "lua": "lua", "r": "r", "matlab": "matlab",
    "octave": "matlab", "sql": "sql", "mysql": "sql", "postgres": "sql", "plsql": "plsql",
    "tsql": "sql", "hql": "sql", "postgresql_sql_dialect": "sql", "batch": "batch",
    "powershell": "powershell", "html": "html", "css": "css", "scss": "css", "sass": "css",
    "less": "css", "xml": "xml", "yaml": "yaml", "json": "json", "hcl": "hcl",
    "terraform": "hcl", "docker": "dockerfile", "dockerfile": "dockerfile",
    "make": "makefile", "makefile": "makefile", "cmake": "cmake", "cobol": "cobol",
    "abap": "abap", "vb": "vb", "vb_net": "vb", "vb.net": "vb", "verilog": "verilog",
    "systemverilog": "verilog", "vhdl": "vhdl", "fortran": "fortran", "fortran90": "fortran",
    "fortran (modern)": "fortran", "fortran (fixed form)": "fortran", "pascal": "pascal",
    "objectpascal": "pascal", "delphi": "pascal", "haskell": "haskell", "ocaml": "ocaml",
    "fsharp": "fsharp", "f#": "fsharp", "erlang": "erlang", "elixir": "elixir",
    "clojure": "clojure", "lisp": "lisp", "common_lisp": "lisp", "common lisp": "lisp",
    "scheme": "lisp", "emacslisp": "lisp", "racket": "lisp", "dart": "dart",
    "groovy": "groovy", "gradle": "groovy", "solidity": "solidity", "graphql": "graphql",
    "protobuf": "protobuf", "protocol_buffers": "protobuf", "gas": "asm", "nasm": "asm",
    "armasm": "asm", "arm assembly": "asm", "assembly (x86_64)": "asm", "m68k": "asm",
    "toml": "config", "ini": "config", "properties": "config", "conf": "config",
    "apache": "config", "nginx": "config", "apacheconf": "config", "c": "c", "html+erb": None,
    "plaintext": None, "plain": None, "markdown": None, "rst": None, "restructuredtext": None,
    "email": None, "csv": None, "diff": "diff", "log": None, "syslog": None, "org": None,
    "http": None, "escape": None, "irb": None, "textile": None, "asciidoc": None,
    "creole": None, "git commit": None, "git rebase": None, "git attributes": None,
    "requirements_txt": None, "passwd": None, "hosts": None, "etcgroup": None,
    "bibtex": None, "man": None, "groff": None, "cpuinfo": None, "meminfo": None,
    "cassette": None, "csvs": None, "tap": None, "eex": None, "ignored suffixes": None,
    "sshd config": "config", "ssh config": "config", "git config": "config",
    "resolv": None, "public_key_block": None, "bbcode": None, "braille": None,
    "syntax highlighting definition": "xml", "test output": None, "stylus": "css",
}
_COLLECTIONS = re.compile(
    r"lexers/testdata/(?:[a-z0-9]+/)?(?P<chroma>[^/]+)\.actual$"
    r"|rouge/demos/(?P<rouge>[^/]+)$"
    r"|tests/syntax-tests/source/(?P<bat>[^/]+)/")

_SKIP = re.compile(
    r"\.min\.|-min\.|/node_modules/|/vendor/|/third[_-]?party/|\.bundle\.|"
    r"package-lock\.json|/locale/|/po/|\.po$|/debian/|/\.pc/")


def language_of(path, suffixes):
    """None: nobody knows, or no text to learn code from."""
    found = _COLLECTIONS.search(path)
    if found:
        name = next(filter(None, found.groups())).lower()
        return _ALIASES[name] if name in _ALIASES else "other:" + re.sub(r"\W+", "_", name)
    if _SKIP.search(path):
        return None
    base = path.rsplit("/", 1)[-1]
    suffix = "." + base.rsplit(".", 1)[-1] if "." in base else ""
    if suffix in suffixes:
        return suffixes[suffix]
    if base.lower() in _NAMES:
        return _NAMES[base.lower()]
    if base.lower().startswith("dockerfile"):
        return "dockerfile"
    return _BY_SUFFIX.get(suffix[1:])
