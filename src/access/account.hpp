#pragma once
// «Données de connexion» (A07): names, address, password, open sessions.

#include "core/clock.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

http::Response show_account(gate::Visit& v);     ///< GET /compte
http::Response change_names(gate::Visit& v);     ///< POST /compte/noms
http::Response change_password(gate::Visit& v);  ///< POST /compte/mot-de-passe
http::Response close_one(gate::Visit& v);        ///< POST /compte/sessions/:session/fermer
http::Response close_others(gate::Visit& v);     ///< POST /compte/sessions/fermer-les-autres

struct OpenSession {
  std::int64_t id;
  std::string device;
  pg::Time created_at, seen_at;
  bool current;
};
struct AccountPage {
  std::string first_name, last_name, email;
  std::vector<OpenSession> sessions;  ///< this browser's first
  std::string_view csrf;
  ui::Errors names = {}, password = {};
};
void account_page(html::Out& out, const AccountPage& page, paris::Instant now);

}  // namespace accounts
