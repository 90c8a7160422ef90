#include "search/routes.hpp"

#include <array>

#include "core/text/french.hpp"
#include "gate/visit.hpp"
#include "members/card.hpp"
#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace search {
namespace {

constexpr std::int32_t candidates = 400;       // more than is shown, since the policies take some away
constexpr std::int64_t shown = 8;              // of each kind
constexpr size_t shortest = 2, longest = 240;  // octets: one letter alone finds everybody

struct Event {
  EventId id;
  std::string title;
  pg::Time start;
};
struct Space {
  SpaceId id;
  std::string kind, name;
  std::string above;
};
const pg::Statement<members::Card(std::string, std::int32_t, std::int64_t)> people_named{"search.people", R"(
  select m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id
    from search_members($1, $2) as found (id) join member m on m.id = found.id left join space s on s.id = m.section_id
   order by m.last_name, m.first_name, m.id limit $3)"};
const pg::Statement<Event(std::string, std::int32_t, std::int64_t)> events_titled{"search.events", R"(
  select e.id, e.title, e.starts_at from search_events($1, $2) as found (id) join event e on e.id = found.id
   order by e.starts_at < now(), abs(extract(epoch from e.starts_at - now())) limit $3)"};
const pg::Statement<Space(std::string, std::int32_t, std::int64_t)> spaces_named{"search.spaces", R"(
  select s.id, s.kind, s.name, coalesce(p.name, '') from search_spaces($1, $2) as found (id) join space s on s.id = found.id left join space p on p.id = s.parent_id
   order by s.kind, s.name limit $3)"};

html::Url space_url(const Space& s) {
  const std::string_view folder = s.kind == "federation" ? "/federations/"
                                  : s.kind == "group"    ? "/groupes/"
                                                         : "/sections/";
  return html::Url::local(std::string(folder) + std::to_string(s.id.number()));
}

struct View {
  std::string words;
  std::vector<members::Card> people;
  std::vector<Event> events;
  std::vector<Space> spaces;
};

void write(html::Out& out, const View& view) {
  out("<h1>Rechercher</h1>");
  ui::form(out, {.action = html::Url::local("/recherche"), .get = true, .css = "search-line"}, [&] {
    ui::field(out, {.name = "q",
                    .label = "Un nom, une section, un événement",
                    .value = view.words,
                    .type = "search",
                    .placeholder = "Un nom, une section, un événement…",
                    .max_length = 80,
                    .autofocus = view.words.empty(),
                    .hide_label = true});
    ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
  });
  if (view.words.size() < shortest) {
    out(R"(<p class="soft">Tape au moins deux lettres : les accents et les majuscules ne comptent pas.</p>)");
    return;
  }
  if (view.people.empty() && view.events.empty() && view.spaces.empty()) {
    ui::empty_state(out, {.icon = "search",
                          .title = "Rien ne correspond.",
                          .text = "Essaie avec moins de mots, ou seulement le début d’un nom. Tu ne trouves ici que ce "
                                  "qui est visible pour toi."});
    return;
  }
  if (!view.people.empty()) {
    std::string all = "/membres?q=";
    html::escape_url_part(all, view.words);
    out("<section>");
    ui::head(out, {.title = "Membres", .href = html::Url::local(all), .link = "Voir tout"});
    out(R"(<ul class="people">)");
    for (const auto& card : view.people) ui::person_row(out, members::person(card));
    out("</ul></section>");
  }
  if (!view.events.empty()) {
    out("<section>");
    ui::head(out, {.title = "Événements"});
    out(R"(<ul class="dates">)");
    for (const auto& event : view.events)
      ui::event_line(out, html::Url::local("/evenements/" + std::to_string(event.id.number())), event.title,
                     std::chrono::floor<std::chrono::seconds>(event.start));
    out("</ul></section>");
  }
  if (!view.spaces.empty()) {
    out("<section>");
    ui::head(out, {.title = "Sections, fédérations, groupes"});
    out(R"(<ul class="links">)");
    for (const auto& space : view.spaces)
      out(R"(<li><a href="{}">{}</a> <span class="soft">{}</span></li>)", space_url(space), space.name,
          space.kind == "section" ? space.above : "");
    out("</ul></section>");
  }
}

http::Response show(gate::Visit& v) {
  View view;
  view.words = v.query("q");
  if (view.words.size() > longest) throw http::Error(400, "Cherche avec moins de mots.");
  if (view.words.size() < shortest) {
    v.ask();
  } else {
    auto people = v.all(people_named, view.words, candidates, shown);
    auto events = v.all(events_titled, view.words, candidates, shown);
    auto spaces = v.all(spaces_named, view.words, candidates, shown);
    v.ask();
    view.people = people.take();
    view.events = events.take();
    view.spaces = spaces.take();
  }
  return v.page({.title = "Rechercher"}, [&](html::Out& out) { write(out, view); });
}

}  // namespace

std::vector<gate::Route> routes() {
  return {gate::get("/recherche", gate::who::member(), show)};
}

}  // namespace search
