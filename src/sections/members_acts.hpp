#pragma once
// What the secretary does with the members ticked (S08): names them to an office or takes it back, puts them in a list
// or zone or takes them out, removes them.

#include "gate/visit.hpp"

namespace sections {

http::Response set_rank(gate::Visit& v);
http::Response put_in_list(gate::Visit& v);
http::Response take_from_list(gate::Visit& v);
http::Response remove_members(gate::Visit& v);
http::Response undo_act(gate::Visit& v);  ///< a change of role, list or zone, for a day

}  // namespace sections
