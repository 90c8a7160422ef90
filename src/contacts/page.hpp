#pragma once
// The book is read in the request that brings it, and what it says goes back in the answer: the browser's page is the
// only place where it stays.

#include "gate/visit.hpp"

namespace contacts {

http::Response show(gate::Visit& v);    ///< GET /carnet-d-adresses
http::Response search(gate::Visit& v);  ///< POST /carnet-d-adresses
http::Response follow(gate::Visit& v);  ///< POST /carnet-d-adresses/suite

}  // namespace contacts
