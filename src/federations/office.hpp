#pragma once
// The referent's office: the frame around its rooms, and the first of them (S03), which opens sections and shows who
// runs them. Never who belongs to them.

#include "federations/party_view.hpp"
#include "gate/visit.hpp"
#include "ui/navigation.hpp"

namespace federations {

http::Response show_office(gate::Visit& v);
http::Response open_section(gate::Visit& v);

/// The name above each room. No row: there is no such federation.
extern const pg::Statement<std::string(SpaceId)> federation_name;

enum class Room { sections, file, activation, help };

void open_rooms(html::Out& out, SpaceId federation, std::string_view name, Room room);

/// A page of the office.
template <class Body>
http::Response office_page(gate::Visit& v, SpaceId federation, std::string_view name, Room room, std::string_view title,
                           Body&& body, int status = 200) {
  return v.page(
      {.title = std::string(title) + " · " + std::string(name), .here = ui::Key::party},
      [&](html::Out& out) {
        open_rooms(out, federation, name, room);
        body(out);
        out("</div>");
      },
      status);
}

}  // namespace federations
