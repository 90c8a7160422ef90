#include "events/discard.hpp"

#include "events/card.hpp"

namespace events {
namespace {

const pg::Statement<void(EventId)> delete_draft{"events.delete_draft",
                                                "delete from event where id = $1 and state = 'draft'"};

}  // namespace

http::Response discard(gate::Visit& v) {
  v.run(delete_draft, v.id<EventId>("event"));
  v.ask();
  return v.redirect(path(Place::mine), "Le brouillon est jeté.");
}

}  // namespace events
