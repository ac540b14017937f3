#include "abi.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/utf16.h"
#include "sluice/database.h"
#include "sluice/language.h"
#include "sluice/packed_database.h"
#include "sluice/policy.h"
#include "sluice/scanner.h"
#include "sluice/stream.h"

using sluice::ErrorCode;

namespace {

struct FreeMemory {
  void operator()(void* memory) const { std::free(memory); }
};
using Memory = std::unique_ptr<uint8_t, FreeMemory>;

// An input buffer larger than this is given back after its scan.
constexpr uint32_t kKeptInput = 1u << 20;
// Zeros behind the text, so that a wide load never leaves the buffer.
constexpr uint32_t kPadding = 64;

constexpr sluice_status Status(ErrorCode code) {
  return static_cast<sluice_status>(code);
}

sluice_status Give(std::string_view string, const char** text,
                   uint32_t* length) {
  *text = string.data();
  *length = static_cast<uint32_t>(string.size());
  return Status(ErrorCode::kOk);
}

// JavaScript counts in UTF-16 code units.
void MapSpans(std::string_view text, std::vector<sluice::Finding>& findings) {
  sluice::Utf16Mapper mapper(text);
  for (sluice::Finding& finding : findings) {
    const uint32_t begin = mapper.Map(finding.span.begin);
    finding.span = {begin, mapper.Map(finding.span.end)};
  }
}

// Overwrites what the calls just made left on the stack: the prefilter keeps a
// tile of the text there.
[[gnu::noinline]] void WipeStack() {
  constexpr size_t kDeepest = 16u << 10;
  char left[kDeepest];
  std::memset(left, 0, sizeof(left));
  // The compiler would leave out writes that no one reads.
  asm volatile("" : : "r"(left) : "memory");
}

}  // namespace

struct sluice_database {
  Memory bytes;
  sluice::Database database;
};

struct sluice_policy {
  sluice::Policy policy;
};

struct sluice_verdict {
  sluice::Verdict verdict;
};

struct sluice_scanner {
  sluice::Scanner scanner;
  Memory input;
  uint32_t capacity = 0;
  sluice_verdict verdict;
};
static_assert(sizeof(sluice::Finding) == SLUICE_FINDING_SIZE);

struct sluice_stream {
  sluice_scanner* scanner;
  sluice::Stream stream;
  uint32_t settled_bytes = 0;
  uint32_t settled_units = 0;
  sluice_verdict verdict;
};

static sluice::ScanContext Where(const sluice_context& context) {
  return {{context.destination, context.destination_length},
          static_cast<sluice::Direction>(context.direction),
          {context.locale, context.locale_length}};
}

// Overwrites what was scanned, and lets go of a large buffer.
static void ForgetInput(sluice_scanner* scanner, uint32_t length) {
  std::memset(scanner->input.get(), 0, length);
  WipeStack();
  if (scanner->capacity > kKeptInput) {
    scanner->input.reset();
    scanner->capacity = 0;
  }
}

// Maps the findings of a push, all of which lie between what was settled before
// and what is now, and counts the latter.
static void MapSettled(sluice_stream& stream) {
  const uint32_t settled = stream.stream.settled();
  if (settled == stream.settled_bytes) return;
  const std::string_view fresh = stream.stream.text().substr(
      stream.settled_bytes, settled - stream.settled_bytes);
  sluice::Utf16Mapper mapper(fresh);
  const auto map = [&](uint32_t offset) {
    return stream.settled_units + mapper.Map(offset - stream.settled_bytes);
  };
  for (sluice::Finding& finding : stream.verdict.verdict.findings) {
    const uint32_t begin = map(finding.span.begin);
    finding.span = {begin, map(finding.span.end)};
  }
  stream.settled_units = map(settled);
  stream.settled_bytes = settled;
}

// Unpacks, and lets go of the packed bytes once the database is loaded.
static sluice_status LoadPacked(uint8_t* bytes, uint32_t size,
                                sluice_database** database) {
  const std::span<const uint8_t> packed(bytes, size);
  const uint32_t unpacked_size = sluice::UnpackedSize(packed);
  Memory unpacked(static_cast<uint8_t*>(sluice_memory_alloc(unpacked_size)));
  if (unpacked == nullptr) return Status(ErrorCode::kOutOfMemory);
  if (!sluice::UnpackDatabase(packed, {unpacked.get(), unpacked_size})) {
    return Status(ErrorCode::kInvalidDatabase);
  }
  const sluice_status status =
      sluice_database_load(unpacked.get(), unpacked_size, database);
  if (status != Status(ErrorCode::kOk)) return status;
  static_cast<void>(unpacked.release());
  sluice_memory_free(bytes);
  return status;
}

sluice_status sluice_database_load(uint8_t* bytes, uint32_t size,
                                   sluice_database** database) {
  if (bytes == nullptr) return Status(ErrorCode::kInvalidArgument);
  if (sluice::UnpackedSize({bytes, size}) != 0) {
    return LoadPacked(bytes, size, database);
  }
  auto loaded = sluice::Database::Load(std::span<const uint8_t>(bytes, size));
  if (!loaded.ok()) return Status(loaded.error().code);
  *database = new sluice_database{Memory(bytes), std::move(loaded).value()};
  return Status(ErrorCode::kOk);
}

void sluice_database_free(sluice_database* database) { delete database; }

uint32_t sluice_database_rule_count(const sluice_database* database) {
  return database->database.rule_count();
}

sluice_status sluice_database_string(const sluice_database* database,
                                     uint32_t id, const char** text,
                                     uint32_t* length) {
  const std::string_view string = database->database.String(id);
  if (string.empty()) return Status(ErrorCode::kInvalidArgument);
  return Give(string, text, length);
}

sluice_status sluice_rule_string(const sluice_database* database, uint32_t rule,
                                 uint32_t field, const char** text,
                                 uint32_t* length) {
  if (rule >= database->database.rule_count()) {
    return Status(ErrorCode::kInvalidArgument);
  }
  const sluice::RuleInfo info = database->database.rule(rule);
  switch (field) {
    case SLUICE_RULE_ID:
      return Give(info.id, text, length);
    case SLUICE_RULE_FAMILY:
      return Give(info.family, text, length);
    case SLUICE_RULE_TITLE:
      return Give(info.title, text, length);
    case SLUICE_RULE_PLACEHOLDER:
      return Give(info.placeholder, text, length);
    case SLUICE_RULE_COUNTRY:
      return Give(info.country, text, length);
    default:
      return Status(ErrorCode::kInvalidArgument);
  }
}

uint32_t sluice_rule_number(const sluice_database* database, uint32_t rule,
                            uint32_t field) {
  if (rule >= database->database.rule_count()) return 0;
  const sluice::RuleInfo info = database->database.rule(rule);
  switch (field) {
    case SLUICE_RULE_CATEGORY:
      return static_cast<uint32_t>(info.category);
    case SLUICE_RULE_SEVERITY:
      return static_cast<uint32_t>(info.severity);
    case SLUICE_RULE_CONFIDENCE:
      return static_cast<uint32_t>(info.confidence);
    case SLUICE_RULE_TAG_COUNT:
      return info.tag_count;
    default:
      return 0;
  }
}

sluice_status sluice_rule_tag(const sluice_database* database, uint32_t rule,
                              uint32_t tag, const char** text,
                              uint32_t* length) {
  const sluice::Database& rules = database->database;
  if (rule >= rules.rule_count() || tag >= rules.rule(rule).tag_count) {
    return Status(ErrorCode::kInvalidArgument);
  }
  return Give(rules.tag(rule, tag), text, length);
}

sluice_status sluice_policy_load(const uint8_t* bytes, uint32_t size,
                                 sluice_policy** policy) {
  if (bytes == nullptr) return Status(ErrorCode::kInvalidArgument);
  auto decoded = sluice::Policy::Decode(std::span<const uint8_t>(bytes, size));
  if (!decoded.ok()) return Status(decoded.error().code);
  *policy = new sluice_policy{std::move(decoded).value()};
  return Status(ErrorCode::kOk);
}

void sluice_policy_free(sluice_policy* policy) { delete policy; }

sluice_status sluice_scanner_new(const sluice_database* database,
                                 sluice_scanner** scanner) {
  if (database == nullptr) return Status(ErrorCode::kInvalidArgument);
  *scanner =
      new sluice_scanner{sluice::Scanner(database->database), nullptr, 0, {}};
  return Status(ErrorCode::kOk);
}

void sluice_scanner_free(sluice_scanner* scanner) { delete scanner; }

sluice_status sluice_scanner_select(sluice_scanner* scanner,
                                    const uint32_t* words, uint32_t count) {
  const uint32_t rules = scanner->scanner.database().rule_count();
  if (count < (rules + 31) / 32) return Status(ErrorCode::kInvalidArgument);
  scanner->scanner = sluice::Scanner(
      scanner->scanner.database().Select(std::span(words, count)));
  return Status(ErrorCode::kOk);
}

sluice_status sluice_scanner_input(sluice_scanner* scanner, uint32_t capacity,
                                   uint8_t** buffer) {
  if (capacity > sluice::kMaxTextBytes) {
    return Status(ErrorCode::kLimitExceeded);
  }
  if (scanner->input == nullptr || capacity > scanner->capacity) {
    scanner->input.reset();  // before the new one: both may not fit
    scanner->capacity = 0;
    void* memory = std::calloc(capacity + kPadding, 1);
    if (memory == nullptr) return Status(ErrorCode::kOutOfMemory);
    scanner->input.reset(static_cast<uint8_t*>(memory));
    scanner->capacity = capacity;
  }
  *buffer = scanner->input.get();
  return Status(ErrorCode::kOk);
}

sluice_status sluice_scanner_scan(sluice_scanner* scanner,
                                  const sluice_policy* policy, uint32_t length,
                                  const sluice_context* context,
                                  const sluice_verdict** verdict) {
  uint8_t* input = scanner->input.get();
  if (input == nullptr || length > scanner->capacity || policy == nullptr ||
      context == nullptr || context->direction > 1) {
    return Status(ErrorCode::kInvalidArgument);
  }
  const std::string_view text(reinterpret_cast<const char*>(input), length);
  scanner->verdict.verdict =
      scanner->scanner.Scan(text, policy->policy, Where(*context));
  MapSpans(text, scanner->verdict.verdict.findings);
  ForgetInput(scanner, length);
  *verdict = &scanner->verdict;
  return Status(ErrorCode::kOk);
}

sluice_status sluice_stream_new(sluice_scanner* scanner,
                                const sluice_policy* policy,
                                const sluice_context* context,
                                sluice_stream** stream) {
  if (scanner == nullptr || policy == nullptr || context == nullptr ||
      context->direction > 1) {
    return Status(ErrorCode::kInvalidArgument);
  }
  *stream = new sluice_stream{
      scanner,
      sluice::Stream(scanner->scanner, policy->policy, Where(*context)),
      0,
      0,
      {}};
  return Status(ErrorCode::kOk);
}

void sluice_stream_free(sluice_stream* stream) { delete stream; }

sluice_status sluice_stream_push(sluice_stream* stream, uint32_t length,
                                 const sluice_verdict** verdict) {
  uint8_t* input = stream->scanner->input.get();
  if (input == nullptr || length > stream->scanner->capacity) {
    return Status(ErrorCode::kInvalidArgument);
  }
  sluice::Verdict& found = stream->verdict.verdict;
  found = {};
  found.findings =
      stream->stream.Push({reinterpret_cast<const char*>(input), length});
  MapSettled(*stream);
  for (const sluice::Finding& finding : found.findings) {
    found.action = std::max(found.action, finding.action);
  }
  ForgetInput(stream->scanner, length);
  *verdict = &stream->verdict;
  return Status(ErrorCode::kOk);
}

uint32_t sluice_stream_settled(const sluice_stream* stream) {
  return stream->settled_units;
}

sluice_status sluice_stream_end(sluice_stream* stream,
                                const sluice_verdict** verdict) {
  sluice::Verdict& whole = stream->verdict.verdict;
  whole = stream->stream.End();
  MapSpans(stream->stream.text(), whole.findings);
  WipeStack();
  *verdict = &stream->verdict;
  return Status(ErrorCode::kOk);
}

uint32_t sluice_verdict_action(const sluice_verdict* verdict) {
  return static_cast<uint32_t>(verdict->verdict.action);
}

uint32_t sluice_verdict_incomplete(const sluice_verdict* verdict) {
  return static_cast<uint32_t>(verdict->verdict.incomplete);
}

uint32_t sluice_verdict_count(const sluice_verdict* verdict) {
  return static_cast<uint32_t>(verdict->verdict.findings.size());
}

const void* sluice_verdict_findings(const sluice_verdict* verdict) {
  return verdict->verdict.findings.data();
}

sluice_status sluice_language_name(uint32_t language, const char** text,
                                   uint32_t* length) {
  if (language > 255) return Status(ErrorCode::kInvalidArgument);
  const std::string_view name =
      sluice::LanguageName(static_cast<sluice::LanguageId>(language));
  if (name.empty()) return Status(ErrorCode::kInvalidArgument);
  return Give(name, text, length);
}
