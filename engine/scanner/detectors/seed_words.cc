#include "scanner/detectors/seed_words.h"

#include "scanner/bytes.h"

namespace sluice {

uint32_t SeedWords::IndexOf(std::string_view word) const {
  const auto letter = static_cast<uint32_t>(LowerByte(word[0]) - 'a');
  const uint32_t end = Number(letter * 2 + 2, 2);
  const uint32_t hash = HashOf(word);
  for (uint32_t i = Number(letter * 2, 2); i < end; ++i) {
    if (HashAt(i) == hash) return i;
  }
  return kNone;
}

uint32_t SeedWords::size() const {
  if (empty()) return 0;
  return static_cast<uint32_t>(signs_.size() - kHead) / kSignsPerHash;
}

uint32_t SeedWords::HashOf(std::string_view word) {
  uint32_t hash = kFnvBasis;
  for (const char c : word) hash = FnvOf(hash, LowerByte(c));
  return hash >> 14;
}

uint32_t SeedWords::Number(uint32_t at, uint32_t count) const {
  if (at + count > signs_.size()) return 0;
  uint32_t number = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t sign =
        static_cast<unsigned char>(signs_[at + i]) - uint32_t{'?'};
    number = number << 6 | (sign & 63u);
  }
  return number;
}

void SeedWordFilter::Add(const SeedWords& words) {
  if (words.empty()) return;
  bits_.resize(kBits / 32);
  for (uint32_t i = 0; i < words.size(); ++i) {
    const uint32_t bit = words.HashAt(i) % kBits;
    bits_[bit / 32] |= 1u << bit % 32;
  }
}

bool SeedWordFilter::MayHave(std::string_view word) const {
  if (bits_.empty()) return false;
  const uint32_t bit = SeedWords::HashOf(word) % kBits;
  return (bits_[bit / 32] >> bit % 32 & 1) != 0;
}

}  // namespace sluice
