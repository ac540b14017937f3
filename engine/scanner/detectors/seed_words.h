// The word list of BIP 39, as the option `seedWords` holds it.
//
// The option is made by scripts/generate-seed-words.mjs: six bits per
// character, '?' being 0. First where the words of each letter begin, two
// characters each and one more entry for the end, then a hash of each word.
#ifndef SLUICE_SCANNER_DETECTORS_SEED_WORDS_H_
#define SLUICE_SCANNER_DETECTORS_SEED_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace sluice {

class SeedWords {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFFu;

  // `signs` must outlive this.
  explicit SeedWords(std::string_view signs) : signs_(signs) {}

  bool empty() const { return signs_.size() < kHead; }

  // Where the word of letters stands in the list, or kNone. Case is ignored.
  uint32_t IndexOf(std::string_view word) const;

  // How many hashes there are, and each.
  uint32_t size() const;
  uint32_t HashAt(uint32_t index) const {
    return Number(kHead + index * kSignsPerHash, kSignsPerHash);
  }

  // Eighteen bits.
  static uint32_t HashOf(std::string_view word);

 private:
  static constexpr uint32_t kHead = 27 * 2;
  static constexpr uint32_t kSignsPerHash = 3;

  // 0 behind the end: a list is what somebody wrote.
  uint32_t Number(uint32_t at, uint32_t count) const;

  std::string_view signs_;
};

// Tells nearly all other words from those of a list in one look; 2 KB.
class SeedWordFilter {
 public:
  // No word is in an empty filter.
  SeedWordFilter() = default;

  void Add(const SeedWords& words);
  bool MayHave(std::string_view word) const;

 private:
  static constexpr uint32_t kBits = 1u << 14;

  std::vector<uint32_t> bits_;
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_SEED_WORDS_H_
