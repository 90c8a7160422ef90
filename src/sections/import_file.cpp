#include "sections/import_file.hpp"

#include <algorithm>
#include <array>

#include "core/clock.hpp"
#include "core/tables/read.hpp"
#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "sections/import.hpp"
#include "sections/import_view.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

constexpr std::int64_t recent_shown = 5;
constexpr size_t longest_file_name = 120;
constexpr std::string_view zip = "PK\x03\x04";

struct Recent {
  ImportId id;
  std::string file_name, state;
  pg::Time created_at;
};
const pg::Statement<Recent(SpaceId, std::int64_t)> recent_imports{"sections.recent_imports", R"(
  select id, file_name, state, created_at from register_import where section_id = $1 and state not in ('matching', 'reading') order by created_at desc limit $2)"};

// A workbook is made .csv by a job first: it takes a process of its own, and seconds.
const pg::Statement<ImportId(SpaceId, std::string, pg::Bytes, std::string, std::string, std::int32_t, std::string)>
    create_import{"sections.create_import", R"(
  with made as (
    insert into register_import (section_id, member_id, file_name, content, kind, state, lines_total)
    values ($1, viewer_id(), $2, $3, $4, $5, $6) returning id, state, member_id)
  select made.id from made left join lateral (
    select enqueue_job($7, 'import ' || made.id, jsonb_build_object('import', made.id, 'member', made.member_id), null)) as asked on made.state = 'reading')"};

struct View {
  RegisterDesk desk;
  std::vector<Recent> recent;
  std::string kind = "adherent", error = {};
};

std::string_view words(const std::string& state) {
  if (state == "done") return "importé";
  if (state == "undone") return "annulé";
  return state == "failed" ? "n’a pas pu être lu" : "en cours";
}

void history(html::Out& out, const View& view) {
  if (view.recent.empty()) return;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  out(R"(<section><h3>Tes derniers imports</h3><ul class="lines">)");
  for (const auto& import : view.recent)
    out(R"(<li><a href="{}">{}</a> <span class="soft">{}, {}</span></li>)", import_url(view.desk.section.id, import.id),
        import.file_name, words(import.state),
        french::ago(std::chrono::floor<std::chrono::seconds>(import.created_at), now));
  out("</ul></section>");
}

void write(html::Out& out, const View& view, std::string_view csrf) {
  const auto too_heavy = tables::message({.fault = tables::Fault::file_too_big});
  register_desk(out, view.desk, "Importer mon fichier de membres", [&] {
    import_steps(out, 1);
    out(R"(<p>Choisis le fichier où se trouve ta liste. Il peut venir d’Excel, de LibreOffice ou du fichier des adhérents : rien n’est encore enregistré à cette étape.</p>)");
    ui::form(out,
             {.action = section_url(view.desk.section.id, place_path(Place::import)), .csrf = csrf, .upload = true},
             [&] {
               ui::file_field(out, {.name = "file",
                                    .label = "Ton fichier",
                                    .accept = ".csv,.xlsx,.txt,text/csv",
                                    .hint = "Un tableau .csv ou .xlsx, 32 Mo au plus.",
                                    .error = view.error,
                                    .required = true,
                                    .most_megabytes = 32,
                                    .too_heavy = too_heavy});
               const std::array kinds{
                   ui::Option{"adherent", "Des adhérents", "La liste des adhérents de la section."},
                   ui::Option{"sympathisant", "Des sympathisants", "Des proches de la section, sans carte du parti."}};
               ui::radio_group(out, {.name = "kind",
                                     .label = "Qui sont les personnes de ce fichier ?",
                                     .options = kinds,
                                     .selected = view.kind});
               ui::buttons(out, [&] {
                 ui::submit(out, {.label = "Suivant", .icon = "arrow-right", .sending = "Envoi du fichier…"});
               });
             });
    history(out, view);
  });
}

// One round trip, then the page.
http::Response page(gate::Visit& v, std::string kind, std::string error, int status) {
  const auto id = v.id<SpaceId>("section");
  const auto desk = v.one(find_desk, id);
  auto recent = v.all(recent_imports, id, recent_shown);
  v.ask();
  const View view{{*desk, Place::import}, recent.take(), std::move(kind), std::move(error)};
  return v.page(
      {.title = office_title("Importer", view.desk.section), .here = ui::Key::section},
      [&](html::Out& out) { write(out, view, v.csrf()); }, status);
}

// The last part of a path; browsers send the bare name, but nothing makes them.
std::string shown_name(std::string_view typed) {
  auto name = text::tidy(typed.substr(typed.find_last_of("/\\") + 1));
  while (text::length(name) > longest_file_name) {
    do name.pop_back();
    while ((name.back() & 0xC0) == 0x80);
  }
  return name.empty() ? "fichier" : name;
}

}  // namespace

http::Response choose_file(gate::Visit& v) {
  return page(v, "adherent", "", 200);
}

http::Response take_file(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const std::string kind = v.field("kind") == "sympathisant" ? "sympathisant" : "adherent";
  const auto& uploads = v.form().uploads;
  const auto upload = std::ranges::find(uploads, "file", &http::Upload::field);
  if (upload == uploads.end() || upload->content.empty())
    return page(v, kind, "Choisis d’abord un fichier sur ton appareil.", 422);
  const bool workbook = upload->content.starts_with(zip);
  std::int32_t lines = 0;
  if (!workbook) {
    const auto summary = tables::read(upload->content, [](const tables::Row&) { return true; });
    if (summary.problem) return page(v, kind, tables::message(*summary.problem), 422);
    lines = static_cast<std::int32_t>(summary.rows);
  }
  const auto made = v.one(create_import, id, shown_name(upload->file_name), pg::Bytes{upload->content}, kind,
                          workbook ? "reading" : "matching", lines, std::string(workbook_job));
  v.ask();
  return v.redirect(import_path(id, *made));
}

}  // namespace sections
