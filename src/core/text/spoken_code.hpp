#pragma once
// Codes that people read aloud and type: Crockford's base32, where what looks like another sign is read as it.

#include <string>
#include <string_view>

namespace spoken_code {

std::string make(size_t letters);  ///< 5 bits of chance each, in small letters

/// As make() wrote it, from however it was typed: capitals, spaces, hyphens. "" when there is a sign of no code.
std::string read(std::string_view typed);

}  // namespace spoken_code
