#pragma once
// Lists of a section (S08), and the pages that they share with its zones (sections/zones.hpp).

#include "gate/visit.hpp"

namespace sections {

http::Response new_list(gate::Visit& v);
http::Response create_list(gate::Visit& v);
http::Response edit_list(gate::Visit& v);
http::Response save_list(gate::Visit& v);
http::Response delete_list(gate::Visit& v);

}  // namespace sections
