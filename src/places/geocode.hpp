#pragma once
// From a postal address to a point. Without an address service the point is the commune's; of a commune whose
// coordinates are not known, the middle of those around that share its postcode or its département. Good enough to say
// what is near.

#include <optional>
#include <string>

#include "core/pg/statement.hpp"

namespace places {

struct Point {
  double latitude, longitude;
};

/// (postcode, city) → point, no row when neither is known.
extern const pg::Statement<Point(std::string, std::string)> commune_point;
/// (postcode, city) → is there such a commune?
extern const pg::Statement<bool(std::string, std::string)> commune_exists;

}  // namespace places
