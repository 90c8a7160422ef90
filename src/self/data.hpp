#pragma once
// «Données personnelles» (A11): one page, blocks that unfold, each saved on its own.

#include "gate/visit.hpp"
#include "self/data_view.hpp"

namespace self {

http::Response show_data(gate::Visit& v);          ///< GET /compte/donnees
http::Response save_identity(gate::Visit& v);      ///< POST /compte/donnees/identite
http::Response save_coordinates(gate::Visit& v);   ///< POST /compte/donnees/coordonnees
http::Response save_commitments(gate::Visit& v);   ///< POST /compte/donnees/engagements
http::Response save_politics(gate::Visit& v);      ///< POST /compte/donnees/politique
http::Response save_public_words(gate::Visit& v);  ///< POST /compte/donnees/public

struct Asked {
  pg::Reply<Told> told;
  pg::Reply<std::vector<Activity>> activities;
  [[nodiscard]] Data take() { return {told.take(), activities.take()}; }
};
/// All that the page shows; for ask().
Asked ask_data(gate::Visit& v);
/// The page with what was typed, and what is wrong with it.
http::Response data_again(gate::Visit& v, DataPage page);
/// Back to the page, the block still open.
http::Response saved(gate::Visit& v, Block block, std::string words = "C’est enregistré.");

}  // namespace self
