#pragma once
// Zones of a section (S09): who lives somewhere, filled by the database as people come and move. Their secretary makes
// them; whoever is in charge of one sees a number, never who is in it.

#include "gate/visit.hpp"
#include "sections/zone_form.hpp"

namespace sections {

http::Response new_zone(gate::Visit& v);
http::Response save_zone(gate::Visit& v, std::optional<ListId> list);  ///< makes it, or changes it
http::Response try_zone(gate::Visit& v);                               ///< POST: counts, and saves nothing
http::Response find_managers(gate::Visit& v);                          ///< proposals as one types a name
http::Response zone_map(gate::Visit& v);  ///< where the section's people live, as points without names
http::Response let_back_in_zone(gate::Visit& v);
http::Response show_zone(gate::Visit& v);  ///< to whoever is in charge

/// «Environ 15 personnes», «Moins de 5 personnes»: what list_size() says to a zone's manager.
std::string people_about(std::int64_t size);

}  // namespace sections
