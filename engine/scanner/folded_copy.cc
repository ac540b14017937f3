#include "scanner/folded_copy.h"

#include "scanner/canonical.h"

namespace sluice {

bool NeedsFolding(std::string_view text) {
  return text.find(kLongS) != std::string_view::npos ||
         text.find(kKelvin) != std::string_view::npos;
}

FoldedCopy MakeFoldedCopy(std::string_view text) {
  FoldedCopy copy;
  copy.text.reserve(text.size());
  copy.original.reserve(text.size() + 1);
  for (uint32_t i = 0; i < text.size();) {
    copy.original.push_back(i);
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(kLongS)) {
      copy.text.push_back('s');
      i += kLongS.size();
    } else if (rest.starts_with(kKelvin)) {
      copy.text.push_back('k');
      i += kKelvin.size();
    } else {
      copy.text.push_back(text[i++]);
    }
  }
  copy.original.push_back(static_cast<uint32_t>(text.size()));
  return copy;
}

}  // namespace sluice
