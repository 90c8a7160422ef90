#include "access/new_password.hpp"

#include "access/arrival.hpp"
#include "access/attempts.hpp"
#include "access/links.hpp"
#include "access/notice_page.hpp"
#include "access/strength.hpp"
#include "core/text/email.hpp"

namespace accounts {
namespace {

using Text = std::string;
// The mail finds out, when it leaves, whether the address has an account: here nothing differs.
const pg::Statement<void(Text, Text)> queue_reset{
    "access.queue_reset", "select enqueue_mail('access.reset', $1, null, $2, null, '{}', null)"};
struct Person {
  Text first_name, last_name, email;
};
const pg::Statement<Person(MemberId, std::int32_t)> person_of_link{"access.password_link",
                                                                   "select * from password_link($1, $2)"};
const pg::Statement<bool(MemberId, std::int32_t, Text)> set_password{"access.set_password",
                                                                     "select set_password($1, $2, $3)"};

http::Response ask_page(gate::Visit& v, std::string_view email, const ui::Errors& errors, int status = 200) {
  return v.visitor_page(
      {.title = "Nouveau mot de passe"},
      [&](html::Out& out) {
        out(R"(<div class="panel stack"><h1>Demander un nouveau mot de passe</h1>)"
            R"(<p>Donne l’adresse avec laquelle tu te connectes : nous t’y envoyons de quoi en choisir un autre.</p>)");
        ui::form(out, {.action = html::Url::local("/mot-de-passe/oubli"), .csrf = v.csrf()}, [&] {
          ui::field(out, {.name = "email",
                          .label = "Courriel",
                          .value = email,
                          .type = "email",
                          .error = errors["email"],
                          .autocomplete = "username",
                          .required = true});
          ui::submit(out, {.label = "Recevoir le courriel", .wide = true});
        });
        out(R"(<p><a href="/">Revenir à la connexion</a></p></div>)");
      },
      status);
}

http::Response choose_page(gate::Visit& v, const Person& person, const ui::Errors& errors, int status = 200) {
  return v.visitor_page(
      {.title = "Nouveau mot de passe"},
      [&](html::Out& out) {
        out(R"(<div class="panel stack"><h1>Choisis un nouveau mot de passe</h1>)");
        ui::form(out, {.action = html::Url::local("/mot-de-passe/nouveau/" + v.text("token")), .csrf = v.csrf()}, [&] {
          ui::field(out, {.name = "email",
                          .label = "Courriel",
                          .value = person.email,
                          .type = "email",
                          .autocomplete = "username",
                          .readonly = true});
          ui::password_field(out,
                             {.name = "password",
                              .label = "Nouveau mot de passe",
                              .hint = "Douze caractères ou plus. Une phrase se retient mieux qu’un mot.",
                              .error = errors["password"],
                              .autocomplete = "new-password",
                              .required = true},
                             true);
          ui::submit(out, {.label = "Enregistrer", .wide = true});
        });
        out(R"(<p class="soft">Tes autres appareils seront déconnectés.</p></div>)");
      },
      status);
}

http::Response used(gate::Visit& v) {
  return notice_page(v,
                     {.title = "Ce lien ne sert plus",
                      .text = "Il est bon une heure et une seule fois. Demandes-en un autre si tu en as encore besoin.",
                      .link = "Demander un nouveau mot de passe",
                      .href = html::Url::local("/mot-de-passe/oubli")},
                     410);
}

}  // namespace

std::string read_address(const gate::Visit& v, ui::Errors& errors) {
  auto read = email::read(v.field("email"));
  if (read.fault == email::Fault::missing)
    errors.add("email", "Écris ton adresse électronique.");
  else if (read.fault != email::Fault::none)
    errors.add("email", "Vérifie cette adresse : elle s’écrit comme prenom.nom@exemple.fr.");
  return std::move(read.address);
}

std::string mail_key(std::string_view kind, std::string_view address) {
  const auto minute =
      std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now()).time_since_epoch().count();
  return std::string(kind) + ' ' + std::string(address) + ' ' + std::to_string(minute);
}

http::Response look_in_your_mail(gate::Visit& v, std::string_view text) {
  return notice_page(
      v,
      {.title = "Regarde tes courriels",
       .text =
           std::string(text) +
           " S’il n’arrive pas dans les minutes qui viennent, cherche parmi les indésirables, et vérifie l’adresse."});
}

http::Response forgotten(gate::Visit& v) {
  return ask_page(v, "", {});
}

http::Response ask_for_mail(gate::Visit& v) {
  ui::Errors errors;
  const std::string address = read_address(v, errors);
  if (!errors.empty()) return ask_page(v, v.field("email"), errors, 422);
  count_attempt(v, mail_limits, address);
  v.run(queue_reset, mail_key("access.reset", address), address);
  v.ask();
  return v.redirect("/mot-de-passe/envoye");
}

http::Response mail_left(gate::Visit& v) {
  return look_in_your_mail(v, "Si un compte a cette adresse, un courriel y arrive, avec un lien bon une heure.");
}

http::Response choose_password(gate::Visit& v) {
  const auto link = read_password_link(v.services.settings, v.text("token"));
  if (!link) return used(v);
  const auto person = v.maybe(person_of_link, link->member, link->version);
  v.ask();
  return *person ? choose_page(v, **person, {}) : used(v);
}

http::Response set_new_password(gate::Visit& v) {
  const auto link = read_password_link(v.services.settings, v.text("token"));
  if (!link) return used(v);
  const auto person = v.maybe(person_of_link, link->member, link->version);
  v.ask();
  if (!*person) return used(v);
  const auto word = secret(v.form().values.get("password"));
  ui::Errors errors;
  check_password(errors, word, std::array{(*person)->first_name, (*person)->last_name, (*person)->email});
  if (!errors.empty()) return choose_page(v, **person, errors, 422);

  const auto set = v.one(set_password, link->member, link->version, v.services.passwords.hash(word));
  v.ask();
  if (!*set) return used(v);
  forgive_attempts(v, sign_in_limits, (*person)->email);
  v.end_session();
  return v.redirect("/", "Ton nouveau mot de passe est enregistré. Connecte-toi avec lui.");
}

}  // namespace accounts
