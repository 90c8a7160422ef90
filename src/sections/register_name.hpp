#pragma once
// Names as they should stand on a page: «DE LA TOUR-DUPONT» is a cry, «de La Tour-Dupont» a name.

#include <string>
#include <string_view>

namespace sections {

/// A name all in capitals or all in small letters gets capitals at the start of its words, French particles small; any
/// other stays as typed. `typed` is tidy.
std::string readable_name(std::string_view typed);

/// Digits, an @, a formula: does this look like something other than a name?
bool is_suspect_name(std::string_view name);

}  // namespace sections
