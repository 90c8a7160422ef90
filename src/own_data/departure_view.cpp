#include "access/proof.hpp"
#include "core/text/french.hpp"
#include "own_data/departure.hpp"
#include "own_data/page.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace own_data {

using html::Url;

namespace {

void what_happens(html::Out& out, const DeparturePage& page) {
  ui::panel(out, "Ce qui se passe", [&] {
    out(R"(<ol class="prose"><li><strong>Tout de suite</strong>, plus personne ne te voit, tes appareils sont déconnectés et tu ne reçois plus de courriels de la coopol. )"
        R"(Un seul part : il confirme, et porte un lien pour garder ton compte.</li>)"
        R"(<li><strong>Pendant {}</strong>, tu peux changer d’avis : par ce lien, ou en te connectant. Tout est alors comme avant.</li>)"
        R"(<li><strong>Ensuite</strong>, ton compte est effacé pour de bon, et un dernier courriel te le dit.</li></ol>)",
        french::count(static_cast<long long>(page.days), "jour", "jours"));
    if (page.leaver.events > 0)
      out(R"(<p>Tu organises <a href="{}">{}</a>. Ceux qui commencent d’ici là passent dès maintenant au secrétariat de la section où ils sont annoncés ; )"
          R"(à défaut, ou s’ils ont lieu chez toi, ils sont annulés et les personnes invitées prévenues. Cela ne revient pas en arrière. Les suivants attendent la fin du délai.</p>)",
          Url::local("/agenda/mes-evenements"),
          french::count(page.leaver.events, "événement à venir", "événements à venir"));
  });
}

void what_goes_and_stays(html::Out& out, const DeparturePage& page) {
  ui::panel(out, "Ce qui est effacé, ce qui reste", [&] {
    out(R"(<ul class="prose"><li><strong>Effacés :</strong> ton profil, ta photo, tes coordonnées, ton mur, tes coopains, tes réponses à venir, tes brouillons, tes connexions, et la trace de qui a consulté tes données.</li>)"
        R"(<li><strong>Restent, sous « Membre parti » :</strong> tes messages, tes commentaires et tes événements passés, pour que les réponses des autres gardent un sens. Ton nom, tes adresses et tes numéros y sont remplacés par […]. )"
        R"(Tes statuts et tes mots sur les murs, eux, sont effacés.</li>)"
        R"(<li><strong>Ce que d’autres ont écrit de toi</strong> dans leurs messages reste à eux.</li></ul>)");
    if (page.leaver.in_register)
      out(R"(<p>Ta ligne dans le fichier de ta section est effacée ici. Mais la coopol n’est pas le parti : si ta section importe un jour un fichier où tu figures encore, ton nom y reviendra « à inviter ». )"
          R"(Pour l’éviter, dis-le aussi à ta section.</p>)");
    out(R"(<p>Tu veux garder une copie ? <a href="{}">Récupère d’abord tes données.</a></p>)", Url::local(path));
  });
}

void second_factor(html::Out& out, const DeparturePage& page) {
  const auto& leaver = page.leaver;
  if (leaver.secret || leaver.codes)
    ui::field(out, {.name = "code",
                    .label = leaver.secret ? "Le code de ton application, ou un code de secours"
                                           : "Un de tes codes de secours",
                    .error = page.errors["code"],
                    .autocomplete = "one-time-code",
                    .max_length = 16});
  else if (!page.errors["code"].empty())
    ui::notice(out, ui::Flash::Tone::bad, page.errors["code"]);
  if (leaver.passkeys.empty()) return;
  accounts::write_key_fields(out);
  out(R"(<button type="button" class="btn danger" data-passkey-target="button" data-action="passkey#ask" hidden>{}Supprimer avec ma clé d’accès</button>)",
      ui::icon("key-round"));
}

void confirm(html::Out& out, const DeparturePage& page) {
  ui::panel(out, "Supprimer mon compte", [&] {
    ui::error_summary(out, page.errors);
    if (!page.leaver.passkeys.empty())
      out(R"(<div data-controller="passkey" data-passkey-url-value="{}">)", Url::local("/compte/supprimer/defi"));
    ui::form(out, {.action = Url::local("/compte/supprimer"), .csrf = page.csrf, .whole_page = true}, [&] {
      out(R"(<input type="hidden" name="email" value="{}" autocomplete="username">)", page.leaver.email);
      ui::password_field(out, {.name = "current",
                               .label = "Ton mot de passe",
                               .error = page.errors["current"],
                               .autocomplete = "current-password",
                               .required = true});
      ui::field(out, {.name = "word",
                      .label = "Pour confirmer, écris le mot « supprimer »",
                      .error = page.errors["word"],
                      .autocomplete = "off",
                      .max_length = 20,
                      .required = true});
      second_factor(out, page);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Supprimer mon compte", .look = ui::Look::danger, .icon = "trash-2"});
        ui::link_button(out, Url::local("/compte"), {.label = "Je reste", .look = ui::Look::plain});
      });
    });
    if (!page.leaver.passkeys.empty()) out("</div>");
  });
}

}  // namespace

void departure_page(html::Out& out, const DeparturePage& page) {
  const auto& leaver = page.leaver;
  ui::back_link(out, Url::local(path), "Récupérer, supprimer");
  out(R"(<h2>Supprimer mon compte</h2><p class="lead">Tu peux partir quand tu veux, et sans te justifier. Voici ce que cela fait.</p>)");
  if (leaver.last_coopilote) {
    ui::notice(
        out, ui::Flash::Tone::warning,
        "Tu es la seule ou le seul coopilote : sans toi, personne ne pourrait plus ouvrir la coopol ni aider ses "
        "membres. Fais d’abord nommer quelqu’un d’autre, puis reviens ici.");
    ui::link_button(out, Url::local("/contact"), {.label = "Contacter l’équipe", .look = ui::Look::plain});
    return;
  }
  for (const auto& section : leaver.lonely_sections)
    ui::notice(out, ui::Flash::Tone::warning,
               "Tu es la seule ou le seul secrétaire de « " + section +
                   " ». Nous préviendrons le référent de ta fédération, pour "
                   "qu’il confie la section à quelqu’un d’autre. Si tu le peux, parles-en avant de partir.");
  what_happens(out, page);
  what_goes_and_stays(out, page);
  confirm(out, page);
}

}  // namespace own_data
