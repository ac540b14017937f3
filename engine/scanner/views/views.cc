// From a base text (the original, folded, or something decoded) come:
//
//   folded     neighbourhoods of what folding changed
//   unmarked   -> unwrapped
//   unwrapped, habit, digits joined
//   decoded    one view per decoder, each the base of all of this again, until
//              kMaxDecodeDepth
//
// Everything but the first works on folded text, so that an invisible character
// inside an encoding hides nothing.
#include "scanner/views/views.h"

#include "scanner/bytes.h"
#include "scanner/views/checked_numbers.h"
#include "scanner/views/folding.h"
#include "scanner/views/transforms.h"

namespace sluice {
namespace {

class ViewBuilder {
 public:
  ViewBuilder(std::string_view original, const DatabaseImage& image,
              ViewBudget& budget, std::vector<View>& views)
      : original_(original), image_(image), budget_(budget), views_(views) {}

  // Views move when their list grows, so bases are named by index and their
  // texts asked for anew: short strings live inside the view.
  void Explore(uint32_t view) {
    const uint32_t base = Fold(view);
    const uint32_t unmarked =
        AddTransformed(base, ViewKind::kUnmarked, RemoveMarks);
    if (unmarked != kNoParent) {
      AddTransformed(unmarked, ViewKind::kUnwrapped, Unwrap);
    }
    AddTransformed(base, ViewKind::kUnwrapped, Unwrap);
    AddTransformed(base, ViewKind::kHabit, ReadHabits);
    AddDigits(base);
    if (DepthOf(base) < kMaxDecodeDepth) AddDecoded(base);
  }

 private:
  using Transform = void (*)(std::string_view, ViewWriter&);
  using RunDecoder = void (*)(std::string_view, ViewBudget&, ViewWriter&,
                              ViewWriter&);

  std::string_view TextOf(uint32_t view) const {
    return view == kNoParent ? original_ : std::string_view(views_[view].text);
  }
  uint32_t DepthOf(uint32_t view) const {
    return view == kNoParent ? 0 : views_[view].depth;
  }

  // Adds a view of `parent` that is still empty but for what it inherits.
  static View ChildOf(const std::vector<View>& views, uint32_t parent,
                      ViewKind kind) {
    View view;
    view.parent = parent;
    view.kind = kind;
    if (parent != kNoParent) {
      view.decoders = views[parent].decoders;
      view.decoder_count = views[parent].decoder_count;
      view.depth = views[parent].depth;
    }
    return view;
  }

  uint32_t Add(View view) {
    views_.push_back(std::move(view));
    return static_cast<uint32_t>(views_.size()) - 1;
  }

  // Adds the folded text of the view; returns its index, or that of the view
  // if folding changes nothing.
  uint32_t Fold(uint32_t parent) {
    if (FindUnseen(TextOf(parent), 0) == TextOf(parent).size()) return parent;
    FoldedText folded = FoldText(TextOf(parent));
    if (!folded.changed) return parent;
    View whole = ChildOf(views_, parent, ViewKind::kFolded);
    whole.text = std::move(folded.text);
    whole.map = std::move(folded.map);
    whole.scanned = false;
    const uint32_t base = Add(std::move(whole));
    if (folded.touched.empty() || !budget_.TakeView()) return base;
    ViewWriter writer = WriterFor(base);
    for (const Span& span : folded.touched) writer.Touch(span.begin, span.end);
    View view = ChildOf(views_, base, ViewKind::kFolded);
    if (writer.Finish(view)) Add(std::move(view));
    return base;
  }

  ViewWriter WriterFor(uint32_t base) const {
    ViewWriter writer(TextOf(base), kViewMargins, budget_);
    if (base != kNoParent &&
        (views_[base].depth > 0 || views_[base].kind != ViewKind::kFolded)) {
      writer.TakeOnlyNew(views_, base);
    }
    return writer;
  }

  uint32_t AddTransformed(uint32_t parent, ViewKind kind, Transform transform) {
    ViewWriter writer = WriterFor(parent);
    transform(TextOf(parent), writer);
    return AddWritten(parent, kind, writer);
  }

  void AddDigits(uint32_t parent) {
    if (image_.numbers.max_length() == 0) return;
    ViewWriter writer = WriterFor(parent);
    JoinDigits(TextOf(parent), image_, writer);
    AddWritten(parent, ViewKind::kDigits, writer);
  }

  uint32_t AddWritten(uint32_t parent, ViewKind kind, ViewWriter& writer) {
    View view = ChildOf(views_, parent, kind);
    if (!writer.Finish(view) || !budget_.TakeView()) return kNoParent;
    return Add(std::move(view));
  }

  void AddDecoded(uint32_t base) {
    AddInPlace(base, Decoder::kPercent, DecodePercent);
    AddInPlace(base, Decoder::kHtml, DecodeHtml);
    AddInPlace(base, Decoder::kEscape, DecodeEscapes);
    if (IsQuotedPrintable(TextOf(base))) {
      AddInPlace(base, Decoder::kQuotedPrintable, DecodeQuotedPrintable);
    }
    AddRuns(base, Decoder::kBase64, DecodeBase64);
    AddRuns(base, Decoder::kHex, DecodeHex);
  }

  // "=" alone is in any program: two codes side by side tell the encoding, or
  // a code for what is never written as it stands.
  static bool IsQuotedPrintable(std::string_view text) {
    const auto size = static_cast<uint32_t>(text.size());
    for (uint32_t at = FindByte(text, 0, '='); at < size;
         at = FindByte(text, at + 1, '=')) {
      const char next = ByteAt(text, at + 1);
      const char before = at > 0 ? text[at - 1] : ' ';
      if (next == '\n' || next == '\r') {
        if (before != '=' && !IsSpaceByte(before)) return true;
        continue;
      }
      if (HexValue(next) < 0 || HexValue(ByteAt(text, at + 2)) < 0) continue;
      // "=20" is the begin of a year too.
      const char behind = ByteAt(text, at + 3);
      if (behind == '=' || behind == '\n' || behind == '\r') return true;
      if (text.substr(at + 1, 2) == "3D") return true;
    }
    return false;
  }

  void AddInPlace(uint32_t base, Decoder decoder, Transform transform) {
    ViewWriter writer = WriterFor(base);
    transform(TextOf(base), writer);
    AddDecodedView(base, writer, decoder, Decoder::kNone);
  }

  void AddRuns(uint32_t base, Decoder decoder, RunDecoder decode) {
    ViewWriter text = WriterFor(base);
    ViewWriter inflated = WriterFor(base);
    decode(TextOf(base), budget_, text, inflated);
    AddDecodedView(base, text, decoder, Decoder::kNone);
    AddDecodedView(base, inflated, decoder, Decoder::kGzip);
  }

  void AddDecodedView(uint32_t base, ViewWriter& writer, Decoder outer,
                      Decoder inner) {
    View view = ChildOf(views_, base, ViewKind::kDecoded);
    if (!writer.Finish(view) || !budget_.TakeView()) return;
    view.AddDecoder(outer);
    if (inner != Decoder::kNone) view.AddDecoder(inner);
    ++view.depth;
    Explore(Add(std::move(view)));
  }

  std::string_view original_;
  const DatabaseImage& image_;
  ViewBudget& budget_;
  std::vector<View>& views_;
};

}  // namespace

void BuildViews(std::string_view original, const DatabaseImage& image,
                ViewBudget& budget, std::vector<View>& views) {
  ViewBuilder(original, image, budget, views).Explore(kNoParent);
}

std::optional<Span> MapToOriginal(const std::vector<View>& views,
                                  uint32_t index, Span span) {
  while (index != kNoParent) {
    const std::optional<Span> base = views[index].map.MapSpan(span);
    if (!base) return std::nullopt;
    span = *base;
    index = views[index].parent;
  }
  return span;
}

bool IsEdited(const std::vector<View>& views, uint32_t index, Span span) {
  while (index != kNoParent) {
    if (views[index].map.IsEdited(span)) return true;
    const std::optional<Span> base = views[index].map.MapSpan(span);
    if (!base) return true;
    span = *base;
    index = views[index].parent;
  }
  return false;
}

std::array<Decoder, kMaxDecoders> DecodersOf(const std::vector<View>& views,
                                             uint32_t index, Span span) {
  std::array<Decoder, kMaxDecoders> inner_first = {}, result = {};
  uint32_t count = 0;
  while (index != kNoParent) {
    const View& view = views[index];
    const std::optional<Span> base = view.map.MapSpan(span);
    if (!base) break;
    const uint32_t inherited =
        view.parent == kNoParent ? 0 : views[view.parent].decoder_count;
    if (view.map.IsEdited(span)) {
      for (uint32_t i = view.decoder_count; i > inherited; --i) {
        inner_first[count++] = view.decoders[i - 1];
      }
    }
    span = *base;
    index = view.parent;
  }
  for (uint32_t i = 0; i < count; ++i) result[i] = inner_first[count - 1 - i];
  return result;
}

bool AdmitsView(const DatabaseImage& image, const RuleRecord& rule,
                const View& view) {
  if (rule.kind == static_cast<uint32_t>(RuleKind::kDetector)) return false;
  const bool checked = HasCheckDigits(image, rule);
  if (view.kind == ViewKind::kDigits) {
    return checked && rule.kind == static_cast<uint32_t>(RuleKind::kNumber);
  }
  const bool needs_strong =
      view.decoder_count > 0 || view.kind == ViewKind::kUnwrapped;
  if (!needs_strong || checked) return true;
  return rule.confidence == static_cast<uint32_t>(Confidence::kHigh);
}

}  // namespace sluice
