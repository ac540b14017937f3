// RE2 as a WebAssembly module: what compiling all patterns costs in a page
// that was just opened.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "re2/re2.h"

extern "C" {

void* re2_alloc(uint32_t size) { return std::malloc(size); }

// Compiles the patterns, one per line. Returns how many of them RE2 takes.
uint32_t re2_compile(const char* text, uint32_t size) {
  std::string_view rest(text, size);
  std::vector<std::unique_ptr<RE2>> all;
  uint32_t good = 0;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    all.push_back(std::make_unique<RE2>(rest.substr(0, end), RE2::Quiet));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    good += all.back()->ok() ? 1 : 0;
  }
  return good;
}

}  // extern "C"
