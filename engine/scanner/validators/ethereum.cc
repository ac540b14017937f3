// EIP-55: the case of the letters of an address is a check.
#include <array>
#include <bit>

#include "scanner/validators/national_checks.h"

namespace sluice {
namespace {

using State = std::array<uint64_t, 25>;

constexpr size_t kRate = 136;  // bytes of state that take input in Keccak-256

void Theta(State& state) {
  uint64_t columns[5];
  for (size_t x = 0; x < 5; ++x) {
    columns[x] =
        state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
  }
  for (size_t i = 0; i < 25; ++i) {
    state[i] ^= columns[(i + 4) % 5] ^ std::rotl(columns[(i + 1) % 5], 1);
  }
}

void RhoAndPi(State& state) {
  const State before = state;
  size_t x = 1, y = 0;
  for (int t = 0; t < 24; ++t) {
    const size_t next = (2 * x + 3 * y) % 5;
    state[y + 5 * next] =
        std::rotl(before[x + 5 * y], (t + 1) * (t + 2) / 2 % 64);
    x = y;
    y = next;
  }
}

void Chi(State& state) {
  for (size_t row = 0; row < 25; row += 5) {
    uint64_t lanes[5];
    for (size_t x = 0; x < 5; ++x) lanes[x] = state[row + x];
    for (size_t x = 0; x < 5; ++x) {
      state[row + x] = lanes[x] ^ (~lanes[(x + 1) % 5] & lanes[(x + 2) % 5]);
    }
  }
}

// The round constants come out of a linear feedback register.
void Iota(State& state, uint8_t& feedback) {
  for (uint32_t j = 0; j < 7; ++j) {
    if (feedback & 1u) state[0] ^= uint64_t{1} << ((1u << j) - 1);
    const bool carry = (feedback & 0x80u) != 0;
    feedback = static_cast<uint8_t>(feedback << 1 ^ (carry ? 0x71 : 0));
  }
}

// First 32 bytes of Keccak-256 (not SHA3-256) over less than one block.
State Keccak256(std::string_view text) {
  State state = {};
  const auto put = [&state](size_t place, uint64_t byte) {
    state[place / 8] ^= byte << place % 8 * 8;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    put(i, static_cast<unsigned char>(text[i]));
  }
  put(text.size(), 0x01);
  put(kRate - 1, 0x80);
  uint8_t feedback = 1;
  for (int round = 0; round < 24; ++round) {
    Theta(state);
    RhoAndPi(state);
    Chi(state);
    Iota(state, feedback);
  }
  return state;
}

}  // namespace

bool CheckEthereumAddress(std::string_view value) {
  if (value.size() != 42) return false;
  const std::string_view address = value.substr(2);
  char lower[40];
  bool any_upper = false, any_lower = false;
  for (size_t i = 0; i < 40; ++i) {
    any_upper |= IsUpperByte(address[i]);
    any_lower |= address[i] >= 'a';
    lower[i] = IsUpperByte(address[i]) ? static_cast<char>(address[i] | 0x20)
                                       : address[i];
  }
  if (!any_upper || !any_lower) return true;
  const State hash = Keccak256({lower, 40});
  for (size_t i = 0; i < 40; ++i) {
    if (lower[i] < 'a') continue;
    const uint64_t byte = hash[i / 16] >> (i / 2 % 8 * 8) & 0xFF;
    const uint64_t nibble = i % 2 == 0 ? byte >> 4 : byte & 15;
    if ((nibble >= 8) != IsUpperByte(address[i])) return false;
  }
  return true;
}

}  // namespace sluice
