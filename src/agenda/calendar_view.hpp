#pragma once
#include "agenda/calendar.hpp"
#include "agenda/frame.hpp"

namespace agenda {

struct CalendarPage {
  AgendaFrame frame;
  std::vector<Day> days;
  std::vector<events::Card> cards;  ///< of the week, or of the day chosen in the month
  bool more;                        ///< there are others
};
void write(html::Out& out, const CalendarPage& page);

}  // namespace agenda
