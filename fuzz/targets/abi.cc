// The input is a sequence of calls of the C interface, as a caller could make
// them who keeps its few rules: handles alive, none freed twice.
#include <cstring>

#include "compiler_abi.h"
#include "input.h"
#include "sluice/policy.h"
#include "small_pack.h"
#include "target.h"

namespace sluice {
namespace {

constexpr uint32_t kMaxCalls = 64;

class Caller {
 public:
  explicit Caller(Input& input) : input_(input) {}
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller() {
    sluice_stream_free(stream_);
    sluice_scanner_free(scanner_);
    sluice_database_free(database_);
    sluice_policy_free(policy_);
    sluice_compiler_free(compiler_);
  }

  void Call() {
    switch (input_.Byte() % 14) {
      case 0:
        return LoadDatabase();
      case 1:
        return LoadPolicy();
      case 2:
        return NewScanner();
      case 3:
        return Select();
      case 4:
        return Resize();
      case 5:
      case 6:
        return Scan();
      case 7:
        return ReadRules();
      case 8:
        return Compile();
      case 9:
        return ParsePolicyFile();
      case 10:
        return NewStream();
      case 11:
      case 12:
        return Push();
      default:
        return EndStream();
    }
  }

 private:
  static void* Copy(std::string_view bytes) {
    const auto size = static_cast<uint32_t>(bytes.size());
    void* memory = sluice_memory_alloc(size + 1);
    Require(memory != nullptr, "there is memory");
    if (!bytes.empty()) std::memcpy(memory, bytes.data(), bytes.size());
    return memory;
  }

  void LoadDatabase() {
    static const std::string small = CompileSmallPack();
    std::string bytes = small;
    if (input_.Byte() % 4 == 0) {
      bytes[input_.Number(2) % bytes.size()] = static_cast<char>(input_.Byte());
    }
    auto* memory = static_cast<uint8_t*>(Copy(bytes));
    sluice_database* loaded = nullptr;
    const auto status = sluice_database_load(
        memory, static_cast<uint32_t>(bytes.size()), &loaded);
    Require((status == 0) == (bytes == small), "only what is whole loads");
    if (status != 0) return sluice_memory_free(memory);
    FreeStream();
    sluice_scanner_free(scanner_);
    scanner_ = nullptr;
    sluice_database_free(database_);
    database_ = loaded;
  }

  void LoadPolicy() {
    const std::string_view bytes = input_.Text();
    sluice_policy* loaded = nullptr;
    auto* memory = static_cast<uint8_t*>(Copy(bytes));
    const auto status = sluice_policy_load(
        memory, static_cast<uint32_t>(bytes.size()), &loaded);
    sluice_memory_free(memory);
    if (status != 0) {
      const std::vector<uint8_t> empty = Policy().Encode();
      Require(
          sluice_policy_load(empty.data(), static_cast<uint32_t>(empty.size()),
                             &loaded) == 0,
          "an empty policy loads");
    }
    sluice_policy_free(policy_);
    policy_ = loaded;
  }

  void NewScanner() {
    sluice_scanner* scanner = nullptr;
    const auto status = sluice_scanner_new(database_, &scanner);
    Require((status == 0) == (database_ != nullptr), "a scanner needs rules");
    if (status != 0) return;
    FreeStream();
    sluice_scanner_free(scanner_);
    scanner_ = scanner;
    capacity_ = 0;
    buffer_ = nullptr;
  }

  void Select() {
    if (scanner_ == nullptr) return;
    const uint32_t words[2] = {input_.Number(4), input_.Number(4)};
    sluice_scanner_select(scanner_, words, input_.Below(3));
  }

  void Resize() {
    if (scanner_ == nullptr) return;
    const uint32_t capacity = input_.Number(input_.Below(5));
    uint8_t* buffer = nullptr;
    if (sluice_scanner_input(scanner_, capacity, &buffer) != 0) return;
    Require(buffer != nullptr, "there is a buffer");
    buffer_ = buffer;
    capacity_ = capacity;
  }

  void Scan() {
    if (scanner_ == nullptr) return;
    const std::string_view text =
        input_.Byte() % 2 == 0 ? kSmallPackText : input_.Text();
    const std::string_view host = input_.Text();
    const auto size = static_cast<uint32_t>(text.size());
    if (buffer_ != nullptr && size <= capacity_ && size > 0) {
      std::memcpy(buffer_, text.data(), size);
    }
    const sluice_context context = {host.data(),
                                    static_cast<uint32_t>(host.size()), "nl", 2,
                                    input_.Below(3)};
    const sluice_verdict* verdict = nullptr;
    const auto status =
        sluice_scanner_scan(scanner_, policy_, size, &context, &verdict);
    buffer_ = nullptr;  // the buffer may be gone
    capacity_ = 0;
    if (status == 0) ReadVerdict(verdict);
  }

  void FreeStream() {
    sluice_stream_free(stream_);
    stream_ = nullptr;
  }

  void NewStream() {
    const sluice_context context = {"a.nl", 4, "nl", 2, input_.Below(3)};
    sluice_stream* stream = nullptr;
    const auto status = sluice_stream_new(scanner_, policy_, &context, &stream);
    Require(status != 0 || (scanner_ != nullptr && policy_ != nullptr),
            "a stream needs a scanner and a policy");
    if (status != 0) return;
    FreeStream();
    stream_ = stream;
  }

  void Push() {
    if (stream_ == nullptr) return;
    const std::string_view text =
        input_.Byte() % 2 == 0 ? kSmallPackText : input_.Text();
    const auto size = static_cast<uint32_t>(text.size());
    if (sluice_scanner_input(scanner_, size, &buffer_) != 0) return;
    std::memcpy(buffer_, text.data(), size);
    const sluice_verdict* verdict = nullptr;
    const uint32_t settled = sluice_stream_settled(stream_);
    Require(sluice_stream_push(stream_, size, &verdict) == 0, "pushing works");
    Require(sluice_stream_settled(stream_) >= settled, "settled stays so");
    buffer_ = nullptr;
    capacity_ = 0;
    ReadVerdict(verdict);
  }

  void EndStream() {
    if (stream_ == nullptr) return;
    const sluice_verdict* verdict = nullptr;
    Require(sluice_stream_end(stream_, &verdict) == 0, "ending works");
    ReadVerdict(verdict);
    FreeStream();
  }

  static void ReadVerdict(const sluice_verdict* verdict) {
    const uint32_t count = sluice_verdict_count(verdict);
    const auto* record =
        static_cast<const uint8_t*>(sluice_verdict_findings(verdict));
    Require(sluice_verdict_action(verdict) < kActionCount, "an action");
    Require(sluice_verdict_incomplete(verdict) <= 4, "a reason");
    for (uint32_t i = 0; i < count; ++i, record += SLUICE_FINDING_SIZE) {
      uint32_t words[5];
      std::memcpy(words, record, sizeof(words));
      Require(words[1] < words[2], "a span is not empty");
      const char* text = nullptr;
      uint32_t length = 0;
      sluice_language_name(record[15], &text, &length);
    }
  }

  void ReadRules() {
    if (database_ == nullptr) return;
    const char* text = nullptr;
    uint32_t length = 0;
    const uint32_t rule = input_.Number(4), field = input_.Byte();
    sluice_rule_number(database_, rule, field);
    if (sluice_rule_string(database_, rule % 8, field, &text, &length) == 0) {
      Require(length < 256, "a title is short");
    }
    sluice_rule_tag(database_, rule % 8, field, &text, &length);
    sluice_database_string(database_, input_.Number(4), &text, &length);
    Require(sluice_database_rule_count(database_) == 4, "four rules");
    sluice_language_name(input_.Number(2), &text, &length);
  }

  void ReadOutput(sluice_output* output) {
    const char* bytes = nullptr;
    uint32_t length = 0;
    for (uint32_t part = 0; part < 4; ++part) {
      Require(sluice_output_get(output, part, &bytes, &length) == 0, "a part");
    }
    Require(sluice_output_get(output, 4, &bytes, &length) != 0, "no part");
    sluice_output_free(output);
  }

  void Compile() {
    if (compiler_ == nullptr) sluice_compiler_new(&compiler_);
    const std::string_view json =
        input_.Byte() % 32 == 0 ? kSmallPack : input_.Text();
    sluice_compiler_add_file(compiler_, "f", 1, json.data(),
                             static_cast<uint32_t>(json.size()));
    const std::vector<uint8_t> policy = Policy().Encode();
    sluice_output* output = nullptr;
    if (sluice_compiler_compile(compiler_, input_.Byte() % 2, policy.data(),
                                static_cast<uint32_t>(policy.size()),
                                &output) == 0) {
      ReadOutput(output);
    }
    sluice_compiler_free(compiler_);
    compiler_ = nullptr;
  }

  void ParsePolicyFile() {
    const std::string_view json = input_.Text();
    sluice_output* output = nullptr;
    Require(
        sluice_policy_parse("p", 1, json.data(),
                            static_cast<uint32_t>(json.size()), &output) == 0,
        "parsing answers");
    ReadOutput(output);
  }

  Input& input_;
  sluice_database* database_ = nullptr;
  sluice_policy* policy_ = nullptr;
  sluice_scanner* scanner_ = nullptr;
  sluice_stream* stream_ = nullptr;
  sluice_compiler* compiler_ = nullptr;
  uint8_t* buffer_ = nullptr;
  uint32_t capacity_ = 0;
};

void Run(std::string_view bytes) {
  Input input(bytes);
  Caller caller(input);
  for (uint32_t i = 0; i < kMaxCalls && !input.empty(); ++i) caller.Call();
}

std::vector<std::string> Seeds() {
  const auto policy = Policy().Encode();
  const std::string load_policy = std::string("\x01", 1) +
                                  static_cast<char>(policy.size()) +
                                  std::string(policy.begin(), policy.end());
  // Database, policy, scanner, buffer of 512 bytes, scan, rules.
  const std::string scan =
      std::string("\x00\x01", 2) + load_policy + std::string("\x02", 1) +
      std::string("\x04\x02\x00\x02", 4) + std::string("\x05\x00\x00\x00", 4) +
      std::string("\x07\x01\x00\x00\x00\x02\x03\x00\x00\x00\x05\x00", 12);
  // Stream, two pieces, end.
  const std::string stream =
      std::string("\x0A\x00\x0B\x00\x0B\x01\x04text\x0D", 12);
  return {scan, std::string("\x08\x00\x01\x09\x02{}", 7), scan + scan, "\x03",
          scan + stream};
}

}  // namespace

const FuzzTarget kAbiTarget = {"abi", Run, Seeds};

}  // namespace sluice
