#pragma once
// «Tout le PS» and the page of a federation: the tree of the party, for every member (S11).

#include "gate/visit.hpp"

namespace sections {

http::Response show_party(gate::Visit& v);
http::Response show_federation(gate::Visit& v);

}  // namespace sections
