#include "agenda/feed_view.hpp"

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/qr.hpp"

namespace agenda {
namespace {

using html::Url;

const Url act = Url::local("/agenda/telephone");

// webcal:// is what the device's calendar program opens; webcals:// never asks in the clear. Thus no Url, which knows
// pages alone.
std::string for_programs(const std::string& address) {
  return "webcal" + address.substr(std::string_view("http").size());
}
html::Safe opening(const std::string& address) {
  html::Safe link{R"(<a class="btn main" href=")"};
  html::escape(link.markup, for_programs(address));
  link.markup += R"(">)";
  return link;
}

void offer(html::Out& out, const FeedPage& page) {
  ui::panel(out, "", [&] {
    out(R"(<p>Ce à quoi tu participes s’affiche dans le calendrier de ton téléphone, à côté du reste de ta vie, et se met à jour tout seul&nbsp;: une heure qui change, un lieu, une annulation.</p>)"
        R"(<p class="soft">Pour cela, nous te donnons une adresse secrète que ton calendrier ira lire. Elle n’est connue que de toi, et tu l’arrêtes quand tu veux.</p>)");
    ui::post_button(out, act, page.csrf, {.label = "Créer mon adresse", .icon = "calendar-plus"});
  });
}

std::string read_words(const FeedPage& page) {
  if (page.read) return "Un calendrier l’a lue " + french::ago(*page.read, page.now) + ".";
  return "Aucun calendrier ne l’a lue pour l’instant.";
}

void address(html::Out& out, const FeedPage& page) {
  out(R"(<section class="panel stack" data-controller="copy"><h2>Ton adresse secrète</h2>)");
  out(R"(<div class="buttons">{}{}Ajouter à mon calendrier</a>)", opening(*page.address), ui::icon("calendar-plus"));
  out(R"(<button type="button" class="btn" data-copy-target="button" data-action="copy#copy" hidden>{}Copier l’adresse</button>)",
      ui::icon("copy"));
  out(R"(<span class="soft" role="status" data-copy-target="told"></span></div>)");
  out(R"(<div class="field"><label for="adresse">L’adresse à coller</label><textarea id="adresse" class="secret" rows="3" readonly spellcheck="false" translate="no" data-copy-target="text">{}</textarea></div>)",
      *page.address);
  out(R"(<p class="line soft">{}<span>{}</span></p>)", ui::icon("eye"), read_words(page));
  out(R"(<p class="line">{}<span>Qui a cette adresse lit ton agenda sans mot de passe&nbsp;: ne la partage pas, même avec un coopain. Pour un événement, transmets plutôt sa page.</span></p></section>)",
      ui::icon("lock"));
}

void instructions(html::Out& out, const FeedPage& page) {
  ui::head(out, {.title = "Comment faire"});
  out("<div>");
  ui::disclosure(out, "iPhone, iPad, Mac", true, [&] {
    out(R"(<p>Ouvre cette page sur ton iPhone et touche «&#8239;Ajouter à mon calendrier&#8239;», puis «&#8239;S’abonner&#8239;». Rien ne se passe&nbsp;? Calendrier → Calendriers → Ajouter un calendrier → Avec abonnement, et colle l’adresse.</p>)");
  });
  ui::disclosure(out, "Android", false, [&] {
    out(R"(<p>L’application d’origine ne sait pas s’abonner. Installe ICSx⁵ (gratuite, libre), touche «&#8239;Ajouter à mon calendrier&#8239;» ou colle l’adresse&nbsp;: tes dates arrivent dans le calendrier du téléphone, sans passer par personne.</p>)");
  });
  ui::disclosure(out, "Google Agenda", false, [&] {
    out(R"(<p>Sur un ordinateur&nbsp;: Autres agendas → + → À partir de l’URL, et colle l’adresse. Google ne la relit que quelques fois par jour.</p>)"
        R"(<p>Sache-le&nbsp;: c’est alors Google qui lit ton agenda militant, et qui le garde. ICSx⁵ l’évite.</p>)");
  });
  ui::disclosure(out, "Thunderbird et autres", false, [&] {
    out(R"(<p>Thunderbird&nbsp;: Agenda → Nouvel agenda → Sur le réseau, et colle l’adresse. Tout logiciel qui lit les fichiers .ics en ligne (iCalendar) convient.</p>)");
  });
  ui::disclosure(out, "Sur un autre appareil, avec l’appareil photo", false, [&] {
    ui::qr(out, for_programs(*page.address), "L’adresse secrète de ton agenda");
    out(R"(<p class="soft">Vise ce dessin avec ton téléphone. Qui le photographie a ton adresse.</p>)");
  });
  out("</div>");
}

void way_out(html::Out& out, const FeedPage& page) {
  ui::head(out, {.title = "Renouveler ou arrêter"});
  out(R"(<p class="soft">Adresse créée {}. Un téléphone perdu, un doute&nbsp;? Renouvelle-la&nbsp;: l’ancienne ne donne plus rien, à l’instant. Changer de mot de passe l’arrête aussi.</p>)",
      french::ago(*page.since, page.now));
  ui::buttons(out, [&] {
    ui::post_button(out, act, page.csrf,
                    {.label = "Renouveler l’adresse",
                     .look = ui::Look::plain,
                     .icon = "refresh-cw",
                     .confirm = "L’adresse actuelle ne donnera plus rien : il faudra remettre la nouvelle dans chaque "
                                "calendrier. La renouveler ?"});
    ui::post_button(out, Url::local("/agenda/telephone/arret"), page.csrf,
                    {.label = "Arrêter",
                     .look = ui::Look::danger,
                     .confirm = "Tes calendriers ne recevront plus rien de la coopol. Arrêter ?"});
  });
}

}  // namespace

void write(html::Out& out, const FeedPage& page) {
  out(R"(<div class="stack">)");
  ui::back_link(out, Url::local("/agenda"), "Agenda");
  out("<h1>Mon agenda dans mon téléphone</h1>");
  if (page.address) {
    address(out, page);
    instructions(out, page);
  } else if (page.since) {
    ui::notice(out, ui::Flash::Tone::warning,
               "Ton adresse ne peut plus être montrée. Tes calendriers la lisent encore ; pour en ajouter un, "
               "renouvelle-la.");
  } else {
    offer(out, page);
  }
  if (page.since) way_out(out, page);
  out("</div>");
}

}  // namespace agenda
