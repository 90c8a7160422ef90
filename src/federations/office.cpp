#include "federations/office.hpp"

#include <array>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "federations/ids.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace federations {

const pg::Statement<std::string(SpaceId)> federation_name{
    "federations.name", "select name from space where id = $1 and kind = 'federation'"};

namespace {

constexpr size_t longest_name = 120;
constexpr std::int64_t page_size = 50;

struct Row {
  SpaceId id;
  std::string name, city;
  std::optional<pg::Time> activated_at;
  std::int64_t members;
  std::optional<std::string> secretaries;
  bool run;
  std::optional<InvitationId> invitation;
  std::optional<std::string> invited, email;
  std::optional<std::int32_t> sends;
  std::optional<pg::Time> last_sent_at;
  bool refused;
};
const pg::Statement<Row(SpaceId, SpaceId, std::int64_t)> sections_to_open{"federations.to_open", R"(
  select s.id, s.name, coalesce(p.city, ''), s.activated_at, section_size(s.id),
         (select string_agg(m.first_name || ' ' || m.last_name, ', ' order by m.last_name)
            from membership b join member m on m.id = b.member_id where b.space_id = s.id and b.role = 'secretary'),
         exists (select from membership b where b.space_id = s.id and b.role = 'secretary'),
         i.id, i.first_name || ' ' || i.last_name, i.email, i.sends, i.last_sent_at, i.refused is not null
    from space s left join section_profile p on p.space_id = s.id
         left join lateral (select * from invitation i where i.space_id = s.id and i.role = 'secretary' and i.accepted_at is null
                             order by i.last_sent_at desc limit 1) i on true
   where s.parent_id = $1 and s.kind = 'section' and ($2::bigint = 0 or (s.name, s.id) > (select a.name, a.id from space a where a.id = $2))
   order by s.name, s.id limit $3)"};
const pg::Statement<std::optional<SpaceId>(SpaceId, std::string, std::string, std::string)> open{
    "federations.open", "select section_open($1, $2, $3, $4)"};

struct Draft {
  std::string name, postcode, city;
  ui::Errors errors;
};
struct View {
  SpaceId federation;
  std::string name;
  std::vector<Row> sections;
  ui::Pager pager;
  Draft draft;
};

paris::Instant seconds(pg::Time time) {
  return std::chrono::floor<std::chrono::seconds>(time);
}

void state(html::Out& out, const Row& row, paris::Instant now) {
  if (!row.run && !row.invitation)
    ui::chip(out, "sans secrétaire", ui::Tone::bad);
  else if (!row.activated_at || !row.run)
    ui::chip(out, "en attente", ui::Tone::warning);
  else
    ui::chip(out, "ouverte", ui::Tone::good);
  if (row.activated_at)
    out(R"( <span class="soft">{}, {}</span>)", french::ago(seconds(*row.activated_at), now),
        french::count(row.members, "membre", "membres"));
}

void secretary(html::Out& out, const Row& row, paris::Instant now) {
  if (row.secretaries) out("{}", *row.secretaries);
  if (!row.invitation) return;
  if (row.secretaries) out("<br>");
  out(R"({} <span class="soft">{}<br>{}, dernier envoi {}</span>)", *row.invited, *row.email,
      french::count(*row.sends, "envoi", "envois"), french::ago(seconds(*row.last_sent_at), now));
  if (row.refused) {
    out("<br>");
    ui::chip(out, "courriel refusé : vérifie l’adresse", ui::Tone::bad);
  }
}

void acts(html::Out& out, const Row& row, std::string_view csrf) {
  out(R"(<div class="actions">)");
  if (row.invitation) {
    ui::form(out, {.action = sections::section_url(row.id, "/secretaire/renvoi"), .csrf = csrf, .css = ""}, [&] {
      ui::hidden(out, "invitation", std::to_string(row.invitation->number()));
      sections::shown_at_field(out);
      ui::submit(out, {.label = "Renvoyer", .look = ui::Look::plain, .icon = "send"});
    });
    ui::form(out, {.action = sections::section_url(row.id, "/secretaire/retrait"), .csrf = csrf, .css = ""}, [&] {
      ui::hidden(out, "invitation", std::to_string(row.invitation->number()));
      ui::submit(out, {.label = "Annuler",
                       .look = ui::Look::quiet,
                       .confirm = "Annuler cette invitation ? Le lien déjà envoyé ne marchera plus."});
    });
  }
  if (row.run || !row.invitation)
    ui::link_button(out, sections::section_url(row.id, "/secretaire"),
                    {.label = row.run ? "Passer la main" : "Inviter son secrétaire",
                     .look = row.run ? ui::Look::quiet : ui::Look::plain,
                     .icon = "user-plus"});
  out("</div>");
}

void table(html::Out& out, const View& view, std::string_view csrf) {
  const std::array columns{ui::Column{.label = "Section"}, ui::Column{.label = "Secrétaire"},
                           ui::Column{.label = "État"}, ui::Column{.label = "À faire"}};
  const auto now = seconds(std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()));
  ui::table(out, {.caption = "Sections de la fédération", .columns = columns}, [&](ui::Rows& rows) {
    for (const auto& row : view.sections)
      rows.row({.id = "section-" + std::to_string(row.id.number())}, [&](ui::Cells& cells) {
        cells.cell([&] {
          out(R"(<a href="{}">{}</a>)", sections::section_url(row.id), row.name);
          if (!row.city.empty()) out(R"(<br><span class="soft">{}</span>)", row.city);
        });
        cells.cell([&] { secretary(out, row, now); });
        cells.cell([&] { state(out, row, now); });
        cells.cell([&] { acts(out, row, csrf); });
      });
  });
  ui::pager(out, view.pager);
}

void open_form(html::Out& out, const View& view, std::string_view csrf) {
  const auto& draft = view.draft;
  ui::disclosure(out, "Créer une section", !draft.errors.empty() || view.sections.empty(), [&] {
    ui::error_summary(out, draft.errors);
    ui::form(out, {.action = html::Url::local(federation_path(view.federation, "/sections")), .csrf = csrf}, [&] {
      ui::field(out, {.name = "name",
                      .label = "Nom de la section",
                      .value = draft.name,
                      .hint = "Son secrétaire pourra le changer.",
                      .error = draft.errors["name"],
                      .placeholder = "Besançon-Nord",
                      .max_length = longest_name,
                      .required = true});
      ui::postcode_city(out, {.postcode = draft.postcode,
                              .city = draft.city,
                              .postcode_error = draft.errors["postcode"],
                              .city_error = draft.errors["city"]});
      ui::buttons(out, [&] { ui::submit(out, {.label = "Créer la section"}); });
    });
  });
}

http::Response page(gate::Visit& v, const View& view, int status) {
  return office_page(
      v, view.federation, view.name, Room::sections, "Gestion",
      [&](html::Out& out) {
        out(R"(<p>Crée une section, puis invite la personne qui la dirige : elle la configurera et invitera ses membres.</p>)");
        if (!view.sections.empty()) table(out, view, v.csrf());
        open_form(out, view, v.csrf());
      },
      status);
}

http::Response ask(gate::Visit& v, SpaceId id, Draft draft, int status) {
  const SpaceId after(v.query_id("apres"));
  const auto name = v.one(federation_name, id);
  auto sections = v.all(sections_to_open, id, after, page_size + 1);
  v.ask();
  View view{id, *name, sections.take(), {}, std::move(draft)};
  if (after.number() > 0) view.pager.previous = html::Url::local(federation_path(id, "/gestion"));
  if (std::ssize(view.sections) > page_size) {
    view.sections.pop_back();
    view.pager.next =
        html::Url::local(federation_path(id, "/gestion?apres=" + std::to_string(view.sections.back().id.number())));
  }
  return page(v, view, status);
}

}  // namespace

void open_rooms(html::Out& out, SpaceId federation, std::string_view name, Room room) {
  const auto url = [&](std::string_view rest) { return html::Url::local(federation_path(federation, rest)); };
  const std::array tabs = {ui::Tab{"Sections", url("/gestion"), room == Room::sections},
                           ui::Tab{"Ouvrir depuis un fichier", url("/gestion/fichier"), room == Room::file},
                           ui::Tab{"Activation", url("/gestion/activation"), room == Room::activation},
                           ui::Tab{"Aide à la connexion", url("/gestion/aide"), room == Room::help}};
  out(R"(<div class="stack">)");
  ui::back_link(out, url(""), "Voir la page de la fédération");
  out(R"(<div><p class="soft">Fédération</p><h1>{}</h1></div>)", name);
  ui::tabs(out, "Gestion de la fédération", tabs);
}

http::Response show_office(gate::Visit& v) {
  return ask(v, v.id<SpaceId>("federation"), {}, 200);
}

http::Response open_section(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  Draft draft{v.field("name"), v.field("postcode"), v.field("city"), {}};
  if (draft.name.empty()) draft.errors.add("name", "Donne un nom à la section.");
  if (utf8::length(draft.name) > longest_name) draft.errors.add("name", "Raccourcis le nom : 120 caractères au plus.");
  if (!draft.errors.empty()) return ask(v, id, std::move(draft), 422);
  const auto made = v.one(open, id, draft.name, draft.postcode, draft.city);
  v.ask();
  if (!*made) throw http::Error(404);
  return v.redirect(sections::section_path(**made, "/secretaire"),
                    "La section est créée. Il lui faut maintenant un ou une secrétaire.");
}

}  // namespace federations
