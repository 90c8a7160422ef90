#include "events/directory.hpp"

#include "events/agenda_view.hpp"
#include "events/filter.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

constexpr std::int32_t candidates = 2000;  // more than is shown, since the policies take some away

const pg::Statement<Card(std::string, std::int64_t, std::string)> coming_cards{
    "events.coming", "select " EVENT_CARD
                     " from event_card e where e.id = any(array(select events_to_come('visible', $1, $3, $2, 31))) "
                     "order by e.starts_at, e.id"};
const pg::Statement<Card(std::string, std::int64_t, std::string, std::string, std::int32_t)> coming_cards_with_words{
    "events.coming_with_words", "select " EVENT_CARD
                                " from event_card e where e.id = any(array(select search_events($4, $5))) and e.state "
                                "= 'published' and e.ends_at > now() "
                                "and " EVENT_OF_CIRCLE " and " EVENT_AFTER " and ($3 = '' or e.kind = $3)" EVENT_PAGE};

struct View {
  std::string words, kind, circle;
  std::vector<Card> cards;
  ui::Pager pager;
  std::string csrf;
};

std::vector<ui::Option> kind_choices() {
  std::vector<ui::Option> options;
  for (const bool mission : {true, false})
    for (auto option : ui::kind_options(mission)) {
      option.group = mission ? "Missions" : "Réunions";
      options.push_back(option);
    }
  return options;
}

void write(html::Out& out, const View& view) {
  out(R"(<div class="title-line"><h1>Tous les événements</h1><div class="buttons">)");
  ui::link_button(out, html::Url::local("/pres-de-chez-moi?quoi=evenements"),
                  {.label = "Près de chez moi", .look = ui::Look::plain, .icon = "map-pin"});
  ui::link_button(out, html::Url::local("/evenements/nouveau"),
                  {.label = "Créer un événement", .icon = "calendar-plus"});
  out("</div></div>");
  const auto kinds = kind_choices();
  ui::form(out, {.action = html::Url::local("/evenements"), .get = true, .css = "search-line"}, [&] {
    ui::field(out, {.name = "q",
                    .label = "Un mot du titre",
                    .value = view.words,
                    .type = "search",
                    .placeholder = "Un mot du titre",
                    .max_length = 80,
                    .hide_label = true});
    ui::select(out, {.name = "type",
                     .label = "Type",
                     .options = kinds,
                     .selected = view.kind,
                     .empty = "Tous les types",
                     .hide_label = true});
    ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
  });
  write_circle_filter(out, "/evenements", view.circle);
  if (view.cards.empty()) {
    const bool narrowed = !view.words.empty() || !view.kind.empty() || view.circle != "all";
    ui::empty_state(out, {.icon = "calendar-days",
                          .title = narrowed ? "Rien ne correspond." : "Rien n’est encore annoncé.",
                          .text = narrowed ? "Essaie avec d’autres mots, ou tous les types."
                                           : "Et si tu commençais ? Une réunion, un porte-à-porte, un collage.",
                          .href = html::Url::local(narrowed ? "/evenements" : "/evenements/nouveau"),
                          .link = narrowed ? "Voir tous les événements" : "Créer un événement"});
    return;
  }
  write_by_day(out, view.cards, Place::all, now(), view.csrf);
  ui::pager(out, view.pager);
}

html::Url link(const gate::Visit& v, const View& view, std::int64_t after) {
  std::string link = "/evenements?q=";
  html::escape_url_part(link, view.words);
  link += "&type=" + view.kind + "&cercle=";
  html::escape_url_part(link, v.query("cercle"));
  if (after > 0) link += "&apres=" + std::to_string(after);
  return html::Url::local(link);
}

}  // namespace

http::Response directory(gate::Visit& v) {
  const auto kind = v.query("type");
  View view{.words = v.query("q"),
            .kind = ui::kind_of(kind) ? kind : "",
            .circle = circle_filter(v),
            .cards = {},
            .pager = {},
            .csrf = v.csrf()};
  const auto after = page_start(v);
  auto cards = view.words.empty()
                   ? v.all(coming_cards, view.circle, after, view.kind)
                   : v.all(coming_cards_with_words, view.circle, after, view.kind, view.words, candidates);
  v.ask();
  view.cards = cards.take();
  if (after > 0) view.pager.previous = link(v, view, 0);
  if (std::ssize(view.cards) > page_size) {
    view.cards.pop_back();
    view.pager.next = link(v, view, view.cards.back().id.number());
  }
  return v.page({.title = "Tous les événements", .here = ui::Key::events}, [&](html::Out& out) { write(out, view); });
}

}  // namespace events
