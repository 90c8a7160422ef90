#pragma once
// Someone in a list: what any page may show of a person it is allowed to see.

#include <optional>
#include <string>

#include "core/pg/statement.hpp"
#include "images/picture.hpp"
#include "ui/person.hpp"

namespace members {

struct Card {
  MemberId id;
  std::string first_name, last_name;
  std::optional<std::string> section;
  std::optional<std::string> city;
  std::optional<images::PictureId> picture;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};

/// With the section as its note, else the city.
ui::Person person(const Card& card);
html::Url profile_url(MemberId id);

}  // namespace members
