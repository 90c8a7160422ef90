#pragma once
// «je participe», «je ne participe pas», «peut-être» (E05), and with whom (E11).

#include "events/page_view.hpp"
#include "gate/visit.hpp"

namespace events {

/// The viewer's answer ("yes", "maybe", "no"), and how many they bring; none: as many as before. False when the event
/// takes no answer any more.
extern const pg::Statement<bool(EventId, std::string, std::optional<std::int32_t>)> record_answer;

/// What «Je viens avec…» says; none where it is not asked.
std::optional<std::int32_t> companions_typed(gate::Visit& v);
/// What became of them, when there is not room for all; else "".
std::string companions_words(const Detail& event, std::optional<std::int32_t> asked);

http::Response answer(gate::Visit& v);  ///< POST /evenements/:event/reponse

}  // namespace events
