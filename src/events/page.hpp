#pragma once
// The page of an event (E06): when, where, the gauge, who comes, what people say; for whoever organises, what can be
// done (E07).

#include "gate/visit.hpp"

namespace events {

http::Response show(gate::Visit& v);            ///< GET /evenements/:event
http::Response comment(gate::Visit& v);         ///< POST /evenements/:event/commentaires
http::Response delete_comment(gate::Visit& v);  ///< POST /evenements/:event/commentaires/:comment/suppression

}  // namespace events
