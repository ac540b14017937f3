// What disguises are made of.
#ifndef TESTS_ENGINE_DISGUISE_TOOLS_H_
#define TESTS_ENGINE_DISGUISE_TOOLS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "disguises.h"

namespace sluice {

// `value` between its label and what follows it.
Disguised Place(const std::string& before, const std::string& value,
                const std::string& after);
Disguised Place(const Secret& secret, const std::string& value);

bool Contains(const Secret& secret, char c);

std::string Replaced(std::string_view text, char c, std::string_view by);
std::string EveryChar(std::string_view text,
                      const std::function<std::string(char)>& encode);
// `insert` between the characters, every `step` of them.
std::string Spread(std::string_view text, std::string_view insert, size_t step);
std::string InTheMiddle(std::string_view text, std::string_view insert);

std::string Hex(uint32_t value, uint32_t digits, bool upper = false);
uint32_t Code(char c);
std::string Utf8(uint32_t rune);

// The disguises of one file each; see disguises.h for all of them.
std::vector<Disguise> AccidentalLooks();
std::vector<Disguise> DeliberateLooks();
std::vector<Disguise> AccidentalCodes();
std::vector<Disguise> DeliberateCodes();

}  // namespace sluice

#endif  // TESTS_ENGINE_DISGUISE_TOOLS_H_
