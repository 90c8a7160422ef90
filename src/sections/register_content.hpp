#pragma once
// What a column of a membership file seems to hold, told by its cells alone.

#include <span>
#include <string>
#include <vector>

#include "sections/register_columns.hpp"

namespace sections {

/// How much of a column looks like each field, from 0 to 1. Names of people and of places look alike: last_name and
/// city get the same mark, and neighbours must decide.
struct Likeness {
  std::array<double, field_count> marks{};
  size_t filled = 0;  // cells that hold something

  double& operator[](Field field) { return marks[static_cast<size_t>(field)]; }
  double operator[](Field field) const { return marks[static_cast<size_t>(field)]; }
};

/// `rows` without titles.
Likeness likeness(std::span<const std::vector<std::string>> rows, size_t column);

/// An e-mail address, a date, a telephone number or a postcode: what no title looks like.
bool is_data(std::string_view cell);

}  // namespace sections
