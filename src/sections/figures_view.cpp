#include "sections/figures_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/plot.hpp"

namespace sections {
namespace {

constexpr std::string_view few = "moins de 5";

std::string short_date(pg::Date day) {
  const std::chrono::year_month_day date(day);
  return std::to_string(static_cast<unsigned>(date.day())) + "\u00a0" + std::string(french::short_month(date.month()));
}

std::string about(std::optional<std::int64_t> heads) {
  return heads ? "≈\u00a0" + french::number(*heads) : std::string(few);
}
std::string percent(std::optional<std::int32_t> rate) {
  return rate ? french::number(*rate) + "\u202f%" : "–";
}

template <class Value>
std::vector<ui::PlotValue> series(const FiguresPage& page, Value value) {
  std::vector<ui::PlotValue> values;
  values.reserve(page.weeks.size());
  for (const auto& week : page.weeks) values.push_back(value(week));
  return values;
}
ui::PlotValue heads(const FiguresWeek& week, std::optional<std::int64_t> many) {
  return {.value = many, .few = week.counted && !many};
}
ui::PlotValue doors(const FiguresWeek& week, std::optional<std::int64_t> many) {
  return {.value = many, .few = week.few && !many};
}

// What has been counted so far, in one sentence.
std::string evolution(const std::vector<ui::PlotValue>& values, std::string_view what, std::string_view unit) {
  const auto known = [](const ui::PlotValue& one) { return one.value.has_value(); };
  const auto first = std::ranges::find_if(values, known);
  const auto last = std::ranges::find_if(values.rbegin(), values.rend(), known);
  if (first == values.end()) return "On compte chaque lundi\u00a0: la courbe commence la semaine prochaine.";
  const auto told = [&](std::int64_t number) { return french::number(number) + std::string(unit); };
  if (*first->value == *last->value) return std::string(what) + "\u00a0: " + told(*last->value) + ", stable.";
  return std::string(what) + "\u00a0: de " + told(*first->value) + " à " + told(*last->value) + ".";
}

std::string total(const std::vector<ui::PlotValue>& values, std::string_view one, std::string_view several) {
  std::int64_t sum = 0;
  for (const auto& value : values) sum += value.value.value_or(0);
  return french::count(sum, one, several);
}

void tiles(html::Out& out, const FiguresToday& today) {
  const std::array figures{ui::Stat{about(today.members), "membres"},
                           ui::Stat{about(today.active), "venus ces trente jours"},
                           ui::Stat{today.has_register ? percent(today.rate) : "–", "du fichier a ouvert son compte"}};
  ui::stats(out, figures);
}

void plots(html::Out& out, const FiguresPage& page) {
  std::vector<std::string> rows;
  for (const auto& week : page.weeks) rows.push_back(short_date(week.monday));
  const std::array people{
      ui::PlotSeries{"Membres", series(page, [](const auto& w) { return heads(w, w.members); })},
      ui::PlotSeries{"Venus dans le mois", series(page, [](const auto& w) { return heads(w, w.active); })}};
  const auto people_words = evolution(people[0].values, "Membres", "");
  ui::plot(out, {.title = "Qui est là",
                 .summary = people_words,
                 .row_name = "Semaine du",
                 .rows = rows,
                 .series = people,
                 .line = true});
  const std::array rates{ui::PlotSeries{"Comptes ouverts, sur cent personnes du fichier",
                                        series(page, [](const auto& w) { return ui::PlotValue{.value = w.rate}; })}};
  const auto rates_words = evolution(rates[0].values, "Activation", "\u202f%");
  ui::plot(out, {.title = "Activation",
                 .summary = rates_words,
                 .row_name = "Semaine du",
                 .rows = rows,
                 .series = rates,
                 .line = true});
  const std::array missions{
      ui::PlotSeries{"Missions", series(page, [](const auto& w) { return ui::PlotValue{.value = w.missions}; })},
      ui::PlotSeries{"Participants", series(page, [](const auto& w) {
                       return w.few ? ui::PlotValue{.few = true} : ui::PlotValue{.value = w.participants.value_or(0)};
                     })}};
  const auto missions_words = total(missions[0].values, "mission", "missions") + " sur la période.";
  ui::plot(
      out,
      {.title = "Missions", .summary = missions_words, .row_name = "Semaine du", .rows = rows, .series = missions});
  const std::array knocks{
      ui::PlotSeries{"Portes frappées", series(page, [](const auto& w) { return doors(w, w.knocked); })},
      ui::PlotSeries{"Portes ouvertes", series(page, [](const auto& w) { return doors(w, w.opened); })}};
  const bool some = std::ranges::any_of(page.weeks, [](const auto& w) { return w.few || w.knocked.value_or(0) > 0; });
  const std::string_view doors_words =
      some ? "Les semaines où moins de cinq personnes sont sorties, le nombre n’est pas donné."
           : "Aucune porte frappée sur la période.";
  ui::plot(out, {.title = "Portes", .summary = doors_words, .row_name = "Semaine du", .rows = rows, .series = knocks});
}

}  // namespace

void figures_page(html::Out& out, const FiguresPage& page) {
  office(out, page.section, Desk::figures, [&] {
    out(R"(<h2>Chiffres</h2><p class="soft">Les personnes sont comptées à cinq près, et jamais quand elles sont moins de cinq&nbsp;: aucun chiffre ne désigne quelqu’un. Chaque semaine va du lundi au dimanche.</p>)");
    tiles(out, page.today);
    std::vector<ui::Tab> periods;
    for (const int weeks : figures_periods)
      periods.push_back({.label = std::to_string(weeks) + " semaines",
                         .href = section_url(page.section.id, "/gestion/chiffres?semaines=" + std::to_string(weeks)),
                         .current = weeks == page.period});
    ui::pills(out, "Période", periods);
    plots(out, page);
    if (page.section.secretary())
      ui::link_button(out,
                      section_url(page.section.id, "/gestion/chiffres.csv?semaines=" + std::to_string(page.period)),
                      {.label = "Télécharger ces chiffres", .look = ui::Look::plain, .icon = "download"});
  });
}

std::vector<std::vector<std::string>> figures_rows(const std::vector<FiguresWeek>& weeks) {
  std::vector<std::vector<std::string>> rows{{"Semaine du", "Membres, à cinq près", "Venus dans le mois, à cinq près",
                                              "Activation, en %", "Missions", "Participants, à cinq près",
                                              "Portes frappées", "Portes ouvertes"}};
  const auto told = [](bool known, std::optional<std::int64_t> number) {
    return number ? std::to_string(*number) : known ? std::string(few) : std::string();
  };
  for (const auto& w : weeks)
    rows.push_back({paris::date_value(std::chrono::year_month_day(w.monday)), told(w.counted, w.members),
                    told(w.counted, w.active), w.rate ? std::to_string(*w.rate) : "", std::to_string(w.missions),
                    w.few ? std::string(few) : std::to_string(w.participants.value_or(0)), told(w.few, w.knocked),
                    told(w.few, w.opened)});
  return rows;
}

}  // namespace sections
