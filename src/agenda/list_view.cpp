#include "agenda/list_view.hpp"

#include "core/text/french.hpp"
#include "events/by_day.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace agenda {

using events::Place;

namespace {

void write_nothing(html::Out& out, const ListPage& page) {
  const auto tab = page.frame.asked.tab;
  const bool filtered = !page.frame.asked.circle.empty();
  if (tab == Place::agenda)
    ui::empty_state(
        out, {.icon = "calendar-days",
              .title = filtered ? "Rien de ce côté-là." : "Ton agenda est libre.",
              .text = "Ce à quoi tu réponds «\u202fje participe\u202f» ou «\u202fpeut-être\u202f» s’inscrit ici.",
              .href = html::Url::local("/evenements"),
              .link = "Voir tous les événements"});
  else if (tab == Place::invitations)
    ui::empty_state(out, {.icon = "mail",
                          .title = "Personne n’attend ta réponse.",
                          .text = "Tes invitations arrivent ici et par courriel.",
                          .href = html::Url::local("/evenements"),
                          .link = "Voir tous les événements"});
  else
    ui::empty_state(out, {.icon = "calendar-plus",
                          .title = filtered ? "Rien de ce côté-là." : "Tu n’as encore rien organisé.",
                          .text = "Une réunion, un porte-à-porte, un collage : tout le monde peut proposer.",
                          .href = html::Url::local("/evenements/nouveau"),
                          .link = "Créer un événement"});
}

void write_drafts(html::Out& out, const ListPage& page) {
  if (page.drafts.empty()) return;
  out(R"(<section class="stack">)");
  ui::head(out, {.title = "Brouillons"});
  out(R"(<ul class="drafts">)");
  for (const auto& draft : page.drafts)
    out(R"(<li><a href="{}">{}</a> <span class="soft">{}</span></li>)",
        html::Url::local(events::path(draft.id, "description")), draft.title, french::moment(french::when(draft)));
  out("</ul></section>");
}

// What one answered, and is over, stays to be read.
void write_way_back(html::Out& out, const ListPage& page) {
  auto there = page.frame.asked.in(View::list);
  there.past = !page.frame.asked.past;
  out(R"(<p class="line">{}<a href="{}">{}</a></p>)",
      ui::icon(there.past ? ui::Icon("clock") : ui::Icon("arrow-right")), there.link(),
      there.past ? "Ce qui est passé" : "Ce qui vient");
}

}  // namespace

void write(html::Out& out, const ListPage& page) {
  const auto& asked = page.frame.asked;
  write_top(out, page.frame);
  write_drafts(out, page);
  events::write_host_requests(out, page.asked);
  if (page.asked.empty() && page.drafts.empty() && page.coming.empty() && page.past.empty()) write_nothing(out, page);
  if (asked.tab == Place::mine) {
    if (!page.coming.empty()) ui::head(out, {.title = "À venir"});
    for (const auto& card : page.coming)
      ui::event_card(out, events::drawn(card, page.frame.csrf, asked.tab, page.frame.now));
  } else {
    events::write_by_day(out, page.coming, asked.tab, page.frame.now, page.frame.csrf);
  }
  if (!page.past.empty()) ui::head(out, {.title = "Passés"});
  for (const auto& card : page.past) {
    ui::event_card(out, events::drawn(card, page.frame.csrf, asked.tab, page.frame.now));
    if (asked.tab != Place::mine) continue;
    ui::post_button(out, html::Url::local(events::path(card.id, "nouvelle-date")), page.frame.csrf,
                    {.label = "Refaire cet événement", .look = ui::Look::quiet, .icon = "refresh-cw"});
  }
  ui::pager(out, page.pager);
  if (asked.tab != Place::mine) write_way_back(out, page);
  write_foot(out, page.frame);
}

}  // namespace agenda
