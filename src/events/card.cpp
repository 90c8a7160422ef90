#include "events/card.hpp"

#include <array>

#include "core/text/french.hpp"

namespace events {
namespace {

struct PlaceWords {
  Place place;
  std::string_view code, path;
};
constexpr std::array<PlaceWords, 6> places{{{Place::home, "accueil", "/"},
                                            {Place::agenda, "agenda", "/agenda"},
                                            {Place::invitations, "invitations", "/agenda/invitations"},
                                            {Place::mine, "mes-evenements", "/agenda/mes-evenements"},
                                            {Place::all, "tous", "/evenements"},
                                            {Place::page, "page", ""}}};

}  // namespace

std::string_view code(Place place) {
  return places[static_cast<size_t>(place)].code;
}

std::optional<Place> place_of(std::string_view code) {
  for (const auto& one : places)
    if (one.code == code) return one.place;
  return std::nullopt;
}

std::string path(Place place) {
  return std::string(places[static_cast<size_t>(place)].path);
}

std::string path(EventId event, std::string_view below) {
  auto path = "/evenements/" + std::to_string(event.number());
  if (!below.empty()) path.append("/").append(below);
  return path;
}

std::string where_words(const std::string& address, const std::string& postcode, const std::string& city, bool online) {
  if (address.empty()) return online ? "en ligne" : city;
  return address + ", " + postcode + " " + city;
}

ui::EventCard drawn(const Card& card, std::string_view csrf, Place place, paris::Instant now) {
  const auto number = std::to_string(card.id.number());
  ui::EventCard drawn;
  drawn.id = "event-" + number;
  drawn.href = html::Url::local(path(card.id));
  drawn.kind = ui::kind_of(card.kind).value_or(ui::Kind::meeting);
  drawn.title = card.title;
  drawn.when = french::when(card);
  // Of a flat meeting, whoever goes through all events learns the commune: the door is on its page.
  if (place == Place::all && card.kind == "flat_meeting" && !card.answer && !card.address.empty())
    drawn.place = card.postcode + " " + card.city;
  else
    drawn.place = where_words(card.address, card.postcode, card.city, card.online_url.has_value());
  drawn.author = card.author.value_or("");
  drawn.hosts = french::list(card.hosts);
  // Lists of what there is to come show one date of a series; agendas show them all.
  drawn.repeats = card.repeats && place != Place::agenda && place != Place::mine;
  drawn.cancelled = card.state == "cancelled";
  drawn.gauge = {.id = "gauge-" + number,
                 .coming = card.coming,
                 .maybe = card.maybe,
                 .goal = card.goal,
                 .capacity = card.capacity,
                 .waiting = card.waiting};
  for (const auto& name : card.faces) drawn.faces.push_back({.name = name});
  if (!csrf.empty() && card.state == "published" && drawn.when.end > now)
    drawn.answers =
        ui::Answers{"answers-" + number, html::Url::local(path(card.id, "reponse?depuis=" + std::string(code(place)))),
                    std::string(csrf), ui::answer_of(card.answer.value_or("")).value_or(ui::Answer::none),
                    card.capacity > 0 && card.coming >= card.capacity};
  return drawn;
}

}  // namespace events
