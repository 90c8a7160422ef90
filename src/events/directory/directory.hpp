#pragma once
#include "gate/visit.hpp"

namespace events {

/// GET /evenements: «Tous les événements», those to come, by date, words, kind and distance, as list and map (E09).
http::Response directory(gate::Visit& v);
/// A tile of its map, for the same question: lines like those of a list, and how many stand together where one is still
/// too far away to tell them apart.
http::Response directory_tile(gate::Visit& v);

}  // namespace events
