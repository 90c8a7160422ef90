#pragma once
// «Données personnelles» (A11): one page, blocks that unfold, each saved on its own.

#include <functional>

#include "gate/visit.hpp"
#include "self/data_view.hpp"

namespace self {

http::Response show_data(gate::Visit& v);          ///< GET /compte/donnees
http::Response save_identity(gate::Visit& v);      ///< POST /compte/donnees/identite
http::Response save_coordinates(gate::Visit& v);   ///< POST /compte/donnees/coordonnees
http::Response save_commitments(gate::Visit& v);   ///< POST /compte/donnees/engagements
http::Response save_politics(gate::Visit& v);      ///< POST /compte/donnees/politique
http::Response save_public_words(gate::Visit& v);  ///< POST /compte/donnees/public

/// The page, what is wrong with a block and, over what is kept, what was typed there.
http::Response data_again(gate::Visit& v, Block block, const ui::Errors& errors,
                          const std::function<void(Data&)>& typed);
/// Back to the page, the block still open.
http::Response saved(gate::Visit& v, Block block, std::string words = "C’est enregistré.");

}  // namespace self
