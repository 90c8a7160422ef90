#pragma once
// «Tout le PS»: the tree of the party and of each other movement, for every member (S11), and its map.

#include "gate/visit.hpp"

namespace federations {

http::Response show_party(gate::Visit& v);
http::Response show_party_map(gate::Visit& v);

/// "/parti", of the tree that stands under `root`: the country, or a movement.
html::Url party_url(std::string_view page = "", std::optional<SpaceId> root = {});

}  // namespace federations
