#pragma once
// What a section says of itself (S02), shown as its badge on its public page (S01).

#include <optional>
#include <string>

#include "core/pg/statement.hpp"
#include "images/picture.hpp"
#include "ui/form.hpp"

namespace sections {

struct Profile {
  std::string name;
  std::string address, complement, postcode, city, country, phone, treasurer, bureau, website, facebook, twitter;
  std::optional<images::PictureId> picture;
};
extern const pg::Statement<Profile(SpaceId)> section_profile;

/// Tidies what was typed and says what is wrong with it.
ui::Errors check(Profile& profile);

}  // namespace sections
