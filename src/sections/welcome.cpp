#include "sections/welcome.hpp"

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "sections/office.hpp"
#include "sections/welcome_text.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

struct Letter {
  std::optional<std::string> body;
  bool active;
  std::int64_t greeted;
  std::string secretary;  ///< who says it, whoever writes it
};
const pg::Statement<Letter(SpaceId)> letter_of{"sections.welcome_letter", R"(
  select (select w.body from welcome_letter w where w.section_id = $1),
         exists (select from welcome_letter w where w.section_id = $1 and w.active),
         (select count(*) from newcomer n where n.section_id = $1 and n.welcomed_at is not null),
         coalesce((select m.first_name || ' ' || m.last_name from membership b join member m on m.id = b.member_id
                    where b.space_id = $1 and b.role = 'secretary' order by b.joined_at, m.id limit 1), ''))"};
const pg::Statement<void(SpaceId, std::string, bool)> save{"sections.save_welcome", R"(
  insert into welcome_letter (section_id, body, active) values ($1, $2, $3)
  on conflict (section_id) do update set (body, active, saved_at) = (excluded.body, excluded.active, now()))"};

struct View {
  SectionName section;
  std::string body;
  bool active;
  std::int64_t greeted;
  std::string secretary;
  ui::Errors errors = {};
};

void write_preview(html::Out& out, const View& view) {
  const WelcomeNames names{"Camille", view.section.name, view.secretary};
  ui::panel(out, "Ce que Camille recevra", [&] {
    out("<p><strong>{}</strong></p>", welcome_subject(names));
    ui::comment(out,
                {.id = "apercu",
                 .author = {.name = view.secretary},
                 .at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
                 .text = filled_welcome(view.body, names)},
                std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  });
}

void write(html::Out& out, const View& view, std::string_view csrf) {
  office(out, view.section, view.section.secretary() ? Desk::configuration : Desk::welcome, [&] {
    if (view.section.secretary())
      ui::back_link(out, section_url(view.section.id, "/gestion/configuration"), "Configuration");
    out("<h2>Message d’accueil</h2>");
    if (view.section.secretary())
      out(R"(<p>Chaque personne qui rejoint la section le reçoit de ta part, dans ses messages, et peut te répondre.</p>)");
    else
      out(R"(<p>Chaque personne qui rejoint la section le reçoit dans ses messages, de la part de {}, et peut lui répondre.</p>)",
          view.secretary);
    if (view.greeted > 0)
      out(R"(<p class="soft">{} depuis un an.</p>)",
          french::count(view.greeted, "personne accueillie", "personnes accueillies"));
    ui::error_summary(out, view.errors);
    ui::form(out, {.action = section_url(view.section.id, "/gestion/accueil"), .csrf = csrf}, [&] {
      ui::checkbox(out, {.name = "active",
                         .label = "Envoyer ce message à chaque nouveau membre",
                         .checked = view.active,
                         .hint = "Une seule fois par personne. Celles et ceux qui sont déjà là ne le reçoivent pas."});
      ui::textarea(out, {.name = "body",
                         .label = "Ton message",
                         .value = view.body,
                         .hint = "{prénom}, {section} et {secrétaire} sont remplacés par les vrais noms.",
                         .error = view.errors["body"],
                         .rows = 8,
                         .max_length = longest_welcome,
                         .required = true});
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Enregistrer"});
        ui::submit(out, {.label = "Voir l’aperçu", .look = ui::Look::plain, .name = "preview", .value = "1"});
      });
    });
    if (view.errors.empty()) write_preview(out, view);
  });
}

http::Response page(gate::Visit& v, const View& view, int status) {
  return v.page(
      {.title = office_title("Message d’accueil", view.section), .here = ui::Key::section},
      [&](html::Out& out) { write(out, view, v.csrf()); }, status);
}

void check(View& view) {
  if (view.body.empty()) view.errors.add("body", "Écris quelques mots d’accueil.");
  if (utf8::length(view.body) > longest_welcome)
    view.errors.add("body", "Raccourcis ton message : 2 000 caractères au plus.");
  if (const auto unknown = unknown_place(view.body); !unknown.empty())
    view.errors.add("body", "On ne sait pas par quoi remplacer " + unknown +
                                ". Choisis parmi {prénom}, {section} et {secrétaire}.");
}

}  // namespace

http::Response show_welcome(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto letter = v.one(letter_of, id);
  v.ask();
  // Switched on by whoever has none yet and saves the one that is proposed.
  return page(v,
              {*section, letter->body.value_or(proposed_welcome()), letter->active || !letter->body, letter->greeted,
               letter->secretary},
              200);
}

http::Response save_welcome(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto letter = v.one(letter_of, id);
  v.ask();
  auto body = v.field("body");
  std::erase(body, '\r');  // forms end lines with two characters
  View view{*section, body, v.field("active") == "1", letter->greeted, letter->secretary};
  check(view);
  // The page with what was typed, as after an error: nothing is kept yet.
  if (!view.errors.empty() || !v.field("preview").empty()) return page(v, view, 422);
  v.run(save, id, view.body, view.active);
  v.ask();
  return v.redirect(section_path(id, "/gestion/accueil"),
                    view.active ? "C’est enregistré : les prochains membres recevront ton message."
                                : "C’est enregistré. Rien ne part tant que la case n’est pas cochée.");
}

}  // namespace sections
