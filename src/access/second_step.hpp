#pragma once
// The second step of signing in (A07), for whoever has a second factor: a code of the app, a passkey, or a recovery
// code. No session exists before it. It lasts ten minutes, in the browser where it began, and ends at the fifth
// failure.

#include "gate/visit.hpp"

namespace accounts {

http::Response go_to_second_step(gate::Visit& v, std::int64_t step, std::string_view way_back);
http::Response show_second_step(gate::Visit& v);  ///< GET /connexion/:token
http::Response second_step(gate::Visit& v);       ///< POST /connexion/:token, with a code
http::Response step_challenge(gate::Visit& v);    ///< POST /connexion/:token/defi
http::Response step_by_passkey(gate::Visit& v);   ///< POST /connexion/:token/cle

struct SecondStepPage {
  std::string path, way_back;
  bool app = false, keys = false, codes = false;
  bool refused = false;
  std::string_view csrf = {};
};
void second_step_page(html::Out& out, const SecondStepPage& page);

}  // namespace accounts
