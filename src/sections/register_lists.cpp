#include "sections/register_lists.hpp"

#include "sections/register_lists_view.hpp"

namespace sections {
namespace {

constexpr std::int64_t page_size = 50;

const pg::Statement<EntryRow(SpaceId, std::string, std::string, std::int64_t, std::int64_t)> entries_in{
    "sections.entries_in", R"(
  select e.id, e.kind, e.first_name, e.last_name, e.email, e.typed_email, e.city, e.incomplete,
         case when e.incomplete = 'shared' then (
           select string_agg(first_name || ' ' || last_name, ', ') from (
             select o.first_name, o.last_name from register_entry o where o.section_id = e.section_id and o.email = e.email and o.id <> e.id limit 3) others) end,
         i.id, i.sends, i.last_sent_at, i.refused
    from register_entry e left join invitation i on i.register_entry_id = e.id
   where e.section_id = $1 and e.member_id is null and i.accepted_at is null
     and $2 = case when i.id is not null and i.refused is null then 'sent' when i.id is not null or e.incomplete is not null then 'incomplete' else 'ready' end
     and ($3 = '' or position(name_match($3, '') in e.name_key) > 0 or position(name_match($3, '') in name_match(e.last_name, e.first_name)) > 0)
     and ($4::bigint = 0 or (e.last_name, e.first_name, e.id) > (
           select o.last_name, o.first_name, o.id from register_entry o where o.id = $4 and o.section_id = $1))
   order by e.last_name, e.first_name, e.id limit $5)"};

const pg::Statement<void(SpaceId)> note_reading{"sections.note_register", "select note_reach($1, 'section.register')"};

struct Tab {
  Place place;
  const char* state;
  const char* title;
  void (*write)(html::Out&, const RegisterList&, std::string_view);
};

http::Response show(gate::Visit& v, const Tab& tab) {
  const auto id = v.id<SpaceId>("section");
  const auto words = v.query("nom");
  const auto after = page_after(v);
  const auto desk = v.one(find_desk, id);
  v.run(note_reading, id);
  auto rows = v.all(entries_in, id, tab.state, words, after, page_size + 1);
  v.ask();
  RegisterList list{{*desk, tab.place}, words, rows.take(), {}};
  const std::string path = section_path(id, place_path(tab.place));
  std::string search;
  if (!words.empty()) html::escape_url_part(search = "&nom=", words);
  if (after) list.pager.previous = html::Url::local(path + (words.empty() ? "" : "?" + search.substr(1)));
  if (std::ssize(list.rows) > page_size) {
    list.rows.pop_back();
    list.pager.next = html::Url::local(path + "?apres=" + std::to_string(list.rows.back().id.number()) + search);
  }
  return v.page({.title = office_title(tab.title, list.desk.section), .here = ui::Key::section},
                [&](html::Out& out) { tab.write(out, list, v.csrf()); });
}

}  // namespace

http::Response show_ready(gate::Visit& v) {
  return show(v, {Place::ready, "ready", "Membres à inviter", ready_page});
}
http::Response show_sent(gate::Visit& v) {
  return show(v, {Place::sent, "sent", "Invitations envoyées", sent_page});
}
http::Response show_incomplete(gate::Visit& v) {
  return show(v, {Place::incomplete, "incomplete", "Profils incomplets", incomplete_page});
}

}  // namespace sections
