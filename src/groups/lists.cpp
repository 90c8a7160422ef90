#include "groups/lists.hpp"

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/search_line.hpp"

namespace groups {
namespace {

struct Group {
  SpaceId id;
  std::string name, description;
  std::int64_t members;
  bool belongs;
};
// Groups are counted in hundreds, so a search by name needs no index here.
const pg::Statement<Group(std::string, bool)> list_groups{"groups.list", R"(
  select s.id, s.name, p.description, group_size(s.id), mine.space_id is not null
    from space s join group_profile p on p.space_id = s.id left join circle mine on mine.space_id = s.id and mine.member_id = viewer_id() and mine.direct
   where s.kind = 'group' and (not $2 or mine.space_id is not null) and s.name_key like '%' || fold($1) || '%'
   order by s.name limit 300)"};

void write_list(html::Out& out, const std::vector<Group>& groups) {
  out(R"(<ul class="cards">)");
  for (const auto& group : groups) {
    out(R"(<li class="card"><h2><a href="/groupes/{}">{}</a></h2><p>{}</p><p class="soft">{}</p></li>)", group.id,
        group.name, group.description,
        french::count(group.members, "membre", "membres") + (group.belongs ? " · tu en fais partie" : ""));
  }
  out("</ul>");
}

void write_create_link(html::Out& out) {
  ui::link_button(out, html::Url::local("/groupes/nouveau"), {.label = "Créer un groupe", .icon = "plus"});
}

}  // namespace

http::Response all(gate::Visit& v) {
  const std::string words = v.query("q");
  const auto groups = v.all(list_groups, words, false);
  v.ask();
  return v.page({.title = "Tous les groupes", .here = ui::Key::all_groups}, [&](html::Out& out) {
    out("<h1>Tous les groupes</h1>");
    ui::form(out, {.action = html::Url::local("/groupes"), .get = true, .css = ""},
             [&] { ui::search_line(out, {.label = "Le nom d’un groupe", .words = words}); });
    if (groups->empty())
      ui::empty_state(out, {.icon = "messages-square",
                            .title = words.empty() ? "Il n’y a pas encore de groupe." : "Aucun groupe ne porte ce nom.",
                            .text = "Un groupe réunit des membres de partout autour d’un sujet. Crée le premier !",
                            .href = html::Url::local("/groupes/nouveau"),
                            .link = "Créer un groupe"});
    else {
      write_create_link(out);
      write_list(out, *groups);
    }
  });
}

http::Response mine(gate::Visit& v) {
  const auto groups = v.all(list_groups, "", true);
  v.ask();
  return v.page({.title = "Mes groupes", .here = ui::Key::groups}, [&](html::Out& out) {
    out("<h1>Mes groupes</h1>");
    if (groups->empty())
      ui::empty_state(out, {.icon = "messages-square",
                            .title = "Tu n’es dans aucun groupe.",
                            .text = "Un groupe réunit des membres de partout autour d’un sujet.",
                            .href = html::Url::local("/groupes"),
                            .link = "Voir tous les groupes"});
    else {
      write_create_link(out);
      write_list(out, *groups);
    }
  });
}

}  // namespace groups
