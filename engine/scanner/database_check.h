// Whether a loaded database refers only to what it holds.
#ifndef SLUICE_SCANNER_DATABASE_CHECK_H_
#define SLUICE_SCANNER_DATABASE_CHECK_H_

#include "scanner/database_image.h"

namespace sluice {

// True when every index, range, enumeration value and jump in the image is in
// range, and every program ends in a match or failure. O(size).
bool ReferencesHold(const DatabaseImage& image);

}  // namespace sluice

#endif  // SLUICE_SCANNER_DATABASE_CHECK_H_
