#include "groups/group.hpp"

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "members/card.hpp"
#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace groups {
namespace {

constexpr size_t longest_name = 120, longest_description = 2000;  // characters, as the database checks

struct Group {
  std::string name, description;
  std::int64_t members;
  bool belongs;
};
const pg::Statement<Group(SpaceId)> find_group{"groups.find", R"(
  select s.name, p.description, group_size(s.id), exists (select from circle c where c.space_id = s.id and c.member_id = viewer_id() and c.direct)
    from space s join group_profile p on p.space_id = s.id where s.id = $1 and s.kind = 'group')"};
// Insiders alone: the policy of membership hides the rows from others.
const pg::Statement<members::Card(SpaceId)> group_members{"groups.members", R"(
  select m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id from membership b join member m on m.id = b.member_id left join space s on s.id = m.section_id
   where b.space_id = $1 order by m.last_name, m.first_name limit 100)"};
struct Line {
  EventId id;
  std::string title;
  pg::Time starts_at;
  std::string time_zone;
  bool all_day;
};
const pg::Statement<Line(SpaceId)> group_events{"groups.events", R"(
  select id, title, starts_at, time_zone, all_day from event where state = 'published' and ends_at > now() and space_ids @> array[$1::bigint] order by starts_at limit 20)"};
const pg::Statement<std::optional<SpaceId>(std::string, std::string)> create_group{"groups.create",
                                                                                   "select group_create($1, $2)"};
const pg::Statement<std::string(SpaceId)> join_group{"groups.join", "select group_join($1)::text"};
const pg::Statement<std::string(SpaceId)> leave_group{"groups.leave", "select group_leave($1)::text"};

std::string path_of(SpaceId id) {
  return "/groupes/" + std::to_string(id.number());
}

struct Draft {
  std::string name, description;
  ui::Errors errors;
};

void write_form(html::Out& out, const Draft& draft, std::string_view csrf) {
  ui::back_link(out, html::Url::local("/groupes"), "Tous les groupes");
  out("<h1>Créer un groupe</h1>");
  ui::error_summary(out, draft.errors);
  ui::form(out, {.action = html::Url::local("/groupes"), .csrf = csrf}, [&] {
    ui::field(out, {.name = "name",
                    .label = "Nom du groupe",
                    .value = draft.name,
                    .error = draft.errors["name"],
                    .placeholder = "Écoles et cantines",
                    .max_length = longest_name,
                    .required = true});
    ui::textarea(out, {.name = "description",
                       .label = "De quoi y parle-t-on ?",
                       .value = draft.description,
                       .hint = "Une ou deux phrases : tous les membres peuvent les lire.",
                       .error = draft.errors["description"],
                       .max_length = longest_description});
    out(R"(<p class="soft">Tout membre de La Coopol pourra rejoindre ce groupe.</p>)");
    ui::buttons(out, [&] { ui::submit(out, {.label = "Créer le groupe"}); });
  });
}

}  // namespace

http::Response show(gate::Visit& v) {
  const auto id = v.id<SpaceId>("group");
  const auto group = v.one(find_group, id);
  const auto people = v.all(group_members, id);
  const auto events = v.all(group_events, id);
  v.ask();
  return v.page({.title = group->name, .here = ui::Key::groups}, [&](html::Out& out) {
    ui::back_link(out, html::Url::local("/groupes"), "Tous les groupes");
    out(R"(<div class="head"><h1>{}</h1>)", group->name);
    if (group->belongs)
      ui::post_button(out, html::Url::local(path_of(id) + "/quitter"), v.csrf(),
                      {.label = "Quitter le groupe", .look = ui::Look::quiet, .confirm = "Quitter ce groupe ?"});
    else
      ui::post_button(out, html::Url::local(path_of(id) + "/rejoindre"), v.csrf(),
                      {.label = "Rejoindre", .icon = "user-plus"});
    out(R"(</div><p>{}</p><p class="soft">{}</p>)", group->description,
        french::count(group->members, "membre", "membres"));
    out("<section>");
    ui::head(out, {.title = "Événements du groupe",
                   .href = html::Url::local("/evenements/nouveau"),
                   .link = "Créer un événement",
                   .icon = "calendar-plus"});
    if (events->empty()) out(R"(<p class="soft">Rien de prévu pour le moment.</p>)");
    out(R"(<ul class="dates">)");
    for (const auto& line : *events)
      ui::event_line(out, html::Url::local("/evenements/" + std::to_string(line.id.number())), line.title,
                     french::when(line));
    out("</ul></section><section>");
    ui::head(out, {.title = "Membres"});
    if (!group->belongs) out(R"(<p class="soft">Rejoins le groupe pour voir qui en fait partie.</p>)");
    out(R"(<ul class="people">)");
    if (group->belongs)
      for (const auto& card : *people) ui::person_row(out, members::person(card));
    out("</ul></section>");
  });
}

http::Response new_group(gate::Visit& v) {
  v.ask();
  return v.page({.title = "Créer un groupe", .here = ui::Key::groups},
                [&](html::Out& out) { write_form(out, {}, v.csrf()); });
}

http::Response create(gate::Visit& v) {
  Draft draft{v.field("name"), v.field("description"), {}};
  if (draft.name.empty()) draft.errors.add("name", "Donne un nom au groupe.");
  if (utf8::length(draft.name) > longest_name) draft.errors.add("name", "Raccourcis le nom : 120 caractères au plus.");
  if (utf8::length(draft.description) > longest_description)
    draft.errors.add("description", "Raccourcis la description : 2 000 caractères au plus.");
  if (!draft.errors.empty()) {
    v.ask();
    return v.page(
        {.title = "Créer un groupe", .here = ui::Key::groups},
        [&](html::Out& out) { write_form(out, draft, v.csrf()); }, 422);
  }
  const auto made = v.one(create_group, draft.name, draft.description);
  v.ask();
  if (!*made)
    throw http::Error(503, "Le site n’est pas encore prêt : il manque l’espace national. Parles-en à l’équipe.");
  return v.redirect(path_of(**made), "Le groupe est créé. Invite tes coopains à le rejoindre.");
}

http::Response join(gate::Visit& v) {
  v.run(join_group, v.id<SpaceId>("group"));
  v.ask();
  return v.redirect(path_of(v.id<SpaceId>("group")), "Bienvenue dans le groupe.");
}

http::Response leave(gate::Visit& v) {
  v.run(leave_group, v.id<SpaceId>("group"));
  v.ask();
  return v.redirect("/mes-groupes", "Tu as quitté le groupe.");
}

}  // namespace groups
