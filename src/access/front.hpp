#pragma once
// The visitor's home (A01): what La Coopol is, and the way in.

#include "gate/visit.hpp"

namespace accounts {

extern const pg::Statement<std::string()> national_phase;

/// GET / for whoever has no session.
http::Response front(gate::Visit& v);

struct Front {
  std::string_view phase;
  std::string_view csrf;
  std::string_view way_back = {};  ///< where they were going
  std::string_view email = {};     ///< as typed, when the form comes back
  bool refused = false, key_refused = false;
};
void front_page(html::Out& out, const Front& front);

}  // namespace accounts
