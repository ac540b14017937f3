#include "scanner/line_before.h"

#include <algorithm>

#include "scanner/bytes.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxBefore = 160;

}  // namespace

std::string_view LineBefore(std::string_view text, uint32_t pos) {
  const uint32_t lowest = pos - std::min(pos, kMaxBefore);
  const std::string_view near = text.substr(lowest, pos - lowest);
  const size_t line_break = near.rfind('\n');
  if (line_break != near.npos) return near.substr(line_break + 1);
  return lowest == 0 ? near : std::string_view();
}

bool IsInUrl(std::string_view text, Span value) {
  std::string_view line = LineBefore(text, value.begin);
  const size_t token = line.find_last_of(" \t\"'<>()`");
  if (token != line.npos) line.remove_prefix(token + 1);
  return line.find("://") != line.npos || line.starts_with("sip:");
}

bool IsInCode(std::string_view text, Span value) {
  std::string_view line = LineBefore(text, value.begin);
  if (line.find_first_of("'\"`{(;=$") != line.npos) return true;
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line.starts_with('#') || line.starts_with('*') ||
         line.starts_with("//");
}

}  // namespace sluice
