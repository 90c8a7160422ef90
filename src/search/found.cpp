#include "search/found.hpp"

namespace search {
namespace {

constexpr std::int32_t candidates = 400;  // more than is shown, since the policies take some away

// Coopains first.
const pg::Statement<members::Card(std::string, std::int32_t)> people_named{"search.people", R"(
  select m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id
    from search_members($1, $2) as found (id) join member m on m.id = found.id left join space s on s.id = m.section_id
   order by m.id = any(array(select b.coopain_id from bond b where b.member_id = viewer_id())) desc, m.last_name, m.first_name, m.id limit $2)"};
const pg::Statement<Event(std::string, std::int32_t, std::int64_t)> events_about{"search.events", R"(
  select e.id, e.title, e.starts_at, e.time_zone, e.all_day from search_events($1, $2) as found (id) join event e on e.id = found.id
   order by e.starts_at < now(), abs(extract(epoch from e.starts_at - now())) limit $3)"};
const pg::Statement<Space(std::string, std::vector<std::string>, std::int32_t, std::int64_t)> spaces_named{
    "search.spaces", R"(
  select s.id, s.kind, s.name, coalesce(p.name, '')
    from unnest($2::text[]) with ordinality k (kind, place)
   cross join lateral (select x.id, x.kind, x.name, x.parent_id from search_spaces($1, array[k.kind], $3) as found (id) join space x on x.id = found.id order by x.name limit $4) s
    left join space p on p.id = s.parent_id order by k.place, s.name)"};
const pg::Statement<Status(std::string, std::int32_t, std::int64_t)> statuses_about{"search.statuses", R"(
  select a.id, coalesce(a.other_id, a.member_id), a.member, a.body, a.at
    from search_statuses($1, $2) as found (id) join activity_entry a on a.id = found.id order by a.id desc limit $3)"};

}  // namespace

Found find(gate::Visit& v, const std::string& words, const Wanted& wanted) {
  std::optional<pg::Reply<std::vector<members::Card>>> people;
  std::optional<pg::Reply<std::vector<Event>>> events;
  std::optional<pg::Reply<std::vector<Space>>> spaces;
  std::optional<pg::Reply<std::vector<Status>>> statuses;
  if (wanted.people > 0) people = v.all(people_named, words, wanted.people);
  if (wanted.events > 0) events = v.all(events_about, words, candidates, wanted.events);
  if (wanted.spaces > 0) spaces = v.all(spaces_named, words, wanted.space_kinds, candidates, wanted.spaces);
  if (wanted.statuses > 0) statuses = v.all(statuses_about, words, candidates, wanted.statuses);
  v.ask();
  Found found;
  if (people) found.people = people->take();
  if (events) found.events = events->take();
  if (spaces) found.spaces = spaces->take();
  if (statuses) found.statuses = statuses->take();
  return found;
}

html::Url url(const Space& space) {
  const std::string_view folder = space.kind == "federation" ? "/federations/"
                                  : space.kind == "group"    ? "/groupes/"
                                                             : "/sections/";
  return html::Url::local(std::string(folder) + std::to_string(space.id.number()));
}
html::Url url(const Event& event) {
  return html::Url::local("/evenements/" + std::to_string(event.id.number()));
}
html::Url url(const Status& status) {
  return html::Url::local("/membres/" + std::to_string(status.wall.number()) +
                          "/mur?avant=" + std::to_string(status.id.number() + 1));
}

}  // namespace search
