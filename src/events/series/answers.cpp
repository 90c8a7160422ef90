#include "events/series/answers.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"

namespace events {
namespace {

const pg::Statement<std::int32_t(EventId, std::string)> record_answers{"events.series_answer",
                                                                       "select event_series_answer($1, $2)"};
const pg::Statement<bool(EventId)> leave{"events.series_leave", "select event_series_leave($1)"};
const pg::Statement<bool(EventId)> still_seen{"events.series_seen", "select exists (select from event where id = $1)"};

std::string words(ui::Answer answer, std::int32_t dates) {
  const auto all = french::count(dates, "date à venir", "dates à venir");
  switch (answer) {
    case ui::Answer::yes:
      return "C’est noté, tu participes : " + all + ", et celles qui s’ajouteront.";
    case ui::Answer::maybe:
      return "C’est noté, peut-être : " + all + ", et celles qui s’ajouteront.";
    default:
      return "C’est noté, tu ne participes à aucune des dates à venir. Tu peux changer d’avis.";
  }
}

}  // namespace

http::Response answer_all(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto given = ui::answer_of(v.field("answer"));
  if (!given || *given == ui::Answer::waiting) throw http::Error(400);
  const auto dates = v.one(record_answers, event, std::string(ui::code(*given)));
  const auto seen = v.one(still_seen, event);
  v.ask();
  if (!*seen) throw http::Error(404);
  if (*dates == 0)
    return v.redirect(path(event),
                      ui::Flash{ui::Flash::Tone::warning, "Il n’y a plus de date à venir dans cette série."});
  return v.redirect(path(event), words(*given, *dates));
}

http::Response leave_series(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto left = v.one(leave, event);
  const auto seen = v.one(still_seen, event);
  v.ask();
  if (!*left && !*seen) throw http::Error(404);
  if (!*left) return v.redirect(path(event));
  return v.redirect(*seen ? path(event) : path(Place::agenda),
                    "C’est entendu : tu n’es plus invité·e à cette série, et plus rien ne t’en sera dit.");
}

}  // namespace events
