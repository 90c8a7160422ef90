#include "sections/public_page.hpp"

#include "events/card.hpp"
#include "events/figures.hpp"
#include "members/card.hpp"
#include "sections/public_page_view.hpp"

namespace sections {
namespace {

constexpr std::int32_t events_shown = 5;
constexpr std::int64_t page_size = 60;
constexpr std::int32_t coming_shown = 50, past_page = 20;

struct HeadRow {
  SpaceId id;
  std::string name;
  bool active;
  SpaceId federation;
  std::string federation_name;
  bool insider;
  std::vector<std::string> powers;
  std::optional<images::PictureId> picture;
  std::int64_t members, doors, calls, leaflets;
  std::string standing;
  std::optional<pg::Time> since;
  std::string reply;
  std::optional<SpaceId> own;
  std::optional<std::string> own_name;
};
const pg::Statement<HeadRow(SpaceId)> head_of{"sections.head", R"(
  select s.id, s.name, s.activated_at is not null, f.id, f.name, coalesce(c.direct, false), viewer_powers(s.id), p.picture_id,
         section_size(s.id), t.doors_knocked, t.calls, t.leaflets, d.state, d.since, d.reply, d.own_id, d.own_name
    from space s join space f on f.id = s.parent_id cross join lateral section_totals(s.id) t cross join lateral section_standing(s.id) d left join section_profile p on p.space_id = s.id
    left join circle c on c.space_id = s.id and c.member_id = viewer_id()
   where s.id = $1 and s.kind = 'section')"};
struct SecretaryRow {
  MemberId id;
  std::string first_name, last_name;
  std::optional<images::PictureId> picture;
};
const pg::Statement<SecretaryRow(SpaceId)> secretaries_of{"sections.secretaries", R"(
  select m.id, m.first_name, m.last_name, m.picture_id from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role = 'secretary' order by b.joined_at)"};
const pg::Statement<events::Card(SpaceId, std::int32_t)> coming_events{
    "sections.events",
    "select " EVENT_CARD
    " from space_events($1, $2) as found (id) join event_card e on e.id = found.id order by e.starts_at"};
const pg::Statement<events::Card(SpaceId, std::int64_t, std::int32_t)> past_events{
    "sections.past_events",
    "select " EVENT_CARD
    " from space_past_events($1, $2, $3) as found (id) join event_card e on e.id = found.id order by e.starts_at desc, "
    "e.id desc"};
const pg::Statement<Zone(SpaceId)> zones_in_charge{
    "sections.zones_in_charge",
    "select id, name from section_list where section_id = $1 and kind = 'zone' and manager_id = viewer_id() order by "
    "name"};
const pg::Statement<members::Card(SpaceId, std::int64_t, std::int64_t)> members_of{"sections.members", R"(
  select m.id, m.first_name, m.last_name, null::text, m.city, m.picture_id
    from section_page($1, '', 0, '', '', $2, $3) as found (id) join member m on m.id = found.id
   where exists (select from membership b where b.space_id = $1 and b.member_id = found.id offset 0)
   order by m.last_name, m.first_name, m.id)"};

SectionHead head(const HeadRow& row) {
  return {{row.id, row.name, row.active, 0, row.powers}, row.federation, row.federation_name, row.insider, row.picture};
}

ui::Person person(const SecretaryRow& row) {
  return {.name = row.first_name + ' ' + row.last_name,
          .href = members::profile_url(row.id),
          .photo = images::url(row.picture)};
}

Harvest harvest(const HeadRow& row, const Settings& settings) {
  const events::Figures figures{.doors_knocked = static_cast<std::int32_t>(row.doors),
                                .leaflets = static_cast<std::int32_t>(row.leaflets),
                                .calls = static_cast<std::int32_t>(row.calls)};
  return {row.doors, events::votes_words(events::votes(figures, settings))};
}

}  // namespace

http::Response show_section(gate::Visit& v) {
  return show_section(v, "", {});
}

http::Response show_section(gate::Visit& v, const std::string& words, ui::Errors errors) {
  const auto id = v.id<SpaceId>("section");
  const auto found = v.one(head_of, id);
  const auto profile = v.one(section_profile, id);
  const auto secretaries = v.all(secretaries_of, id);
  const auto coming = v.all(coming_events, id, events_shown);
  auto zones = v.all(zones_in_charge, id);
  v.ask();
  PublicPage page{
      head(*found),
      *profile,
      {},
      found->members,
      harvest(*found, v.services.settings),
      {},
      {found->standing, found->since, found->reply, found->own, found->own_name.value_or(""), words, errors},
      zones.take()};
  for (const auto& row : *secretaries) page.secretaries.push_back(person(row));
  if (found->insider)
    for (const auto& card : *coming)
      page.events.push_back(events::drawn(card, v.csrf(), events::Place::page, events::now()));
  return v.page(
      {.title = found->name, .here = found->insider ? ui::Key::section : ui::Key::party},
      [&](html::Out& out) { public_page(out, page, v.csrf()); }, errors.empty() ? 200 : 422);
}

http::Response show_section_events(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto after = page_after(v);
  const auto found = v.one(head_of, id);
  const auto coming = v.all(coming_events, id, coming_shown);
  auto rows = v.all(past_events, id, after, past_page + 1);
  v.ask();
  auto past = rows.take();
  EventsPage page{.head = head(*found), .first = after == 0};
  if (after) page.pager.previous = section_url(id, "/evenements");
  if (std::ssize(past) > past_page) {
    past.pop_back();
    page.pager.next = section_url(id, "/evenements?apres=" + std::to_string(past.back().id.number()));
  }
  for (const auto& card : *coming)
    page.coming.push_back(events::drawn(card, v.csrf(), events::Place::page, events::now()));
  for (const auto& card : past) page.past.push_back(events::drawn(card, "", events::Place::page, events::now()));
  return v.page({.title = "Événements · " + found->name, .here = ui::Key::section},
                [&](html::Out& out) { events_page(out, page); });
}

http::Response show_section_members(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto after = page_after(v);
  const auto found = v.one(head_of, id);
  auto rows = v.all(members_of, id, after, page_size + 1);
  v.ask();
  auto people = rows.take();
  MembersPage page{head(*found), {}, {}};
  if (after) page.pager.previous = section_url(id, "/membres");
  if (std::ssize(people) > page_size) {
    people.pop_back();
    page.pager.next = section_url(id, "/membres?apres=" + std::to_string(people.back().id.number()));
  }
  for (const auto& card : people) page.people.push_back(members::person(card));
  return v.page({.title = "Membres · " + found->name, .here = ui::Key::section},
                [&](html::Out& out) { members_page(out, page); });
}

}  // namespace sections
