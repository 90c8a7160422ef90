#include "sections/member_filter.hpp"

#include <charconv>

#include "sections/office.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

const pg::Statement<std::int64_t(SpaceId, bool, std::vector<std::int64_t>, std::string, ListId, std::string,
                                 std::string)>
    choose{"sections.choose_members", R"(
  select m.id from membership b join member m on m.id = b.member_id left join section_dues($1) d on $7 <> '' and d.member_id = m.id
   where b.space_id = $1
     and case when $2 then ($4 = '' or b.kind = $4)
                           and ($5::bigint = 0 or exists (select from section_list_member t where t.list_id = $5 and t.member_id = m.id))
                           and ($6 = '' or position(fold($6) in m.name_key) > 0)
                           and ($7 = '' or dues_like(d.dues, $7))
              else m.id = any($3) end)"};

MemberFilter filter(const std::string& kind, const std::string& list, std::string words, const std::string& dues) {
  std::int64_t id = 0;
  std::from_chars(list.data(), list.data() + list.size(), id);
  return {kind == "adherent" || kind == "sympathisant" ? kind : "", ListId(id), std::move(words),
          dues == "a-jour" || dues == "en-retard" || dues == "inconnue" ? dues : ""};
}

}  // namespace

MemberFilter filter_of_query(const gate::Visit& v) {
  return filter(v.query("type"), v.query("liste"), v.query("nom"), v.query("cotisation"));
}
MemberFilter filter_of_form(const gate::Visit& v) {
  return filter(v.field("type"), v.field("liste"), v.field("nom"), v.field("cotisation"));
}

std::string filter_path(SpaceId section, const MemberFilter& filter) {
  std::string query;
  if (!filter.kind.empty()) query += "&type=" + filter.kind;
  if (filter.list.number()) query += "&liste=" + std::to_string(filter.list.number());
  if (!filter.words.empty()) html::escape_url_part(query += "&nom=", filter.words);
  if (!filter.dues.empty()) query += "&cotisation=" + filter.dues;
  if (!query.empty()) query.front() = '?';
  return section_path(section, "/gestion/membres" + query);
}

void filter_fields(html::Out& out, const MemberFilter& filter) {
  if (!filter.kind.empty()) ui::hidden(out, "type", filter.kind);
  if (filter.list.number()) ui::hidden(out, "liste", std::to_string(filter.list.number()));
  if (!filter.words.empty()) ui::hidden(out, "nom", filter.words);
  if (!filter.dues.empty()) ui::hidden(out, "cotisation", filter.dues);
}

std::vector<std::int64_t> chosen_members(gate::Visit& v, SpaceId section) {
  const auto filter = filter_of_form(v);
  auto ids = v.all(choose, section, v.field("all") == "1", v.field_ids("member"), filter.kind, filter.list,
                   filter.words, filter.dues);
  v.ask();
  return ids.take();
}

}  // namespace sections
