#pragma once
// A section's page (S01): its badge for every member; for its own, what it plans and who belongs to it.

#include "gate/visit.hpp"

namespace sections {

http::Response show_section(gate::Visit& v);
http::Response show_section_members(gate::Visit& v);

}  // namespace sections
