#include "sections/lists.hpp"

#include <charconv>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "sections/member_filter.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

constexpr size_t longest_name = 80, longest_description = 1000;  // characters

struct Draft {
  std::string kind, name, description;
  std::optional<MemberId> manager;  // of a zone
  ui::Errors errors = {};
};
struct Stored {
  std::string kind, name, description;
  std::optional<MemberId> manager;
};
const pg::Statement<Stored(SpaceId, ListId)> stored_list{
    "sections.stored_list",
    "select kind, name, description, manager_id from section_list where section_id = $1 and id = $2"};
struct Candidate {
  MemberId id;
  std::string name;
};
// Whoever is in charge stands first, so that a section of more members than a list can hold keeps them.
const pg::Statement<Candidate(SpaceId, std::optional<ListId>)> candidates_of{"sections.zone_managers", R"(
  select m.id, m.first_name || ' ' || m.last_name from membership b join member m on m.id = b.member_id
   where b.space_id = $1
   order by exists (select from section_list l where l.id = $2 and l.manager_id = m.id) desc, m.last_name, m.first_name, m.id limit 1000)"};
// In charge can only be somebody of the section.
const pg::Statement<ListId(SpaceId, std::string, std::string, std::string, std::optional<MemberId>)> make_list{
    "sections.make_list", R"(
  insert into section_list (section_id, kind, name, description, manager_id)
  values ($1, $2, $3, $4, (select member_id from membership where space_id = $1 and member_id = $5 and $2 = 'zone'))
  on conflict (section_id, kind, name) do nothing returning id)"};
const pg::Statement<ListId(SpaceId, ListId, std::string, std::string, std::optional<MemberId>)> change_list{
    "sections.change_list", R"(
  update section_list l set name = $3, description = $4,
         manager_id = (select member_id from membership where space_id = $1 and member_id = $5 and l.kind = 'zone')
   where section_id = $1 and id = $2
     and not exists (select from section_list o where o.section_id = $1 and o.kind = l.kind and o.name = $3 and o.id <> $2)
  returning id)"};
const pg::Statement<void(SpaceId, ListId)> drop_list{"sections.drop_list",
                                                     "delete from section_list where section_id = $1 and id = $2"};
struct ZoneRow {
  SpaceId section;
  std::string section_name, kind, name, description;
  std::int64_t size;
};
const pg::Statement<ZoneRow(ListId)> find_zone{"sections.zone", R"(
  select s.id, s.name, l.kind, l.name, l.description, list_size(l.id) from section_list l join space s on s.id = l.section_id where l.id = $1)"};

struct View {
  SectionName section;
  std::optional<ListId> list;
  Draft draft;
  std::vector<Candidate> candidates;
};

const char* noun(const Draft& draft) {
  return draft.kind == "zone" ? "zone" : "liste";
}

void manager_field(html::Out& out, const View& view) {
  std::vector<std::string> values;
  values.reserve(view.candidates.size());
  std::vector<ui::Option> options;
  for (const auto& candidate : view.candidates) {
    values.push_back(std::to_string(candidate.id.number()));
    options.push_back({.value = values.back(), .label = candidate.name});
  }
  const auto selected = view.draft.manager ? std::to_string(view.draft.manager->number()) : std::string();
  ui::select(out, {.name = "manager",
                   .label = "Responsable",
                   .options = options,
                   .selected = selected,
                   .hint = "Cette personne suit la zone : elle en voit le nombre de membres, jamais leurs noms.",
                   .empty = "Personne"});
}

void write(html::Out& out, const View& view, std::string_view csrf) {
  const auto& draft = view.draft;
  const auto base = "/gestion/listes/" + (view.list ? std::to_string(view.list->number()) : std::string("creation"));
  office(out, view.section, Desk::members, [&] {
    ui::back_link(out, section_url(view.section.id, "/gestion/membres"), "Tous les membres");
    if (view.list)
      out("<h2>Modifier la {}</h2>", noun(draft));
    else
      out("<h2>Créer une {}</h2>", noun(draft));
    if (draft.kind == "zone")
      out(R"(<p>Une zone réunit les membres d’un quartier ou d’un canton. Tu peux en confier l’animation à quelqu’un.</p>)");
    else
      out(R"(<p>Une liste réunit des membres pour une tâche : tractage, bureaux de vote, nouveaux venus…</p>)");
    ui::error_summary(out, draft.errors);
    ui::form(out, {.action = section_url(view.section.id, base), .csrf = csrf}, [&] {
      if (!view.list) ui::hidden(out, "type", draft.kind);
      ui::field(out, {.name = "name",
                      .label = "Nom",
                      .value = draft.name,
                      .error = draft.errors["name"],
                      .placeholder = draft.kind == "zone" ? "Bastille sud" : "Tractage",
                      .max_length = longest_name,
                      .required = true});
      ui::textarea(out, {.name = "description",
                         .label = "Description",
                         .value = draft.description,
                         .error = draft.errors["description"],
                         .rows = 3});
      if (draft.kind == "zone") manager_field(out, view);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Enregistrer"});
        if (view.list)
          ui::submit(out, {.label = "Supprimer",
                           .look = ui::Look::quiet,
                           .icon = "trash-2",
                           .confirm = "La supprimer ? Les membres restent dans la section.",
                           .action = section_url(view.section.id, base + "/suppression")});
      });
    });
  });
}

http::Response page(gate::Visit& v, const std::optional<ListId>& list, const Draft& draft, int status) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  auto candidates = v.all(candidates_of, id, list);
  v.ask();
  const View view{*section, list, draft, candidates.take()};
  return v.page(
      {.title = office_title("Liste", *section), .here = ui::Key::section},
      [&](html::Out& out) { write(out, view, v.csrf()); }, status);
}

std::string kind_of(const std::string& asked) {
  return asked == "zone" ? "zone" : "list";
}

Draft typed(const gate::Visit& v) {
  Draft draft{kind_of(v.field("type")), v.field("name"), v.field("description"), {}};
  if (const auto ids = v.field_ids("manager"); !ids.empty()) draft.manager = MemberId(ids.front());
  if (draft.name.empty()) draft.errors.add("name", "Donne un nom.");
  if (utf8::length(draft.name) > longest_name) draft.errors.add("name", "Raccourcis le nom : 80 caractères au plus.");
  if (utf8::length(draft.description) > longest_description)
    draft.errors.add("description", "Raccourcis la description : 1 000 caractères au plus.");
  return draft;
}

const char* const taken = "Ce nom est déjà pris dans ta section.";

}  // namespace

http::Response new_list(gate::Visit& v) {
  return page(v, {}, {.kind = kind_of(v.query("type"))}, 200);
}

http::Response create_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  auto draft = typed(v);
  if (!draft.errors.empty()) return page(v, {}, draft, 422);
  const auto made = v.maybe(make_list, id, draft.kind, draft.name, draft.description, draft.manager);
  v.ask();
  if (!*made) {
    draft.errors.add("name", taken);
    return page(v, {}, draft, 422);
  }
  return v.redirect(filter_path(id, {}),
                    french::quoted(draft.name) + " est prête. Coche des membres pour les y mettre.");
}

http::Response edit_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto list = v.id<ListId>("list");
  const auto section = v.one(section_name, id);
  const auto stored = v.one(stored_list, id, list);
  auto candidates = v.all(candidates_of, id, list);
  v.ask();
  const View view{
      *section, list, {stored->kind, stored->name, stored->description, stored->manager}, candidates.take()};
  return v.page({.title = office_title("Liste", *section), .here = ui::Key::section},
                [&](html::Out& out) { write(out, view, v.csrf()); });
}

http::Response save_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto list = v.id<ListId>("list");
  auto draft = typed(v);
  const auto stored = v.one(stored_list, id, list);
  std::optional<pg::Reply<std::optional<ListId>>> changed;
  if (draft.errors.empty()) changed = v.maybe(change_list, id, list, draft.name, draft.description, draft.manager);
  v.ask();
  draft.kind = stored->kind;
  if (changed && !**changed) draft.errors.add("name", taken);
  if (!draft.errors.empty()) return page(v, list, draft, 422);
  return v.redirect(filter_path(id, {.list = list}), "C’est enregistré.");
}

http::Response delete_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  v.run(drop_list, id, v.id<ListId>("list"));
  v.ask();
  return v.redirect(filter_path(id, {}), "C’est supprimé. Les membres restent dans la section.");
}

http::Response show_zone(gate::Visit& v) {
  const auto zone = v.one(find_zone, v.id<ListId>("list"));
  v.ask();
  return v.page({.title = zone->name, .here = ui::Key::section}, [&](html::Out& out) {
    out(R"(<div class="stack">)");
    ui::back_link(out, section_url(zone->section), section_words(zone->section_name));
    out(R"(<h1>{}</h1><p>{}</p>)", zone->name, zone->description);
    const std::array stats{
        ui::Stat{french::number(zone->size), std::string(french::plural(zone->size, "personne", "personnes"))}};
    ui::stats(out, stats);
    out(R"(<p class="soft">Tu animes cette zone. Pour protéger chacun, la liste des personnes qui en font partie n’est visible que par les secrétaires de la section.</p></div>)");
  });
}

}  // namespace sections
