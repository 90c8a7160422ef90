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
/// How one signs in.
struct SignIn {
  std::string email;
  std::optional<std::string> wanted;  ///< an address that waits to be confirmed
  bool second_factor = false;
};
struct AccountPage {
  std::string first_name = {}, last_name = {};  ///< as typed; else the member's own
  SignIn sign_in = {};
  std::vector<OpenSession> sessions = {};  ///< this browser's first
  bool coopilote = false;
  bool may_invite = false;  ///< friends
  std::string_view csrf = {};
  std::string typed_email = {};
  ui::Errors names = {}, address = {}, password = {};
};
/// The page comes back with what was wrong (422).
http::Response account_again(gate::Visit& v, AccountPage typed);

/// What a given password is held against.
struct Secret {
  std::optional<std::string> hash;
  std::int32_t version;
  std::string email;
};
extern const pg::Statement<Secret()> my_secret;

void account_page(html::Out& out, const AccountPage& page, paris::Instant now);

}  // namespace accounts
