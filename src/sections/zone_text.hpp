#pragma once
// How a zone is written in a form: postcodes, streets one a line, and the line that was drawn around it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sections {

inline constexpr size_t most_postcodes = 60, most_streets = 200, most_points = 60;

/// «Rue de Charonne, 2 à 40, pairs, 75011»
struct Street {
  std::string name;
  std::int32_t low = 0, high = 0;  ///< 0: the whole street
  std::string parity;              ///< odd, even, or both: ""
  std::string postcode;            ///< "": whichever it is

  bool operator==(const Street&) const = default;
};

struct Postcodes {
  std::vector<std::string> codes;
  std::string wrong;  ///< what is none
};
Postcodes read_postcodes(std::string_view text);

struct Streets {
  std::vector<Street> streets;
  std::string wrong;  ///< of the first line that cannot be read: that part of it
  size_t line = 0;    ///< its number
};
Streets read_streets(std::string_view text);
/// The line that reads as that street.
std::string written(const Street& street);

/// "2.36912,48.85312 2.37011,48.85340 …", longitude first, as web/map/zone.ts writes them. Becomes the inside of a
/// well-known text, closed; "" for no ground. False when it is neither.
bool read_ground(std::string_view text, std::string& ring);

}  // namespace sections
