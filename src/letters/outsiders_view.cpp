#include "letters/outsiders_view.hpp"

#include <array>

#include "core/mail/fault.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/search_line.hpp"
#include "ui/table.hpp"

namespace letters {
namespace {

html::Url at(const ContactsPage& page, std::string_view rest) {
  return html::Url::local(contacts_path(page.head.section, rest));
}

void just_removed(html::Out& out, const ContactsPage& page, std::string_view csrf) {
  if (page.counts.just_removed == 0) return;
  out(R"(<div class="panel stack"><p>{}</p>)",
      french::count(page.counts.just_removed, "contact enlevé.", "contacts enlevés."));
  ui::post_button(out, at(page, "/retour"), csrf, {.label = "Annuler", .look = ui::Look::plain, .icon = "undo-2"});
  out("</div>");
}

void search(html::Out& out, const ContactsPage& page) {
  ui::form(out, {.action = at(page, ""), .get = true, .css = ""}, [&] {
    ui::search_line(
        out,
        {.label = "Chercher un contact", .words = page.words, .placeholder = "Un nom, une organisation, une adresse…"});
  });
}

std::string consent(const ContactRow& row) {
  auto words = row.origin;
  if (row.consented_on) words += ", " + french::day_and_year(*row.consented_on);
  return words;
}

void table(html::Out& out, const ContactsPage& page) {
  const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Organisation"},
                           ui::Column{.label = "Courriel"}, ui::Column{.label = "Origine et accord"},
                           ui::Column{.label = "Fiche"}};
  ui::table(out, {.caption = "Contacts de la section", .columns = columns, .tick = "contact"}, [&](ui::Rows& rows) {
    for (const auto& row : page.rows) {
      const auto name = row.first_name + (row.first_name.empty() ? "" : " ") + row.last_name;
      rows.row({.value = std::to_string(row.id.number()), .name = name, .tone = row.bounce ? "wrong" : ""},
               [&](ui::Cells& cells) {
                 cells.cell([&] { out("<b>{}</b>", name); });
                 cells.cell(row.organisation);
                 cells.cell([&] {
                   out("{}", row.email);
                   if (row.bounce) out(R"(<p class="soft">{}</p>)", mail::fault_words(*row.bounce));
                 });
                 cells.cell([&] {
                   out("{}", consent(row));
                   if (!row.recorder.empty()) out(R"(<p class="soft">noté par {}</p>)", row.recorder);
                 });
                 cells.cell([&] {
                   out(R"(<a href="{}">Modifier<span class="sr"> {}</span></a>)",
                       at(page, '/' + std::to_string(row.id.number())), name);
                 });
               });
    }
  });
}

void work(html::Out& out, const ContactsPage& page, std::string_view csrf) {
  const auto total = page.words.empty() && page.pager.next ? static_cast<int>(page.counts.all) : 0;
  ui::selection_form(out, {.action = at(page, "/courrier"), .csrf = csrf}, [&] {
    if (!page.words.empty()) ui::hidden(out, "q", page.words);
    table(out, page);
    ui::selection_bar(out, {.total = total, .one = "contact choisi", .several = "contacts choisis"}, [&] {
      ui::submit(out, {.label = "Envoyer un courriel", .icon = "mail"});
      ui::submit(out, {.label = "Enlever", .look = ui::Look::plain, .icon = "trash-2", .action = at(page, "/retrait")});
    });
  });
  ui::pager(out, page.pager);
}

// What is known of those who left, without naming anybody.
void figures(html::Out& out, const ContactsPage& page) {
  if (page.counts.bounced > 0)
    out(R"(<p class="soft">{} : corrige l’adresse pour écrire à nouveau.</p>)",
        french::count(page.counts.bounced, "contact ne reçoit plus", "contacts ne reçoivent plus"));
  if (page.counts.refused > 0)
    out(R"(<p class="soft">{} : leur adresse est effacée, et aucun fichier ne les ramène.</p>)",
        french::count(page.counts.refused, "personne ne veut plus de courriels",
                      "personnes ne veulent plus de courriels"));
}

}  // namespace

void contacts_page(html::Out& out, const ContactsPage& page, std::string_view csrf) {
  contacts_frame(out, page.head, [&] {
    ui::head(out, {.title = "Contacts"});
    out(R"(<p>Des personnes extérieures à La Coopol qui veulent bien recevoir des nouvelles de la section. Elles ne sont visibles que d’ici : ni des membres, ni de la fédération, ni d’une autre section.</p>)");
    ui::buttons(out, [&] {
      ui::link_button(out, at(page, "/ajout"), {.label = "Ajouter un contact", .icon = "user-plus"});
      ui::link_button(out, at(page, "/importer"),
                      {.label = "Importer un fichier", .look = ui::Look::plain, .icon = "upload"});
    });
    just_removed(out, page, csrf);
    if (page.counts.all > 0) search(out, page);
    if (!page.rows.empty())
      work(out, page, csrf);
    else if (!page.words.empty())
      ui::empty_state(
          out, {.icon = "search", .title = "Personne ne répond à ces mots.", .text = "Essaie avec moins de lettres."});
    else
      ui::empty_state(
          out, {.icon = "at-sign",
                .title = "Aucun contact pour le moment.",
                .text = "Ajoute les personnes qui t’ont donné leur adresse au marché, en réunion, en porte-à-porte…"});
    figures(out, page);
  });
}

}  // namespace letters
