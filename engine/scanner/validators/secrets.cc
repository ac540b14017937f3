// Offline proof of machine-made secrets: check sums and structure that a value
// of random characters does not have.
#include "scanner/bytes.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/decoded.h"
#include "scanner/validators/sha256.h"

namespace sluice {
namespace {

// Eight digits as a number; `reversed`: the lowest byte stands first.
bool ReadHex(std::string_view digits, bool reversed, uint32_t& number) {
  number = 0;
  for (const char digit : digits) {
    const int value = HexValue(digit);
    if (value < 0) return false;
    number = number << 4 | static_cast<uint32_t>(value);
  }
  if (reversed) number = Reversed(number);
  return true;
}

std::string_view TrimUnderscores(std::string_view text) {
  while (!text.empty() && text.back() == '_') text.remove_suffix(1);
  return text;
}

// CRC-16/XMODEM.
uint32_t Crc16(const uint8_t* bytes, size_t size) {
  uint32_t crc = 0;
  for (size_t i = 0; i < size; ++i) {
    crc ^= static_cast<uint32_t>(bytes[i]) << 8;
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc << 1 ^ ((crc & 0x8000u) != 0 ? 0x1021u : 0u)) & 0xFFFFu;
    }
  }
  return crc;
}

// Multiplies the number in `decoded` (lowest byte first) by 58 and adds.
void TimesAndPlus(Decoded& decoded, uint32_t digit) {
  uint32_t carry = digit;
  for (size_t i = 0; i < decoded.size; ++i) {
    carry += 58u * decoded.bytes[i];
    decoded.bytes[i] = static_cast<uint8_t>(carry & 0xFFu);
    carry >>= 8;
  }
  if (carry != 0) decoded.Append(carry);
}

Decoded DecodeBase58(std::string_view text) {
  constexpr std::string_view kAlphabet =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  Decoded decoded;
  for (char c : text) {
    const size_t digit = kAlphabet.find(c);
    if (digit == kAlphabet.npos) decoded.valid = false;
    if (!decoded.valid) return decoded;
    TimesAndPlus(decoded, static_cast<uint32_t>(digit));
  }
  for (size_t i = 0; i < text.size() && text[i] == '1'; ++i) decoded.Append(0);
  for (size_t i = 0; i < decoded.size / 2; ++i) {
    const uint8_t byte = decoded.bytes[i];
    decoded.bytes[i] = decoded.bytes[decoded.size - 1 - i];
    decoded.bytes[decoded.size - 1 - i] = byte;
  }
  return decoded;
}

// One step of the BCH code of BIP 173.
uint32_t Bech32Step(uint32_t sum, uint32_t value) {
  constexpr uint32_t kGenerator[] = {0x3B6A57B2u, 0x26508E6Du, 0x1EA119FAu,
                                     0x3D4233DDu, 0x2A1462B3u};
  const uint32_t top = sum >> 25;
  sum = (sum & 0x1FFFFFFu) << 5 ^ value;
  for (uint32_t i = 0; i < 5; ++i) {
    if ((top >> i & 1u) != 0) sum ^= kGenerator[i];
  }
  return sum;
}

}  // namespace

Decoded DecodeBits(std::string_view text, std::string_view alphabet,
                   uint32_t width) {
  Decoded decoded;
  uint32_t bits = 0, count = 0;
  for (char c : text) {
    const size_t digit = alphabet.find(c);
    if (digit == alphabet.npos) decoded.valid = false;
    if (!decoded.valid) return decoded;
    bits = (bits << width | static_cast<uint32_t>(digit)) & 0xFFFFu;
    count += width;
    if (count < 8) continue;
    count -= 8;
    decoded.Append(bits >> count & 0xFFu);
  }
  return decoded;
}

Decoded DecodeBase64(std::string_view text) {
  while (!text.empty() && text.back() == '=') text.remove_suffix(1);
  const bool is_url = text.find_first_of("-_") != text.npos;
  Decoded decoded = DecodeBits(
      text,
      is_url
          ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
          : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
      6);
  decoded.valid &= text.size() % 4 != 1;
  return decoded;
}

bool CheckCrc32Hex(std::string_view value) {
  uint32_t tail = 0;
  if (value.size() < 16 ||
      !ReadHex(value.substr(value.size() - 8), false, tail)) {
    return false;
  }
  const std::string_view before = value.substr(0, value.size() - 8);
  if (Crc32(before) == tail) return true;
  // Some issuers leave their own prefix out.
  const std::string_view head = TrimUnderscores(before);
  const size_t prefix = head.find('_');
  return prefix != head.npos && Crc32(head.substr(prefix + 1)) == tail;
}

bool CheckGrafanaCrc32(std::string_view value) {
  uint32_t tail = 0;
  if (value.size() < 16 ||
      !ReadHex(value.substr(value.size() - 8), true, tail)) {
    return false;
  }
  return Crc32(TrimUnderscores(value.substr(0, value.size() - 8))) == tail;
}

bool CheckBase58Check(std::string_view value) {
  if (value.size() > 120) return false;
  const Decoded decoded = DecodeBase58(value);
  if (!decoded.valid || decoded.size < 5) return false;
  const size_t size = decoded.size - 4;
  const Sha256Digest once = Sha256(decoded.bytes, size);
  const Sha256Digest twice = Sha256(once.data(), once.size());
  for (size_t i = 0; i < 4; ++i) {
    if (decoded.bytes[size + i] != twice[i]) return false;
  }
  return true;
}

bool CheckBech32(std::string_view value) {
  constexpr uint32_t kBech32m = 0x2BC830A3;
  constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const size_t one = value.rfind('1');
  if (one == value.npos || one == 0 || value.size() - one < 7) return false;
  uint32_t sum = 1;
  for (size_t i = 0; i < one; ++i) {
    sum = Bech32Step(sum, static_cast<uint32_t>(LowerByte(value[i]) >> 5));
  }
  sum = Bech32Step(sum, 0);
  for (size_t i = 0; i < one; ++i) {
    sum = Bech32Step(sum, static_cast<uint32_t>(LowerByte(value[i]) & 31));
  }
  for (char c : value.substr(one + 1)) {
    const size_t digit = kAlphabet.find(LowerByte(c));
    if (digit == kAlphabet.npos) return false;
    sum = Bech32Step(sum, static_cast<uint32_t>(digit));
  }
  return sum == 1 || sum == kBech32m;
}

bool CheckNkey(std::string_view value) {
  const Decoded decoded =
      DecodeBits(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5);
  if (!decoded.valid || decoded.size < 3) return false;
  const size_t size = decoded.size - 2;
  const uint32_t tail =
      decoded.bytes[size] | static_cast<uint32_t>(decoded.bytes[size + 1]) << 8;
  return Crc16(decoded.bytes, size) == tail;
}

bool CheckBase64UserPass(std::string_view value) {
  const Decoded decoded = DecodeBase64(value);
  if (!decoded.valid) return false;
  size_t colon = decoded.size;
  for (size_t i = 0; i < decoded.size; ++i) {
    if (decoded.bytes[i] < 0x20 || decoded.bytes[i] == 0x7F) return false;
    if (decoded.bytes[i] == ':' && colon == decoded.size) colon = i;
  }
  return colon > 0 && colon + 1 < decoded.size;
}

}  // namespace sluice
