#include "federations/party.hpp"

#include <algorithm>

#include "core/text/fold.hpp"
#include "core/utf8.hpp"
#include "federations/party_view.hpp"

namespace federations {
namespace {

constexpr std::int32_t most_found = 50;
constexpr size_t longest = 80;  // characters of what is typed

// The party first.
const pg::Statement<Tree()> all_trees{"federations.trees", R"(
  select t.id, t.kind = 'national', t.name from space t where t.kind in ('national', 'movement') order by t.kind desc, t.name)"};
const pg::Statement<Federation(SpaceId)> federations_of{"federations.of_tree", R"(
  select f.id, f.name, f.department, coalesce(c.sections, 0), coalesce(c.closed, 0), c.latitude, c.longitude
    from space f left join federation_count c on c.space_id = f.id
   where f.kind = 'federation' and f.parent_id = coalesce((select t.id from space t where t.id = $1 and t.kind = 'movement'), (select t.id from space t where t.kind = 'national'))
   order by f.department)"};
const pg::Statement<SectionLine(SpaceId, std::string, std::int32_t)> find_sections{
    "federations.find_sections",
    "select " SECTION_LINE
    " from party_sections(coalesce((select t.id from space t where t.id = $1 and t.kind = "
    "'movement'), (select t.id from space t where t.kind = 'national')), $2, $3) "
    "found (id) join space s on s.id = found.id join space f on f.id = s.parent_id " SECTION_JOINS
    "order by s.name, s.id"};

// Of the address; without one, or with one that is none, the party's.
void read_trees(PartyView& view, std::vector<Tree> trees, SpaceId asked) {
  view.trees = std::move(trees);
  for (const auto& tree : view.trees)
    if (tree.party || tree.id == asked) view.tree = tree.id;
}

// Federations are few, and all here.
bool named(const Federation& f, const std::string& words) {
  const auto typed = text::fold(words);
  return !typed.empty() &&
         ((" " + text::fold(f.name)).find(" " + typed) != std::string::npos || typed == text::fold(f.department));
}

PartyView base(gate::Visit& v) {
  return {.organisation = v.services.theme.organisation, .site = v.services.theme.name};
}

}  // namespace

html::Url party_url(std::string_view page, std::optional<SpaceId> root) {
  return html::Url::local("/parti" + std::string(page) + (root ? "?de=" + std::to_string(root->number()) : ""));
}

http::Response show_party(gate::Visit& v) {
  PartyView view = base(v);
  view.words = v.query("q");
  if (utf8::length(view.words) > longest) view.words.clear();
  const SpaceId asked(v.query_id("de"));
  auto trees = v.all(all_trees);
  auto federations = v.all(federations_of, asked);
  std::optional<pg::Reply<std::vector<SectionLine>>> found;
  if (!view.words.empty()) found = v.all(find_sections, asked, view.words, most_found + 1);
  v.ask();
  read_trees(view, trees.take(), asked);
  view.federations = federations.take();
  if (found) view.found = found->take();
  if (std::ssize(view.found) > most_found) {
    view.found.pop_back();
    view.more_found = true;
  }
  for (const auto& f : view.federations)
    if (named(f, view.words)) view.named.push_back(f);
  return v.page({.title = "Tout " + view.organisation, .here = ui::Key::party},
                [&](html::Out& out) { write_party(out, view); });
}

http::Response show_party_map(gate::Visit& v) {
  PartyView view = base(v);
  const SpaceId asked(v.query_id("de"));
  auto trees = v.all(all_trees);
  auto federations = v.all(federations_of, asked);
  v.ask();
  read_trees(view, trees.take(), asked);
  view.federations = federations.take();
  return v.page({.title = "Carte", .here = ui::Key::party}, [&](html::Out& out) { write_party_map(out, view); });
}

}  // namespace federations
