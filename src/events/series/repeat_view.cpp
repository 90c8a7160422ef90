#include <algorithm>
#include <array>

#include "events/series/repeat.hpp"
#include "ui/feedback.hpp"

namespace events {
namespace {

constexpr std::array<ui::Option, 6> choices{{{"week", "Chaque semaine"},
                                             {"two_weeks", "Toutes les deux semaines"},
                                             {"month_day", "Chaque mois, à la même date (le 14)"},
                                             {"month_weekday", "Chaque mois, le même jour (le 2e mardi)"},
                                             {"month_last", "Chaque mois, le dernier (le dernier mardi)"},
                                             {"year", "Chaque année"}}};
constexpr std::array<ui::Option, 7> days{{{"MO", "lundi"},
                                          {"TU", "mardi"},
                                          {"WE", "mercredi"},
                                          {"TH", "jeudi"},
                                          {"FR", "vendredi"},
                                          {"SA", "samedi"},
                                          {"SU", "dimanche"}}};

}  // namespace

// Without script all of it is there to fill in; the script shows what goes with the choice.
void write_repeat(html::Out& out, const TypedRepeat& typed, const ui::Errors& errors, bool may_be_single) {
  out(R"(<div class="repeat stack" data-controller="repeat" data-action="change->repeat#follow">)");
  ui::select(out, {.name = "repeat",
                   .label = "Se répète",
                   .options = choices,
                   .selected = typed.every,
                   .hint = "Compté à partir du début ci-dessus.",
                   .error = errors["repeat"],
                   .empty = may_be_single ? "Jamais" : ""});
  out(R"(<fieldset class="fieldset" data-repeat-target="week"><legend>Quels jours de la semaine ?</legend><p class="hint">Sans rien cocher, c’est le jour du début.</p>)");
  if (const auto error = errors["repeat_day"]; !error.empty())
    out(R"(<p class="error" id="f-repeat_day">{}{}</p>)", ui::icon("circle-alert"), error);
  out(R"(<div class="weekdays">)");
  for (const auto& day : days) {
    const auto id = "f-repeat-" + std::string(day.value);
    ui::checkbox(out, {.name = "repeat_day",
                       .label = day.label,
                       .value = day.value,
                       .checked = std::ranges::find(typed.days, day.value) != typed.days.end(),
                       .id = id});
  }
  out(R"(</div></fieldset><div class="repeat-end" data-repeat-target="end">)");
  ui::field(out, {.name = "repeat_until",
                  .label = "Jusqu’au",
                  .value = typed.until,
                  .type = "date",
                  .hint = "Vide : jusqu’à ce que tu l’arrêtes.",
                  .error = errors["repeat_until"]});
  ui::field(out, {.name = "repeat_times",
                  .label = "Ou combien de fois",
                  .value = typed.times,
                  .error = errors["repeat_times"],
                  .inputmode = "numeric",
                  .max_length = 3});
  out("</div></div>");
}

}  // namespace events
