#include "members/directory.hpp"

#include "members/card.hpp"
#include "members/directory_view.hpp"

namespace members {
namespace {

constexpr std::int32_t page_size = 40;

// Alphabetical, from where the former page ended.
#define LISTED                                                                                                   \
  "m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id, m.id <> all(array(select viewer_id() "         \
  "union all select b.coopain_id from bond b where b.member_id = viewer_id() union all select r.to_id from "     \
  "bond_request r where r.from_id = viewer_id() union all select r.from_id from bond_request r where r.to_id = " \
  "viewer_id()))"
const pg::Statement<Listed(std::string, std::string, std::int64_t, std::int64_t)> by_name{
    "members.by_name", "select " LISTED R"( from member m left join space s on s.id = m.section_id
   where (m.last_name, m.first_name, m.id) > ($1, $2, $3) order by m.last_name, m.first_name, m.id limit $4)"};
const pg::Statement<Listed(std::string, SpaceId, SpaceId, std::string, std::string, std::string, std::int64_t,
                           std::int32_t)>
    filtered{"members.filtered", "select " LISTED R"(
    from directory_found($1, $2, $3, $4, $5, $6, $7, $8) as found (id) join member m on m.id = found.id left join space s on s.id = m.section_id
   order by m.last_name, m.first_name, m.id limit $8)"};
const pg::Statement<Place()> all_federations{"members.federations",
                                             "select id, name from space where kind = 'federation' order by name"};
const pg::Statement<Place(SpaceId)> sections_of{
    "members.sections", "select id, name from space where parent_id = $1 and kind = 'section' order by name"};

Filter filter_of(const gate::Visit& v) {
  Filter filter{v.query("q"), SpaceId(v.query_id("federation")), SpaceId(v.query_id("section")), v.query("interet")};
  if (interest_words(filter.interest).empty()) filter.interest.clear();
  return filter;
}

}  // namespace

http::Response directory(gate::Visit& v) {
  const auto filter = filter_of(v);
  const std::string last = v.query("apres_nom"), first = v.query("apres_prenom");
  const auto after = v.query_id("apres");
  auto people = filter.empty() ? v.all(by_name, last, first, after, page_size + 1)
                               : v.all(filtered, filter.words, filter.federation, filter.section, filter.interest, last,
                                       first, after, page_size + 1);
  auto federations = v.all(all_federations);
  auto sections = v.all(sections_of, filter.federation);
  v.ask();

  DirectoryPage page{filter, people.take(), federations.take(), sections.take(), {}};
  if (after) page.pager.previous = html::Url::local(address(filter));
  if (std::ssize(page.people) > page_size) {
    page.people.pop_back();
    const auto last_shown = page.people.back().card();
    page.pager.next = html::Url::local(address(filter, &last_shown));
  }
  return v.page({.title = "Tous les membres", .here = ui::Key::members},
                [&](html::Out& out) { directory_page(out, page, v.csrf()); });
}

}  // namespace members
