// Telling random characters from words and names, by what pairs of letters
// cost in a table trained on names (scripts/train-rarity.py).
#include "scanner/bytes.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/rarity_table.h"

namespace sluice {
namespace {

constexpr uint32_t kEdge = 0, kDigit = 27, kOther = 28;

uint32_t CodeOf(char c) {
  if (IsDigitByte(c)) return kDigit;
  if (IsLowerByte(c)) return static_cast<uint32_t>(c - 'a') + 1;
  if (IsUpperByte(c)) return static_cast<uint32_t>(c - 'A') + 1;
  return static_cast<unsigned char>(c) >= 0x80 ? kOther : kEdge;
}

// Whether the next word of a name begins: userName, HTTPServer.
bool IsHump(std::string_view value, size_t i) {
  if (i == 0 || !IsUpperByte(value[i])) return false;
  if (IsLowerByte(value[i - 1])) return true;
  return IsUpperByte(value[i - 1]) && i + 1 < value.size() &&
         IsLowerByte(value[i + 1]);
}

// Adds up what each step costs.
class Costs {
 public:
  void Take(uint32_t code) {
    if (code == kEdge && last_ == kEdge) return;
    sum_ += kRarityCosts[last_][code];
    ++steps_;
    last_ = code;
  }
  uint32_t PerStep() const { return steps_ == 0 ? 0 : sum_ / steps_; }

 private:
  uint32_t last_ = kEdge;
  uint32_t sum_ = 0;
  uint32_t steps_ = 0;
};

// Sixteen digits of base 16 and more on end, in a mixture as chance makes it;
// hyphens are those of a UUID.
bool HasRandomHex(std::string_view value) {
  uint32_t digits = 0, letters = 0;
  for (size_t i = 0; i <= value.size(); ++i) {
    const char c = i < value.size() ? value[i] : '\0';
    const bool hex = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (IsDigitByte(c) || hex) {
      digits += IsDigitByte(c);
      letters += hex;
      continue;
    }
    if (c == '-') continue;
    const uint32_t size = digits + letters;
    if (size >= 16 && digits * 3 >= size && letters * 8 >= size) return true;
    digits = letters = 0;
  }
  return false;
}

}  // namespace

uint32_t RarityOf(std::string_view value) {
  Costs costs;
  for (size_t i = 0; i < value.size(); ++i) {
    // One letter of UTF-8, one step.
    if ((static_cast<unsigned char>(value[i]) & 0xC0) == 0x80) continue;
    if (IsHump(value, i)) costs.Take(kEdge);
    costs.Take(CodeOf(value[i]));
  }
  costs.Take(kEdge);
  return costs.PerStep();
}

bool CheckRarity(std::string_view value) {
  // The shorter, the more a chance word weighs.
  const uint32_t limit = value.size() < 12 ? 78 : value.size() < 20 ? 74 : 70;
  return RarityOf(value) >= limit || HasRandomHex(value);
}

}  // namespace sluice
