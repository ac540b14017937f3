#include "mixed_texts.h"

#include <iterator>

#include "default_rules.h"
#include "disguises.h"

namespace sluice {
namespace {

constexpr std::string_view kFillers[] = {
    "The meeting is on Thursday, and everybody is invited to come. ",
    "\n",
    "\n\n",
    " ",
    ", ",
    ": ",
    "Regards,\nAnna\n",
    "| name | number |\n|---|---|\n",
    "a,b,c\n",
    "key = ",
    "password: ",
    "\xC3\xA9t\xC3\xA9 \xE4\xB8\xAD\xE6\x96\x87 \xF0\x9F\x98\x80 ",
    kPlainProse,
};

std::vector<std::string> MakePieces() {
  std::vector<std::string> texts = ExampleTexts();
  for (const auto& list : {AccidentalDisguises(), DeliberateDisguises()}) {
    for (const Disguise& disguise : list) {
      for (const Secret& secret : KnownSecrets()) {
        Disguised d = disguise.make(secret);
        if (!d.text.empty()) texts.push_back(std::move(d.text));
      }
    }
  }
  return texts;
}

}  // namespace

const std::vector<std::string>& MixedPieces() {
  static const std::vector<std::string> pieces = MakePieces();
  return pieces;
}

std::string MixedText(std::mt19937& random, size_t parts) {
  std::string text;
  for (size_t i = 0; i < parts; ++i) {
    if (random() % 2 == 0) {
      text += kFillers[random() % std::size(kFillers)];
    } else {
      text += MixedPieces()[random() % MixedPieces().size()];
    }
  }
  return text;
}

}  // namespace sluice
