#include "events/organiser_view.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

void link(html::Out& out, const Detail& e, std::string_view page, std::string_view label, ui::Icon icon) {
  ui::link_button(out, html::Url::local(path(e.id, page)), {.label = label, .look = ui::Look::plain, .icon = icon});
}

void write_draft(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  link(out, e, "description", "Reprendre la création", "pencil");
  ui::post_button(out, html::Url::local(path(e.id, "abandon")), page.csrf,
                  {.label = "Jeter le brouillon",
                   .look = ui::Look::danger,
                   .icon = "trash-2",
                   .confirm = "Jeter ce brouillon pour de bon ?",
                   .wide = true});
}

void write_again(html::Out& out, const EventPage& page) {
  ui::post_button(out, html::Url::local(path(page.event.id, "nouvelle-date")), page.csrf,
                  {.label = "Refaire cet événement", .look = ui::Look::plain, .icon = "refresh-cw", .wide = true});
}

void write_published(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  const bool open = e.open(page.now);
  if (e.begun(page.now)) {
    std::string label = e.reported ? "Modifier le bilan" : "Faire le bilan";
    if (e.new_parts > 0) label += " · " + french::count(e.new_parts, "part arrivée", "parts arrivées");
    link(out, e, "bilan", label, "clipboard-list");
  }
  if (e.gathers(page.now)) link(out, e, "presence", "Qui est là", "user-check");
  if (!open && !e.gathers(page.now)) link(out, e, "feuille", "Qui participait", "clipboard-list");
  if (open) {
    if (!e.gathers(page.now)) link(out, e, "feuille", "Feuille de présence", "clipboard-list");
    link(out, e, "invites", "Ajouter des invités", "user-plus");
    const auto waiting = e.unanswered();
    const auto label = waiting == 0 ? std::string("Envoyer une relance")
                                    : "Relancer " + (waiting == 1 ? "la personne" : "les " + french::number(waiting)) +
                                          " sans réponse";
    link(out, e, "relance", label, "bell-ring");
    link(out, e, "invitation", "Modifier l’invitation", "mail");
  }
  link(out, e, "description", "Modifier l’événement", "pencil");
  if (open) link(out, e, "co-organisateurs", "Organiser à plusieurs", "users-round");
  write_again(out, page);
  if (open)
    ui::link_button(out, html::Url::local(path(e.id, "annulation")),
                    {.label = "Annuler l’événement", .look = ui::Look::danger, .icon = "calendar-x"});
}

}  // namespace

void write_organiser(html::Out& out, const EventPage& page) {
  ui::panel(out, "Tu organises", [&] {
    out(R"(<div class="buttons column">)");
    if (page.event.state == "draft")
      write_draft(out, page);
    else if (page.event.state == "cancelled")
      write_again(out, page);
    else
      write_published(out, page);
    out("</div>");
    if (!page.event.arrivals.empty() && page.event.open(page.now))
      out(R"(<p class="soft">Qui rejoint {} est invité·e à son arrivée.</p>)", french::list(page.event.arrivals));
  });
}

}  // namespace events
