#include "sections/public_page.hpp"

#include "members/card.hpp"
#include "sections/public_page_view.hpp"

namespace sections {
namespace {

constexpr std::int32_t events_shown = 5;
constexpr std::int64_t page_size = 60;

struct HeadRow {
  SpaceId id;
  std::string name;
  bool active;
  SpaceId federation;
  std::string federation_name;
  bool insider, secretary;
  std::int64_t members;
};
const pg::Statement<HeadRow(SpaceId)> head_of{"sections.head", R"(
  select s.id, s.name, s.activated_at is not null, f.id, f.name, coalesce(c.direct, false), coalesce(c.secretary, false),
         section_size(s.id)
    from space s join space f on f.id = s.parent_id left join circle c on c.space_id = s.id and c.member_id = viewer_id()
   where s.id = $1 and s.kind = 'section')"};
struct SecretaryRow {
  MemberId id;
  std::string first_name, last_name;
};
const pg::Statement<SecretaryRow(SpaceId)> secretaries_of{"sections.secretaries", R"(
  select m.id, m.first_name, m.last_name from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role = 'secretary' order by b.joined_at)"};
struct EventRow {
  EventId id;
  std::string kind, title;
  pg::Time starts_at, ends_at;
  std::string place, author;
  std::int32_t coming, maybe, goal;
};
const pg::Statement<EventRow(SpaceId, std::int32_t)> coming_events{"sections.events", R"(
  select e.id, e.kind, e.title, e.starts_at, e.ends_at, concat_ws(', ', nullif(e.address, ''), nullif(e.city, '')),
         coalesce(m.first_name || ' ' || m.last_name, ''), e.coming, e.maybe, e.goal
    from space_events($1, $2) as found (id) join event e on e.id = found.id left join member m on m.id = e.creator_id
   order by e.starts_at)"};
const pg::Statement<Zone(SpaceId)> zones_in_charge{
    "sections.zones_in_charge",
    "select id, name from section_list where section_id = $1 and kind = 'zone' and manager_id = viewer_id() order by "
    "name"};
const pg::Statement<members::Card(SpaceId, std::int64_t, std::int64_t)> members_of{"sections.members", R"(
  select m.id, m.first_name, m.last_name, null::text, m.city
    from membership b join member m on m.id = b.member_id
   where b.space_id = $1
     and ($2::bigint = 0 or (m.last_name, m.first_name, m.id) > (select a.last_name, a.first_name, a.id from member a where a.id = $2))
   order by m.last_name, m.first_name, m.id limit $3)"};

SectionHead head(const HeadRow& row) {
  return {{row.id, row.name, row.active}, row.federation, row.federation_name, row.insider, row.secretary};
}

ui::Person person(const SecretaryRow& row) {
  return {.name = row.first_name + ' ' + row.last_name, .href = members::profile_url(row.id)};
}

ui::EventCard card(const EventRow& row) {
  return {.id = "event-" + std::to_string(row.id.number()),
          .href = html::Url::local("/evenements/" + std::to_string(row.id.number())),
          .kind = ui::kind_of(row.kind).value_or(ui::Kind::meeting),
          .title = row.title,
          .start = std::chrono::floor<std::chrono::seconds>(row.starts_at),
          .end = std::chrono::floor<std::chrono::seconds>(row.ends_at),
          .place = row.place,
          .author = row.author,
          .gauge = {.coming = row.coming, .maybe = row.maybe, .goal = row.goal}};
}

}  // namespace

http::Response show_section(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto found = v.one(head_of, id);
  const auto profile = v.one(section_profile, id);
  const auto secretaries = v.all(secretaries_of, id);
  const auto events = v.all(coming_events, id, events_shown);
  auto zones = v.all(zones_in_charge, id);
  v.ask();
  PublicPage page{head(*found), *profile, {}, found->members, {}, {}, zones.take()};
  for (const auto& row : *secretaries) page.secretaries.push_back(person(row));
  if (found->insider)
    for (const auto& row : *events) page.events.push_back(card(row));
  return v.page({.title = found->name, .here = found->insider ? ui::Key::section : ui::Key::party},
                [&](html::Out& out) { public_page(out, page); });
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
