#pragma once
// «je participe», «je ne participe pas», «peut-être» (E05).

#include "gate/visit.hpp"

namespace events {

/// The viewer's answer ("yes", "maybe", "no"). False when the event takes none any more.
extern const pg::Statement<bool(EventId, std::string)> record_answer;

http::Response answer(gate::Visit& v);  ///< POST /evenements/:event/reponse

}  // namespace events
