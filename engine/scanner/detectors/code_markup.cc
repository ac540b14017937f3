#include "scanner/detectors/code_markup.h"

#include <cstddef>

#include "scanner/bytes.h"

namespace sluice {
namespace {

struct Entity {
  std::string_view name;
  char character;
};
constexpr Entity kEntities[] = {{"&lt;", '<'},   {"&gt;", '>'},
                                {"&amp;", '&'},  {"&quot;", '"'},
                                {"&#39;", '\''}, {"&nbsp;", ' '}};

// Ends of these end a line, and <br> does.
constexpr std::string_view kLineEnds[] = {"br", "br/", "/div",
                                          "/p", "/li", "/tr"};

// Longer tags are none: looking for the end of each would take quadratic time.
constexpr size_t kMaxTag = 1024;

// The end of the tag at `begin`; `begin` if none stands there.
size_t TagEnd(std::string_view text, size_t begin) {
  if (begin + 1 == text.size()) return begin;
  const char next = text[begin + 1];
  if (!IsLetterByte(next) && next != '/' && next != '!') return begin;
  const size_t size = text.substr(begin, kMaxTag).find('>');
  return size == text.npos ? begin : begin + size + 1;
}

bool EndsLine(std::string_view tag) {
  const std::string_view name = tag.substr(1, tag.find_first_of(" >", 1) - 1);
  for (const std::string_view end : kLineEnds) {
    if (EqualsFolded(name, end)) return true;
  }
  return false;
}

const Entity* EntityAt(std::string_view text, size_t at) {
  for (const Entity& entity : kEntities) {
    if (text.substr(at, entity.name.size()) == entity.name) return &entity;
  }
  return nullptr;
}

}  // namespace

bool HasColours(std::string_view text) {
  return text.find("</span>") != text.npos;
}

WipedText WithoutMarkup(std::string_view text) {
  WipedText plain;
  plain.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t end = text[at] == '<' ? TagEnd(text, at) : at;
    if (end > at) {
      if (EndsLine(text.substr(at, end - at))) plain += '\n';
      at = end;
      continue;
    }
    const Entity* entity = text[at] == '&' ? EntityAt(text, at) : nullptr;
    plain += entity != nullptr ? entity->character : text[at];
    at += entity != nullptr ? entity->name.size() : 1;
  }
  return plain;
}

}  // namespace sluice
