#pragma once
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "events/figures.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {

/// A guest who may have come.
struct Attendant {
  MemberId id;
  std::string name, answer;  ///< "" for none
  bool came;
};

struct ReportPage {
  EventId event;
  std::string title;
  ui::Kind kind;
  std::vector<Attendant> people;
  std::int64_t unseen = 0;  ///< said yes, in a circle that is not the viewer's
  bool unseen_came = true;
  std::string hours, minutes, words;
  std::vector<std::string> figures;  ///< as typed, in the order of figures_of(kind)
  ui::Errors errors;
  std::string csrf;
};
void write(html::Out& out, const ReportPage& page);

struct ThanksPage {
  EventId event;
  std::string title;
  std::int64_t came;
  Figures figures;
  std::string votes;  ///< in words
};
void write(html::Out& out, const ThanksPage& page);

}  // namespace events
