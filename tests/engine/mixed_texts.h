// Texts made by chance from every rule's examples, values in disguise, prose
// and tables.
#ifndef TESTS_ENGINE_MIXED_TEXTS_H_
#define TESTS_ENGINE_MIXED_TEXTS_H_

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

// Every example of every rule, and every known value in every disguise.
const std::vector<std::string>& MixedPieces();
// `parts` of them, with prose between.
std::string MixedText(std::mt19937& random, size_t parts);

// Two lines without anything in them.
inline constexpr std::string_view kPlainProse =
    "It was a quiet day in the office; nobody had expected the letter that "
    "came with the second post, and nobody knew whom to ask about it. ";

}  // namespace sluice

#endif  // TESTS_ENGINE_MIXED_TEXTS_H_
