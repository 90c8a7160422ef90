#include "dashboard/network_events.hpp"

#include "events/filter.hpp"

namespace dashboard {

const pg::Statement<events::Card(std::string)> network_events{
    "dashboard.network_events", "select " EVENT_CARD
                                " from event_card e where e.id = any(array(select events_of_network($1, 10))) "
                                "order by e.starts_at, e.id"};

}  // namespace dashboard
