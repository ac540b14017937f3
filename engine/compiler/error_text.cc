#include "compiler/error_text.h"

namespace sluice {

std::string_view ErrorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kOk:
      return "ok";
    case ErrorCode::kInvalidArgument:
      return "invalid-argument";
    case ErrorCode::kInvalidJson:
      return "invalid-json";
    case ErrorCode::kInvalidRule:
      return "invalid-rule";
    case ErrorCode::kInvalidPattern:
      return "invalid-pattern";
    case ErrorCode::kUnsupportedPattern:
      return "unsupported-pattern";
    case ErrorCode::kUnknownValidator:
      return "unknown-validator";
    case ErrorCode::kUnknownDetector:
      return "unknown-detector";
    case ErrorCode::kInvalidPolicy:
      return "invalid-policy";
    case ErrorCode::kInvalidDatabase:
      return "invalid-database";
    case ErrorCode::kVersionMismatch:
      return "version-mismatch";
    case ErrorCode::kLimitExceeded:
      return "limit-exceeded";
    case ErrorCode::kOutOfMemory:
      return "out-of-memory";
    case ErrorCode::kExampleFailed:
      return "example-failed";
  }
  return "unknown";
}

std::string FormatError(const Error& error) {
  const size_t hash = error.where.find('#');
  const std::string file = error.where.substr(0, hash);
  std::string text = file;
  if (error.line > 0) {
    text +=
        ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  }
  if (!text.empty()) text += ": ";
  text +=
      "error[" + std::string(ErrorCodeName(error.code)) + "]: " + error.message;
  if (hash != std::string::npos && hash + 1 < error.where.size()) {
    text += " (" + error.where.substr(hash) + ")";
  }
  return text;
}

}  // namespace sluice
