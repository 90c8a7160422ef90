#pragma once

#include <optional>
#include <string_view>

#include "sections/register_line.hpp"

namespace sections {

/// From «F», «Mme», «féminin», «M.», «Homme», «1»…
std::optional<Sex> read_sex(std::string_view typed);

}  // namespace sections
