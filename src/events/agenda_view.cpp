#include "events/agenda_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "events/filter.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

void write_top(html::Out& out, const AgendaPage& page) {
  out(R"(<div class="title-line"><h1>Agenda</h1>)");
  ui::link_button(out, html::Url::local("/evenements/nouveau"),
                  {.label = "Créer un événement", .icon = "calendar-plus"});
  out("</div>");
  const auto tab = [&](std::string label, Place place, int count = 0) {
    return ui::Tab{std::move(label), html::Url::local(path(place)), page.tab == place, count};
  };
  ui::tabs(out, "Agenda",
           std::array{tab("Mon agenda", Place::agenda), tab("Mes invitations", Place::invitations, page.waiting),
                      tab("Mes événements", Place::mine)});
  write_circle_filter(out, path(page.tab), page.circle);
}

void write_nothing(html::Out& out, const AgendaPage& page) {
  const bool filtered = page.circle != "all";
  if (page.tab == Place::agenda)
    ui::empty_state(
        out, {.icon = "calendar-days",
              .title = filtered ? "Rien de ce côté-là." : "Ton agenda est libre.",
              .text = "Ce à quoi tu réponds «\u202fje participe\u202f» ou «\u202fpeut-être\u202f» s’inscrit ici.",
              .href = html::Url::local("/evenements"),
              .link = "Voir tous les événements"});
  else if (page.tab == Place::invitations)
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

void write_drafts(html::Out& out, const AgendaPage& page) {
  if (page.drafts.empty()) return;
  out(R"(<section class="stack">)");
  ui::head(out, {.title = "Brouillons"});
  out(R"(<ul class="drafts">)");
  for (const auto& draft : page.drafts)
    out(R"(<li><a href="{}">{}</a> <span class="soft">{}</span></li>)", html::Url::local(path(draft.id, "description")),
        draft.title, french::moment(french::when(draft)));
  out("</ul></section>");
}

}  // namespace

void write_by_day(html::Out& out, const std::vector<Card>& cards, Place place, paris::Instant now,
                  std::string_view csrf) {
  const std::chrono::year_month_day before = std::chrono::sys_days(paris::day(now)) - std::chrono::days(1);
  std::optional<std::chrono::year_month_day> day;
  for (const auto& card : cards) {
    // What began before today goes on: all of that stands together.
    if (const auto listed = std::max(french::when(card).day(), before); listed != day) {
      if (day) out("</section>");
      day = listed;
      out(R"(<section class="day"><h2>{}</h2>)", listed == before ? "En ce moment" : french::long_day(listed));
    }
    ui::event_card(out, drawn(card, csrf, place, now));
  }
  if (day) out("</section>");
}

void write(html::Out& out, const AgendaPage& page) {
  write_top(out, page);
  write_drafts(out, page);
  write_host_requests(out, page.asked);
  if (page.asked.empty() && page.drafts.empty() && page.coming.empty() && page.past.empty()) write_nothing(out, page);
  if (page.tab == Place::mine && !page.coming.empty()) ui::head(out, {.title = "À venir"});
  if (page.tab == Place::mine)
    for (const auto& card : page.coming) ui::event_card(out, drawn(card, page.csrf, page.tab, page.now));
  else
    write_by_day(out, page.coming, page.tab, page.now, page.csrf);
  if (!page.past.empty()) {
    ui::head(out, {.title = "Passés"});
    for (const auto& card : page.past) {
      ui::event_card(out, drawn(card, page.csrf, page.tab, page.now));
      ui::post_button(out, html::Url::local(path(card.id, "nouvelle-date")), page.csrf,
                      {.label = "Refaire cet événement", .look = ui::Look::quiet, .icon = "refresh-cw"});
    }
  }
  ui::pager(out, page.pager);
  out(R"(<p class="line">{}<a href="/agenda/telephone">Mon agenda dans mon téléphone</a></p>)", ui::icon("smartphone"));
  if (page.section)
    out(R"(<p class="line">{}<a href="/sections/{}/semaine">La semaine de la section, à coller ou à imprimer</a></p>)",
        ui::icon("copy"), *page.section);
}

}  // namespace events
