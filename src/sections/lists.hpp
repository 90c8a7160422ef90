#pragma once
// Lists and zones of a section (S08, S09): made, renamed, given somebody in charge; and what that person sees of a
// zone, which is never who is in it.

#include "gate/visit.hpp"

namespace sections {

http::Response new_list(gate::Visit& v);
http::Response create_list(gate::Visit& v);
http::Response edit_list(gate::Visit& v);
http::Response save_list(gate::Visit& v);
http::Response delete_list(gate::Visit& v);
http::Response show_zone(gate::Visit& v);

}  // namespace sections
