#include "core/text/french.hpp"
#include "core/text/spoken_code.hpp"
#include "events/card.hpp"
#include "events/check_in.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/qr.hpp"

namespace events {
namespace {

constexpr size_t letters = 6;
constexpr int blank_lines = 12;  // of a sheet, for those who come without having said so

struct Head {
  std::string title, place;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::int64_t here;
  bool may_export, has_dues;
};
const pg::Statement<Head(EventId)> find_head{"events.check_in_head", R"(
  select e.title, concat_ws(', ', nullif(e.address, ''), nullif(concat_ws(' ', e.postcode, e.city), '')), e.starts_at, e.ends_at, e.time_zone, e.all_day,
         (select count(*) from event_attendance a where a.event_id = e.id), event_export_open(e.id), exists (select from event_dues(e.id))
    from event e where e.id = $1)"};
const pg::Statement<std::optional<std::string>(EventId, std::string)> find_code{"events.check_in_code",
                                                                                "select event_check_in_code($1, $2)"};
const pg::Statement<std::string(EventId)> names_here{"events.names_here", R"(
  select m.first_name || ' ' || m.last_name from event_attendance a join member m on m.id = a.member_id
   where a.event_id = $1 order by m.last_name, m.first_name limit 1000)"};
struct Expected {
  std::string name, answer;
  std::int32_t companions;
  std::optional<bool> paid;  ///< their dues, where the viewer may know
};
const pg::Statement<Expected(EventId)> expected{"events.expected", R"(
  select m.last_name || ' ' || m.first_name, g.answer, g.companions, d.paid from event_guest g join member m on m.id = g.member_id
    left join event_dues($1) d on d.member_id = m.id
   where g.event_id = $1 and g.answer in ('yes', 'maybe') order by m.last_name, m.first_name limit 1000)"};

void write_file_link(html::Out& out, EventId event) {
  ui::link_button(out, html::Url::local(path(event, "participants.csv")),
                  {.label = "Télécharger la liste", .look = ui::Look::plain, .icon = "download"});
}

std::string spaced(std::string code) {
  for (auto& c : code) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  return code.insert(letters / 2, " ");
}

void write_code(html::Out& out, const std::string& code, const Settings& settings) {
  const auto address = settings.base_url + "/presence?code=" + code;
  out(R"(<div class="panel check-in"><p class="code" translate="no">{}</p>)", spaced(code));
  ui::qr(out, address, "L’adresse où dire que l’on est là");
  out(R"(<p>Chacun·e ouvre la coopol, «&#8239;Je suis là&#8239;», et tape ce code&nbsp;; ou vise ce carré avec son téléphone.</p></div>)");
}

}  // namespace

http::Response check_in_code(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto code = v.one(find_code, event, spoken_code::make(letters));
  const auto head = v.one(find_head, event);
  const auto names = v.all(names_here, event);
  v.ask();
  return v.page({.title = "Qui est là", .here = ui::Key::agenda}, [&](html::Out& out) {
    out(R"(<div class="stack">)");
    ui::back_link(out, html::Url::local(path(event)), head->title);
    out("<h1>Qui est là</h1>");
    if (*code)
      write_code(out, **code, v.services.settings);
    else
      ui::notice(out, ui::Flash::Tone::info,
                 "Le code s’affiche ici deux heures avant le début, et sert jusqu’à deux heures après la fin.");
    if (head->here > 0) {
      out("<h2>{}</h2><p>{}", french::count(head->here, "personne est là", "personnes sont là"), french::list(*names));
      if (const auto others = head->here - std::ssize(*names); others > 0 && !names->empty())
        out(" et {}", french::count(others, "autre personne", "autres personnes"));
      out("</p>");
    } else if (*code) {
      out(R"(<p class="soft">Personne ne s’est encore signalé.</p>)");
    }
    ui::buttons(out, [&] {
      if (*code)
        ui::link_button(out, html::Url::local(path(event, "presence")),
                        {.label = "Mettre à jour", .look = ui::Look::plain, .icon = "refresh-cw"});
      ui::link_button(out, html::Url::local(path(event, "feuille")),
                      {.label = "Feuille à imprimer", .look = ui::Look::plain, .icon = "clipboard-list"});
      if (head->may_export) write_file_link(out, event);
    });
    out("</div>");
  });
}

http::Response sheet(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto people = v.all(expected, event);
  v.ask();
  // A sheet that people sign goes round: dues stand on it only when the secretary asks for them (X09).
  const bool dues = head->has_dues && v.query("cotisations") == "1";
  return v.page({.title = "Feuille de présence", .here = ui::Key::agenda}, [&](html::Out& out) {
    out(R"(<div class="printed stack">)");
    ui::back_link(out, html::Url::local(path(event, "presence")), "Qui est là");
    out(R"(<p><button type="button" class="btn main" data-controller="print" data-action="print#page" hidden>Imprimer</button></p>)");
    ui::buttons(out, [&] {
      if (head->has_dues)
        ui::link_button(out, html::Url::local(path(event, dues ? "feuille" : "feuille?cotisations=1")),
                        {.label = dues ? "Sans les cotisations" : "Avec les cotisations", .look = ui::Look::plain});
      if (head->may_export) write_file_link(out, event);
    });
    if (dues)
      ui::notice(out, ui::Flash::Tone::warning,
                 "Cette feuille dit qui est à jour de cotisation : garde-la pour toi, ne la fais pas circuler.");
    out(R"(<article class="sheet"><h1>{}</h1><p>{}{}{}</p>)", head->title, french::span(french::when(*head)),
        head->place.empty() ? "" : " · ", head->place);
    out(R"(<table><caption class="sr">Feuille de présence</caption><thead><tr><th scope="col">Nom</th>)");
    if (dues) out(R"(<th scope="col">Cotisation</th>)");
    out(R"(<th scope="col">Signature</th></tr></thead><tbody>)");
    const auto blanks = [&] {
      if (dues) out("<td></td>");
      out("<td></td></tr>");
    };
    for (const auto& one : *people) {
      out(R"(<tr><th scope="row">{}{}</th>)", one.name, one.answer == "maybe" ? " (peut-être)" : "");
      if (dues) out("<td>{}</td>", !one.paid ? "" : *one.paid ? "à jour" : "pas à jour");
      out("<td></td></tr>");
      for (int k = 0; k < one.companions; ++k) {
        out(R"(<tr><th scope="row" class="soft">avec {}</th>)", one.name);
        blanks();
      }
    }
    for (int i = 0; i < blank_lines; ++i) {
      out("<tr><td></td>");
      blanks();
    }
    out("</tbody></table></article></div>");
  });
}

}  // namespace events
