#pragma once
// The referent's office (S03): opens sections, invites who will run them, sees which are active. Never who belongs to
// them.

#include "gate/visit.hpp"

namespace sections {

http::Response show_federation_office(gate::Visit& v);
http::Response open_section(gate::Visit& v);

}  // namespace sections
