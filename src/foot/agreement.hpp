#pragma once
// A new charter asks again (P05): each member meets it once, before the page that they wanted.

#include "gate/visit.hpp"

namespace foot {

http::Response show_agreement(gate::Visit& v);  ///< GET /charte/accord
http::Response agree(gate::Visit& v);           ///< POST

}  // namespace foot
