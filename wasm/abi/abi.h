// C interface of the scanner, as exported by sluice.wasm.
//
// Rules of the house:
//   - sluice_<noun>_<verb>; what can fail returns a status and answers through
//     its last parameters, which are written on success only.
//   - Text is pointer + length in bytes of UTF-8, never zero-terminated.
//     Pointers handed out live as long as the object they were asked of.
//   - Handles are opaque and freed by their own _free; freeing null is allowed.
//     A scanner uses its database, so free the scanner first.
//   - No globals: two scanners never see each other.
//   - No handle is checked beyond null. A trap leaves the instance unusable.
#ifndef SLUICE_ABI_H_
#define SLUICE_ABI_H_

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Numbers of sluice::ErrorCode; 0 = fine.
typedef uint32_t sluice_status;

typedef struct sluice_database sluice_database;
typedef struct sluice_policy sluice_policy;
typedef struct sluice_scanner sluice_scanner;
typedef struct sluice_verdict sluice_verdict;
typedef struct sluice_stream sluice_stream;

// Raised whenever a signature, record or number below changes its meaning.
#define SLUICE_ABI_VERSION 2u
uint32_t sluice_abi_version(void);

// Memory for the caller's bytes, aligned to 8; null when there is none left.
void* sluice_memory_alloc(uint32_t size);
void sluice_memory_free(void* memory);

// Takes over `bytes` (from sluice_memory_alloc) if it succeeds: a database is
// used in place, a packed one (sluice/packed_database.h) is unpacked.
// kInvalidDatabase, kVersionMismatch, kOutOfMemory.
sluice_status sluice_database_load(uint8_t* bytes, uint32_t size,
                                   sluice_database** database);
void sluice_database_free(sluice_database* database);
uint32_t sluice_database_rule_count(const sluice_database* database);
// The string behind an evidence name; kInvalidArgument when there is none.
sluice_status sluice_database_string(const sluice_database* database,
                                     uint32_t id, const char** text,
                                     uint32_t* length);

enum sluice_rule_text {
  SLUICE_RULE_ID = 0,
  SLUICE_RULE_FAMILY = 1,
  SLUICE_RULE_TITLE = 2,
  SLUICE_RULE_PLACEHOLDER = 3,
  SLUICE_RULE_COUNTRY = 4,
};
enum sluice_rule_figure {
  SLUICE_RULE_CATEGORY = 0,
  SLUICE_RULE_SEVERITY = 1,
  SLUICE_RULE_CONFIDENCE = 2,
  SLUICE_RULE_TAG_COUNT = 3,
};
// `rule` < sluice_database_rule_count.
sluice_status sluice_rule_string(const sluice_database* database, uint32_t rule,
                                 uint32_t field, const char** text,
                                 uint32_t* length);
// 0 for a rule or field that does not exist.
uint32_t sluice_rule_number(const sluice_database* database, uint32_t rule,
                            uint32_t field);
sluice_status sluice_rule_tag(const sluice_database* database, uint32_t rule,
                              uint32_t tag, const char** text,
                              uint32_t* length);

// Reads the binary form described in sluice/policy.h. kInvalidPolicy.
sluice_status sluice_policy_load(const uint8_t* bytes, uint32_t size,
                                 sluice_policy** policy);
void sluice_policy_free(sluice_policy* policy);

sluice_status sluice_scanner_new(const sluice_database* database,
                                 sluice_scanner** scanner);
void sluice_scanner_free(sluice_scanner* scanner);
// Says which rules take part: bit r % 32 of words[r / 32] for rule r. `count`
// must cover every rule. At first all do.
sluice_status sluice_scanner_select(sluice_scanner* scanner,
                                    const uint32_t* words, uint32_t count);
// Where to put the text: the scanner's own buffer, at least `capacity` bytes
// long, until the next call on this scanner. kLimitExceeded, kOutOfMemory.
sluice_status sluice_scanner_input(sluice_scanner* scanner, uint32_t capacity,
                                   uint8_t** buffer);

typedef struct {
  const char* destination;
  uint32_t destination_length;
  const char* locale;
  uint32_t locale_length;
  uint32_t direction;  // sluice::Direction
} sluice_context;

// Scans the first `length` bytes of the buffer, then overwrites them with
// zeros. The verdict is the scanner's and holds until its next scan.
sluice_status sluice_scanner_scan(sluice_scanner* scanner,
                                  const sluice_policy* policy, uint32_t length,
                                  const sluice_context* context,
                                  const sluice_verdict** verdict);

// A scan of a text that comes in pieces (sluice/stream.h). The scanner must
// outlive it; policy, context and selection are copied.
sluice_status sluice_stream_new(sluice_scanner* scanner,
                                const sluice_policy* policy,
                                const sluice_context* context,
                                sluice_stream** stream);
void sluice_stream_free(sluice_stream* stream);
// Takes the first `length` bytes of the scanner's buffer as the next piece,
// then overwrites them with zeros. The verdict holds the findings that became
// final; it is the stream's and holds until its next call. Pieces end between
// code points.
sluice_status sluice_stream_push(sluice_stream* stream, uint32_t length,
                                 const sluice_verdict** verdict);
// UTF-16 code units from the begin of the text that are final.
uint32_t sluice_stream_settled(const sluice_stream* stream);
// The verdict of the whole text. Nothing may be pushed after that.
sluice_status sluice_stream_end(sluice_stream* stream,
                                const sluice_verdict** verdict);

uint32_t sluice_verdict_action(const sluice_verdict* verdict);
uint32_t sluice_verdict_incomplete(const sluice_verdict* verdict);
uint32_t sluice_verdict_count(const sluice_verdict* verdict);
// `count` records, little-endian, of SLUICE_FINDING_SIZE bytes:
//    0  u32 rule
//    4  u32 begin, end          UTF-16 code units
//   12  u8  confidence, action, test_value, language
//   16  u32 evidence_count
//   20  u32 kind, name          four times
//   52  u8  decoded             four times; sluice::Decoder, 0 behind the last
#define SLUICE_FINDING_SIZE 56u
const void* sluice_verdict_findings(const sluice_verdict* verdict);

// "python"; kInvalidArgument for a number without a name.
sluice_status sluice_language_name(uint32_t language, const char** text,
                                   uint32_t* length);

#ifdef __cplusplus
}
#endif

#endif  // SLUICE_ABI_H_
