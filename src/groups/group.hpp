#pragma once
// A group's page; making one, joining and leaving.

#include "gate/visit.hpp"

namespace groups {

http::Response show(gate::Visit& v);
http::Response new_group(gate::Visit& v);
http::Response create(gate::Visit& v);
http::Response join(gate::Visit& v);
http::Response leave(gate::Visit& v);

}  // namespace groups
