// Checks on machine-made tokens.
#include "scanner/validators/checks.h"

namespace sluice {
namespace {

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-' || c == '+') return 62;
  if (c == '_' || c == '/') return 63;
  return -1;
}

// Follows a JSON object byte by byte: strings closed, brackets balanced, text
// outside strings made of what JSON is made of. Enough to tell JSON from noise.
class ObjectFollower {
 public:
  void Take(unsigned char byte) {
    if (ended_ || byte < 0x20) {
      valid_ &= byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
      return;
    }
    if (in_string_) {
      TakeInString(byte);
    } else {
      TakeOutside(byte);
    }
  }

  bool IsObject() const { return valid_ && ended_; }

 private:
  void TakeInString(unsigned char byte) {
    if (escaped_) {
      escaped_ = false;
    } else if (byte == '\\') {
      escaped_ = true;
    } else if (byte == '"') {
      in_string_ = false;
    }
  }

  void TakeOutside(unsigned char byte) {
    if (depth_ == 0 && byte != '{') {
      valid_ &= byte == ' ';
    } else if (byte == '{' || byte == '[') {
      ++depth_;
    } else if (byte == '}' || byte == ']') {
      --depth_;
      ended_ = depth_ == 0;
    } else if (byte == '"') {
      in_string_ = true;
    } else {
      constexpr std::string_view kOther = " ,:.+-0123456789Etrufalsn";
      valid_ &= kOther.find(static_cast<char>(byte)) != kOther.npos;
    }
  }

  int depth_ = 0;
  bool valid_ = true;
  bool in_string_ = false;
  bool escaped_ = false;
  bool ended_ = false;
};

bool DecodesToObject(std::string_view base64) {
  while (!base64.empty() && base64.back() == '=') base64.remove_suffix(1);
  if (base64.empty() || base64.size() % 4 == 1) return false;
  ObjectFollower follower;
  uint32_t bits = 0, count = 0;
  for (char c : base64) {
    const int value = Base64Value(c);
    if (value < 0) return false;
    bits = (bits << 6 | static_cast<uint32_t>(value)) & 0xFFFFFFu;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    follower.Take(static_cast<unsigned char>(bits >> count & 0xFFu));
  }
  return follower.IsObject();
}

// log2(n) in 1/65536, by repeated squaring: the same on every machine, which
// std::log2 does not promise. n >= 1.
uint64_t FixedLog2(uint64_t n) {
  uint32_t whole = 0;
  while (n >> (whole + 1) != 0) ++whole;
  uint64_t mantissa = (n << 31) >> whole;  // in [1, 2), 31 fraction bits
  uint64_t result = whole;
  for (int bit = 0; bit < 16; ++bit) {
    mantissa = (mantissa * mantissa) >> 31;
    const uint64_t carry = mantissa >> 32;
    mantissa >>= carry;
    result = result << 1 | carry;
  }
  return result;
}

}  // namespace

// Bit by bit: values are short.
uint32_t Crc32(std::string_view text) {
  uint32_t crc = 0xFFFFFFFFu;
  for (char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    }
  }
  return ~crc;
}

bool CheckGithubCrc32(std::string_view value) {
  constexpr std::string_view kBase62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const size_t underscore = value.rfind('_');
  if (underscore == value.npos) return false;
  const std::string_view body = value.substr(underscore + 1);
  if (body.size() != 36) return false;
  uint32_t crc = Crc32(body.substr(0, 30));
  for (size_t i = 36; i-- > 30;) {
    if (body[i] != kBase62[crc % 62]) return false;
    crc /= 62;
  }
  return crc == 0;
}

bool CheckGitlabCrc32(std::string_view value) {
  constexpr std::string_view kBase36 = "0123456789abcdefghijklmnopqrstuvwxyz";
  constexpr size_t kDigits = 7;
  if (value.size() <= kDigits) return false;
  uint32_t crc = Crc32(value.substr(0, value.size() - kDigits));
  for (size_t i = 0; i < kDigits; ++i) {
    if (value[value.size() - 1 - i] != kBase36[crc % 36]) return false;
    crc /= 36;
  }
  return true;
}

bool CheckJwt(std::string_view value) {
  const size_t first = value.find('.');
  if (first == value.npos) return false;
  const size_t second = value.find('.', first + 1);
  if (second == value.npos) return false;
  return DecodesToObject(value.substr(0, first)) &&
         DecodesToObject(value.substr(first + 1, second - first - 1));
}

bool CheckEntropy(std::string_view value, uint32_t thousandths) {
  if (value.empty() || value.size() > (1u << 24)) return false;
  uint32_t counts[256] = {};
  for (char c : value) ++counts[static_cast<unsigned char>(c)];
  // H = log2(n) - sum(c * log2(c)) / n, compared without a division.
  const uint64_t size = value.size();
  uint64_t sum = 0;
  for (uint32_t count : counts) {
    if (count > 1) sum += count * FixedLog2(count);
  }
  const uint64_t total = size * FixedLog2(size);
  if (sum > total) return thousandths == 0;
  return (total - sum) * 1000 >= (size * thousandths) << 16;
}

}  // namespace sluice
