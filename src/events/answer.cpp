#include "events/answer.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/replace.hpp"
#include "gate/shell.hpp"

namespace events {

const pg::Statement<bool(EventId, std::string)> record_answer{"events.answer", "select event_answer($1, $2)"};

namespace {

const pg::Statement<Card(EventId)> find_card{"events.card", "select " EVENT_CARD " from event_card e where e.id = $1"};

std::string words(ui::Answer answer, const std::string& title) {
  switch (answer) {
    case ui::Answer::yes:
      return "C’est noté, tu participes. «\u202f" + title + "\u202f» est dans ton agenda.";
    case ui::Answer::waiting:
      return "C’est complet pour l’instant\u202f: tu es en liste d’attente. Si une place se libère, elle est à toi, et "
             "tu es prévenu·e.";
    case ui::Answer::maybe:
      return "C’est noté, peut-être. «\u202f" + title + "\u202f» est dans ton agenda.";
    default:
      return "C’est noté, tu ne participes pas. Tu peux changer d’avis jusqu’à la fin.";
  }
}

}  // namespace

http::Response answer(gate::Visit& v) {
  const auto id = v.id<EventId>("event");
  const auto given = ui::answer_of(v.field("answer"));
  const auto place = place_of(v.query("depuis")).value_or(Place::page);
  if (!given || *given == ui::Answer::waiting) throw http::Error(400);
  const auto taken = v.one(record_answer, id, std::string(ui::code(*given)));
  const auto card = v.one(find_card, id);
  const auto event = v.one(find_event, id);
  const auto people = v.all(participants, id);
  const auto counters = v.one(gate::counters);
  v.ask();
  const auto back = place == Place::page ? path(id) : path(place);
  if (!*taken)
    return v.redirect(path(id), ui::Flash{ui::Flash::Tone::warning, "Cet événement n’accepte plus de réponse."});
  const auto kept = event->given();
  if (!v.wants_streams()) return v.redirect(back, words(kept, event->title));

  // Home and invitations are about what waits for an answer: «no» takes the card away. What is not on the page is left
  // alone.
  const auto number = std::to_string(id.number());
  const bool leaves =
      kept == ui::Answer::no && (place == Place::home || place == Place::invitations || place == Place::agenda);
  html::Out out;
  if (leaves)
    out(R"(<turbo-stream action="remove" target="event-{}"></turbo-stream>)", id);
  else if (place != Place::page)
    replace(out, "event-" + number, [&] { ui::event_card(out, drawn(*card, v.csrf(), place, now())); });
  if (place == Place::page) {
    replace(out, "answering-" + number, [&] { write_answers(out, *event, v.csrf()); });
    replace(out, "gauge-large-" + number, [&] { write_gauge(out, *event, event->organises); });
    replace(out, "participants-" + number, [&] { write_participants(out, *event, *people, now()); });
  }
  ui::counter_stream(out, ui::Counter::agenda, static_cast<int>(counters->invitations));
  ui::flash_stream(out, {ui::Flash::Tone::good, words(kept, event->title)});
  return v.streams(out.finish());
}

}  // namespace events
