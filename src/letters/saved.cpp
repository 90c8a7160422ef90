#include "letters/saved.hpp"

#include "core/text/fold.hpp"
#include "core/utf8.hpp"
#include "letters/audience.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace letters {
namespace {

constexpr size_t longest_name = 80;

using AudienceId = Id<struct AudienceTag>;
struct Kept {
  std::string name;
  Audience audience;
  std::int64_t many, refused;
};
const pg::Statement<Kept(SpaceId, AudienceId)> kept_audience{"letters.kept_audience", R"(
  select a.name, a.audience, s.many, s.refused from section_audience a, lateral audience_size(a.section_id, null, a.audience) s
   where a.section_id = $1 and a.id = $2)"};
const pg::Statement<Group(SpaceId, AudienceId)> groups_of_kept{"letters.groups_of_kept", R"(
  select g.word, g.name, g.many from section_audience a, lateral audience_groups(a.section_id, a.audience) g where a.section_id = $1 and a.id = $2
   order by split_part(g.word, '-', 1), g.name)"};
const pg::Statement<AudienceId(SpaceId, AudienceId, std::string, Audience)> change{"letters.change_audience", R"(
  update section_audience a set name = $3, audience = $4 where section_id = $1 and id = $2
     and not exists (select from section_audience o where o.section_id = $1 and o.name = $3 and o.id <> $2) returning id)"};
const pg::Statement<void(SpaceId, AudienceId)> remove{"letters.remove_audience",
                                                      "delete from section_audience where section_id = $1 and id = $2"};

struct View {
  const Place& place;
  const Head& head;
  std::string path;  // of this audience
  const Kept& kept;
  const std::vector<Group>& groups;
  const ui::Errors& errors;
};

http::Response page(gate::Visit& v, const View& view, int status) {
  return v.page(
      {.title = title("Destinataires", view.head), .here = ui::Key::section},
      [&](html::Out& out) {
        frame(out, view.place, view.head, [&] {
          ui::back_link(out, view.place.url(), "Courriers");
          out("<h2>Destinataires gardés</h2>");
          ui::error_summary(out, view.errors);
          ui::form(out, {.action = view.place.url(view.path), .csrf = v.csrf()}, [&] {
            ui::field(out, {.name = "name",
                            .label = "Nom",
                            .value = view.kept.name,
                            .error = view.errors["name"],
                            .max_length = longest_name,
                            .required = true});
            audience_fields(out,
                            {view.head.section, view.groups, view.kept.audience, {view.kept.many, view.kept.refused}});
            ui::buttons(out, [&] {
              ui::submit(out, {.label = "Enregistrer"});
              ui::submit(out, {.label = "Supprimer",
                               .look = ui::Look::quiet,
                               .icon = "trash-2",
                               .confirm = "Supprimer ces destinataires ? Les personnes restent où elles sont.",
                               .action = view.place.url(view.path + "/suppression")});
            });
          });
        });
      },
      status);
}

http::Response typed_again(gate::Visit& v, Kept typed, const ui::Errors& errors) {
  const auto place = place_of(v);
  const auto head = ask_head(v, place);
  const auto groups = v.all(groups_of, place.space(), typed.audience, std::nullopt);
  const auto size = v.one(size_of, place.space(), place.list, typed.audience, std::nullopt);
  v.ask();
  typed.many = size->many;
  typed.refused = size->refused;
  return page(v, {place, *head, "/destinataires/" + v.text("audience"), typed, *groups, errors}, 422);
}

}  // namespace

http::Response show_audience(gate::Visit& v) {
  const auto place = place_of(v);
  const auto id = v.id<AudienceId>("audience");
  const auto head = ask_head(v, place);
  const auto kept = v.one(kept_audience, place.space(), id);
  const auto groups = v.all(groups_of_kept, place.space(), id);
  v.ask();
  return page(v, {place, *head, "/destinataires/" + v.text("audience"), *kept, *groups, {}}, 200);
}

http::Response save_audience(gate::Visit& v) {
  const auto section = v.id<SpaceId>("section");
  const Kept typed{text::tidy(v.field("name")), read_audience(v.form().values.all("a")), 0, 0};
  ui::Errors errors;
  if (typed.name.empty()) errors.add("name", "Donne un nom.");
  if (utf8::length(typed.name) > longest_name) errors.add("name", "Raccourcis le nom : 80 caractères au plus.");
  if (errors.empty()) {
    const auto changed = v.maybe(change, section, v.id<AudienceId>("audience"), typed.name, typed.audience);
    v.ask();
    if (*changed) return v.redirect(sections::section_path(section, "/gestion/courriers"), "C’est enregistré.");
    errors.add("name", "Ce nom est déjà pris.");
  }
  return typed_again(v, typed, errors);
}

http::Response delete_audience(gate::Visit& v) {
  const auto section = v.id<SpaceId>("section");
  v.run(remove, section, v.id<AudienceId>("audience"));
  v.ask();
  return v.redirect(sections::section_path(section, "/gestion/courriers"), "C’est supprimé.");
}

}  // namespace letters
