#include "access/arrival.hpp"
#include "access/links.hpp"
#include "access/notice_page.hpp"
#include "access/preregistration.hpp"
#include "access/sign_in.hpp"

namespace accounts {
namespace {

using Text = std::string;
struct Kept {
  Text first_name, last_name, email;
  bool confirmed, has_account;
  Text phase;
};
const pg::Statement<Kept(std::int64_t)> kept_by_link{"access.preregistration_by_link",
                                                     "select * from preregistration_by_link($1)"};
const pg::Statement<std::optional<bool>(std::int64_t)> confirm_kept{"access.confirm_preregistration",
                                                                    "select confirm_preregistration($1)"};
const pg::Statement<void(std::int64_t)> erase_kept{"access.erase_preregistration", "select erase_preregistration($1)"};
const pg::Statement<Text(std::int64_t, Text, Text, Text, std::int64_t, pg::Bytes, std::optional<pg::Bytes>, Text)>
    register_kept{"access.register", "select register($1, $2, $3, $4, $5, $6, $7, $8)"};

struct Asked {
  std::int64_t id;
  std::optional<Kept> kept;
  Charter charter;
};
std::optional<Asked> ask(gate::Visit& v) {
  const auto id = read_preregistration_link(v.services.settings, v.text("token"));
  if (!id) return std::nullopt;
  const auto kept = v.maybe(kept_by_link, *id);
  const auto charter = v.one(current_charter);
  v.ask();
  return Asked{*id, *kept, *charter};
}

http::Response arrival(gate::Visit& v, const Asked& asked, const Arrival& typed, ui::Errors errors, int status) {
  const Text title = "Bienvenue " + asked.kept->first_name;
  return v.visitor_page(
      {.title = title},
      [&](html::Out& out) {
        arrival_page(out, {.title = title,
                           .lead = "Ton adresse est vérifiée. Lis la charte, choisis un mot de passe, et c’est fait.",
                           .action = html::Url::local("/inscription/" + v.text("token")),
                           .csrf = v.csrf(),
                           .first_name = typed.first_name,
                           .last_name = typed.last_name,
                           .email = asked.kept->email,
                           .charter = &asked.charter,
                           .accepted = typed.accepted,
                           .errors = std::move(errors)});
      },
      status);
}

http::Response waiting(gate::Visit& v, const Kept& kept) {
  const std::string_view title = kept.confirmed ? "Ta pré-inscription est enregistrée" : "Confirme ta pré-inscription";
  return v.visitor_page({.title = title}, [&](html::Out& out) {
    const Text path = "/preinscription/" + v.text("token");
    out(R"(<div class="panel stack"><h1>{}</h1>)", title);
    if (kept.confirmed) {
      out("<p>Merci {}. Nous t’écrirons quand la coopol ouvrira près de chez toi.</p>", kept.first_name);
    } else {
      out("<p>{}, nous t’écrirons à {} quand la coopol ouvrira près de chez toi.</p>", kept.first_name, kept.email);
      ui::post_button(out, html::Url::local(path), v.csrf(), {.label = "Confirmer", .wide = true});
    }
    ui::post_button(out, html::Url::local(path + "/effacer"), v.csrf(),
                    {.label = "Effacer mes données", .look = ui::Look::quiet});
    out("</div>");
  });
}

http::Response answer(gate::Visit& v, const Asked& asked) {
  if (!asked.kept) return dead_link(v);
  if (asked.kept->has_account)
    return notice_page(
        v, {.title = "Tu as déjà un compte", .text = "Il ne te reste qu’à te connecter.", .link = "Me connecter"});
  if (asked.kept->phase != "open") return waiting(v, *asked.kept);
  return arrival(v, asked, {.first_name = asked.kept->first_name, .last_name = asked.kept->last_name}, {}, 200);
}

}  // namespace

http::Response open_preregistration(gate::Visit& v) {
  const auto asked = ask(v);
  return asked ? answer(v, *asked) : dead_link(v);
}

http::Response confirm(gate::Visit& v) {
  const auto id = read_preregistration_link(v.services.settings, v.text("token"));
  if (!id) return dead_link(v);
  v.one(confirm_kept, *id);
  v.ask();
  return v.redirect("/preinscription/" + v.text("token"));
}

http::Response erase(gate::Visit& v) {
  const auto id = read_preregistration_link(v.services.settings, v.text("token"));
  if (!id) return dead_link(v);
  v.run(erase_kept, *id);
  v.ask();
  return v.redirect("/", "C’est effacé.");
}

http::Response enrol(gate::Visit& v) {
  const auto asked = ask(v);
  if (!asked) return dead_link(v);
  if (!asked->kept || asked->kept->has_account || asked->kept->phase != "open") return answer(v, *asked);
  const Arrival typed = read_arrival(v);
  if (auto errors = check_arrival(typed, asked->kept->email); !errors.empty())
    return arrival(v, *asked, typed, std::move(errors), 422);

  FreshSession fresh;
  const auto said =
      v.one(register_kept, asked->id, typed.first_name, typed.last_name, v.services.passwords.hash(typed.password),
            typed.charter, fresh.hash, former_session(v), device(v));
  v.ask();
  if (*said != "welcome") return open_preregistration(v);  // meanwhile: in another tab, another phase, another charter
  v.give_session(std::move(fresh.token));
  return v.redirect("/bienvenue");
}

}  // namespace accounts
