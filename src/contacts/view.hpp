#pragma once
#include <optional>
#include <string>
#include <vector>

#include "images/picture.hpp"

namespace contacts {

void choose_page(html::Out& out, std::string_view csrf, std::string_view error);

struct Found {
  std::int64_t place;  ///< of the address, from 1
  MemberId id;
  std::string name;
  std::optional<std::string> section;
  std::optional<images::PictureId> picture;
  bool bound, asked;
};
struct Other {
  std::string name, address;  ///< the name may be empty
  bool invited;               ///< by the viewer, before
};
struct Result {
  std::vector<Found> found;
  std::vector<Other> others;
  size_t without_address = 0;
  bool may_invite = false;
  size_t invitations_left = 0;
};
void result_page(html::Out& out, const Result& result, std::string_view csrf);

}  // namespace contacts
