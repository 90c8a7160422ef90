#include "access/routes.hpp"

#include "access/accept.hpp"
#include "access/account.hpp"
#include "access/address_change.hpp"
#include "access/arrival.hpp"
#include "access/friends.hpp"
#include "access/new_password.hpp"
#include "access/opening.hpp"
#include "access/preregistration.hpp"
#include "access/second_factor.hpp"
#include "access/second_step.hpp"
#include "access/sign_in.hpp"
#include "access/sign_in_key.hpp"

namespace accounts {
namespace {

// Counted by address and account in attempts.hpp; this only stops floods.
constexpr Rate tries{120, std::chrono::minutes(5)};

// A key typed, a question asked.
constexpr Rate keys{240, std::chrono::minutes(1)};

http::Response to_front(gate::Visit& v) {
  return v.redirect("/");
}

}  // namespace

std::vector<gate::Route> routes() {
  using namespace gate::who;
  return {
      gate::get("/connexion", anyone(), to_front),
      gate::slow_post("/connexion", anyone(), sign_in, tries),
      gate::post("/connexion/cle", anyone(), sign_in_by_key, tries),
      gate::post("/connexion/cle/defi", anyone(), sign_in_challenge, tries),
      gate::get("/connexion/:token", anyone(), show_second_step),
      gate::post("/connexion/:token", anyone(), second_step, tries),
      gate::post("/connexion/:token/defi", anyone(), step_challenge, tries),
      gate::post("/connexion/:token/cle", anyone(), step_by_passkey, tries),
      gate::post("/deconnexion", even_leaving(), sign_out),
      gate::get("/invitation/:token", anyone(), show_invitation),
      gate::slow_post("/invitation/:token", anyone(), accept_invitation, tries),
      gate::post("/invitation/:token/rejoindre", member(), join),
      gate::get("/preinscription", anyone(), show_preregistration),
      gate::get("/inscription", anyone(), show_preregistration),
      gate::post("/preinscription", anyone(), preregister, tries),
      gate::get("/preinscription/envoyee", anyone(), preregistered),
      gate::get("/preinscription/:token", anyone(), open_preregistration),
      gate::post("/preinscription/:token", anyone(), confirm),
      gate::post("/preinscription/:token/effacer", anyone(), erase),
      gate::slow_post("/inscription/:token", anyone(), enrol, tries),
      gate::get("/inviter", member(), show_friends),
      gate::post("/inviter", member(), invite_friend, gate::few),
      gate::post("/inviter/:friend/relancer", member(), remind_friend),
      gate::post("/inviter/:friend/retirer", member(), withdraw_friend),
      gate::get("/rejoindre/:token", anyone(), show_friends_link),
      gate::slow_post("/rejoindre/:token", anyone(), join_as_friend, tries),
      gate::get("/courriels/invitations/:token", anyone(), show_friends_refusal),
      gate::signed_post("/courriels/invitations/:token", anyone(), refuse_friends, tries),
      gate::get("/coopilote/ouverture", coopilote(), show_openings),
      gate::post("/coopilote/ouverture", coopilote(), set_phase),
      gate::get("/bienvenue", member(), welcome),
      gate::get("/mot-de-passe/oubli", anyone(), forgotten),
      gate::post("/mot-de-passe/oubli", anyone(), ask_for_mail, tries),
      gate::get("/mot-de-passe/envoye", anyone(), mail_left),
      gate::get("/mot-de-passe/nouveau/:token", anyone(), choose_password),
      gate::slow_post("/mot-de-passe/nouveau/:token", anyone(), set_new_password, tries),
      gate::post("/mot-de-passe/force", anyone(), judge_password, keys),
      gate::get("/compte", member(), show_account),
      gate::post("/compte/noms", member(), change_names),
      gate::slow_post("/compte/mot-de-passe", member(), change_password),
      gate::slow_post("/compte/courriel", member(), ask_new_address),
      gate::post("/compte/courriel/abandonner", member(), drop_new_address),
      gate::get("/nouvelle-adresse/:token", anyone(), show_new_address),
      gate::post("/nouvelle-adresse/:token", anyone(), confirm_new_address, tries),
      gate::get("/ancienne-adresse/:token", anyone(), show_former_address),
      gate::post("/ancienne-adresse/:token", anyone(), restore_former_address, tries),
      gate::get("/compte/deux-etapes", member(), show_second_factor),
      gate::slow_post("/compte/deux-etapes/mot-de-passe", member(), confirm_password),
      gate::post("/compte/deux-etapes/application", member(), begin_app),
      gate::post("/compte/deux-etapes/application/activer", member(), confirm_app, tries),
      gate::post("/compte/deux-etapes/application/retirer", member(), remove_app),
      gate::post("/compte/deux-etapes/codes", member(), renew_codes),
      gate::post("/compte/deux-etapes/codes/fichier", member(), codes_file),
      gate::post("/compte/deux-etapes/cles/defi", member(), passkey_challenge),
      gate::post("/compte/deux-etapes/cles", member(), add_passkey),
      gate::post("/compte/deux-etapes/cles/:passkey/retirer", member(), remove_passkey),
      gate::post("/compte/sessions/fermer-les-autres", member(), close_others),
      gate::post("/compte/sessions/:session/fermer", member(), close_one),
  };
}

}  // namespace accounts
