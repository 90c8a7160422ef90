#pragma once
// The signature of the house: a row of little doors (people, leaflets…) that fills up.
//
// One row whatever the goal: places shrink to fit, and above forty the row becomes a bar. The sentence below says the
// same in words, so the drawing is hidden from screen readers. Sent again by a Turbo Stream with method="morph", the
// places change colour instead of blinking.

#include <string>

#include "core/html.hpp"
#include "ui/kind.hpp"

namespace ui {

struct Gauge {
  std::string id = {};  ///< of the element, for live updates: "gauge-12"
  Unit unit = Unit::person;
  int coming = 0;
  int maybe = 0;
  int goal = 0;         ///< 0: none; then only the sentence is written
  int capacity = 0;     ///< places that there are, whatever the goal; 0: as many as come
  int waiting = 0;      ///< for a place
  int unanswered = -1;  ///< said when known and not zero
  bool large = false;
};

void gauge(html::Out& out, const Gauge& gauge);

/// «7 attendus sur 12, 2 peut-être», «12 inscrits sur 12 places, 3 en attente»: for mails, titles, agendas.
std::string gauge_words(const Gauge& gauge);

}  // namespace ui
