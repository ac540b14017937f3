// The input cuts a text into pieces. Whatever the pieces: the end tells what
// the whole text tells, and nothing that was handed out is taken back.
#include "sluice/stream.h"

#include <algorithm>

#include "default_rules.h"
#include "input.h"
#include "scanner/canonical_json.h"
#include "scanner/database_image.h"
#include "small_pack.h"
#include "target.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxCuts = 15;

// What may be told at the end only: another verdict than the text's own limits
// allow, and quoted-printable, which needs a second sign to be believed.
bool MayChange(std::string_view text) {
  return text.find('=') != std::string_view::npos;
}

class Watch {
 public:
  explicit Watch(const Scanner& scanner) : stream_(scanner, policy_) {}

  void Push(std::string_view piece) {
    size_ += piece.size();
    for (const Finding& finding : stream_.Push(piece)) {
      early_.push_back(finding);
    }
    Require(stream_.settled() >= settled_, "what is settled stays so");
    Require(stream_.settled() <= size_, "only what came is settled");
    settled_ = stream_.settled();
  }

  void End(const Scanner& scanner, std::string_view text) {
    const Verdict whole = scanner.Scan(text, policy_);
    const Verdict end = stream_.End();
    Require(Json(scanner, text, end.findings) ==
                Json(scanner, text, whole.findings),
            "the end tells what the whole text tells");
    if (!whole.complete() || MayChange(text)) return;
    std::vector<Finding> expected;
    for (const Finding& finding : whole.findings) {
      const RuleRecord& rule = scanner.database().image().rules[finding.rule];
      if (finding.span.begin < settled_ &&
          rule.kind != static_cast<uint32_t>(RuleKind::kDetector)) {
        expected.push_back(finding);
      }
    }
    if (Json(scanner, text, early_) != Json(scanner, text, expected)) {
      std::fprintf(stderr, "settled %u of %zu\nearly %s\nwhole %s\n", settled_,
                   text.size(), Json(scanner, text, early_).c_str(),
                   Json(scanner, text, expected).c_str());
    }
    Require(Json(scanner, text, early_) == Json(scanner, text, expected),
            "what was handed out is what begins in the settled text");
  }

 private:
  static std::string Json(const Scanner& scanner, std::string_view text,
                          const std::vector<Finding>& findings) {
    Verdict verdict;
    verdict.findings = findings;
    return CanonicalJson(text, scanner.database(), verdict);
  }

  Policy policy_;
  Stream stream_;
  std::vector<Finding> early_;
  size_t size_ = 0;
  uint32_t settled_ = 0;
};

// Sizes of pieces, then the text, with prose behind it so that most of it is
// settled.
void Run(std::string_view bytes) {
  static const std::string small = CompileSmallPack();
  static const Scanner scanner(
      Database::Load(
          {reinterpret_cast<const uint8_t*>(small.data()), small.size()})
          .value());
  Input input(bytes);
  const uint32_t cuts = input.Byte() % (kMaxCuts + 1);
  std::vector<uint32_t> sizes;
  for (uint32_t i = 0; i < cuts; ++i) sizes.push_back(input.Byte());
  std::string text(input.Rest());
  text.append(text.size() % 2 == 0 ? 400 : 0, '.');
  Watch watch(scanner);
  size_t at = 0;
  for (const uint32_t size : sizes) {
    watch.Push(std::string_view(text).substr(std::min(at, text.size()), size));
    at += size;
  }
  watch.Push(std::string_view(text).substr(std::min(at, text.size())));
  watch.End(scanner, text);
}

std::vector<std::string> Seeds() {
  const std::string pack(kSmallPackText);
  std::vector<std::string> seeds = {std::string(1, '\0') + pack,
                                    "\x05\x01\x10\x03\x20\xFF" + pack + pack};
  for (const std::string& text : ExampleTexts()) {
    if (text.size() < 120) seeds.push_back("\x03\x05\x20\x09" + text);
  }
  return seeds;
}

}  // namespace

const FuzzTarget kStreamTarget = {"stream", Run, Seeds};

}  // namespace sluice
