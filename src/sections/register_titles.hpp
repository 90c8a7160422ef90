#pragma once
// What titles people give to the columns of a membership file.

#include <string_view>

#include "sections/register_columns.hpp"

namespace sections {

/// other: says something that is no field of ours, «Fax», «Section».
enum class TitleFit : unsigned char { unknown, close, exact, other };

/// Does a title name this field? Accents, case and punctuation do not count.
TitleFit fit(std::string_view title, Field field);

}  // namespace sections
