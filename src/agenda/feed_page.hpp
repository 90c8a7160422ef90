#pragma once
// «Mon agenda dans mon téléphone» (E08): the secret address that one's calendar programs read.

#include "gate/visit.hpp"

namespace agenda {

http::Response feed_page(gate::Visit& v);   ///< GET /agenda/telephone
http::Response renew_feed(gate::Visit& v);  ///< POST: the first address, or another in place of the former
http::Response stop_feed(gate::Visit& v);   ///< POST /agenda/telephone/arret

}  // namespace agenda
