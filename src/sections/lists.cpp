#include "sections/lists.hpp"

#include "core/text/french.hpp"
#include "sections/list_names.hpp"
#include "sections/member_filter.hpp"
#include "sections/office.hpp"
#include "sections/zones.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

struct Draft {
  std::string name, description;
  ui::Errors errors = {};
};
struct Stored {
  std::string kind, name, description;
  std::optional<MemberId> manager;
  std::string manager_name;
  std::string postcodes, streets, ground;
  std::int64_t people, by_hand;
  std::vector<std::string> out;  ///< taken out by hand
};
const pg::Statement<Stored(SpaceId, ListId)> stored_list{"sections.stored_list", R"(
  select l.kind, l.name, l.description, l.manager_id, coalesce(m.first_name || ' ' || m.last_name, ''), coalesce(array_to_string(z.postcodes, ', '), ''),
         coalesce((select string_agg(s.words, e'\n' order by s.nth)
                     from unnest(z.streets) with ordinality as s (words, street, low, high, parity, postcode, nth)), ''),
         coalesce((select string_agg(round(public.st_x(d.geom)::numeric, 5) || ',' || round(public.st_y(d.geom)::numeric, 5), ' ' order by d.path)
                     from public.st_dumppoints(z.ground) d where d.path[2] < public.st_npoints(z.ground)), ''),
         (select count(*) from section_list_member t where t.list_id = l.id), (select count(*) from section_list_member t where t.list_id = l.id and t.by_hand),
         array(select p.first_name || ' ' || p.last_name from section_list_out o join member p on p.id = o.member_id where o.list_id = l.id order by p.last_name, p.id)
    from section_list l left join member m on m.id = l.manager_id left join zone z on z.list_id = l.id where l.section_id = $1 and l.id = $2)"};
const pg::Statement<ListId(SpaceId, std::string, std::string)> make_list{"sections.make_list", R"(
  insert into section_list (section_id, kind, name, description) values ($1, 'list', $2, $3)
  on conflict (section_id, kind, name) do nothing returning id)"};
const pg::Statement<ListId(SpaceId, ListId, std::string, std::string)> change_list{"sections.change_list", R"(
  update section_list l set name = $3, description = $4
   where section_id = $1 and id = $2 and kind = 'list'
     and not exists (select from section_list o where o.section_id = $1 and o.kind = 'list' and o.name = $3 and o.id <> $2)
  returning id)"};
const pg::Statement<void(SpaceId, ListId)> drop_list{"sections.drop_list",
                                                     "delete from section_list where section_id = $1 and id = $2"};
void write(html::Out& out, const SectionName& section, const std::optional<ListId>& list, const Draft& draft,
           std::string_view csrf) {
  const auto base = "/gestion/listes/" + (list ? std::to_string(list->number()) : std::string("creation"));
  office(out, section, Desk::members, [&] {
    ui::back_link(out, section_url(section.id, "/gestion/membres"), "Tous les membres");
    out("<h2>{}</h2>", list ? "Modifier la liste" : "Créer une liste");
    out(R"(<p>Une liste réunit des membres pour une tâche : tractage, bureaux de vote, nouveaux venus…</p>)");
    ui::error_summary(out, draft.errors);
    ui::form(out, {.action = section_url(section.id, base), .csrf = csrf}, [&] {
      list_name_fields(out, draft.name, draft.description, draft.errors, "Tractage");
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Enregistrer"});
        if (list)
          ui::submit(out, {.label = "Supprimer",
                           .look = ui::Look::quiet,
                           .icon = "trash-2",
                           .confirm = "La supprimer ? Les membres restent dans la section.",
                           .action = section_url(section.id, base + "/suppression")});
      });
    });
  });
}

http::Response page(gate::Visit& v, const std::optional<ListId>& list, const Draft& draft, int status) {
  const auto section = v.one(section_name, v.id<SpaceId>("section"));
  v.ask();
  return v.page(
      {.title = office_title("Liste", *section), .here = ui::Key::section},
      [&](html::Out& out) { write(out, *section, list, draft, v.csrf()); }, status);
}

Draft typed(const gate::Visit& v) {
  Draft draft{v.field("name"), v.field("description"), {}};
  check_list_names(draft.name, draft.description, draft.errors);
  return draft;
}

}  // namespace

http::Response new_list(gate::Visit& v) {
  return v.query("type") == "zone" ? new_zone(v) : page(v, {}, {}, 200);
}

http::Response create_list(gate::Visit& v) {
  if (v.field("type") == "zone") return save_zone(v, {});
  const auto id = v.id<SpaceId>("section");
  auto draft = typed(v);
  if (!draft.errors.empty()) return page(v, {}, draft, 422);
  const auto made = v.maybe(make_list, id, draft.name, draft.description);
  v.ask();
  if (!*made) {
    draft.errors.add("name", list_name_taken);
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
  v.ask();
  return v.page({.title = office_title(stored->kind == "zone" ? "Zone" : "Liste", *section), .here = ui::Key::section},
                [&](html::Out& out) {
                  if (stored->kind != "zone")
                    return write(out, *section, list, {stored->name, stored->description, {}}, v.csrf());
                  zone_form(out,
                            {*section,
                             list,
                             {.name = stored->name,
                              .description = stored->description,
                              .manager = stored->manager,
                              .manager_name = stored->manager_name,
                              .postcodes = stored->postcodes,
                              .streets = stored->streets,
                              .ground = stored->ground},
                             ZoneCount{stored->people, stored->by_hand, 0, 0, false},
                             stored->out},
                            v.csrf());
                });
}

http::Response save_list(gate::Visit& v) {
  const auto list = v.id<ListId>("list");
  if (v.field("type") == "zone") return save_zone(v, list);
  const auto id = v.id<SpaceId>("section");
  auto draft = typed(v);
  if (!draft.errors.empty()) return page(v, list, draft, 422);
  const auto changed = v.maybe(change_list, id, list, draft.name, draft.description);
  v.ask();
  if (!*changed) {
    draft.errors.add("name", list_name_taken);
    return page(v, list, draft, 422);
  }
  return v.redirect(filter_path(id, {.list = list}), "C’est enregistré.");
}

http::Response delete_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  v.run(drop_list, id, v.id<ListId>("list"));
  v.ask();
  return v.redirect(filter_path(id, {}), "C’est supprimé. Les membres restent dans la section.");
}

}  // namespace sections
