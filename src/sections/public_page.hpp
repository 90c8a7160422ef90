#pragma once
// A section's page (S01): its badge for every member; for its own, what it plans and who belongs to it.

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace sections {

http::Response show_section(gate::Visit& v);
/// The same with a request to join that cannot be taken as it is.
http::Response show_section(gate::Visit& v, const std::string& words, ui::Errors errors);
http::Response show_section_events(gate::Visit& v);
http::Response show_section_members(gate::Visit& v);

}  // namespace sections
