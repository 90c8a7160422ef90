#pragma once
// Postcodes and countries of membership files.

#include <optional>
#include <string>
#include <string_view>

namespace sections {

/// The French name of a country: «Belgique» for «BELGIQUE», «Belgium», «be» or «BEL». `typed` is tidy.
std::optional<std::string> read_country(std::string_view typed);

struct PostcodeRead {
  std::string postcode;   // as typed when it is none of France
  bool repaired = false;  // 1000 → 01000, «54000 CEDEX» → 54000
  bool valid = true;
};

/// The commune behind what letters say: «ST ETIENNE CEDEX 2» is «Saint-Etienne», «Ste-Foy» «Sainte-Foy». `typed` is
/// tidy.
std::string read_city(std::string_view typed);

/// `country` is what read_country gave, or empty. Only postcodes of France are judged.
PostcodeRead read_postcode(std::string_view typed, std::string_view country);

}  // namespace sections
