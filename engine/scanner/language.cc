#include "sluice/language.h"

namespace sluice {
namespace {

// Indexed by LanguageId - 1. Append only.
constexpr std::string_view kLanguages[] = {
    "asm",        "c",          "cpp",      "csharp",     "objectivec",
    "javascript", "typescript", "python",   "java",       "kotlin",
    "scala",      "go",         "rust",     "swift",      "php",
    "perl",       "ruby",       "lua",      "r",          "matlab",
    "sql",        "plsql",      "shell",    "powershell", "batch",
    "html",       "css",        "xml",      "yaml",       "json",
    "hcl",        "dockerfile", "makefile", "cmake",      "cobol",
    "abap",       "vb",         "verilog",  "vhdl",       "fortran",
    "pascal",     "haskell",    "ocaml",    "fsharp",     "erlang",
    "elixir",     "clojure",    "lisp",     "dart",       "groovy",
    "solidity",   "graphql",    "protobuf", "log",        "stacktrace",
    "diff",       "console",    "config",   "csv",
};
constexpr LanguageId kLanguageCount =
    sizeof(kLanguages) / sizeof(kLanguages[0]);

}  // namespace

std::string_view LanguageName(LanguageId id) {
  return id >= 1 && id <= kLanguageCount ? kLanguages[id - 1]
                                         : std::string_view();
}

LanguageId FindLanguage(std::string_view name) {
  for (LanguageId id = 1; id <= kLanguageCount; ++id) {
    if (kLanguages[id - 1] == name) return id;
  }
  return 0;
}

}  // namespace sluice
