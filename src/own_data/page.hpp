#pragma once
// «Récupérer, supprimer»: what a member takes along, and how they leave (A12).

#include "gate/visit.hpp"

namespace own_data {

inline constexpr std::string_view path = "/compte/mes-donnees";

http::Response show(gate::Visit& v);      ///< GET /compte/mes-donnees
http::Response ask(gate::Visit& v);       ///< POST /compte/mes-donnees/archive
http::Response download(gate::Visit& v);  ///< GET /compte/mes-donnees/archive.zip

}  // namespace own_data
