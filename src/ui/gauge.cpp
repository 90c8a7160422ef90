#include "ui/gauge.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "ui/assets.hpp"

namespace ui {

namespace {
constexpr int most_places = 40;
constexpr int place_width = 20, place_height = 26;  // of the symbols, in web/art/units.svg

std::string_view symbol(Unit unit) {
  switch (unit) {
    case Unit::door:
      return "unit-door";
    case Unit::leaflet:
      return "unit-leaflet";
    case Unit::poster:
      return "unit-poster";
    case Unit::phone:
      return "unit-phone";
    case Unit::flag:
      return "unit-flag";
    case Unit::screen:
      return "unit-screen";
    case Unit::person:
      break;
  }
  return "unit-person";
}

int whole(const Gauge& gauge) {
  return gauge.capacity > 0 ? gauge.capacity : gauge.goal;
}

// What follows the number of those who come.
std::string out_of(const Gauge& gauge) {
  if (gauge.capacity > 0)
    return std::string(french::plural(gauge.coming, "inscrit", "inscrits")) + " sur " +
           french::count(gauge.capacity, "place", "places");
  if (gauge.goal > 0)
    return std::string(french::plural(gauge.coming, "attendu", "attendus")) + " sur " + french::number(gauge.goal);
  return std::string(french::plural(gauge.coming, "participant", "participants"));
}

// Those who come take the first places, then those who may; people beyond the goal make the row longer.
void row(html::Out& out, const Gauge& gauge) {
  const int places = std::max(whole(gauge), gauge.coming);
  // Drawn at its natural size when there is room, scaled down to one row when there is not.
  const int scale = gauge.large ? 2 : 1;
  out(R"(<svg class="places" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">)", places * place_width,
      place_height, places * place_width * scale, place_height * scale);
  for (int i = 0; i < places; ++i) {
    const std::string_view state = i < gauge.coming ? "on" : i < gauge.coming + gauge.maybe ? "maybe" : "off";
    out(R"(<use href="/static/{}#{}" x="{}" width="{}" height="{}" class="{}"></use>)", asset("icons.svg"),
        symbol(gauge.unit), i * place_width, place_width, place_height, state);
  }
  out("</svg>");
}

void bar(html::Out& out, const Gauge& gauge) {
  const int all = std::max(whole(gauge), gauge.coming);
  const int on = gauge.coming * 1000 / all;
  const int maybe = std::min(gauge.maybe, all - gauge.coming) * 1000 / all;
  out(R"(<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true"><rect class="off" width="1000" height="12"></rect>)"
      R"(<rect class="maybe" width="{}" height="12"></rect><rect class="on" width="{}" height="12"></rect></svg>)",
      on + maybe, on);
}
}  // namespace

void gauge(html::Out& out, const Gauge& gauge) {
  out(R"(<div class="gauge{}" id="{}">)", gauge.large ? " large" : "", gauge.id);
  if (whole(gauge) > 0) {
    if (std::max(whole(gauge), gauge.coming) <= most_places)
      row(out, gauge);
    else
      bar(out, gauge);
  }
  out("<p><b>{}</b> {}", french::number(gauge.coming), out_of(gauge));
  if (gauge.waiting > 0) out(R"( <span class="soft">· {} en attente</span>)", french::number(gauge.waiting));
  if (gauge.maybe > 0) out(R"( <span class="soft">· {} peut-être</span>)", french::number(gauge.maybe));
  if (gauge.unanswered > 0)
    out(R"( <span class="soft">· {} {} pas répondu</span>)", french::number(gauge.unanswered),
        french::plural(gauge.unanswered, "n’a", "n’ont"));
  out("</p></div>");
}

std::string gauge_words(const Gauge& gauge) {
  auto text = french::number(gauge.coming) + " " + out_of(gauge);
  if (gauge.waiting > 0) text.append(", ").append(french::number(gauge.waiting)).append(" en attente");
  if (gauge.maybe > 0) text.append(", ").append(french::number(gauge.maybe)).append(" peut-être");
  return text;
}

}  // namespace ui
