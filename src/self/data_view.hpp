#pragma once

#include <optional>
#include <string>
#include <vector>

#include "images/picture.hpp"
#include "self/activities.hpp"
#include "ui/form.hpp"

namespace self {

inline constexpr std::string_view photo_field = "picture";

/// What a member has said of themself; "" where nothing.
struct Told {
  std::string sex, birth_date;
  bool birthday_shown;
  std::string phone, address, complement, postcode, city, country;
  std::string profession, hobbies, website, facebook, twitter;
  std::vector<std::string> interests;
  std::optional<images::PictureId> picture;
};
struct Data {
  Told told;
  std::vector<Activity> activities;
};

enum class Block { none, photo, identity, coordinates, commitment, politics, public_words };
std::string_view name(Block block);  ///< in addresses

struct DataPage {
  Data data;
  Block open = Block::none;  ///< the errors are its own
  ui::Errors errors = {};
};
void data_page(html::Out& out, const DataPage& page, std::string_view csrf);

}  // namespace self
