#pragma once
// A person's wall (B04): what they did, as far as the viewer may see it, and what others wrote there.

#include <string>

#include "activity/entry.hpp"
#include "activity/say.hpp"
#include "gate/visit.hpp"

namespace activity {

/// Of a profile: ask for it together with the rest of the page.
struct WallReply {
  MemberId whose;
  pg::Reply<std::vector<Row>> rows;
  pg::Reply<bool> open;  ///< may the viewer write there?
};
WallReply ask_wall(gate::Visit& v, MemberId whose, std::int64_t before = 0);

/// What to write, then what is there. `first_name` is whose it is, `page` the one it stands on.
void write_wall(html::Out& out, gate::Visit& v, const WallReply& reply, const std::string& first_name,
                const std::string& page, const Words& words = {}, std::int64_t before = 0);
/// For Page::live_topics; empty on walls of others.
std::string watch_wall_of(gate::Visit& v, MemberId whose);

/// The wall alone, page after page.
http::Response wall(gate::Visit& v);
http::Response write_on_wall(gate::Visit& v);

}  // namespace activity
