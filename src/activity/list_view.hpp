#pragma once
// Entries as a page shows them, in the feed and on walls.

#include <span>
#include <string>

#include "activity/grouping.hpp"
#include "core/clock.hpp"
#include "core/html.hpp"

namespace activity {

struct Place {
  MemberId viewer;
  std::optional<MemberId> wall = {};  ///< whose wall it is; none: the feed
  std::string back;                   ///< the page itself, where removing leads
  std::string csrf;
  paris::Instant now;
};

void write_groups(html::Out& out, std::span<const Group> groups, const Place& place);

/// «www.example.org» of an address; the preview of a link is no more, since nothing is fetched.
std::string host(std::string_view link);

std::string wall_path(MemberId whose);
html::Url profile_url(MemberId whose);

}  // namespace activity
