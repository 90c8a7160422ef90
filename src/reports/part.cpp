#include "reports/part.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "reports/part_view.hpp"

namespace reports {
namespace {

constexpr size_t longest_text = 500;  // characters

struct Head {
  std::string kind, title;
  pg::Time starts_at, ends_at;
  std::optional<std::string> state, organiser;
};
const pg::Statement<Head(EventId)> find_head{"reports.part_head", R"(
  select e.kind, e.title, e.starts_at, e.ends_at, event_part_of(e.id), event_author(e.id) from event e where e.id = $1)"};
const pg::Statement<Mate(EventId)> find_mates{"reports.mates", R"(
  select m.id, m.first_name || ' ' || m.last_name,
         exists (select from event_part p join event_part_member t on t.part_id = p.id where p.event_id = $1 and p.author_id = viewer_id() and t.member_id = m.id)
    from event_guest g join member m on m.id = g.member_id
   where g.event_id = $1 and g.member_id <> viewer_id() and g.answer in ('yes', 'maybe') order by g.answer desc, m.first_name, m.last_name limit 200)"};
// The viewer's own, and what others noted for them.
struct Noted {
  bool own;
  std::optional<std::string> author;
  std::int64_t people;
  std::int32_t minutes, doors_knocked, doors_opened, leaflets, calls, posters;
  std::string words;

  [[nodiscard]] events::Figures figures() const { return {doors_knocked, doors_opened, leaflets, calls, posters}; }
};
const pg::Statement<Noted(EventId)> find_noted{"reports.noted", R"(
  select coalesce(p.author_id = viewer_id(), false), m.first_name || ' ' || m.last_name, (select count(*) from event_part_member t where t.part_id = p.id),
         p.minutes, p.doors_knocked, p.doors_opened, p.leaflets, p.calls, p.posters, p.words
    from event_part p left join member m on m.id = p.author_id
   where p.event_id = $1 and (p.author_id = viewer_id() or exists (select from event_part_member t where t.part_id = p.id and t.member_id = viewer_id()))
   order by p.id)"};

const pg::Statement<void(EventId, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t,
                         std::string)>
    put_part{"reports.put_part", R"(
  insert into event_part (event_id, author_id, minutes, doors_knocked, doors_opened, leaflets, calls, posters, words)
  select $1, viewer_id(), $2, $3, $4, $5, $6, $7, $8 where event_takes_part($1)
  on conflict (event_id, author_id) do update set minutes = excluded.minutes, doors_knocked = excluded.doors_knocked, doors_opened = excluded.doors_opened,
    leaflets = excluded.leaflets, calls = excluded.calls, posters = excluded.posters, words = excluded.words, state = 'new', filed_at = now()
    where event_part.state <> 'counted')"};
const pg::Statement<void(EventId, std::vector<std::int64_t>)> drop_mates{"reports.drop_mates", R"(
  delete from event_part_member t using event_part p
   where p.id = t.part_id and p.event_id = $1 and p.author_id = viewer_id() and p.state <> 'counted' and t.member_id <> all($2))"};
const pg::Statement<void(EventId, std::vector<std::int64_t>)> add_mates{"reports.add_mates", R"(
  insert into event_part_member (part_id, member_id)
  select p.id, c.id from event_part p
    cross join lateral (select viewer_id() as id union select m.id from event_guest g join member m on m.id = g.member_id
                         where g.event_id = p.event_id and g.member_id = any($2) and g.answer in ('yes', 'maybe')) c
   where p.event_id = $1 and p.author_id = viewer_id() and p.state <> 'counted' on conflict do nothing)"};
const pg::Statement<void(EventId)> remove_part{
    "reports.remove_part",
    "delete from event_part where event_id = $1 and author_id = viewer_id() and state <> 'counted'"};

struct Asked {
  pg::Reply<Head> head;
  pg::Reply<std::vector<Mate>> mates;
  pg::Reply<std::vector<Noted>> noted;
};
Asked ask(gate::Visit& v, EventId event) {
  return {v.one(find_head, event), v.all(find_mates, event), v.all(find_noted, event)};
}

std::string told(const Noted& noted) {
  const auto figures = events::figures_words(noted.figures());
  return noted.author.value_or("Quelqu’un de ton équipe") + " a noté pour vous " +
         (noted.people == 2 ? "deux" : french::number(noted.people)) +
         "\u00a0: " + (figures.empty() ? "votre temps" : figures) + ".";
}

PartPage page_of(gate::Visit& v, EventId event, const Asked& asked) {
  PartPage page{.event = event,
                .title = asked.head->title,
                .organiser = asked.head->organiser.value_or("La personne qui organise"),
                .kind = ui::kind_of(asked.head->kind).value_or(ui::Kind::other_mission),
                .state = *asked.head->state,
                .told = {},
                .mates = *asked.mates,
                .duration = duration(static_cast<std::int32_t>(
                    std::chrono::floor<std::chrono::minutes>(asked.head->ends_at - asked.head->starts_at).count())),
                .words = {},
                .figures = std::vector<std::string>(
                    events::figures_of(ui::kind_of(asked.head->kind).value_or(ui::Kind::other_mission)).size()),
                .errors = {},
                .csrf = v.csrf()};
  for (const auto& noted : *asked.noted) {
    if (!noted.own) {
      page.told.push_back(told(noted));
      continue;
    }
    page.duration = duration(noted.minutes);
    page.words = noted.words;
    const auto all = events::figures_of(page.kind);
    const auto figures = noted.figures();
    for (size_t i = 0; i < all.size(); ++i) page.figures[i] = std::to_string(figures.*all[i].value);
    if (page.state == "counted") page.told = {events::figures_words(figures)};
    if (page.state == "counted" && page.told.front().empty()) page.told.clear();
    if (page.state == "counted") break;
  }
  return page;
}

http::Response answer(gate::Visit& v, const PartPage& page) {
  return v.page(
      {.title = "Ce que j’ai fait", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); },
      page.errors.empty() ? 200 : 422);
}

http::Response none(gate::Visit& v, EventId event) {
  return v.redirect(events::path(event),
                    ui::Flash{ui::Flash::Tone::warning,
                              "On note sa part d’une mission à laquelle on participe, une fois qu’elle a commencé."});
}

}  // namespace

http::Response part(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto asked = ask(v, event);
  v.ask();
  if (!asked.head->state) return none(v, event);
  return answer(v, page_of(v, event, asked));
}

http::Response note_part(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto asked = ask(v, event);
  v.ask();
  if (!asked.head->state) return none(v, event);
  auto page = page_of(v, event, asked);
  page.duration = typed_duration(v);
  page.words = v.field("text");
  page.figures.clear();
  const auto all = events::figures_of(page.kind);
  for (const auto& figure : all) page.figures.push_back(v.field(figure.name));
  const auto with = v.field_ids("mate");
  for (auto& mate : page.mates) mate.with = std::ranges::binary_search(with, mate.id.number());
  const auto figures = events::read_figures(page.kind, v.form().values, page.errors);
  const auto minutes = read(page.duration, page.errors);
  if (utf8::length(page.words) > longest_text) page.errors.add("text", "C’est un peu long : 500 caractères au plus.");
  if (!page.errors.empty()) return answer(v, page);

  const auto written = v.run(put_part, event, minutes, figures.doors_knocked, figures.doors_opened, figures.leaflets,
                             figures.calls, figures.posters, page.words);
  v.run(drop_mates, event, with);
  v.run(add_mates, event, with);
  v.ask();
  if (*written == 0)
    return v.redirect(events::path(event), ui::Flash{ui::Flash::Tone::info, "Ta part est déjà dans le bilan."});
  const auto words = events::figures_words(figures);
  return v.redirect(events::path(event),
                    words.empty() ? std::string("C’est noté, merci !") : "C’est noté\u00a0: " + words + ". Merci !");
}

http::Response withdraw_part(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  v.run(remove_part, event);
  v.ask();
  return v.redirect(events::path(event), "Ta part est retirée.");
}

}  // namespace reports
