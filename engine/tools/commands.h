// The commands of sluicec. Each gets its own part of the command line, with
// its name as argv[0], and returns the exit code.
#ifndef SLUICE_TOOLS_COMMANDS_H_
#define SLUICE_TOOLS_COMMANDS_H_

namespace sluice {

inline constexpr int kExitOk = 0;
inline constexpr int kExitErrors = 1;  // wrong rules, policy or database
inline constexpr int kExitUsage = 2;   // wrong arguments or files

int RunCompile(int argc, char** argv);
int RunPack(int argc, char** argv);
int RunExplain(int argc, char** argv);
int RunExamples(int argc, char** argv);
int RunScan(int argc, char** argv);
int RunBatch(int argc, char** argv);
int RunEncodePolicy(int argc, char** argv);

}  // namespace sluice

#endif  // SLUICE_TOOLS_COMMANDS_H_
