#pragma once

#include <optional>
#include <string>
#include <vector>

#include "images/picture.hpp"
#include "sections/office.hpp"

namespace sections {

/// Somebody of the bureau, and what they hold.
struct Holder {
  MemberId id;
  std::string name, role;
  std::optional<images::PictureId> picture;
  std::vector<std::string> powers;   ///< in force
  std::vector<std::string> waiting;  ///< given by whoever was secretary before: in force once it is confirmed
};

/// What one of them did.
struct Done {
  pg::Time at;
  std::optional<MemberId> who_id;
  std::optional<std::string> who, for_whom;
  std::string act;
  std::optional<std::string> about;
};

struct DelegationsPage {
  SectionName section;
  std::vector<Holder> bureau;
  std::optional<MemberId> chosen;  ///< whose powers are being ticked
  std::vector<Done> log;
  ui::Pager pager;
};
void delegations_page(html::Out& out, const DelegationsPage& page, std::string_view csrf);

}  // namespace sections
