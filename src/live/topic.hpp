#pragma once
// What pages watch. A page says which subjects it shows:
//   v.page({.title = …, .live_topics = live::token(settings.secret, member, "event", id)}, …)
// and its browser, over /vif, asks for them; each member's own topic comes by itself. Whatever changes a subject says
// so in its own transaction, by trigger (db/policies/75_live.sql): notify live, 'event 12'. Then the room's renderer
// writes Turbo Streams once, and they go to those who look at it and may still see it.
//
// A room registers its topics in a table:
//   std::vector<live::Topic> topics() { return {{"event", event_viewers, render_event}}; }
// and src/app/serve.cpp puts the tables together.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/pg/connection.hpp"

namespace live {

struct Topic {
  std::string_view name;
  /// Of these members ($2), who may see the subject ($1) now?
  const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)>& viewers;
  /// The Turbo Streams for all of them, alike; reads as `viewer`, who is one of them (jobs::act_as first in the batch).
  /// Empty: nothing to say.
  std::string (*render)(pg::Connection&, std::int64_t subject, MemberId viewer);
};

/// Lets the browser of that member watch the subject. Several are separated by a space.
std::string token(std::string_view secret, MemberId member, std::string_view topic, std::int64_t subject);

}  // namespace live
