// Numbers of the languages in language.cc, for code that names them.
#ifndef SLUICE_SCANNER_LANGUAGE_IDS_H_
#define SLUICE_SCANNER_LANGUAGE_IDS_H_

#include "sluice/verdict.h"

namespace sluice::language {

// In the order of kLanguages in language.cc; append only.
enum : LanguageId {
  kNoLanguage,
  kAsm,
  kC,
  kCpp,
  kCsharp,
  kObjectivec,
  kJavascript,
  kTypescript,
  kPython,
  kJava,
  kKotlin,
  kScala,
  kGo,
  kRust,
  kSwift,
  kPhp,
  kPerl,
  kRuby,
  kLua,
  kR,
  kMatlab,
  kSql,
  kPlsql,
  kShell,
  kPowershell,
  kBatch,
  kHtml,
  kCss,
  kXml,
  kYaml,
  kJson,
  kHcl,
  kDockerfile,
  kMakefile,
  kCmake,
  kCobol,
  kAbap,
  kVb,
  kVerilog,
  kVhdl,
  kFortran,
  kPascal,
  kHaskell,
  kOcaml,
  kFsharp,
  kErlang,
  kElixir,
  kClojure,
  kLisp,
  kDart,
  kGroovy,
  kSolidity,
  kGraphql,
  kProtobuf,
  kLog,
  kStacktrace,
  kDiff,
  kConsole,
  kConfig,
  kCsv,
  kLanguageEnd,
};

}  // namespace sluice::language

#endif  // SLUICE_SCANNER_LANGUAGE_IDS_H_
