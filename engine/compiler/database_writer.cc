#include "compiler/database_writer.h"

#include <cstring>
#include <tuple>

#include "scanner/sort.h"

namespace sluice {
namespace {

template <typename T>
Range AppendAll(std::vector<T>& pool, const std::vector<T>& values) {
  const Range range = {static_cast<uint32_t>(pool.size()),
                       static_cast<uint32_t>(values.size())};
  pool.insert(pool.end(), values.begin(), values.end());
  return range;
}

constexpr size_t kMaxAnchors = 0xFFFF;
constexpr size_t kMaxCodeSets = 0xFFFF;
constexpr size_t kMaxLooks = 0xFFFF;
constexpr size_t kMaxLists = 0xFFFF;

// Equal lists of anchors, stored once: most grams share theirs with others.
class AnchorLists {
 public:
  uint16_t Intern(const std::vector<uint16_t>& list) {
    const auto [entry, added] =
        index_.try_emplace(list, static_cast<uint16_t>(begin_.size() - 1));
    if (added) {
      anchors_.insert(anchors_.end(), list.begin(), list.end());
      begin_.push_back(static_cast<uint32_t>(anchors_.size()));
    }
    return entry->second;
  }
  const std::vector<uint32_t>& begin() const { return begin_; }
  const std::vector<uint16_t>& anchors() const { return anchors_; }

 private:
  std::map<std::vector<uint16_t>, uint16_t> index_;
  std::vector<uint32_t> begin_ = {0};
  std::vector<uint16_t> anchors_;
};

struct FlatTable {
  std::vector<uint32_t> keys;
  std::vector<uint16_t> lists;
};

FlatTable Flatten(const std::map<uint32_t, std::vector<uint16_t>>& table,
                  AnchorLists& lists) {
  FlatTable flat;
  for (const auto& [gram, anchors] : table) {
    flat.keys.push_back(gram);
    flat.lists.push_back(lists.Intern(anchors));
  }
  return flat;
}

// Writes header, section table and sections, each aligned to 4 bytes.
class Image {
 public:
  Image() : bytes_(sizeof(DatabaseHeader) + sizeof(sections_), 0) {}

  template <typename T>
  void Section(SectionId id, const std::vector<T>& elements) {
    Put(id, elements.data(), elements.size(), sizeof(T));
  }
  void Section(SectionId id, const std::string& text) {
    Put(id, text.data(), text.size(), 1);
  }

  std::vector<uint8_t> Finish() && {
    std::memcpy(bytes_.data() + sizeof(DatabaseHeader), sections_,
                sizeof(sections_));
    DatabaseHeader header;
    header.size = static_cast<uint32_t>(bytes_.size());
    header.checksum = Checksum(bytes_.data() + sizeof(header),
                               bytes_.size() - sizeof(header));
    std::memcpy(bytes_.data(), &header, sizeof(header));
    return std::move(bytes_);
  }

 private:
  void Put(SectionId id, const void* data, size_t count, size_t element) {
    sections_[static_cast<uint32_t>(id)] = {
        static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(count)};
    const auto* begin = static_cast<const uint8_t*>(data);
    if (count != 0) bytes_.insert(bytes_.end(), begin, begin + count * element);
    bytes_.resize((bytes_.size() + 3) / 4 * 4, 0);
  }

  SectionRecord sections_[kSectionCount];
  std::vector<uint8_t> bytes_;
};

}  // namespace

StringId DatabaseWriter::Intern(std::string_view text) {
  if (text.empty()) return kNoString;
  const auto known = string_index_.find(text);
  if (known != string_index_.end()) return known->second;
  const auto id = static_cast<StringId>(strings_.size());
  strings_.push_back({static_cast<uint32_t>(string_bytes_.size()),
                      static_cast<uint32_t>(text.size())});
  string_bytes_ += text;
  string_index_.emplace(text, id);
  return id;
}

Range DatabaseWriter::AddU32s(const std::vector<uint32_t>& values) {
  return AppendAll(u32s_, values);
}
Range DatabaseWriter::AddChecks(const std::vector<CheckRecord>& checks) {
  return AppendAll(checks_, checks);
}
Range DatabaseWriter::AddWords(const std::vector<ContextWord>& words) {
  return AppendAll(words_, words);
}
Range DatabaseWriter::AddOptions(const std::vector<DetectorOption>& options) {
  return AppendAll(options_, options);
}

bool DatabaseWriter::AddAnchors(uint32_t rule,
                                const std::vector<Anchor>& anchors) {
  if (anchors_.size() + anchors.size() > kMaxAnchors) return false;
  for (const Anchor& anchor : anchors) AddAnchor(rule, anchor);
  return true;
}

void DatabaseWriter::AddAnchor(uint32_t rule, const Anchor& anchor) {
  const auto index = static_cast<uint16_t>(anchors_.size());
  AnchorRecord record;
  record.rule = static_cast<uint16_t>(rule);
  record.before_min = static_cast<uint16_t>(anchor.before_min);
  record.before_max = static_cast<uint16_t>(anchor.before_max);
  record.before_inside = InternInside(anchor.before_inside);
  record.before_slack = static_cast<uint16_t>(anchor.before_slack);
  AddLooks(anchor.looks, record);
  // Followers and looks only spare work: without room for one there is none.
  const uint16_t follow = InternSets(anchor.follow);
  if (follow != kAnyCodes) {
    record.follow_min = static_cast<int16_t>(anchor.follow_min);
    record.follow_max = static_cast<int16_t>(anchor.follow_max);
    record.follow_begin = follow;
    record.follow_count = static_cast<uint16_t>(anchor.follow.size());
    record.follow_inside = InternInside(anchor.follow_inside);
  }
  anchors_.push_back(record);
  GramTable& table = anchor.codes.size() == 2 ? pairs_ : grams_;
  for (const uint32_t gram : GramsOf(anchor)) table[gram].push_back(index);
}

uint16_t DatabaseWriter::InternSets(const std::vector<CodeSet>& sets) {
  const auto known = code_set_index_.find(sets);
  if (known != code_set_index_.end()) return known->second;
  if (code_sets_.size() + sets.size() > kMaxCodeSets) return kAnyCodes;
  const auto first = static_cast<uint16_t>(code_sets_.size());
  for (const CodeSet set : sets) {
    code_sets_.push_back(
        {static_cast<uint32_t>(set), static_cast<uint32_t>(set >> 32)});
  }
  code_set_index_.emplace(sets, first);
  return first;
}

uint16_t DatabaseWriter::InternInside(CodeSet codes) {
  return ~codes == 0 ? kAnyCodes : InternSets({codes});
}

void DatabaseWriter::AddLooks(const std::vector<Look>& looks,
                              AnchorRecord& record) {
  std::vector<CodeSet> key;
  std::vector<LookRecord> records;
  for (const Look& look : looks) {
    const uint16_t codes = InternSets({look.codes});
    if (codes == kAnyCodes) continue;
    records.push_back({static_cast<int16_t>(look.offset), codes});
    key.push_back(static_cast<uint32_t>(look.offset) << 16 | codes);
  }
  const auto known = look_index_.find(key);
  if (known == look_index_.end()) {
    if (looks_.size() + records.size() > kMaxLooks) return;
    record.look_begin = static_cast<uint16_t>(looks_.size());
    looks_.insert(looks_.end(), records.begin(), records.end());
    look_index_.emplace(key, record.look_begin);
  } else {
    record.look_begin = known->second;
  }
  record.look_count = static_cast<uint16_t>(records.size());
}

DatabaseWriter::GramTable DatabaseWriter::ByFirstLook(GramTable table) const {
  const auto key = [this](uint16_t index) {
    const AnchorRecord& anchor = anchors_[index];
    if (anchor.look_count == 0) return std::tuple(0, 0, index);
    const LookRecord& look = looks_[anchor.look_begin];
    return std::tuple(1 + look.codes, int{look.offset}, index);
  };
  for (auto& [gram, anchors] : table) {
    Sort(anchors.data(), anchors.size(),
         [&key](uint16_t a, uint16_t b) { return key(a) < key(b); });
  }
  return table;
}

std::vector<uint8_t> DatabaseWriter::Write(
    const ProgramBuilder& programs) const {
  AnchorLists lists;
  const FlatTable grams = Flatten(ByFirstLook(grams_), lists);
  const FlatTable pairs = Flatten(ByFirstLook(pairs_), lists);
  if (lists.begin().size() > kMaxLists) return {};
  Image image;
  image.Section(SectionId::kRules, rules_);
  image.Section(SectionId::kU32s, u32s_);
  image.Section(SectionId::kChecks, checks_);
  image.Section(SectionId::kWords, words_);
  image.Section(SectionId::kOptions, options_);
  image.Section(SectionId::kPrograms, programs.records());
  image.Section(SectionId::kCode, programs.code());
  image.Section(SectionId::kClasses, programs.classes());
  image.Section(SectionId::kRanges, programs.ranges());
  image.Section(SectionId::kLiterals, programs.literals());
  image.Section(SectionId::kGramKeys, grams.keys);
  image.Section(SectionId::kGramLists, grams.lists);
  image.Section(SectionId::kPairKeys, pairs.keys);
  image.Section(SectionId::kPairLists, pairs.lists);
  image.Section(SectionId::kListBegin, lists.begin());
  image.Section(SectionId::kListAnchors, lists.anchors());
  image.Section(SectionId::kLooks, looks_);
  image.Section(SectionId::kAnchors, anchors_);
  image.Section(SectionId::kCodeSets, code_sets_);
  image.Section(SectionId::kByteSets, programs.byte_sets());
  image.Section(SectionId::kStrings, strings_);
  image.Section(SectionId::kStringBytes, string_bytes_);
  return std::move(image).Finish();
}

}  // namespace sluice
