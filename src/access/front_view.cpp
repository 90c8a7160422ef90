#include "access/front.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace accounts {

using html::Url;

namespace {

void words(html::Out& out) {
  out(R"(<h1>On s’organise ici, on agit dehors.</h1><p class="lead">La coopérative politique de celles et ceux qui veulent agir à gauche : )"
      R"(retrouver sa section, préparer une action, écrire à plusieurs, frapper aux bonnes portes.</p>)"
      R"(<p class="verbs"><span>s’organiser</span> <span>échanger</span> <span>s’informer</span> <span>coproduire</span> <span>agir</span></p>)"
      R"(<p>Ce que tu écris reste dans le cercle que tu choisis, et rien n’apparaît dans les moteurs de recherche. )"
      R"(Lis <a href="/charte">la charte</a> : elle dit ce que nous nous promettons.</p>)");
}

// A way in for whoever has a passkey; the script shows it where the browser knows what to do.
void by_key(html::Out& out, const Front& front) {
  out(R"(<div data-controller="passkey" data-passkey-url-value="/connexion/cle/defi" data-passkey-alone-value="true">)");
  ui::form(out, {.action = Url::local("/connexion/cle"), .csrf = front.csrf, .whole_page = true}, [&] {
    if (!front.way_back.empty()) ui::hidden(out, "retour", front.way_back);
    for (const auto* name : {"credential", "handle", "client_data", "authenticator_data", "signature"})
      ui::hidden(out, name, "");
    out(R"(<p class="error" role="alert" data-passkey-target="problem" hidden>La clé n’a pas répondu. Recommence, ou prends ton mot de passe.</p>)");
    out(R"(<button type="button" class="btn wide" data-passkey-target="button" data-action="passkey#ask" hidden>{}Entrer avec une clé d’accès</button>)",
        ui::icon("key-round"));
  });
  out("</div>");
}

void way_in(html::Out& out, std::string_view phase) {
  if (phase == "closed") return;
  out("<hr>");
  if (phase == "open")
    ui::link_button(out, Url::local("/inscription"), {.label = "S’inscrire", .look = ui::Look::plain, .wide = true});
  else
    ui::link_button(out, Url::local("/preinscription"),
                    {.label = "Se pré-inscrire", .look = ui::Look::plain, .wide = true});
}

}  // namespace

void front_page(html::Out& out, const Front& front) {
  ui::hero(
      out, [&] { words(out); },
      [&] {
        out("<h2>Se connecter</h2>");
        if (front.refused)
          ui::notice(out, ui::Flash::Tone::bad,
                     "Le courriel et le mot de passe ne vont pas ensemble. Vérifie l’un et l’autre, ou demande un "
                     "nouveau mot de passe.");
        else if (front.key_refused)
          ui::notice(out, ui::Flash::Tone::bad,
                     "Cette clé ne suffit pas pour entrer. Recommence, ou donne ton courriel et ton mot de passe.");
        else if (!front.way_back.empty())
          ui::notice(out, ui::Flash::Tone::info, "Connecte-toi pour voir cette page.");
        ui::form(out, {.action = Url::local("/connexion"), .csrf = front.csrf}, [&] {
          if (!front.way_back.empty()) ui::hidden(out, "retour", front.way_back);
          ui::field(out, {.name = "email",
                          .label = "Courriel",
                          .value = front.email,
                          .type = "email",
                          .autocomplete = "username",
                          .placeholder = "prenom.nom@exemple.fr"});
          ui::password_field(out, {.name = "password", .label = "Mot de passe", .autocomplete = "current-password"});
          ui::submit(out, {.label = "Se connecter", .wide = true});
        });
        by_key(out, front);
        out(R"(<p><a href="/mot-de-passe/oubli">Demander un nouveau mot de passe</a></p>)");
        way_in(out, front.phase);
      });
}

}  // namespace accounts
