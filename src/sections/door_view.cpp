#include "sections/door_view.hpp"

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

paris::Instant instant(pg::Time at) {
  return std::chrono::floor<std::chrono::seconds>(at);
}

void fields(html::Out& out, const PublicPage& page, std::string_view csrf) {
  const auto& door = page.door;
  ui::form(out, {.action = section_url(page.head.section.id, "/demande"), .csrf = csrf}, [&] {
    ui::hidden(out, "leaves", door.own ? std::to_string(door.own->number()) : "");
    ui::textarea(out, {.name = "words",
                       .label = "Quelques mots à la section (facultatif)",
                       .value = door.words,
                       .hint = "Qui tu es, pourquoi tu veux venir : deux phrases suffisent.",
                       .error = door.errors["words"],
                       .rows = 3,
                       .max_length = longest_request});
    ui::buttons(out, [&] { ui::submit(out, {.label = "Rejoindre", .icon = "user-plus"}); });
    out(R"(<p class="soft">La réponse te viendra ici et par courriel. Tant que ta demande attend, le secrétariat de cette section voit ton profil et tes mots, )"
        R"(même si ta visibilité est plus étroite ; personne d’autre.</p>)");
  });
}

// Folded for whoever has a section already, and mostly comes to look.
void form(html::Out& out, const PublicPage& page, std::string_view csrf) {
  const auto& door = page.door;
  if (!door.own) return ui::panel(out, "Rejoindre la section", [&] { fields(out, page, csrf); });
  ui::disclosure(out, "Changer pour cette section", !door.errors.empty(), [&] {
    ui::notice(out, ui::Flash::Tone::warning,
               "Tu fais partie de la " + section_words_inside(door.own_name) +
                   ". On n’appartient qu’à une section : si ta demande est acceptée, tu quittes aussitôt celle-là, "
                   "ses listes et ses zones. D’ici là, rien ne change.");
    fields(out, page, csrf);
  });
}

void asked(html::Out& out, const PublicPage& page, std::string_view csrf) {
  ui::panel(out, "Demande envoyée", [&] {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    out("<p>Tu as demandé à rejoindre la section {}. La réponse te viendra ici et par courriel.</p>",
        french::days_ago(instant(page.door.since.value()), now));
    ui::post_button(out, section_url(page.head.section.id, "/demande/retrait"), csrf,
                    {.label = "Annuler ma demande", .look = ui::Look::plain, .icon = "x"});
  });
}

void refused(html::Out& out, const PublicPage& page) {
  ui::panel(out, "Réponse à ta demande", [&] {
    out("<p>La section n’a pas donné suite à ta demande cette fois-ci. Toi seul·e le vois.</p>");
    if (!page.door.reply.empty())
      out(R"(<p>Son message :</p><blockquote><p class="text">{}</p></blockquote>)", page.door.reply);
    const auto again = instant(page.door.since.value()) + std::chrono::days(request_pause);
    out(R"(<p class="soft">Tu pourras demander de nouveau à partir du {}. D’ici là, <a href="/pres-de-chez-moi">d’autres sections sont près de chez toi</a>.</p>)",
        french::long_day(paris::day(again)));
  });
}

}  // namespace

void door(html::Out& out, const PublicPage& page, std::string_view csrf) {
  out(R"(<div id="rejoindre"></div>)");  // where lists of sections lead whoever wants in
  const auto& state = page.door.state;
  if (state == "free") return form(out, page, csrf);
  if (state == "asked") return asked(out, page, csrf);
  if (state == "refused") return refused(out, page);
  if (state == "officer")
    ui::notice(out, ui::Flash::Tone::info,
               "Tu as un rôle dans la " + section_words_inside(page.door.own_name) +
                   " : passe d’abord la main, puis tu pourras demander à rejoindre celle-ci.");
  else if (state == "full")
    ui::notice(out, ui::Flash::Tone::info,
               "Trois de tes demandes attendent déjà une réponse. Annules-en une si tu préfères cette section.");
  else if (page.head.section.active)
    ui::notice(out, ui::Flash::Tone::info,
               "Personne n’est secrétaire de cette section en ce moment : elle ne prend pas de demandes.");
}

}  // namespace sections
