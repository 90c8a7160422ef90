#include "sections/members_office.hpp"

#include <algorithm>

#include "sections/members_office_view.hpp"

namespace sections {
namespace {

constexpr std::int64_t page_size = 50;

const pg::Statement<MembersCounts(SpaceId, std::string, ListId, std::string, std::string)> members_counts{
    "sections.members_counts", R"(
  select everyone, adherents, sympathisants,
         case when $4 = '' and $5 = '' then 0 else (
           select count(*) from membership b join member m on m.id = b.member_id left join section_dues($1) d on $5 <> '' and d.member_id = m.id
            where b.space_id = $1 and ($2 = '' or b.kind = $2) and ($4 = '' or position(fold($4) in m.name_key) > 0) and ($5 = '' or dues_like(d.dues, $5))
              and ($3::bigint = 0 or exists (select from section_list_member t where t.list_id = $3 and t.member_id = m.id))) end
    from section_census($1))"};
const pg::Statement<ListRow(SpaceId)> lists_of{"sections.lists", R"(
  select l.id, l.kind, l.name, (select count(*) from section_list_member t where t.list_id = l.id), m.first_name || ' ' || m.last_name
    from section_list l left join member m on m.id = l.manager_id where l.section_id = $1 order by l.kind, l.name)"};
// (offset 0: one look-up for each of the page, where the planner would read all of the section's.)
const pg::Statement<MemberRow(SpaceId, std::string, ListId, std::string, std::int64_t, std::int64_t, std::string)>
    members_in{"sections.members_in", R"(
  with page as materialized (select found.id from section_page($1, $2, $3, $4, $7, $5, $6) as found (id)),
       label as materialized (
         select t.member_id, l.kind, l.name || case when t.by_hand and z.list_id is not null then ', à la main' else '' end as name
           from section_list l join section_list_member t on t.list_id = l.id left join zone z on z.list_id = l.id
          where l.section_id = $1 and t.member_id = any(array(select id from page)))
  select m.id, m.first_name, m.last_name, coalesce(b.kind, ''), b.role,
         array(select t.name from label t where t.member_id = m.id and t.kind = 'list' order by t.name),
         array(select t.name from label t where t.member_id = m.id and t.kind = 'zone' order by t.name),
         m.last_seen_at, m.picture_id, coalesce(d.dues, '')
    from page join member m on m.id = page.id
    cross join lateral (select b.kind, b.role from membership b where b.space_id = $1 and b.member_id = page.id offset 0) b
    left join section_dues($1, array(select id from page)) d on d.member_id = m.id
   order by m.last_name, m.first_name, m.id)"};

// Of the zone that is looked at, if it fills itself.
const pg::Statement<Filling(SpaceId, ListId)> filling_of{"sections.zone_filling", R"(
  select cardinality(z.postcodes), cardinality(z.streets), z.ground is not null,
         (select count(*) from section_list_member t where t.list_id = l.id and t.by_hand), (select count(*) from section_list_out o where o.list_id = l.id)
    from section_list l join zone z on z.list_id = l.id where l.section_id = $1 and l.id = $2)"};

std::string done_act(const gate::Visit& v) {
  const std::string number = v.query("fait");
  return number.size() < 19 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }) ? number : "";
}

}  // namespace

http::Response enter_office(gate::Visit& v) {
  const auto section = v.one(section_name, v.id<SpaceId>("section"));
  v.ask();
  return v.redirect(section->active || !section->secretary() ? first_room(*section)
                                                             : section_path(section->id, "/gestion/configuration"));
}

http::Response show_members(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto filter = filter_of_query(v);
  const auto after = page_after(v);
  const auto section = v.one(section_name, id);
  const auto counts = v.one(members_counts, id, filter.kind, filter.list, filter.words, filter.dues);
  auto lists = v.all(lists_of, id);
  auto rows = v.all(members_in, id, filter.kind, filter.list, filter.words, after, page_size + 1, filter.dues);
  const auto filling = v.maybe(filling_of, id, filter.list);
  v.ask();
  MembersOffice page{*section, *counts, lists.take(), filter, rows.take(), *filling, {}, done_act(v)};
  const auto path = filter_path(id, filter);
  if (after) page.pager.previous = html::Url::local(path);
  if (std::ssize(page.rows) > page_size) {
    page.rows.pop_back();
    page.pager.next = html::Url::local(path + (path.find('?') == std::string::npos ? "?" : "&") +
                                       "apres=" + std::to_string(page.rows.back().id.number()));
  }
  return v.page({.title = office_title("Membres", *section), .here = ui::Key::section},
                [&](html::Out& out) { members_office(out, page, v.csrf()); });
}

}  // namespace sections
