// Runs targets over their seeds and over files, without a fuzzer.
//
//   fuzz_replay TARGET [FILE|FOLDER...]   seeds, then the files
//   fuzz_replay --write-seeds TARGET FOLDER
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "target.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

const FuzzTarget* FindTarget(std::string_view name) {
  for (const FuzzTarget* target : FuzzTargets()) {
    if (name == target->name) return target;
  }
  std::fprintf(stderr, "there is no target %.*s; there are:",
               static_cast<int>(name.size()), name.data());
  for (const FuzzTarget* target : FuzzTargets()) {
    std::fprintf(stderr, " %s", target->name);
  }
  std::fprintf(stderr, "\n");
  std::exit(2);
}

std::vector<fs::path> FilesOf(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return fs::exists(path, error) ? std::vector<fs::path>{path}
                                   : std::vector<fs::path>();
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    if (entry.is_regular_file(error)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int WriteSeeds(const FuzzTarget& target, const fs::path& folder) {
  fs::create_directories(folder);
  int number = 0;
  for (const std::string& seed : target.seeds()) {
    std::ofstream file(folder / ("seed-" + std::to_string(number++)),
                       std::ios::binary);
    file << seed;
  }
  return 0;
}

int Replay(const FuzzTarget& target, char** paths, int count) {
  size_t runs = 0;
  for (const std::string& seed : target.seeds()) {
    target.run(seed);
    ++runs;
  }
  for (int i = 0; i < count; ++i) {
    for (const fs::path& file : FilesOf(paths[i])) {
      // So that a crash tells its file.
      std::fprintf(stderr, "%s\n", file.c_str());
      target.run(ReadFile(file));
      ++runs;
    }
  }
  std::printf("%s: %zu inputs\n", target.name, runs);
  return 0;
}

}  // namespace
}  // namespace sluice

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--write-seeds") == 0) {
    return sluice::WriteSeeds(*sluice::FindTarget(argv[2]), argv[3]);
  }
  const std::string_view name = argc > 1 ? argv[1] : "";
  return sluice::Replay(*sluice::FindTarget(name), argv + 2, argc - 2);
}
