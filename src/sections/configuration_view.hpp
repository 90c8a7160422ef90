#pragma once

#include "sections/office.hpp"
#include "sections/profile.hpp"

namespace sections {

inline constexpr std::string_view picture_field = "picture";

struct ConfigurationPage {
  SectionName section;
  Profile profile;
  ui::Errors errors = {};
  bool picture_removed = false;
};
void configuration_page(html::Out& out, const ConfigurationPage& page, std::string_view csrf);

}  // namespace sections
