// The text is kept, and its end looked through again as it grows.
//
// A look scans a window: the text from `window` on, of which the part from
// `settled` on is still open and the part before gives context. Findings
// before the new frontier are handed out. They are those of the whole text:
//
//   1. Behind a point that no match of a rule lies over, the rule's matches
//      depend on the text behind it and on one character before, for that is
//      where a search over the whole text goes on. No match lies over
//      `settled` in the whole text: neither one that was found nor one that
//      may still come (frontier.h). If none does in the window either, both
//      find the same from there on; a look that sees one settles nothing.
//   2. Context, the borders of numbers and the neighbourhoods of views reach
//      less than kBack bytes back. Labels in tables reach further, so that a
//      window begins where no table goes on from the line before
//      (MayShareTable).
//   3. Ahead, what decides about a match ends before the text does, or the
//      frontier stands before it. In a table that may go on, matches that look
//      at labels stay open: whether a number is one of many is known at its
//      last row only.
//   4. Findings compete for bytes. The frontier stands in no match, so that
//      what it divides never meets.
//
// Views are made of the window as they would be of the text, but for limits
// (budgets, the number of views) and for one encoding that needs two signs to
// be believed (quoted-printable): a text that shows the second one later may
// hold a finding in what was settled. End() tells the truth in any case: it
// scans the whole.
//
// Time: every byte that comes in pays for kLooksPerByte bytes of window, and
// what nobody paid for waits. So all looks together cost
// O(kLooksPerByte * text), however large an open stretch may grow.
#include "sluice/stream.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/frontier.h"
#include "scanner/nearby.h"
#include "scanner/scan.h"
#include "scanner/sort.h"
#include "scanner/tables.h"
#include "scanner/utf8.h"
#include "scanner/views/view_writer.h"
#include "scanner/views/views.h"
#include "scanner/views/wiped.h"

namespace sluice {
namespace {

constexpr uint32_t kLooksPerByte = 4;
// What short texts, a chat's replies, may look at for nothing.
constexpr uint64_t kFreeLooks = 16u << 20;
constexpr uint32_t kBack = 1024;
// Bytes at the end of a view that what follows may change.
constexpr uint32_t kUnstableView = 128;
// A neighbourhood that ends further from the text's end is whole: an edit that
// may come is not near enough to be in it (views/view_writer.h).
constexpr uint32_t kClosedView =
    kViewMargins.before + kViewMargins.after + kUnstableView;
// Between two places in one long line where a window may begin.
constexpr uint32_t kLineStep = 4096;
static_assert(kLineStep > kMaxTableLine);

// `position`, or the begin of the code point it is in.
uint32_t BoundaryAt(std::string_view text, uint32_t position) {
  return position < text.size() ? PreviousBoundary(text, position + 1)
                                : position;
}

// Places where a window may begin: no table holds lines on both sides.
class TableBreaks {
 public:
  // Takes note of what came behind the last call's text.
  void Read(std::string_view text) {
    for (size_t end = text.find('\n', read_); end != text.npos;
         end = text.find('\n', read_)) {
      EndLine(text, static_cast<uint32_t>(end));
      read_ = end + 1;
    }
    read_ = text.size();
    ReadLongLine(text, static_cast<uint32_t>(text.size()));
  }

  // The last place at or before `position`.
  uint32_t Before(uint32_t position) {
    while (first_ + 1 < places_.size() && places_[first_ + 1] <= position) {
      ++first_;
    }
    const uint32_t place = places_[first_];
    if (2 * first_ > places_.size()) {
      places_.erase(places_.begin(),
                    places_.begin() + static_cast<ptrdiff_t>(first_));
      first_ = 0;
    }
    return place <= position ? place : 0;
  }
  uint32_t last() const { return places_.back(); }

 private:
  void EndLine(std::string_view text, uint32_t end) {
    ReadLongLine(text, end);
    const std::string_view line = text.substr(line_, end - line_);
    const std::string_view above =
        text.substr(previous_.begin, previous_.size());
    ReadTags(text, line_);
    if (!in_html_ && !MayShareTable(above, line)) {
      if (places_.back() < line_) places_.push_back(line_);
    }
    previous_ = {line_, end};
    line_ = end + 1;
  }

  // A line over the limit is no row, nor is what is left of it behind one of
  // these places.
  void ReadLongLine(std::string_view text, uint32_t end) {
    uint32_t next = std::max({places_.back(), line_, tags_}) + kLineStep;
    for (; next + kMaxTableLine < end; next += kLineStep) {
      ReadTags(text, next);
      if (!in_html_) places_.push_back(BoundaryAt(text, next));
    }
  }

  // Takes note of the tags that begin before `end`.
  void ReadTags(std::string_view text, uint32_t end) {
    if (end <= tags_) return;
    in_html_ = HtmlTableGoesOn(text, {tags_, end}, in_html_);
    tags_ = end;
  }

  std::vector<uint32_t> places_ = {0};
  size_t first_ = 0;      // that Before() may still give
  Span previous_;         // the last whole line
  uint32_t line_ = 0;     // where the line begins that is not whole
  size_t read_ = 0;       // bytes in which line breaks were looked for
  uint32_t tags_ = 0;     // bytes in which tags were looked for
  bool in_html_ = false;  // a table in HTML goes on there
};

// Bytes at the end that are the begin of a code point.
uint32_t PartialBytes(std::string_view text) {
  for (uint32_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<uint8_t>(text[text.size() - back]);
    if ((byte & 0xC0u) == 0x80u) continue;
    const uint32_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return byte >= 0xC0 && needed > back ? back : 0;
  }
  return 0;
}

// Sees where the matches of a window lie, and where its frontier is.
class Watcher : public ScanObserver {
 public:
  Watcher(const DatabaseImage& image, const RuleReaches& reaches,
          uint32_t settled, uint32_t open_table)
      : image_(image),
        reaches_(reaches),
        settled_(settled),
        open_table_(open_table) {}

  void SawText(std::string_view text,
               const std::vector<Match>& matches) override {
    text_size_ = static_cast<uint32_t>(text.size());
    frontier_ = Frontier(image_, reaches_, text, settled_, matches, 0);
    for (const Match& match : matches) Keep(match.rule, match.whole);
  }

  void SawView(const std::vector<View>& views, uint32_t index,
               const std::vector<Match>& matches) override {
    const View& view = views[index];
    for (const Match& match : matches) {
      const auto whole = MapToOriginal(views, index, match.whole);
      if (whole) Keep(match.rule, *whole);
    }
    const auto size = static_cast<uint32_t>(view.text.size());
    const auto last = MapToOriginal(views, index, {size - 1, size});
    if (last && text_size_ - last->end > kClosedView) return;
    const uint32_t at =
        Frontier(image_, reaches_, view.text, view.map.LastStretch(), matches,
                 kUnstableView);
    if (at == size) return;
    const auto open = MapToOriginal(views, index, {at, at + 1});
    frontier_ = std::min(frontier_, open ? open->begin : 0);
  }

  // Whether a match lies over what was settled: then the window disagrees
  // with the text.
  bool OverSettled() const {
    return std::any_of(spans_.begin(), spans_.end(), [this](Span span) {
      return span.begin < settled_ && settled_ < span.end;
    });
  }

  // The frontier of all texts, in no match.
  uint32_t Settle() {
    Sort(spans_.data(), spans_.size(),
         [](Span a, Span b) { return a.end > b.end; });
    for (const Span& span : spans_) {
      if (span.end <= frontier_) break;
      frontier_ = std::min(frontier_, span.begin);
    }
    return std::max(frontier_, settled_);
  }

 private:
  // Detectors look at a text as a whole: what they find is told at the end, and
  // holds nothing back.
  void Keep(uint32_t rule, Span whole) {
    if (image_.rules[rule].kind == static_cast<uint32_t>(RuleKind::kDetector)) {
      return;
    }
    spans_.push_back(whole);
    const RuleRecord& record = image_.rules[rule];
    const bool labelled =
        record.context_mode != static_cast<uint32_t>(ContextMode::kNone) ||
        TakesNearby(image_, record);
    if (labelled && whole.end > open_table_ && whole.begin >= settled_) {
      frontier_ = std::min(frontier_, whole.begin);
    }
  }

  const DatabaseImage& image_;
  const RuleReaches& reaches_;
  uint32_t settled_;
  uint32_t open_table_;
  uint32_t text_size_ = 0;
  uint32_t frontier_ = 0;
  std::vector<Span> spans_;
};

}  // namespace

struct Stream::State {
  State(const Scanner& scanner_to_use, const Policy& policy_to_use,
        const ScanContext& context, const ScanOptions& options_to_use)
      : scanner(scanner_to_use),
        policy(policy_to_use),
        destination(context.destination),
        locale(context.locale),
        direction(context.direction),
        options(options_to_use),
        reaches(scanner.database().image()) {}

  ScanContext Context() const { return {destination, direction, locale}; }

  std::vector<Finding> Look();

  Scanner scanner;  // its own copy: selections change
  Policy policy;
  std::string destination, locale;
  Direction direction;
  ScanOptions options;
  RuleReaches reaches;
  WipedText text;
  TableBreaks breaks;
  uint32_t settled = 0;
  uint32_t window = 0;
  uint64_t paid = kFreeLooks;
  uint64_t looked = 0;
  bool too_large = false;
  bool stalled = false;  // a limit was met: no more looks
};

std::vector<Finding> Stream::State::Look() {
  const std::string_view all =
      std::string_view(text).substr(0, text.size() - PartialBytes(text));
  const std::string_view seen = all.substr(window);
  if (stalled || paid < seen.size()) return {};
  paid -= seen.size();
  looked += seen.size();
  const uint32_t open = breaks.last() - std::min(breaks.last(), window);
  const DatabaseImage& image = scanner.database().image();
  Watcher watcher(image, reaches, settled - window, open);
  const Verdict verdict =
      ScanText(image, seen, policy, Context(), options, &watcher);
  stalled = !verdict.complete() || watcher.OverSettled();
  if (stalled) return {};
  uint32_t until = window + watcher.Settle();
  until = std::max(settled, BoundaryAt(all, until));
  std::vector<Finding> final;
  for (Finding finding : verdict.findings) {
    const bool detected = image.rules[finding.rule].kind ==
                          static_cast<uint32_t>(RuleKind::kDetector);
    finding.span = {finding.span.begin + window, finding.span.end + window};
    const bool is_new =
        finding.span.begin >= settled && finding.span.begin < until;
    if (is_new && !detected) final.push_back(finding);
  }
  settled = until;
  const uint32_t back = kBack + reaches.before();
  window = std::max(window, breaks.Before(settled - std::min(settled, back)));
  return final;
}

Stream::Stream(const Scanner& scanner, const Policy& policy,
               const ScanContext& context, const ScanOptions& options)
    : state_(std::make_unique<State>(scanner, policy, context, options)) {}
Stream::Stream(Stream&&) noexcept = default;
Stream::~Stream() = default;

std::vector<Finding> Stream::Push(std::string_view chunk) {
  State& state = *state_;
  if (state.too_large || chunk.empty()) return {};
  if (chunk.size() > kMaxTextBytes - state.text.size()) {
    state.too_large = true;
    state.text = {};
    return {};
  }
  state.text.append(chunk);
  state.breaks.Read(state.text);
  state.paid += uint64_t{kLooksPerByte} * chunk.size();
  return state.Look();
}

uint64_t Stream::looked() const { return state_->looked; }

uint32_t Stream::settled() const { return state_->settled; }

std::string_view Stream::text() const { return state_->text; }

Verdict Stream::End() {
  State& state = *state_;
  const DatabaseImage& image = state.scanner.database().image();
  Verdict verdict;
  if (state.too_large) {
    verdict.incomplete = IncompleteReason::kTooLarge;
    Decide(image, state.text, state.policy, state.Context(), verdict);
  } else {
    verdict = ScanText(image, state.text, state.policy, state.Context(),
                       state.options, nullptr);
  }
  return verdict;
}

}  // namespace sluice
