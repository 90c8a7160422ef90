#include "letters/outsiders.hpp"

#include "core/text/french.hpp"
#include "letters/compose.hpp"
#include "letters/outsiders_view.hpp"

namespace letters {
namespace {

constexpr std::int64_t page_size = 50;

const pg::Statement<ContactCounts(SpaceId)> count_contacts{"letters.count_contacts", R"(
  select count(*) filter (where c.removed_at is null), count(*) filter (where c.removed_at is null and c.bounced_at is not null), letter_refusals($1),
         count(*) filter (where c.removed_at > now() - interval '10 minutes' and c.removed_at = (select max(l.removed_at) from contact l where l.section_id = $1))
    from contact c where c.section_id = $1)"};
const pg::Statement<ContactRow(SpaceId, std::string, std::int64_t, std::int64_t)> contacts_of{"letters.contacts", R"(
  select c.id, c.first_name, c.last_name, c.organisation, c.email, c.origin, c.consented_on, coalesce(m.first_name || ' ' || m.last_name, ''), c.recorded_at, c.bounce
    from contact c left join member m on m.id = c.recorded_by
   where c.section_id = $1 and c.removed_at is null and ($2 = '' or position(fold($2) in c.name_key) > 0)
     and ($3::bigint = 0 or (c.last_name, c.first_name, c.id) > (select a.last_name, a.first_name, a.id from contact a where a.id = $3))
   order by c.last_name, c.first_name, c.id limit $4)"};
const pg::Statement<ContactId(SpaceId, bool, std::string, std::vector<std::int64_t>)> chosen{"letters.chosen_contacts",
                                                                                             R"(
  select id from contact where section_id = $1 and removed_at is null and case when $2 then $3 = '' or position(fold($3) in name_key) > 0 else id = any($4) end)"};
const pg::Statement<ContactId(SpaceId, bool, std::string, std::vector<std::int64_t>)> remove{"letters.remove_contacts",
                                                                                             R"(
  update contact set removed_at = now() where section_id = $1 and removed_at is null
     and case when $2 then $3 = '' or position(fold($3) in name_key) > 0 else id = any($4) end returning id)"};
const pg::Statement<ContactId(SpaceId)> restore{"letters.restore_contacts", R"(
  update contact set removed_at = null where section_id = $1 and removed_at > now() - interval '10 minutes'
     and removed_at = (select max(l.removed_at) from contact l where l.section_id = $1) returning id)"};

std::string path_with(SpaceId section, const std::string& words, std::int64_t after = 0) {
  std::string query;
  if (!words.empty()) html::escape_url_part(query += "&q=", words);
  if (after) query += "&apres=" + std::to_string(after);
  if (!query.empty()) query.front() = '?';
  return contacts_path(section, query);
}

}  // namespace

std::string contacts_path(SpaceId section, std::string_view rest) {
  return sections::section_path(section, "/gestion/contacts" + std::string(rest));
}

http::Response show_contacts(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto words = v.query("q");
  const auto after = sections::page_after(v);
  const auto head = ask_head(v, place_of(v));
  const auto counts = v.one(count_contacts, id);
  auto rows = v.all(contacts_of, id, words, after, page_size + 1);
  v.ask();
  ContactsPage page{*head, *counts, words, rows.take(), {}};
  if (after) page.pager.previous = html::Url::local(path_with(id, words));
  if (std::ssize(page.rows) > page_size) {
    page.rows.pop_back();
    page.pager.next = html::Url::local(path_with(id, words, page.rows.back().id.number()));
  }
  return v.page({.title = title("Contacts", *head), .here = ui::Key::section},
                [&](html::Out& out) { contacts_page(out, page, v.csrf()); });
}

http::Response write_to_contacts(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto words = v.field("q");
  const bool all = v.field("all") == "1";
  if (all && words.empty()) return begin_letter(v, {"contacts"});
  const auto ids = v.all(chosen, id, all, words, v.field_ids("contact"));
  v.ask();
  if (ids->empty())
    return v.redirect(path_with(id, words),
                      ui::Flash{ui::Flash::Tone::info, "Coche d’abord les personnes à qui écrire."});
  Audience audience;
  for (const auto contact : *ids)
    if (audience.size() < most_words) audience.push_back("contact-" + std::to_string(contact.number()));
  return begin_letter(v, audience);
}

http::Response remove_contacts(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto gone = v.all(remove, id, v.field("all") == "1", v.field("q"), v.field_ids("contact"));
  v.ask();
  if (gone->empty())
    return v.redirect(contacts_path(id),
                      ui::Flash{ui::Flash::Tone::info, "Rien n’a changé. Coche d’abord les personnes."});
  return v.redirect(contacts_path(id));
}

http::Response restore_contacts(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto back = v.all(restore, id);
  v.ask();
  const auto count = std::ssize(*back);
  if (count == 0)
    return v.redirect(contacts_path(id), ui::Flash{ui::Flash::Tone::info, "Il n’y a plus rien à remettre."});
  return v.redirect(contacts_path(id), french::count(count, "contact est de retour.", "contacts sont de retour."));
}

}  // namespace letters
