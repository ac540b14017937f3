// A scan of a text that arrives in pieces.
#ifndef SLUICE_STREAM_H_
#define SLUICE_STREAM_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "sluice/policy.h"
#include "sluice/scanner.h"
#include "sluice/verdict.h"

namespace sluice {

// However the text is cut, End() gives the verdict of Scanner::Scan over the
// whole of it. On the way Push() hands out findings as soon as nothing that
// may follow can change them, and settled() says up to where the text is safe
// to be shown.
//
// Keeps the text in its own memory, up to kMaxTextBytes; over that the verdict
// is kTooLarge, as that of the whole text would be, and nothing more settles.
// Time is linear in the text: what Push() scans again is paid for by what came
// in (see scanner/stream.cc).
class Stream {
 public:
  // `scanner` must outlive the stream; the rest is copied.
  explicit Stream(const Scanner& scanner, const Policy& policy,
                  const ScanContext& context = {},
                  const ScanOptions& options = {});
  Stream(Stream&&) noexcept;
  ~Stream();

  // Takes the next bytes, which may end inside a code point. Returns findings
  // that became final, in the order of Verdict::findings; their spans count
  // from the begin of the whole text. Findings of detectors (source code, full
  // names) are final at the end only. Must not follow End().
  std::vector<Finding> Push(std::string_view chunk);

  // Bytes from the begin of the text that are final: every finding of a
  // pattern or number rule that begins before this was handed out. Never
  // falls. Stands still while a value may be under way, in a table that may
  // go on, and once a limit was met.
  uint32_t settled() const;

  // Bytes looked through so far, those looked at again counted again: at most
  // four times what came in, and 16 MiB.
  uint64_t looked() const;

  // What came in, for those who map offsets; not more than kMaxTextBytes.
  std::string_view text() const;

  // The verdict of the whole text. The text goes with the stream.
  Verdict End();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sluice

#endif  // SLUICE_STREAM_H_
