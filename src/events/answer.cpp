#include "events/answer.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/replace.hpp"
#include "gate/shell.hpp"

namespace events {

const pg::Statement<bool(EventId, std::string, std::optional<std::int32_t>)> record_answer{
    "events.answer", "select event_answer($1, $2, $3)"};

std::optional<std::int32_t> companions_typed(gate::Visit& v) {
  const auto typed = v.field("companions");
  if (typed.empty()) return std::nullopt;
  const int number = typed.front() - '0';
  if (typed.size() != 1 || number < 0 || number > ui::most_companions) throw http::Error(400);
  return number;
}

std::string companions_words(const Detail& event, std::optional<std::int32_t> asked) {
  const auto left = event.left();
  const auto places = left == 0   ? "plus de place"
                      : left == 1 ? "qu’une place"
                                  : "que " + french::number(left) + " places";
  if (event.given() == ui::Answer::yes && asked.value_or(0) > event.brought)
    return "Il ne reste " + std::string(places) + ". Tu as toujours la tienne, " +
           (event.brought == 0
                ? "mais pas pour quelqu’un d’autre."
                : "et tu viens avec " + french::count(event.brought, "personne", "personnes") + ", comme avant.");
  if (event.given() == ui::Answer::waiting && event.brought > 0 && left > 0)
    return "Vous êtes " + french::number(event.brought + 1) + " et il ne reste " + places +
           "\u00a0: vous êtes en liste d’attente. À moins de monde, vous pourriez entrer tout de suite.";
  return {};
}

namespace {

const pg::Statement<Card(EventId)> find_card{"events.card", "select " EVENT_CARD " from event_card e where e.id = $1"};

std::string words(ui::Answer answer, const std::string& title, std::int32_t brought) {
  switch (answer) {
    case ui::Answer::yes:
      return "C’est noté, " +
             (brought > 0 ? "vous venez à " + french::number(brought + 1) : std::string("tu participes")) +
             ". «\u202f" + title + "\u202f» est dans ton agenda.";
    case ui::Answer::waiting:
      return "C’est complet pour l’instant\u202f: tu es en liste d’attente. Si une place se libère, elle est à toi, et "
             "tu es prévenu·e.";
    case ui::Answer::maybe:
      return "C’est noté, peut-être. «\u202f" + title + "\u202f» est dans ton agenda.";
    default:
      return "C’est noté, tu ne participes pas. Tu peux changer d’avis jusqu’à la fin.";
  }
}

// How the agenda was being looked at, to go back there: «?vue=mois&jour=2026-11-22».
std::string agenda_view_asked(const gate::Visit& v) {
  constexpr size_t longest = 80;
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789-=&";
  const auto words = v.query("retour");
  if (words.empty() || words.size() > longest || words.find_first_not_of(plain) != std::string::npos) return {};
  return "?" + words;
}

}  // namespace

http::Response answer(gate::Visit& v) {
  const auto id = v.id<EventId>("event");
  const auto given = ui::answer_of(v.field("answer"));
  const auto place = place_of(v.query("depuis")).value_or(Place::page);
  if (!given || *given == ui::Answer::waiting) throw http::Error(400);
  const auto companions = companions_typed(v);
  const auto taken = v.one(record_answer, id, std::string(ui::code(*given)), companions);
  const auto card = v.one(find_card, id);
  const auto event = v.one(find_event, id);
  const auto people = v.all(participants, id);
  const auto counters = v.one(gate::counters);
  v.ask();
  const auto view = agenda_view_asked(v);
  const auto back = (place == Place::page ? path(id) : path(place)) + view;
  if (!*taken)
    return v.redirect(path(id), ui::Flash{ui::Flash::Tone::warning, "Cet événement n’accepte plus de réponse."});
  const auto kept = event->given();
  const auto short_of = companions_words(*event, companions);
  const ui::Flash said{short_of.empty() ? ui::Flash::Tone::good : ui::Flash::Tone::warning,
                       short_of.empty() ? words(kept, event->title, event->brought) : short_of};
  // A month or a week shows the answer in more places than the card: the whole page is made again, and morphed.
  if (!v.wants_streams() || !view.empty()) return v.redirect(back, said);

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
  ui::flash_stream(out, said);
  return v.streams(out.finish());
}

}  // namespace events
