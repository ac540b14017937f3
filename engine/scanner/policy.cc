// The binary form of a policy, as it crosses the C ABI: words, checked one by
// one, because the bytes may come from anywhere.
#include "sluice/policy.h"

#include <cstddef>
#include <string>
#include <utility>

namespace sluice {
namespace {

constexpr uint32_t kPolicyMagic = 0x32504C53u;  // "SLP2"
// The fewest bytes that hold a clause: nine words and six empty lists.
constexpr size_t kMinClauseBytes = 15 * 4;

// Reads little-endian words. After the first read beyond the end, ok() is
// false and everything read is 0.
class WordReader {
 public:
  explicit WordReader(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  size_t left() const { return bytes_.size() - at_; }

  uint32_t Word() {
    if (left() < 4) ok_ = false;
    if (!ok_) return 0;
    uint32_t word = 0;
    for (unsigned i = 0; i < 4; ++i) {
      word |= static_cast<uint32_t>(bytes_[at_++]) << (8 * i);
    }
    return word;
  }

  Action ReadAction() {
    const uint32_t word = Word();
    if (word >= kActionCount) ok_ = false;
    return ok_ ? static_cast<Action>(word) : Action::kBlock;
  }

  std::string Text() {
    const size_t size = Word();
    const size_t padding = (4 - size % 4) % 4;
    if (size > left() || size + padding > left()) ok_ = false;
    if (!ok_) return {};
    std::string text(reinterpret_cast<const char*>(bytes_.data()) + at_, size);
    at_ += size;
    for (size_t i = 0; i < padding; ++i) {
      if (bytes_[at_++] != 0) ok_ = false;
    }
    return text;
  }

  std::vector<std::string> Texts() {
    const size_t count = Word();
    if (count > left() / 4) ok_ = false;
    std::vector<std::string> texts;
    for (size_t i = 0; i < count && ok_; ++i) texts.push_back(Text());
    return texts;
  }

 private:
  std::span<const uint8_t> bytes_;
  size_t at_ = 0;
  bool ok_ = true;
};

class WordWriter {
 public:
  void Word(size_t word) {
    for (unsigned i = 0; i < 4; ++i) {
      bytes_.push_back(static_cast<uint8_t>(word >> (8 * i)));
    }
  }

  void Texts(const std::vector<std::string>& texts) {
    Word(texts.size());
    for (const std::string& text : texts) {
      Word(text.size());
      bytes_.insert(bytes_.end(), text.begin(), text.end());
      while (bytes_.size() % 4 != 0) bytes_.push_back(0);
    }
  }

  std::vector<uint8_t> Take() && { return std::move(bytes_); }

 private:
  std::vector<uint8_t> bytes_;
};

PolicyClause ReadClause(WordReader& reader) {
  PolicyClause clause;
  clause.categories = reader.Word();
  clause.severities = reader.Word();
  clause.confidences = reader.Word();
  clause.directions = reader.Word();
  clause.test_values = reader.Word();
  clause.origins = reader.Word();
  clause.min_lines = reader.Word();
  clause.min_share = reader.Word();
  clause.action = reader.ReadAction();
  for (auto* list :
       {&clause.families, &clause.rules, &clause.tags, &clause.languages,
        &clause.countries, &clause.destinations}) {
    *list = reader.Texts();
  }
  return clause;
}

void WriteClause(const PolicyClause& clause, WordWriter& writer) {
  writer.Word(clause.categories);
  writer.Word(clause.severities);
  writer.Word(clause.confidences);
  writer.Word(clause.directions);
  writer.Word(clause.test_values);
  writer.Word(clause.origins);
  writer.Word(clause.min_lines);
  writer.Word(clause.min_share);
  writer.Word(static_cast<uint32_t>(clause.action));
  for (const auto* list :
       {&clause.families, &clause.rules, &clause.tags, &clause.languages,
        &clause.countries, &clause.destinations}) {
    writer.Texts(*list);
  }
}

}  // namespace

Result<Policy> Policy::Decode(std::span<const uint8_t> bytes) {
  const Error invalid{ErrorCode::kInvalidPolicy,
                      "these bytes are no encoded policy", "", 0, 0};
  WordReader reader(bytes);
  if (reader.Word() != kPolicyMagic) return invalid;
  Policy policy;
  policy.incomplete = reader.ReadAction();
  policy.test_value_cap = reader.ReadAction();
  policy.own_code = reader.Texts();
  const size_t count = reader.Word();
  if (!reader.ok() || count > reader.left() / kMinClauseBytes) return invalid;
  for (size_t i = 0; i < count && reader.ok(); ++i) {
    policy.clauses.push_back(ReadClause(reader));
  }
  if (!reader.ok() || reader.left() != 0) return invalid;
  return policy;
}

std::vector<uint8_t> Policy::Encode() const {
  WordWriter writer;
  writer.Word(kPolicyMagic);
  writer.Word(static_cast<uint32_t>(incomplete));
  writer.Word(static_cast<uint32_t>(test_value_cap));
  writer.Texts(own_code);
  writer.Word(clauses.size());
  for (const PolicyClause& clause : clauses) WriteClause(clause, writer);
  return std::move(writer).Take();
}

}  // namespace sluice
