#pragma once
// «Contacts» (S10): people outside of La Coopol, whom one section may write to, and nobody else knows of.

#include "letters/place.hpp"

namespace letters {

using ContactId = Id<struct ContactTag>;

http::Response show_contacts(gate::Visit& v);
http::Response write_to_contacts(gate::Visit& v);
http::Response remove_contacts(gate::Visit& v);
/// Those removed by the last press of the button.
http::Response restore_contacts(gate::Visit& v);

std::string contacts_path(SpaceId section, std::string_view rest = "");

/// The frame of each page about contacts.
template <class Body>
void contacts_frame(html::Out& out, const Head& head, Body&& body) {
  sections::office(out, head.office, sections::Desk::contacts, body);
}

}  // namespace letters
