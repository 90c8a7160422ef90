#include "members/directory.hpp"

#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace members {
namespace {

constexpr std::int64_t page_size = 40;
constexpr std::int32_t candidates = 400;  // more than is shown, since the policies take some away

// Alphabetical, from where the former page ended.
const pg::Statement<Card(std::string, std::string, std::int64_t, std::int64_t)> by_name{"members.by_name", R"(
  select m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id from member m left join space s on s.id = m.section_id
   where (m.last_name, m.first_name, m.id) > ($1, $2, $3) order by m.last_name, m.first_name, m.id limit $4)"};
const pg::Statement<Card(std::string, std::int32_t, std::int64_t)> by_words{"members.by_words", R"(
  select m.id, m.first_name, m.last_name, s.name, m.city, m.picture_id
    from search_members($1, $2) as found (id) join member m on m.id = found.id left join space s on s.id = m.section_id
   order by m.last_name, m.first_name, m.id limit $3)"};
struct View {
  std::string words;
  std::vector<Card> people;
  std::optional<html::Url> next;
  bool first_page;
};

void write(html::Out& out, const View& view) {
  out("<h1>Tous les membres</h1>");
  ui::form(out, {.action = html::Url::local("/membres"), .get = true, .css = "search-line"}, [&] {
    ui::field(out, {.name = "q",
                    .label = "Un prénom, un nom",
                    .value = view.words,
                    .type = "search",
                    .placeholder = "Un prénom, un nom",
                    .max_length = 80,
                    .hide_label = true});
    ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
  });
  if (view.people.empty()) {
    ui::empty_state(
        out,
        {.icon = "users-round",
         .title = view.words.empty() ? "Personne d’autre pour le moment." : "Personne ne répond à ce nom.",
         .text =
             view.words.empty()
                 ? "Les membres apparaissent ici dès qu’ils arrivent."
                 : "Essaie avec moins de lettres. Certains membres ont choisi de ne pas apparaître dans l’annuaire."});
    return;
  }
  out(R"(<ul class="people">)");
  for (const auto& card : view.people) ui::person_row(out, person(card));
  out("</ul>");
  ui::Pager pager;
  if (!view.first_page) pager.previous = html::Url::local("/membres");
  pager.next = view.next;
  ui::pager(out, pager);
}

}  // namespace

http::Response directory(gate::Visit& v) {
  const std::string words = v.query("q");
  const std::string after = v.query("apres_nom"), after_first = v.query("apres_prenom");
  std::int64_t after_id = 0;
  if (const auto ids = v.query("apres"); !ids.empty()) after_id = std::strtoll(ids.c_str(), nullptr, 10);
  auto people = words.empty() ? v.all(by_name, after, after_first, after_id, page_size + 1)
                              : v.all(by_words, words, candidates, page_size + 1);
  v.ask();

  View view{words, people.take(), {}, after.empty()};
  if (std::ssize(view.people) > page_size) {
    view.people.pop_back();
    if (words.empty()) {
      const auto& last = view.people.back();
      std::string next = "/membres?apres_nom=";
      html::escape_url_part(next, last.last_name);
      next += "&apres_prenom=";
      html::escape_url_part(next, last.first_name);
      view.next = html::Url::local(next + "&apres=" + std::to_string(last.id.number()));
    }
  }
  return v.page({.title = "Tous les membres", .here = ui::Key::members}, [&](html::Out& out) { write(out, view); });
}

}  // namespace members
