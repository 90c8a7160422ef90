#include "dashboard/dashboard.hpp"

#include "activity/feed.hpp"
#include "activity/live.hpp"
#include "core/text/french.hpp"
#include "dashboard/network_events.hpp"
#include "events/filter.hpp"
#include "events/live.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace dashboard {
namespace {

struct Draft {
  EventId id;
  std::string title;
};
const pg::Statement<Draft()> drafts{
    "dashboard.drafts",
    "select id, title from event where creator_id = viewer_id() and state = 'draft' order by id desc limit 3"};

// What waits in the sections that the viewer runs: nothing for others, whose register the policies hide.
struct Waiting {
  SpaceId section;
  std::int64_t incomplete, to_invite, requests;
};
const pg::Statement<Waiting()> waiting_in_sections{"dashboard.waiting", R"(
  select c.space_id, w.incomplete, w.to_invite, (select count(*) from section_request q where q.section_id = c.space_id and q.answered_at is null)
    from (select office_sections('members') union select office_sections('invitations')) c (space_id) cross join lateral (
      select count(*) filter (where r.incomplete is not null) as incomplete,
             count(*) filter (where r.incomplete is null and not exists (select from invitation i where i.register_entry_id = r.id)) as to_invite
        from register_entry r where r.section_id = c.space_id and r.member_id is null) w)"};

void write_events(html::Out& out, const std::vector<events::Card>& cards, const std::string& circle,
                  std::string_view csrf) {
  out(R"(<section class="stack">)");
  ui::head(out,
           {.title = "Les événements de mon réseau", .href = html::Url::local("/evenements"), .link = "Voir tout"});
  events::write_circle_filter(out, "/", circle);
  for (const auto& card : cards) ui::event_card(out, events::drawn(card, csrf, events::Place::home, events::now()));
  if (cards.empty())
    ui::empty_state(
        out, {.icon = "calendar-days",
              .title = "Rien n’attend ta réponse",
              .text = "Quand ta section ou tes coopains préparent quelque chose, tu le vois ici. Et si tu commençais ?",
              .href = html::Url::local("/evenements/nouveau"),
              .link = "Créer un événement"});
  out("</section>");
}

void write_waiting(html::Out& out, const std::vector<Waiting>& sections) {
  for (const auto& section : sections) {
    if (section.incomplete == 0 && section.to_invite == 0 && section.requests == 0) continue;
    const auto office = "/sections/" + std::to_string(section.section.number()) + "/gestion";
    const auto base = office + "/invitations";
    ui::panel(out, "Dans ta section", [&] {
      out("<ul>");
      if (section.requests > 0)
        out(R"(<li><a href="{}">{}</a></li>)", html::Url::local(office + "/demandes"),
            french::count(section.requests, "demande à traiter", "demandes à traiter"));
      if (section.to_invite > 0)
        out(R"(<li><a href="{}">{}</a></li>)", html::Url::local(base),
            french::count(section.to_invite, "personne à inviter", "personnes à inviter"));
      if (section.incomplete > 0)
        out(R"(<li><a href="{}">{}</a></li>)", html::Url::local(base + "/incomplets"),
            french::count(section.incomplete, "profil incomplet", "profils incomplets"));
      out("</ul>");
    });
  }
}

void write_drafts(html::Out& out, const std::vector<Draft>& list) {
  if (list.empty()) return;
  ui::panel(out, "Tes brouillons", [&] {
    out(R"(<ul class="drafts">)");
    for (const auto& draft : list)
      out(R"(<li><a href="{}">{}</a></li>)", html::Url::local(events::path(draft.id, "description")), draft.title);
    out("</ul>");
  });
}

}  // namespace

http::Response show(gate::Visit& v) {
  const auto circle = events::circle_filter(v);
  const auto cards = v.all(network_events, circle);
  const auto mine = v.all(drafts);
  const auto waiting = v.all(waiting_in_sections);
  auto done = v.all(activity::feed_entries, "all", 0, activity::window_size);
  v.ask();
  const auto window = activity::read(done.take());
  std::string watched = activity::watch_feed(v.services.settings, v.viewer().id);
  for (const auto& card : *cards) watched += " " + events::watch(v.services.settings, v.viewer().id, card.id);
  return v.page({.title = "Accueil", .here = ui::Key::home, .live_topics = watched}, [&](html::Out& out) {
    out(R"(<h1 class="sr">Accueil</h1>)");
    ui::columns(
        out, [&] { write_events(out, *cards, circle, v.csrf()); },
        [&] {
          ui::link_button(out, html::Url::local("/evenements/nouveau"),
                          {.label = "Créer un événement", .icon = "calendar-plus", .wide = true});
          ui::link_button(out, html::Url::local("/pres-de-chez-moi"),
                          {.label = "Près de chez moi", .look = ui::Look::plain, .icon = "map-pin", .wide = true});
          write_waiting(out, *waiting);
          write_drafts(out, *mine);
          activity::write_latest(out, v, window);
        });
  });
}

}  // namespace dashboard
