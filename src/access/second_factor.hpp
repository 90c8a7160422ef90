#pragma once
// «Connexion en deux étapes» (A07): an authenticator app, passkeys, and the codes that stand in for them. Whatever
// changes here asks for the password, once for a quarter of an hour, and is told by mail.

#include <vector>

#include "core/mail/composer.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

http::Response show_second_factor(gate::Visit& v);  ///< GET /compte/deux-etapes
http::Response confirm_password(gate::Visit& v);    ///< POST /compte/deux-etapes/mot-de-passe
http::Response begin_app(gate::Visit& v);           ///< POST /compte/deux-etapes/application
http::Response confirm_app(gate::Visit& v);         ///< POST /compte/deux-etapes/application/activer
http::Response remove_app(gate::Visit& v);          ///< POST /compte/deux-etapes/application/retirer
http::Response renew_codes(gate::Visit& v);         ///< POST /compte/deux-etapes/codes
http::Response codes_file(gate::Visit& v);          ///< POST /compte/deux-etapes/codes/fichier
http::Response passkey_challenge(gate::Visit& v);   ///< POST /compte/deux-etapes/cles/defi
http::Response add_passkey(gate::Visit& v);         ///< POST /compte/deux-etapes/cles
http::Response remove_passkey(gate::Visit& v);      ///< POST /compte/deux-etapes/cles/:passkey/retirer

inline constexpr std::string_view second_factor_path = "/compte/deux-etapes";

struct Passkey {
  std::int64_t id;
  std::string name;
  pg::Time created_at;
  std::optional<pg::Time> last_used_at;
};
struct SecondFactor {
  bool confirmed = false;  ///< the password was given
  std::optional<pg::Time> app_since = {};
  std::optional<pg::Bytes> pending = {};  ///< an app that is being added: its sealed secret
  std::string email = {};
  std::int64_t codes_left = 0;
  bool holds_office = false;
};
struct SecondFactorPage {
  SecondFactor state = {};
  std::vector<Passkey> passkeys = {};
  std::string secret = {};  ///< of the app that is being added
  std::string site_name = {}, way_back = {};
  bool obliged = false;
  std::string_view csrf = {};
  ui::Errors errors = {};
  [[nodiscard]] bool active() const { return state.app_since || !passkeys.empty(); }
};
void second_factor_page(html::Out& out, const SecondFactorPage& page);
/// The codes, the one time they are shown.
void recovery_codes_page(html::Out& out, const std::vector<std::string>& codes, std::string_view csrf);

/// The page comes back with what was wrong (422).
http::Response second_factor_again(gate::Visit& v, ui::Errors errors);
/// After a factor was added: the codes when there are none yet, else back to the page with those words.
http::Response factor_added(gate::Visit& v, std::string words);

std::vector<mail::Kind> second_factor_mails();

}  // namespace accounts
