#pragma once
// Inviting from several sources at once, nobody twice, and whoever comes there later (E04;
// db/policies/64_event_arrivals.sql).

#include <string>
#include <string_view>
#include <vector>

#include "events/guests_view.hpp"
#include "gate/visit.hpp"

namespace events {

/// Those of the words typed that mean a source, as Source::code() says them.
std::vector<std::string> read_sources(const std::vector<std::string_view>& typed);

/// How many are invited; none when the event takes nobody any more.
extern const pg::Statement<std::optional<std::int32_t>(EventId, std::vector<std::string>, bool)> invite_sources;
extern const pg::Statement<Arrivals(EventId)> arrivals_of;

void write_together(html::Out& out, const GuestsPage& page);

http::Response count_sources(gate::Visit& v);  ///< GET /evenements/:event/invites/compte
http::Response stop_arrivals(gate::Visit& v);  ///< POST /evenements/:event/invites/arret

}  // namespace events
