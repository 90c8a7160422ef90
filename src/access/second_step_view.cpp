#include "access/proof.hpp"
#include "access/second_step.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace accounts {

using html::Url;

namespace {

void way_back(html::Out& out, const SecondStepPage& page) {
  if (!page.way_back.empty()) ui::hidden(out, "retour", page.way_back);
}

void by_key(html::Out& out, const SecondStepPage& page) {
  out(R"(<div data-controller="passkey" data-passkey-url-value="{}/defi">)", Url::local(page.path));
  ui::form(out, {.action = Url::local(page.path + "/cle"), .csrf = page.csrf, .whole_page = true}, [&] {
    way_back(out, page);
    write_key_fields(out);
    out(R"(<button type="button" class="btn {} wide" data-passkey-target="button" data-action="passkey#ask" hidden>{}Utiliser ma clé d’accès</button>)",
        page.app ? "" : "main", ui::icon("key-round"));
  });
  out("</div>");
}

void by_app(html::Out& out, const SecondStepPage& page) {
  ui::form(out, {.action = Url::local(page.path), .csrf = page.csrf, .whole_page = true}, [&] {
    way_back(out, page);
    ui::field(out, {.name = "code",
                    .label = "Le code de ton application",
                    .hint = "Six chiffres, qui changent toutes les trente secondes.",
                    .autocomplete = "one-time-code",
                    .inputmode = "numeric",
                    .max_length = 7,
                    .autofocus = true});
    ui::submit(out, {.label = "Entrer", .wide = true});
  });
}

void by_recovery_code(html::Out& out, const SecondStepPage& page) {
  ui::disclosure(out, "Téléphone ou clé perdus ?", false, [&] {
    if (page.codes)
      ui::form(out, {.action = Url::local(page.path), .csrf = page.csrf, .whole_page = true}, [&] {
        way_back(out, page);
        ui::field(out, {.name = "recovery",
                        .label = "Un de tes codes de secours",
                        .hint = "Dix lettres et chiffres. Il ne servira plus ensuite.",
                        .autocomplete = "off",
                        .max_length = 16});
        ui::submit(out, {.label = "Entrer avec ce code", .look = ui::Look::plain});
      });
    out(R"(<p class="soft">Plus de code de secours non plus ? <a href="/contact">Écris à l’équipe</a> : elle vérifiera que c’est bien toi.</p>)");
  });
}

}  // namespace

void second_step_page(html::Out& out, const SecondStepPage& page) {
  out(R"(<div class="panel stack"><h1>Seconde étape</h1>)");
  if (page.refused)
    ui::notice(
        out, ui::Flash::Tone::bad,
        "Ce n’est pas le bon code, ou il a déjà servi. Attends le suivant, et vérifie l’heure de ton téléphone.");
  if (page.app) by_app(out, page);
  if (page.keys) by_key(out, page);
  by_recovery_code(out, page);
  out(R"(<p><a href="/">Revenir à la connexion</a></p></div>)");
}

}  // namespace accounts
