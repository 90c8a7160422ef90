#pragma once
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "events/figures.hpp"
#include "reports/duration.hpp"
#include "ui/form.hpp"

namespace reports {

/// Somebody who may have gone with the viewer.
struct Mate {
  MemberId id;
  std::string name;
  bool with;
};

struct PartPage {
  EventId event;
  std::string title, organiser;
  ui::Kind kind;
  std::string state;              ///< of the viewer's own: none, new, counted, aside; team: noted by another for them
  std::vector<std::string> told;  ///< what others noted for them, in words
  std::vector<Mate> mates;
  Duration duration;
  std::string words;
  std::vector<std::string> figures;  ///< as typed, in the order of figures_of(kind)
  ui::Errors errors;
  std::string csrf;
};
void write(html::Out& out, const PartPage& page);

/// The fields of what was done, as that kind of mission has them.
void write_figures(html::Out& out, ui::Kind kind, const std::vector<std::string>& typed, const ui::Errors& errors);

}  // namespace reports
