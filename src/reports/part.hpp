#pragma once
// What a participant notes of a mission, for themself or for those they went with, in half a minute on the pavement
// (E10).

#include "gate/visit.hpp"

namespace reports {

http::Response part(gate::Visit& v);           ///< GET /evenements/:event/ma-part
http::Response note_part(gate::Visit& v);      ///< POST
http::Response withdraw_part(gate::Visit& v);  ///< POST …/ma-part/retrait

}  // namespace reports
