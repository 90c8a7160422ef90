#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "events/figures.hpp"
#include "reports/duration.hpp"
#include "reports/parts.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace reports {

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
  std::int64_t unseen = 0;  ///< said yes or are there, in a circle that is not the viewer's
  bool unseen_came = true;
  std::vector<Part> parts;
  std::vector<std::int64_t> summed;  ///< of them, those that the figures below hold
  std::int64_t seen = 0;             ///< when the parts were read, microseconds
  bool filed = false, closed = false, close = true;
  bool moved = false;  ///< the sum was made anew: to be looked at, then filed
  Duration duration;
  std::string words;
  std::vector<std::string> figures;  ///< as typed, in the order of figures_of(kind)
  ui::Errors errors;
  std::string csrf;
};
void write(html::Out& out, const ReportPage& page);

struct ThanksPage {
  EventId event;
  std::string title;
  std::int64_t came;
  events::Figures figures;
  std::string votes, votes_note;  ///< in words
  bool closed;
  std::int64_t late;  ///< parts that are not in the report
};
void write(html::Out& out, const ThanksPage& page);

}  // namespace reports
