// Check sums that one issuer puts into its own keys: Microsoft's Marvin32 and
// CRC-32 forms, and Confluent's.
#include "scanner/validators/checks.h"
#include "scanner/validators/decoded.h"

namespace sluice {
namespace {

// The state of Marvin32, two words.
struct Marvin {
  uint32_t low, high;

  static uint32_t Rotate(uint32_t word, uint32_t by) {
    return word << by | word >> (32 - by);
  }
  void Add(uint32_t word) {
    low += word;
    high ^= low;
    low = Rotate(low, 20) + high;
    high = Rotate(high, 9) ^ low;
    low = Rotate(low, 27) + high;
    high = Rotate(high, 19);
  }
};

// Seeds are names of eight characters.
uint32_t Marvin32(const uint8_t* bytes, size_t size, std::string_view seed) {
  uint32_t halves[2] = {};
  for (size_t i = 0; i < 8; ++i) {
    uint32_t& half = halves[i / 4];
    half = half << 8 | static_cast<unsigned char>(seed[i]);
  }
  Marvin state{halves[1], halves[0]};
  uint32_t word = 0x80;
  for (size_t i = size; i-- > size / 4 * 4;) word = word << 8 | bytes[i];
  for (size_t i = 0; i + 4 <= size; i += 4) state.Add(LowestFirst(bytes + i));
  state.Add(word);
  state.Add(0);
  return state.low ^ state.high;
}

// What the services seed the sum of their keys with, eight characters each.
constexpr std::string_view kSeeds =
    "Default0System00Unknown0Send0000Manage00Listen00AbAcct00Master00Functi00"
    "SysAll00Resour00MastRO00SystRO00Encryp00MastRW00SystRW00Access00Query000"
    "PAdmin00Classic0ACRDflt0UsrPwd00IoTHub00DpsKey00Device00Tenant00Gatewy00"
    "GitKey00";

// The last four bytes are the sum of those before.
bool HasServiceSum(const Decoded& key) {
  if (!key.valid || key.size < 24) return false;
  const size_t size = key.size - 4;
  const uint32_t tail = LowestFirst(key.bytes + size);
  for (size_t i = 0; i < kSeeds.size(); i += 8) {
    if (Marvin32(key.bytes, size, kSeeds.substr(i, 8)) == tail) return true;
  }
  return false;
}

// Digits of `number`, the highest first, without leading zeros.
template <size_t size>
std::string_view WriteNumber(uint32_t number, std::string_view alphabet,
                             char (&out)[size]) {
  size_t begin = size;
  for (; number > 0 && begin > 0;
       number /= static_cast<uint32_t>(alphabet.size()))
    out[--begin] = alphabet[number % alphabet.size()];
  return {out + begin, size - begin};
}

// Keys with "JQQJ9": the sum of eighty characters, of which the next four are a
// part, in base 62 or, in the first keys of that kind, in base 64.
bool HasAnnotatedSum(std::string_view key) {
  constexpr std::string_view kBase62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const Decoded head = DecodeBase64(key.substr(0, 80));
  const Decoded tail = DecodeBase64(key.substr(80, 4));
  if (!head.valid || !tail.valid) return false;
  const uint32_t sum = Marvin32(head.bytes, head.size, "Default0");
  if ((sum ^ LowestFirst(tail.bytes)) << 8 == 0) return true;
  char digits[6];
  const std::string_view written = WriteNumber(Reversed(sum), kBase62, digits);
  return written.starts_with(key.substr(80, 4));
}

// Secrets of applications with "8Q~" end in three characters of the sum.
bool HasApplicationSum(std::string_view secret) {
  constexpr std::string_view kAlphabet =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
  const size_t size = secret.size() - 3;
  const auto* bytes = reinterpret_cast<const uint8_t*>(secret.data());
  char digits[6];
  return WriteNumber(Marvin32(bytes, size, "AadPwd00"), kAlphabet, digits)
      .starts_with(secret.substr(size));
}

// Tokens of Azure DevOps, 32 bytes in base 32: four of them, here and there,
// are the CRC-32 of the others, mixed with a number for users or applications.
bool HasDevopsSum(std::string_view token) {
  const Decoded decoded =
      DecodeBits(token, "abcdefghijklmnopqrstuvwxyz234567", 5);
  if (!decoded.valid || decoded.size != 32) return false;
  constexpr uint8_t kPlaces[] = {22, 8, 7, 2};  // the lowest byte first
  char rest[28];
  size_t size = 0;
  for (size_t i = 0; i < decoded.size; ++i) {
    const bool is_sum = i == 2 || i == 7 || i == 8 || i == 22;
    if (!is_sum) rest[size++] = static_cast<char>(decoded.bytes[i]);
  }
  uint32_t tail = 0;
  for (size_t i = 4; i-- > 0;) tail = tail << 8 | decoded.bytes[kPlaces[i]];
  const uint32_t mix = tail ^ Crc32({rest, size});
  return mix == 0xE0B9692Du || mix == 0x1019F92Eu;
}

}  // namespace

bool CheckAzureKey(std::string_view value) {
  if (value.size() == 40 && value.substr(3, 3) == "8Q~") {
    return HasApplicationSum(value);
  }
  if (value.size() >= 84 && value.substr(52, 5) == "JQQJ9") {
    return HasAnnotatedSum(value);
  }
  return HasDevopsSum(value) || HasServiceSum(DecodeBase64(value));
}

bool CheckConfluentCrc32(std::string_view value) {
  if (value.size() != 64) return false;
  const Decoded tail = DecodeBase64(value.substr(58));
  return tail.valid && LowestFirst(tail.bytes) == Crc32(value.substr(4, 54));
}

}  // namespace sluice
