#include "dashboard/network_events.hpp"

#include "events/filter.hpp"

namespace dashboard {

// Walks the index event_start from yesterday on (what began may still be going on) and stops when the page is full.
const pg::Statement<events::Card(std::string)> network_events{"dashboard.network_events",
                                                              "select " EVENT_CARD R"( from event_card e
   where e.state = 'published' and e.starts_at > now() - interval '1 day' and e.ends_at > now() and e.answer is null
     and (e.is_guest or e.space_ids && (select viewer_spaces('all'))
          or (e.is_public and e.creator_id = any(array(select b.coopain_id from bond b where b.member_id = viewer_id()))))
     and )" EVENT_OF_CIRCLE " order by e.starts_at, e.id limit 10"};

}  // namespace dashboard
