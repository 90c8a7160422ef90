#include "access/preregistration.hpp"

#include "access/arrival.hpp"
#include "access/attempts.hpp"
#include "access/front.hpp"
#include "access/links.hpp"
#include "access/new_password.hpp"
#include "access/notice_page.hpp"
#include "core/text/fold.hpp"
#include "core/text/postcode.hpp"

namespace accounts {
namespace {

using Text = std::string;
const pg::Statement<void(Text, Text, Text, Text, Text)> keep{"access.preregister",
                                                             "select preregister($1, $2, $3, $4, $5)"};

struct Typed {
  Text first_name, last_name, email, postcode;
};

http::Response page(gate::Visit& v, std::string_view phase, const Typed& typed, const ui::Errors& errors, int status) {
  const bool open = phase == "open";
  const std::string_view title = open ? "S’inscrire" : "Se pré-inscrire";
  return v.visitor_page(
      {.title = title},
      [&](html::Out& out) {
        out(R"(<div class="panel stack"><h1>{}</h1><p>{}</p>)", title,
            open ? "Un courriel t’arrivera, avec un lien pour lire la charte et choisir ton mot de passe."
                 : "La coopol s’ouvre peu à peu, département par département. Laisse ton adresse : nous t’écrirons "
                   "quand ce sera ton "
                   "tour, et pour rien d’autre.");
        ui::error_summary(out, errors);
        ui::form(out, {.action = html::Url::local("/preinscription"), .csrf = v.csrf()}, [&] {
          ui::field(out, {.name = "first_name",
                          .label = "Prénom",
                          .value = typed.first_name,
                          .error = errors["first_name"],
                          .autocomplete = "given-name",
                          .required = true});
          ui::field(out, {.name = "last_name",
                          .label = "Nom",
                          .value = typed.last_name,
                          .error = errors["last_name"],
                          .autocomplete = "family-name",
                          .required = true});
          ui::field(out, {.name = "email",
                          .label = "Courriel",
                          .value = typed.email,
                          .type = "email",
                          .error = errors["email"],
                          .autocomplete = "email",
                          .required = true});
          ui::field(out, {.name = "postcode",
                          .label = "Code postal",
                          .value = typed.postcode,
                          .error = errors["postcode"],
                          .autocomplete = "postal-code",
                          .inputmode = "numeric",
                          .max_length = 5,
                          .required = true});
          ui::submit(out, {.label = title, .wide = true});
        });
        out(R"(<p class="soft">Tu pourras tout effacer d’un geste, depuis le courriel. <a href="/mentions-legales">Ce que nous faisons de tes données</a></p></div>)");
      },
      status);
}

http::Response closed(gate::Visit& v) {
  return notice_page(
      v, {.title = "Pas encore",
          .text = "La coopol n’est ouverte qu’aux personnes invitées par leur section ou leur fédération."});
}

}  // namespace

http::Response show_preregistration(gate::Visit& v) {
  const auto phase = v.one(national_phase);
  v.ask();
  return *phase == "closed" ? closed(v) : page(v, *phase, {}, {}, 200);
}

http::Response preregister(gate::Visit& v) {
  const auto phase = v.one(national_phase);
  v.ask();
  if (*phase == "closed") return closed(v);
  const Typed typed{text::tidy(v.field("first_name")), text::tidy(v.field("last_name")), v.field("email"),
                    v.field("postcode")};
  ui::Errors errors;
  check_names(errors, typed.first_name, typed.last_name);
  const Text address = read_address(v, errors);
  if (!text::is_postcode(typed.postcode)) errors.add("postcode", "Écris les cinq chiffres de ton code postal.");
  if (!errors.empty()) return page(v, *phase, typed, errors, 422);

  count_attempt(v, mail_limits, address);
  v.run(keep, typed.first_name, typed.last_name, address, typed.postcode, mail_key("access.preregistration", address));
  v.ask();
  return v.redirect("/preinscription/envoyee");
}

http::Response preregistered(gate::Visit& v) {
  return look_in_your_mail(v, "Un courriel est parti vers l’adresse que tu as donnée : il dit la suite.");
}

}  // namespace accounts
