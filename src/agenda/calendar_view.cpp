#include "agenda/calendar_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace agenda {
namespace {

using namespace std::chrono;

constexpr size_t dots_shown = 4, month_entries_shown = 3;
constexpr std::array<std::array<std::string_view, 2>, 7> weekdays{{{"lun.", "lundi"},
                                                                   {"mar.", "mardi"},
                                                                   {"mer.", "mercredi"},
                                                                   {"jeu.", "jeudi"},
                                                                   {"ven.", "vendredi"},
                                                                   {"sam.", "samedi"},
                                                                   {"dim.", "dimanche"}}};

bool is_month(const CalendarPage& page) {
  return page.frame.asked.view == View::month;
}

std::string title(const Asked& asked) {
  if (asked.view == View::month) return french::month_and_year(asked.day.year() / asked.day.month());
  const auto first = year_month_day(span(asked).first), last = year_month_day(span(asked).end() - days(1));
  const auto without_name = [](const std::string& words) { return words.substr(words.find_first_of("0123456789")); };
  const auto from =
      first.month() == last.month() ? std::to_string(unsigned(first.day())) : without_name(french::whole_day(first));
  return "du " + from + " au " + without_name(french::long_day(last));
}

// The sign of an answer; told by colour and by the line's style.
std::string_view mark(const Line& line) {
  if (line.state == "cancelled") return "off";
  if (!line.answer) return "own";
  if (*line.answer == "yes") return "yes";
  if (line.answer->empty()) return "open";
  return *line.answer == "no" ? "off" : "perhaps";
}

void write_entry(html::Out& out, const Entry& entry, bool week) {
  out(R"(<li class="booking {} {} {}"><a href="{}">)", mark(*entry.line), entry.begins ? "" : "goes-on",
      entry.ends ? "" : "not-over", html::Url::local(events::path(entry.line->id)));
  if (entry.begins && (week || entry.ends) && !entry.line->all_day)
    out(R"(<b>{}</b> )", french::leaf(french::when(*entry.line)));
  out("{}</a></li>", entry.line->title);
}

void write_dots(html::Out& out, const Day& day) {
  out(R"(<span class="dots" aria-hidden="true">)");
  for (const auto& entry : std::span(day.entries).first(std::min(day.entries.size(), dots_shown)))
    out(R"(<i class="{}"></i>)", mark(*entry.line));
  out("</span>");
}

// In a week the cards of all its days are below; in a month those of the chosen one.
html::Url below(const Day& day, const CalendarPage& page) {
  const bool there = !is_month(page) && std::ranges::any_of(day.entries, [&](const Entry& entry) {
    return entry.begins || day.day == page.days.front().day;
  });
  const auto link = page.frame.asked.on(day.day).link();
  return there ? html::Url::local(link.text() + "#jour-" + paris::date_value(day.day)) : link;
}

void write_day(html::Out& out, const Day& day, const CalendarPage& page) {
  const auto& asked = page.frame.asked;
  const bool week = !is_month(page), chosen = day.day == asked.day, today = day.day == asked.today;
  out(R"(<td class="{} {} {}">)", !week && day.day.month() != asked.day.month() ? "beside" : "", chosen ? "chosen" : "",
      today ? "today" : "");
  out(R"(<a class="day-link" href="{}" data-turbo-action="replace" data-calendar-target="day" data-action="calendar#jump" {}><span aria-hidden="true">{}</span><span class="sr">{}{}{}</span>)",
      below(day, page), html::Attribute("aria-current", today ? std::optional("date") : std::nullopt),
      unsigned(day.day.day()), french::whole_day(day.day),
      day.entries.empty() ? "" : ", " + french::count(static_cast<long long>(day.entries.size()), "date", "dates"),
      chosen ? ", choisi" : "");
  write_dots(out, day);
  out("</a>");
  if (!day.entries.empty()) {
    const auto shown = week || day.entries.size() <= month_entries_shown + 1 ? day.entries.size() : month_entries_shown;
    out("<ul>");
    for (const auto& entry : std::span(day.entries).first(shown)) write_entry(out, entry, week);
    out("</ul>");
    if (shown < day.entries.size()) out(R"(<p class="others">+ {}</p>)", day.entries.size() - shown);
  }
  out("</td>");
}

void write_grid(html::Out& out, const CalendarPage& page) {
  out(R"(<table class="{}"><caption class="sr">{}</caption><thead><tr>)", is_month(page) ? "days month" : "days week",
      title(page.frame.asked));
  for (const auto& [letters, name] : weekdays)
    out(R"(<th scope="col"><span aria-hidden="true">{}</span><span class="sr">{}</span></th>)", letters, name);
  out("</tr></thead><tbody>");
  for (size_t i = 0; i < page.days.size(); ++i) {
    if (i % 7 == 0) out("<tr>");
    write_day(out, page.days[i], page);
    if (i % 7 == 6) out("</tr>");
  }
  out("</tbody></table>");
}

void write_period(html::Out& out, const CalendarPage& page) {
  const auto& asked = page.frame.asked;
  const auto before = further(asked, -1), after = further(asked, 1);
  out(R"(<div class="period"><h2>{}</h2><nav aria-label="Période">)", title(asked));
  if (asked.day != asked.today)
    out(R"(<a class="btn" href="{}" data-calendar-target="today">Aujourd’hui</a>)", asked.on(asked.today).link());
  out(R"(<a class="icon-btn" rel="prev" href="{}" data-calendar-target="previous">{}<span class="sr">{}</span></a>)",
      before.link(), ui::icon("chevron-left"), title(before));
  out(R"(<a class="icon-btn" rel="next" href="{}" data-calendar-target="next">{}<span class="sr">{}</span></a></nav></div>)",
      after.link(), ui::icon("chevron-right"), title(after));
}

// An answer brings back to this very view.
void write_card(html::Out& out, const events::Card& card, const CalendarPage& page) {
  const auto& asked = page.frame.asked;
  auto drawn = events::drawn(card, page.frame.csrf, asked.tab, page.frame.now);
  if (drawn.answers)
    drawn.answers->action = html::Url::local(events::path(
        card.id, "reponse?depuis=" + std::string(events::code(asked.tab)) + "&retour=" + asked.way_back()));
  ui::event_card(out, drawn);
}

void write_cards(html::Out& out, const CalendarPage& page) {
  std::optional<year_month_day> under;
  const auto first = is_month(page) ? page.frame.asked.day : page.days.front().day;
  for (const auto& card : page.cards) {
    // What goes on from before stands under the first day shown.
    const auto day = std::max(french::when(card).day(), first);
    if (day != under) {
      if (under) out("</section>");
      under = day;
      out(R"(<section class="day" id="jour-{}"><h2>{}</h2>)", paris::date_value(day), french::long_day(day));
    }
    write_card(out, card, page);
  }
  if (under) out("</section>");
}

void write_chosen(html::Out& out, const CalendarPage& page) {
  write_cards(out, page);
  if (page.cards.empty() && is_month(page))
    out(R"(<section class="day"><h2>{}</h2><p class="soft">Rien ce jour-là.</p></section>)",
        french::long_day(page.frame.asked.day));
  else if (page.cards.empty())
    out(R"(<p class="soft">Rien cette semaine.</p>)");
  if (page.more)
    out(R"(<p class="soft">Il y en a d’autres : la <a href="{}">liste</a> les montre toutes.</p>)",
        page.frame.asked.in(View::list).link());
}

}  // namespace

void write(html::Out& out, const CalendarPage& page) {
  write_top(out, page.frame);
  out(R"(<div class="calendar stack" data-controller="calendar" data-action="keydown@document->calendar#key">)");
  write_period(out, page);
  write_grid(out, page);
  write_chosen(out, page);
  out(R"(<p class="soft keys">Au clavier : <kbd>←</kbd> et <kbd>→</kbd> changent de {}. Dans la grille, les flèches vont d’un jour à l’autre, <kbd>Entrée</kbd> l’ouvre et <kbd>t</kbd> revient à aujourd’hui.</p></div>)",
      is_month(page) ? "mois" : "semaine");
  write_foot(out, page.frame);
}

}  // namespace agenda
