// The words for the enums of sluice/types.h and sluice/verdict.h in rule and
// policy files and in JSON, indexed by value.
#ifndef SLUICE_SCANNER_NAMES_H_
#define SLUICE_SCANNER_NAMES_H_

#include <array>
#include <cstddef>
#include <string_view>

#include "sluice/policy.h"
#include "sluice/types.h"
#include "sluice/verdict.h"

namespace sluice {

inline constexpr std::array<std::string_view, kCategoryCount> kCategoryNames = {
    "secret", "personal", "code", "confidential", "conduct"};
inline constexpr std::array<std::string_view, kSeverityCount> kSeverityNames = {
    "low", "medium", "high", "critical"};
inline constexpr std::array<std::string_view, kConfidenceCount>
    kConfidenceNames = {"low", "medium", "high"};
inline constexpr std::array<std::string_view, kActionCount> kActionNames = {
    "allow", "log", "warn", "redact", "block"};
inline constexpr std::array<std::string_view, 2> kDirectionNames = {"prompt",
                                                                    "response"};
inline constexpr std::array<std::string_view, kCodeOriginCount>
    kCodeOriginNames = {"unknown", "open", "proprietary", "own"};
inline constexpr std::array<std::string_view, 5> kIncompleteNames = {
    "", "too-large", "budget", "decode", "error"};
inline constexpr std::array<std::string_view, 7> kEvidenceNames = {
    "format", "checksum", "structure", "rarity", "context", "model", "bulk"};
inline constexpr std::array<std::string_view, 8> kDecoderNames = {
    "",       "percent", "html", "escape", "quoted-printable",
    "base64", "hex",     "gzip"};

// "" for a value out of range, which no scan produces.
template <typename Enum, size_t size>
constexpr std::string_view NameOf(
    const std::array<std::string_view, size>& names, Enum value) {
  const auto index = static_cast<size_t>(value);
  return index < size ? names[index] : std::string_view();
}

}  // namespace sluice

#endif  // SLUICE_SCANNER_NAMES_H_
