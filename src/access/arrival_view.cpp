#include "access/arrival.hpp"
#include "core/markdown.hpp"

namespace accounts {

void charter_text(html::Out& out, std::string_view markdown) {
  out(R"(<div class="charter prose" role="region" aria-label="Charte" tabindex="0">{}</div>)",
      markdown::render(markdown));
}

void arrival_page(html::Out& out, const ArrivalPage& page) {
  out(R"(<div class="panel wide stack"><h1>{}</h1><p class="lead">{}</p>)", page.title, page.lead);
  ui::error_summary(out, page.errors);
  ui::form(out, {.action = page.action, .csrf = page.csrf}, [&] {
    out(R"(<div class="two-up">)");
    ui::field(out, {.name = "first_name",
                    .label = "Prénom",
                    .value = page.first_name,
                    .error = page.errors["first_name"],
                    .autocomplete = "given-name",
                    .required = true});
    ui::field(out, {.name = "last_name",
                    .label = "Nom",
                    .value = page.last_name,
                    .error = page.errors["last_name"],
                    .autocomplete = "family-name",
                    .required = true});
    out("</div>");
    ui::field(out, {.name = "email",
                    .label = "Courriel",
                    .value = page.email,
                    .type = "email",
                    .hint = "C’est lui qui te servira d’identifiant. Il n’apparaît nulle part.",
                    .autocomplete = "username",
                    .readonly = true});
    out(R"(<h2>La charte</h2>)");
    charter_text(out, page.charter->body);
    ui::hidden(out, "charter", std::to_string(page.charter->id));
    ui::checkbox(
        out,
        {.name = "accept",
         .label = "J’ai lu la charte et je l’accepte",
         .checked = page.accepted,
         .hint =
             "Tu acceptes ainsi que la coopol garde les données que la charte énumère, pour les usages qu’elle dit.",
         .error = page.errors["accept"],
         .required = true});
    out(R"(<h2>Ton mot de passe</h2>)");
    ui::password_field(
        out,
        {.name = "password",
         .label = "Mot de passe",
         .hint = "Douze caractères ou plus. Une phrase se retient mieux qu’un mot, et les espaces comptent.",
         .error = page.errors["password"],
         .autocomplete = "new-password",
         .required = true},
        true);
    ui::submit(out, {.label = "Entrer dans la coopol", .wide = true, .sending = "On prépare ta place…"});
  });
  out("</div>");
}

}  // namespace accounts
