// A compiled rule set: immutable, checksummed, usable in place.
#ifndef SLUICE_DATABASE_H_
#define SLUICE_DATABASE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "sluice/result.h"
#include "sluice/types.h"

namespace sluice {

struct DatabaseImage;  // the loaded sections; private to engine/scanner

// What a person may want to know of a rule. Views live as long as the
// Database's bytes.
struct RuleInfo {
  std::string_view id;           // "nl-bsn"; unique, for ever
  std::string_view family;       // "nl-identity"
  std::string_view title;        // English, for people
  std::string_view placeholder;  // "BSN": redacts to [BSN_1]
  std::string_view country;      // ISO 3166-1 alpha-2, lower case, or ""
  Category category = Category::kSecret;
  Severity severity = Severity::kLow;
  Confidence confidence = Confidence::kLow;  // before any evidence
  uint32_t tag_count = 0;
};

// Copies share the image. Safe for concurrent use.
class Database {
 public:
  // Checks magic, version, checksum and every internal reference, then uses
  // `bytes` in place: they must stay alive and unchanged, and be aligned to 8
  // bytes, for as long as any copy of the Database or a Scanner on it lives.
  // Errors: kInvalidDatabase, kVersionMismatch. O(size).
  static Result<Database> Load(std::span<const uint8_t> bytes);

  // A database on the same bytes in which only some rules take part: bit r % 32
  // of word r / 32 for rule r; missing words are 0. The others keep their
  // numbers and neither find nor overlap anything, nor cost time. An earlier
  // selection does not count. O(size).
  Database Select(std::span<const uint32_t> rules) const;

  uint32_t rule_count() const;
  // `index` < rule_count().
  RuleInfo rule(uint32_t index) const;
  // `tag` < rule(index).tag_count.
  std::string_view tag(uint32_t index, uint32_t tag) const;
  // The string behind an Evidence::name; "" for kNoString or out of range.
  std::string_view String(StringId id) const;

  const DatabaseImage& image() const { return *image_; }

 private:
  explicit Database(std::shared_ptr<const DatabaseImage> image);
  std::shared_ptr<const DatabaseImage> image_;
};

}  // namespace sluice

#endif  // SLUICE_DATABASE_H_
