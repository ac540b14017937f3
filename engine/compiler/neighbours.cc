#include "compiler/neighbours.h"

#include "scanner/canonical.h"

namespace sluice {
namespace {

constexpr CodeSet WordCodes() {
  CodeSet codes = CodeSet{1} << kCodeDigit | CodeSet{1} << kCodeOfByte['_'];
  for (uint32_t letter = 0; letter < 26; ++letter) {
    codes |= CodeSet{1} << (kCodeLetterA + letter);
  }
  return codes;
}
constexpr CodeSet kWordCodes = WordCodes();

// The codes across a \b from a byte of `codes`.
CodeSet AcrossBoundary(CodeSet codes) {
  if ((codes & ~kWordCodes) == 0) return ~kWordCodes;
  if ((codes & kWordCodes) == 0) return kWordCodes;
  return ~CodeSet{0};
}

// The byte at `offset` is the first of elements that may be empty, from `at` on
// in steps of `step`.
void NarrowToFirst(const Path& path, size_t at, int step, int32_t offset,
                   Neighbours& neighbours) {
  CodeSet any = 0;
  for (; at < path.size(); at += static_cast<size_t>(step)) {
    any |= path[at].inside;
    if (path[at].gap.min > 0) {
      neighbours.Narrow(offset, any);
      return;
    }
  }
}

void LookBehind(const Path& path, size_t end, int32_t offset,
                Neighbours& neighbours) {
  CodeSet last = path[end - 1].codes;
  for (size_t i = end; i < path.size() && offset <= Neighbours::kLast; ++i) {
    const PathElement& element = path[i];
    if (element.at_boundary) neighbours.Narrow(offset, AcrossBoundary(last));
    if (element.gap.min == 0) {
      NarrowToFirst(path, i, 1, offset, neighbours);
      return;
    }
    for (uint32_t k = 0; k < element.gap.min && offset <= Neighbours::kLast;
         ++k) {
      neighbours.Narrow(offset++, element.inside);
    }
    if (element.gap.min != element.gap.max) return;
    last = element.inside;
  }
}

void LookAhead(const Path& path, size_t begin, Neighbours& neighbours) {
  int32_t offset = -1;
  for (size_t i = begin; offset >= Neighbours::kFirst; --i) {
    const CodeSet next = path[i].inside;
    if (path[i].at_boundary) neighbours.Narrow(offset, AcrossBoundary(next));
    if (i == 0) return;
    const PathElement& element = path[i - 1];
    if (element.gap.min == 0) {
      NarrowToFirst(path, i - 1, -1, offset, neighbours);
      return;
    }
    for (uint32_t k = 0; k < element.gap.min && offset >= Neighbours::kFirst;
         ++k) {
      neighbours.Narrow(offset--, element.inside);
    }
    if (element.gap.min != element.gap.max) return;
  }
}

}  // namespace

void Neighbours::Widen(const Neighbours& other) {
  for (size_t i = 0; i < codes_.size(); ++i) codes_[i] |= other.codes_[i];
}

Path WithMarksInPlace(const Path& path) {
  Path marked;
  bool at_boundary = false;
  for (PathElement element : path) {
    at_boundary |= element.at_boundary;
    if (element.gap.max == 0) continue;
    element.at_boundary = at_boundary;
    marked.push_back(element);
    at_boundary = false;
  }
  if (at_boundary) marked.push_back({0, {}, 0, true});
  return marked;
}

Neighbours NeighboursOf(const Path& path, size_t begin, size_t length) {
  Neighbours neighbours;
  LookBehind(path, begin + length, static_cast<int32_t>(length), neighbours);
  LookAhead(path, begin, neighbours);
  return neighbours;
}

}  // namespace sluice
