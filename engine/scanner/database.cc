// Loads a database in place. It may come from anywhere, so nothing in it is
// believed before it was checked: after Load, every index the scanner follows
// is in range and every program ends.
#include "sluice/database.h"

#include <bit>
#include <cstring>
#include <utility>

#include "scanner/database_check.h"
#include "scanner/database_image.h"

namespace sluice {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the database is little-endian and used in place");

Error Invalid(const char* message) {
  return {ErrorCode::kInvalidDatabase, message, "", 0, 0};
}

// Hands out the sections of `bytes` as typed spans.
class SectionReader {
 public:
  explicit SectionReader(std::span<const uint8_t> bytes) : bytes_(bytes) {
    std::memcpy(sections_, bytes.data() + sizeof(DatabaseHeader),
                sizeof(sections_));
  }

  template <typename T>
  std::span<const T> Read(SectionId id) {
    const SectionRecord& section = sections_[static_cast<uint32_t>(id)];
    const uint64_t end = section.offset + uint64_t{section.count} * sizeof(T);
    if (section.offset % 4 != 0 || end > bytes_.size()) {
      ok_ = false;
      return {};
    }
    const uint8_t* begin = bytes_.data() + section.offset;
    return {reinterpret_cast<const T*>(begin), section.count};
  }

  std::string_view ReadBytes(SectionId id) {
    const auto bytes = Read<char>(id);
    return {bytes.data(), bytes.size()};
  }

  bool ok() const { return ok_; }

 private:
  std::span<const uint8_t> bytes_;
  SectionRecord sections_[kSectionCount];
  bool ok_ = true;
};

void ReadSections(SectionReader& reader, DatabaseImage& image) {
  image.rules = reader.Read<RuleRecord>(SectionId::kRules);
  image.u32s = reader.Read<uint32_t>(SectionId::kU32s);
  image.checks = reader.Read<CheckRecord>(SectionId::kChecks);
  image.words = reader.Read<ContextWord>(SectionId::kWords);
  image.options = reader.Read<DetectorOption>(SectionId::kOptions);
  ProgramPools& programs = image.programs;
  programs.records = reader.Read<ProgramRecord>(SectionId::kPrograms);
  programs.code = reader.Read<Instruction>(SectionId::kCode);
  programs.classes = reader.Read<ClassRecord>(SectionId::kClasses);
  programs.ranges = reader.Read<uint32_t>(SectionId::kRanges);
  programs.literals = reader.ReadBytes(SectionId::kLiterals);
  PrefilterTables& prefilter = image.prefilter;
  prefilter.gram_keys = reader.Read<uint32_t>(SectionId::kGramKeys);
  prefilter.gram_lists = reader.Read<uint16_t>(SectionId::kGramLists);
  prefilter.pair_keys = reader.Read<uint32_t>(SectionId::kPairKeys);
  prefilter.pair_lists = reader.Read<uint16_t>(SectionId::kPairLists);
  prefilter.list_begin = reader.Read<uint32_t>(SectionId::kListBegin);
  prefilter.list_anchors = reader.Read<uint16_t>(SectionId::kListAnchors);
  prefilter.looks = reader.Read<LookRecord>(SectionId::kLooks);
  prefilter.anchors = reader.Read<AnchorRecord>(SectionId::kAnchors);
  prefilter.code_sets = reader.Read<CodeSetRecord>(SectionId::kCodeSets);
  programs.byte_sets = reader.Read<ByteSetRecord>(SectionId::kByteSets);
  image.strings = reader.Read<StringRecord>(SectionId::kStrings);
  image.bytes = reader.ReadBytes(SectionId::kStringBytes);
}

// nullptr: the header is that of a whole, unchanged database of this version.
const char* CheckHeader(std::span<const uint8_t> bytes,
                        const DatabaseHeader& header) {
  if (header.magic != kDatabaseMagic) return "This is not a Sluice database.";
  if (header.size != bytes.size() || bytes.size() % 4 != 0) {
    return "The database is cut off or has bytes too many.";
  }
  const size_t head = sizeof(DatabaseHeader);
  if (Checksum(bytes.data() + head, bytes.size() - head) != header.checksum) {
    return "The database is damaged: its checksum does not fit.";
  }
  return nullptr;
}

}  // namespace

// Not inlined, for the sake of the JavaScript build: see packed_database.cc.
[[gnu::noinline]] uint32_t Checksum(const uint8_t* bytes, size_t size) {
  const auto* words = reinterpret_cast<const uint32_t*>(bytes);
  uint32_t hash = 0x811C9DC5u;
  for (size_t i = 0; i < size / 4; ++i) {
    hash = (hash ^ words[i]) * 0x01000193u;
    hash ^= hash >> 15;
  }
  return hash;
}

Database::Database(std::shared_ptr<const DatabaseImage> image)
    : image_(std::move(image)) {}

Result<Database> Database::Load(std::span<const uint8_t> bytes) {
  constexpr size_t kHead =
      sizeof(DatabaseHeader) + kSectionCount * sizeof(SectionRecord);
  if (bytes.size() < kHead) return Invalid("The database is too short.");
  if (reinterpret_cast<uintptr_t>(bytes.data()) % 4 != 0) {
    return Error{ErrorCode::kInvalidArgument,
                 "The database must be aligned to 8 bytes.", "", 0, 0};
  }
  DatabaseHeader header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic == kDatabaseMagic && header.version != kDatabaseVersion) {
    return Error{ErrorCode::kVersionMismatch,
                 "The database was compiled by another version of Sluice.", "",
                 0, 0};
  }
  if (const char* problem = CheckHeader(bytes, header)) return Invalid(problem);
  auto image = std::make_shared<DatabaseImage>();
  SectionReader reader(bytes);
  ReadSections(reader, *image);
  if (!reader.ok() || !ReferencesHold(*image)) {
    return Invalid("The database refers to something outside itself.");
  }
  image->index = PrefilterIndex(image->prefilter, image->rules.size(), {});
  image->followers = FollowerSlots(image->prefilter);
  image->masks = LookMasks(image->prefilter);
  image->labels = IndexLabels(*image);
  image->numbers = IndexNumbers(*image);
  image->seed_words = FilterSeedWords(*image);
  return Database(std::move(image));
}

Database Database::Select(std::span<const uint32_t> rules) const {
  auto image = std::make_shared<DatabaseImage>(*image_);
  image->selected = RuleSelection(rules, image->rules.size());
  image->index =
      PrefilterIndex(image->prefilter, image->rules.size(), image->selected);
  image->numbers = IndexNumbers(*image);
  image->reads_views = false;
  for (uint32_t rule = 0; rule < image->rules.size(); ++rule) {
    image->reads_views |=
        image->selected.Has(rule) &&
        image->rules[rule].kind != static_cast<uint32_t>(RuleKind::kDetector);
  }
  return Database(std::move(image));
}

uint32_t Database::rule_count() const {
  return static_cast<uint32_t>(image_->rules.size());
}

RuleInfo Database::rule(uint32_t index) const {
  const RuleRecord& record = image_->rules[index];
  RuleInfo info;
  info.id = image_->String(record.id);
  info.family = image_->String(record.family);
  info.title = image_->String(record.title);
  info.placeholder = image_->String(record.placeholder);
  info.country = image_->String(record.country);
  info.category = static_cast<Category>(record.category);
  info.severity = static_cast<Severity>(record.severity);
  info.confidence = static_cast<Confidence>(record.confidence);
  info.tag_count = record.tags.count;
  return info;
}

std::string_view Database::tag(uint32_t index, uint32_t tag) const {
  const Range& tags = image_->rules[index].tags;
  return image_->String(image_->u32s[tags.begin + tag]);
}

std::string_view Database::String(StringId id) const {
  return image_->String(id);
}

}  // namespace sluice
