#pragma once
// What a ZIP file holds, read by libarchive.

#include <map>
#include <string>

namespace testing_zip {

/// Content by path.
std::map<std::string, std::string> files_in_zip(const std::string& made);

}  // namespace testing_zip
