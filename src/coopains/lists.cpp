#include "coopains/lists.hpp"

#include <algorithm>
#include <array>

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/table.hpp"

namespace coopains {
namespace {

struct Coopain {
  MemberId id;
  std::string first_name, last_name;
  std::optional<std::string> section;
  std::optional<pg::Time> seen;
  std::optional<images::PictureId> picture;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};
constexpr std::int64_t page_size = 50;

// Alphabetical, from where the former page ended.
const pg::Statement<Coopain(bool, std::string, std::string, std::int64_t, std::int64_t)> coopains_of_mine{
    "coopains.mine", R"(
  select m.id, m.first_name, m.last_name, s.name, m.last_seen_at, m.picture_id
    from bond b join member m on m.id = b.coopain_id left join space s on s.id = m.section_id
   where b.member_id = viewer_id()
     and (not $1 or m.section_id = (select me.section_id from member me where me.id = viewer_id()))
     and (m.last_name, m.first_name, m.id) > ($2, $3, $4)
   order by m.last_name, m.first_name, m.id limit $5)"};

// Who asks is seen by whom they ask, whatever circle they chose: asking is showing oneself.
struct Request {
  MemberId id;
  std::string name;
  std::optional<std::string> section;
  bool received;
  pg::Time asked;
  bool seen;  ///< else their profile answers as if they did not exist
};
const pg::Statement<Request()> open_requests{"coopains.requests",
                                             "select r.*, m.id is not null from coopain_requests() r left join member "
                                             "m on m.id = r.id order by r.asked_at desc"};

std::string address(bool of_my_section) {
  return of_my_section ? "/coopains?cercle=section" : "/coopains";
}
std::string address(bool of_my_section, const Coopain& last) {
  auto path = address(of_my_section) + (of_my_section ? "&" : "?") + "apres_nom=";
  html::escape_url_part(path, last.last_name);
  path += "&apres_prenom=";
  html::escape_url_part(path, last.first_name);
  return path + "&apres=" + std::to_string(last.id.number());
}

ui::Tab tab(std::string label, std::string_view path, bool current, int count = 0) {
  return {std::move(label), html::Url::local(path), current, count};
}

void write_tabs(html::Out& out, bool requests, int waiting) {
  out(R"(<div class="head"><h1>Mes coopains</h1>)");
  ui::link_button(out, html::Url::local("/carnet-d-adresses"),
                  {.label = "Retrouver mes contacts", .look = ui::Look::plain, .icon = "users"});
  out("</div>");
  const std::array tabs{tab("Mes coopains", "/coopains", !requests),
                        tab("Mes demandes", "/coopains/demandes", requests, waiting)};
  ui::tabs(out, "Mes coopains", tabs);
}

void write_table(html::Out& out, const std::vector<Coopain>& people, std::string_view csrf) {
  const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Section"},
                           ui::Column{.label = "Dernière connexion"}, ui::Column{.label = "Écrire"}};
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ui::selection_form(out, {.action = html::Url::local("/coopains/enlever"), .csrf = csrf}, [&] {
    ui::table(out, {.caption = "Mes coopains", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
      for (const auto& person : people)
        rows.row({.value = std::to_string(person.id.number()), .name = person.name()}, [&](ui::Cells& cells) {
          cells.cell([&] {
            ui::person_inline(
                out,
                {.name = person.name(), .href = members::profile_url(person.id), .photo = images::url(person.picture)});
          });
          cells.cell(person.section.value_or(""));
          cells.cell(person.seen ? french::days_ago(std::chrono::floor<std::chrono::seconds>(*person.seen), now)
                                 : "pas encore");
          cells.cell([&] {
            out(R"(<a href="/messages/nouveau?a={}">Message<span class="sr"> à {}</span></a>)", person.id,
                person.name());
          });
        });
    });
    ui::selection_bar(out, {}, [&] {
      ui::submit(out, {.label = "Nouveau message", .icon = "mail", .action = html::Url::local("/messages/choisis")});
      ui::submit(out, {.label = "Enlever de ma liste",
                       .look = ui::Look::plain,
                       .icon = "user-x",
                       .confirm = "Enlever de ta liste les personnes cochées ? Elles n’en sont pas averties."});
    });
  });
}

void write_requests(html::Out& out, const std::vector<Request>& all, bool received, std::string_view csrf) {
  out(R"(<ul class="people">)");
  for (const auto& request : all) {
    if (request.received != received) continue;
    const auto base = "/coopains/" + std::to_string(request.id.number());
    ui::Person person{.name = request.name, .note = request.section.value_or("")};
    if (request.seen) person.href = members::profile_url(request.id);
    ui::person_row(out, person, [&] {
      if (received) {
        ui::form(out, {.action = html::Url::local(base + "/reponse"), .csrf = csrf, .css = "buttons"}, [&] {
          ui::submit(out, {.label = "Accepter",
                           .icon = "check",
                           .name = "reponse",
                           .value = "oui",
                           .confirm = "Accepter " + request.name + " comme coopain ?"});
          ui::submit(out, {.label = "Refuser",
                           .look = ui::Look::quiet,
                           .name = "reponse",
                           .value = "non",
                           .confirm = "Refuser la demande de " + request.name + " ?"});
        });
      } else {
        ui::form(out, {.action = html::Url::local(base + "/retirer-demande"), .csrf = csrf, .css = ""}, [&] {
          ui::hidden(out, "retour", "demandes");
          ui::submit(out, {.label = "Annuler", .look = ui::Look::quiet});
        });
      }
    });
  }
  out("</ul>");
}

}  // namespace

http::Response mine(gate::Visit& v) {
  const bool of_my_section = v.query("cercle") == "section";
  const auto after = v.query("apres_nom"), after_first = v.query("apres_prenom");
  const auto after_id = v.query_id("apres");
  auto asked = v.all(coopains_of_mine, of_my_section, after, after_first, after_id, page_size + 1);
  v.ask();
  auto people = asked.take();
  ui::Pager pager;
  if (!after.empty()) pager.previous = html::Url::local(address(of_my_section));
  if (std::ssize(people) > page_size) {
    people.pop_back();
    pager.next = html::Url::local(address(of_my_section, people.back()));
  }
  return v.page({.title = "Mes coopains", .here = ui::Key::coopains}, [&](html::Out& out) {
    write_tabs(out, false, v.frame().remote->coopain_requests);
    const std::array pills{tab("Tous", "/coopains", !of_my_section),
                           tab("Ma section", "/coopains?cercle=section", of_my_section)};
    ui::pills(out, "Filtrer", pills);
    if (people.empty())
      ui::empty_state(out, {.icon = "handshake",
                            .title = "Pas encore de coopain ici.",
                            .text = "Un coopain, c’est quelqu’un avec qui tu veux rester en contact. Trouve-le dans "
                                    "l’annuaire, puis «\u202fAjouter\u202f».",
                            .href = html::Url::local("/membres"),
                            .link = "Ouvrir l’annuaire"});
    else
      write_table(out, people, v.csrf());
    ui::pager(out, pager);
  });
}

http::Response requests(gate::Visit& v) {
  const auto all = v.all(open_requests);
  v.ask();
  const auto received = std::count_if(all->begin(), all->end(), [](const Request& r) { return r.received; });
  return v.page({.title = "Mes demandes", .here = ui::Key::coopains}, [&](html::Out& out) {
    write_tabs(out, true, static_cast<int>(received));
    out(R"(<section class="stack"><h2>Demandes à traiter</h2>)");
    if (received == 0) out(R"(<p class="soft">Personne n’attend ta réponse.</p>)");
    write_requests(out, *all, true, v.csrf());
    out(R"(</section><section class="stack"><h2>Demandes envoyées</h2>)");
    if (received == static_cast<std::ptrdiff_t>(all->size())) out(R"(<p class="soft">Aucune demande en attente.</p>)");
    write_requests(out, *all, false, v.csrf());
    out("</section>");
  });
}

}  // namespace coopains
