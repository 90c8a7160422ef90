#include "access/address_change.hpp"

#include "access/account.hpp"
#include "access/attempts.hpp"
#include "access/links.hpp"
#include "access/new_password.hpp"
#include "access/notice_page.hpp"
#include "access/strength.hpp"

namespace accounts {
namespace {

using Text = std::string;
const pg::Statement<void(Text)> ask_change{"access.ask_email_change", "select ask_email_change($1)"};
const pg::Statement<void()> drop_change{"access.drop_email_change", "select drop_email_change()"};
const pg::Statement<Text(std::int64_t)> wanted_by_link{"access.email_change_by_link",
                                                       "select * from email_change_by_link($1)"};
const pg::Statement<bool(std::int64_t)> confirm_change{"access.confirm_email_change",
                                                       "select confirm_email_change($1)"};
const pg::Statement<Text(std::int64_t)> former_by_link{"access.email_undo_by_link",
                                                       "select * from email_undo_by_link($1)"};
const pg::Statement<bool(std::int64_t)> undo_change{"access.undo_email_change", "select undo_email_change($1)"};

http::Response dead(gate::Visit& v) {
  return notice_page(v,
                     {.title = "Ce lien ne sert plus",
                      .text = "Il a déjà servi, un autre l’a remplacé, ou il est trop ancien. Ton adresse se change "
                              "dans « Modifier mon compte »."},
                     410);
}

struct Question {
  std::string_view title, words, strong, button;
};
http::Response question(gate::Visit& v, const Question& asked) {
  return v.visitor_page({.title = asked.title}, [&](html::Out& out) {
    out(R"(<div class="panel stack"><h1>{}</h1><p><strong>{}</strong></p><p>{}</p>)", asked.title, asked.strong,
        asked.words);
    ui::post_button(out, html::Url::local(v.request.path), v.csrf(), {.label = asked.button, .wide = true});
    out("</div>");
  });
}

}  // namespace

http::Response ask_new_address(gate::Visit& v) {
  const auto mine = v.one(my_secret);
  v.ask();
  count_attempt(v, sign_in_limits, mine->email);
  ui::Errors errors;
  const Text address = read_address(v, errors);
  if (address == mine->email) errors.add("email", "C’est déjà ton adresse.");
  if (!v.services.passwords.verify(mine->hash, secret(v.form().values.get("current"))))
    errors.add("current", "Ce n’est pas ton mot de passe.");
  if (!errors.empty()) return account_again(v, {.typed_email = v.field("email"), .address = std::move(errors)});

  forgive_attempts(v, sign_in_limits, mine->email);
  count_attempt(v, mail_limits, address);
  v.run(ask_change, address);
  v.ask();
  return v.redirect("/compte", "Regarde les courriels de ta nouvelle adresse : un lien t’y attend.");
}

http::Response drop_new_address(gate::Visit& v) {
  v.run(drop_change);
  v.ask();
  return v.redirect("/compte", "Ton adresse reste la même.");
}

http::Response show_new_address(gate::Visit& v) {
  const auto change = read_address_link(v.services.settings, v.text("token"));
  if (!change) return dead(v);
  const auto wanted = v.maybe(wanted_by_link, *change);
  v.ask();
  if (!*wanted) return dead(v);
  return question(v, {.title = "Confirme ta nouvelle adresse",
                      .words = "Tu te connecteras avec elle, et tes notifications y arriveront.",
                      .strong = **wanted,
                      .button = "Confirmer cette adresse"});
}

http::Response confirm_new_address(gate::Visit& v) {
  const auto change = read_address_link(v.services.settings, v.text("token"));
  if (!change) return dead(v);
  const auto confirmed = v.one(confirm_change, *change);
  v.ask();
  if (!*confirmed) return dead(v);
  return v.redirect(v.signed_in() ? "/compte" : "/", "Ta nouvelle adresse est confirmée.");
}

http::Response show_former_address(gate::Visit& v) {
  const auto change = read_undo_link(v.services.settings, v.text("token"));
  if (!change) return dead(v);
  const auto former = v.maybe(former_by_link, *change);
  v.ask();
  if (!*former) return dead(v);
  return question(v,
                  {.title = "Ce n’était pas toi ?",
                   .words = "Nous remettons cette adresse, fermons tous les appareils connectés, et t’envoyons de quoi "
                            "choisir un autre mot de passe : celui d’avant est connu de quelqu’un d’autre.",
                   .strong = **former,
                   .button = "Reprendre mon compte"});
}

http::Response restore_former_address(gate::Visit& v) {
  const auto change = read_undo_link(v.services.settings, v.text("token"));
  if (!change) return dead(v);
  const auto undone = v.one(undo_change, *change);
  v.ask();
  if (!*undone) return dead(v);
  v.end_session();
  return v.redirect("/",
                    "Ton adresse est de retour, et tous les appareils sont déconnectés. Un courriel t’y attend, avec "
                    "un lien pour choisir un autre mot de passe.");
}

}  // namespace accounts
