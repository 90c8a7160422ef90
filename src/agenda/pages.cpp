#include "agenda/pages.hpp"

#include "agenda/calendar_view.hpp"
#include "agenda/list.hpp"

namespace agenda {
namespace {

http::Response calendar(gate::Visit& v, const Asked& asked) {
  const auto shown = span(asked);
  const auto tab = word(asked.tab);
  const std::chrono::sys_days chosen(asked.day);
  const bool week = asked.view == View::week;
  const auto first = week ? shown.first : chosen, end = week ? shown.end() : chosen + std::chrono::days(1);
  const auto lines =
      v.all(grid_lines, tab, asked.within, midnight(shown.first) - overseas, midnight(shown.end()) + overseas);
  const auto cards = v.all(span_cards, tab, asked.within, midnight(first) - overseas, midnight(end) + overseas);
  v.ask();
  CalendarPage page{frame_of(v, asked), grid(shown, *lines), within(*cards, first, end), false};
  page.more = page.cards.size() > most_cards;
  if (page.more) page.cards.resize(most_cards);
  return v.page({.title = "Agenda", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

http::Response show(gate::Visit& v, events::Place tab) {
  const auto what = asked(v, tab);
  return what.view == View::list ? list(v, what) : calendar(v, what);
}

}  // namespace

http::Response agenda(gate::Visit& v) {
  return show(v, events::Place::agenda);
}
http::Response invitations(gate::Visit& v) {
  return show(v, events::Place::invitations);
}
http::Response mine(gate::Visit& v) {
  return show(v, events::Place::mine);
}

}  // namespace agenda
