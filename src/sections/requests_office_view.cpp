#include "sections/requests_office_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace sections {
namespace {

void table(html::Out& out, const RequestsOffice& page) {
  const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Ville"}, ui::Column{.label = "Section"},
                           ui::Column{.label = "Demande"}, ui::Column{.label = "Ses mots"}};
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ui::table(out, {.caption = "Demandes à traiter", .columns = columns, .tick = "request"}, [&](ui::Rows& rows) {
    for (const auto& row : page.rows) {
      const bool ticked = std::ranges::find(page.ticked, row.id) != page.ticked.end();
      rows.row({.value = std::to_string(row.id), .name = row.name, .ticked = ticked}, [&](ui::Cells& cells) {
        cells.cell([&] {
          ui::person_inline(
              out, {.name = row.name, .href = members::profile_url(row.member), .photo = images::url(row.picture)});
        });
        cells.cell(row.city);
        cells.cell([&] {
          if (!row.section.empty()) out("{}, à quitter", row.section);
          if (row.former) ui::chip(out, "En a déjà fait partie");
        });
        cells.cell(french::days_ago(std::chrono::floor<std::chrono::seconds>(row.asked_at), now));
        cells.cell([&] {
          if (!row.words.empty()) out(R"(<p class="text">{}</p>)", row.words);
        });
      });
    }
  });
}

// Apart from the bar, so that nobody is refused by a finger that slips, and with room for a word.
void refusal(html::Out& out, const RequestsOffice& page) {
  ui::disclosure(out, "Refuser les personnes cochées", !page.error.empty(), [&] {
    ui::textarea(out, {.name = "reply",
                       .label = "Un mot gentil (facultatif)",
                       .value = page.reply,
                       .hint = "La personne le lit en privé, avec la réponse. Elle ne saura pas qui a répondu.",
                       .error = page.error,
                       .rows = 3,
                       .max_length = longest_reply});
    ui::buttons(out, [&] {
      ui::submit(out, {.label = "Refuser", .look = ui::Look::danger, .name = "answer", .value = "refused"});
    });
  });
}

void acts(html::Out& out) {
  ui::selection_bar(out, {}, [&] {
    ui::submit(out, {.label = "Accepter comme adhérent", .icon = "check", .name = "answer", .value = "adherent"});
    ui::submit(
        out,
        {.label = "Accepter comme sympathisant", .look = ui::Look::plain, .name = "answer", .value = "sympathisant"});
  });
}

}  // namespace

void requests_office(html::Out& out, const RequestsOffice& page, std::string_view csrf) {
  office(out, page.section, Desk::requests, [&] {
    out(R"(<section class="stack"><h2>Demandes à traiter</h2>)");
    if (page.rows.empty()) {
      ui::empty_state(out, {.icon = "user-plus",
                            .title = "Personne n’attend ta réponse.",
                            .text = "Quand un membre demande à rejoindre ta section, tu le trouves ici."});
    } else {
      out(R"(<p class="soft">Chaque personne apprend ta réponse ici et par courriel ; personne d’autre ne la voit.</p>)");
      ui::selection_form(out, {.action = section_url(page.section.id, "/gestion/demandes"), .csrf = csrf}, [&] {
        table(out, page);
        refusal(out, page);
        acts(out);
      });
    }
    out("</section>");
  });
}

}  // namespace sections
