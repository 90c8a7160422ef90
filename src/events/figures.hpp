#pragma once
// What a mission brought: which figures a kind of event has, how they are read from the form, shown, and what they are
// worth (E10).

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/http/message.hpp"
#include "core/settings.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/kind.hpp"

namespace events {

struct Figures {
  std::int32_t doors_knocked = 0, doors_opened = 0, leaflets = 0, calls = 0, posters = 0;
};

struct Figure {
  std::int32_t Figures::*value;
  std::string_view name;  ///< of its field
  std::string_view label, one, several;
  std::int32_t most;
};

/// Those that make sense for that kind.
std::vector<Figure> figures_of(ui::Kind kind);

/// From the form; nothing typed is zero. Figures of other kinds stay zero.
Figures read_figures(ui::Kind kind, const http::Fields& form, ui::Errors& errors);

/// Those that are not zero.
std::vector<ui::Stat> stats(const Figures& figures);

/// Votes that were gained, by the reckoning of the settings.
double votes(const Figures& figures, const Settings& settings);
/// «environ 3 voix», «près d’une voix»; "" when there is nothing to reckon.
std::string votes_words(double votes);
/// «Une voix pour 17 portes frappées, … : étude comparée…»: by which figures, and where they come from.
std::string votes_note(const Settings& settings);
/// The figures that are not zero, in one line: «40 portes frappées, 12 portes ouvertes».
std::string figures_words(const Figures& figures);

}  // namespace events
