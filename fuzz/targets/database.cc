// The input edits a small database, whose checksum is then made to fit, so
// that the checks behind it are reached. What still loads must scan: no crash,
// and no end but by the budget.
#include <cstring>

#include "input.h"
#include "scanner/database_image.h"
#include "sluice/redact.h"
#include "sluice/scanner.h"
#include "small_pack.h"
#include "target.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxEdits = 64;

// Memory of the right alignment.
std::vector<uint64_t> Aligned(std::string_view bytes) {
  std::vector<uint64_t> words((bytes.size() + 7) / 8, 0);
  if (!bytes.empty()) std::memcpy(words.data(), bytes.data(), bytes.size());
  return words;
}

std::string SmallDatabase() {
  static const std::string bytes = CompileSmallPack();
  return bytes;
}

// Each edit sets 1, 2 or 4 bytes, or adds to 4.
void Edit(Input& input, std::string& bytes) {
  const uint32_t kind = input.Byte() % 4;
  const uint32_t width = kind == 3 ? 4 : 1u << kind;
  uint32_t at = input.Number(3) % static_cast<uint32_t>(bytes.size() - 4);
  if (width == 4) at = at / 4 * 4;
  uint32_t value = input.Number(width);
  if (kind == 3) {
    uint32_t old = 0;
    std::memcpy(&old, bytes.data() + at, 4);
    value += old;
  }
  std::memcpy(bytes.data() + at, &value, width);
}

void FixHeader(std::string& bytes) {
  DatabaseHeader header;
  header.size = static_cast<uint32_t>(bytes.size());
  header.checksum =
      Checksum(reinterpret_cast<const uint8_t*>(bytes.data()) + sizeof(header),
               bytes.size() - sizeof(header));
  std::memcpy(bytes.data(), &header, sizeof(header));
}

void ScanWith(const Database& database, std::string_view text) {
  const Scanner scanner(database);
  Policy policy;
  policy.clauses.emplace_back().action = Action::kRedact;
  const Verdict verdict = scanner.Scan(text, policy);
  for (const Finding& finding : verdict.findings) {
    Require(finding.span.begin <= finding.span.end &&
                finding.span.end <= text.size(),
            "a span lies in the text");
    Require(finding.rule < database.rule_count(), "a rule exists");
  }
  Redact(text, database, verdict);
}

void ReadAll(const Database& database) {
  for (uint32_t rule = 0; rule < database.rule_count(); ++rule) {
    const RuleInfo info = database.rule(rule);
    const size_t sizes = info.id.size() + info.title.size();
    Require(sizes < (1u << 30), "strings lie in the database");
    const uint32_t tags = info.tag_count < 64 ? info.tag_count : 64;
    for (uint32_t tag = 0; tag < tags; ++tag) database.tag(rule, tag);
  }
}

void Run(std::string_view bytes) {
  Input input(bytes);
  const bool raw = input.Byte() == 0xFF;
  std::string image;
  if (raw) {
    image = input.Rest();
    image.resize(image.size() / 4 * 4);
    if (image.size() >= sizeof(DatabaseHeader)) FixHeader(image);
  } else {
    image = SmallDatabase();
    const uint32_t edits = input.Byte() % kMaxEdits;
    for (uint32_t i = 0; i < edits && !input.empty(); ++i) Edit(input, image);
    FixHeader(image);
  }
  const std::vector<uint64_t> memory = Aligned(image);
  const auto loaded = Database::Load(
      {reinterpret_cast<const uint8_t*>(memory.data()), image.size()});
  if (!loaded.ok()) return;
  ReadAll(loaded.value());
  ScanWith(loaded.value(), kSmallPackText);
  ScanWith(loaded.value(), input.Rest());
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  seeds.push_back(std::string("\0\0", 2) + std::string(kSmallPackText));
  seeds.push_back("\xFF" + SmallDatabase());
  // One edit of 4 bytes at many places.
  for (uint32_t at = 16; at < SmallDatabase().size(); at += 64) {
    std::string seed("\0\1\2", 3);
    for (uint32_t i = 0; i < 3; ++i) {
      seed.push_back(static_cast<char>(at >> (8 * i)));
    }
    seeds.push_back(seed + "\xFF\xFF\xFF\xFF");
  }
  return seeds;
}

}  // namespace

const FuzzTarget kDatabaseTarget = {"database", Run, Seeds};

}  // namespace sluice
