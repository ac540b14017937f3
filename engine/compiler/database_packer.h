// Makes a database small for its way to the scanner.
#ifndef SLUICE_COMPILER_DATABASE_PACKER_H_
#define SLUICE_COMPILER_DATABASE_PACKER_H_

#include <cstdint>
#include <span>
#include <vector>

namespace sluice {

// The packed form (sluice/packed_database.h) of a database that the compiler
// wrote. Empty when `database` is not laid out as the compiler does it.
std::vector<uint8_t> PackDatabase(std::span<const uint8_t> database);

}  // namespace sluice

#endif  // SLUICE_COMPILER_DATABASE_PACKER_H_
