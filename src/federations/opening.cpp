#include "federations/opening.hpp"

#include <algorithm>

#include "core/tables/write.hpp"
#include "core/text/french.hpp"
#include "federations/office.hpp"
#include "federations/opening_view.hpp"

namespace federations {
namespace {

using Texts = std::vector<std::string>;

// What stands in the federation under those names already.
const pg::Statement<Known(SpaceId, Texts)> known_sections{"federations.known", R"(
  select l.place, s.activated_at is not null,
         exists (select from membership b where b.space_id = s.id and b.role = 'secretary'),
         exists (select from invitation i where i.space_id = s.id and i.role = 'secretary' and i.accepted_at is null)
    from unnest($2::text[]) with ordinality l (name, place)
    join space s on s.parent_id = $1 and s.kind = 'section' and s.name_key = fold(l.name) order by l.place)"};
struct Opened {
  std::int64_t opened, invited;
};
const pg::Statement<Opened(SpaceId, Texts, Texts, Texts, Texts, Texts, Texts)> open_all{
    "federations.open_all", "select * from sections_open($1, $2, $3, $4, $5, $6, $7)"};

http::Response choose(gate::Visit& v, const std::string& error) {
  const auto id = v.id<SpaceId>("federation");
  const auto name = v.one(federation_name, id);
  v.ask();
  return office_page(
      v, id, *name, Room::file, "Ouvrir depuis un fichier",
      [&](html::Out& out) { write_choose(out, id, v.csrf(), error); }, error.empty() ? 200 : 422);
}

http::Response preview(gate::Visit& v, OpeningFile file, int status) {
  const auto id = v.id<SpaceId>("federation");
  Texts names;
  for (const auto& line : file.lines) names.push_back(line.fault.empty() ? line.name : "");
  const auto name = v.one(federation_name, id);
  const auto known = v.all(known_sections, id, names);
  v.ask();
  Preview view{id, std::move(file.lines), {}};
  for (const auto& one : *known) view.known.emplace(one.place, one);
  return office_page(
      v, id, *name, Room::file, "Vérifier le fichier", [&](html::Out& out) { write_preview(out, view, v.csrf()); },
      status);
}

std::string told(const Opened& done) {
  if (done.opened == 0 && done.invited == 0) return "Tout était déjà là : rien n’a changé.";
  std::string words = done.opened == 0 ? "Aucune section nouvelle"
                                       : french::count(done.opened, "section est créée", "sections sont créées");
  if (done.invited > 0)
    words += ", et " + french::count(done.invited, "invitation part", "invitations partent") + ", peu à peu";
  return words + ".";
}

}  // namespace

http::Response choose_opening_file(gate::Visit& v) {
  return choose(v, "");
}

http::Response preview_opening(gate::Visit& v) {
  const auto& uploads = v.form().uploads;
  const auto upload = std::ranges::find(uploads, "file", &http::Upload::field);
  if (upload == uploads.end() || upload->content.empty()) return choose(v, "Choisis d’abord un fichier.");
  auto file = read_opening_file(upload->content);
  if (!file.problem.empty()) return choose(v, file.problem);
  return preview(v, std::move(file), 200);
}

http::Response open_sections(gate::Visit& v) {
  auto file = unpacked(v.form().values.all("line"));
  if (file.lines.empty()) return choose(v, "Choisis d’abord un fichier.");
  if (std::ranges::any_of(file.lines, [](const OpeningLine& line) { return !line.fault.empty(); }))
    return preview(v, std::move(file), 422);
  const bool invite = v.field("invite") == "1";
  Texts names, postcodes, cities, first_names, last_names, emails;
  for (const auto& line : file.lines) {
    names.push_back(line.name);
    postcodes.push_back(line.postcode);
    cities.push_back(line.city);
    first_names.push_back(line.first_name);
    last_names.push_back(line.last_name);
    emails.push_back(invite ? line.email : "");
  }
  const auto id = v.id<SpaceId>("federation");
  const auto done = v.one(open_all, id, names, postcodes, cities, first_names, last_names, emails);
  v.ask();
  return v.redirect(federation_path(id, "/gestion"), told(*done));
}

http::Response download_opening_model(gate::Visit& v) {
  v.no_frame();
  v.ask();
  const std::vector<Texts> lines{
      {"Section", "Code postal", "Ville", "Prénom du secrétaire", "Nom du secrétaire", "Courriel du secrétaire"},
      {"Les Tilleuls", "25000", "Besançon", "Camille", "Exemple", "camille.exemple@exemple.fr"}};
  auto response = http::Response::text(tables::write_csv(lines));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"sections.csv\"");
  return response;
}

}  // namespace federations
