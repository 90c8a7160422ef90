#pragma once
// An event in a list. Every list reads the same columns of the view event_card (db/policies/50_events.sql) and is drawn
// alike:
//
//   const pg::Statement<events::Card(SpaceId)> coming{"sections.coming", "select " EVENT_CARD " from event_card e where
//   …"}; for (const auto& card : *cards) ui::event_card(out, events::drawn(card, v.csrf(), events::Place::home, now));

#include <optional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/pg/statement.hpp"
#include "ui/event_card.hpp"

namespace events {

struct Card {
  EventId id;
  std::string kind, state, title;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::string address, postcode, city;
  std::optional<std::string> online_url;
  std::int32_t goal, coming, maybe;
  std::optional<std::string> author;  ///< none when their circle is not the viewer's
  std::optional<std::string> answer;  ///< the viewer's: yes, maybe, no
  std::vector<std::string> faces;     ///< of some who come, where there is no goal
  std::int32_t capacity, waiting;     ///< places, 0: as many as come; those who wait for one
  std::vector<std::string> hosts;     ///< who organises, when several spaces do
  bool repeats;                       ///< a date of a series
};
#define EVENT_CARD                                                                                                  \
  "e.id, e.kind, e.state, e.title, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.address, e.postcode, e.city, " \
  "e.online_url, e.goal, "                                                                                          \
  "e.coming, e.maybe, e.author, e.answer, e.faces, e.capacity, e.waiting, e.hosts, e.series_id is not null"

/// Where a card stands: an answer brings back there, and «no» takes the card away from home and invitations.
enum class Place { home, agenda, invitations, mine, all, page };
std::string_view code(Place place);
std::optional<Place> place_of(std::string_view code);
/// The page of that place; of none for Place::page, which is the event's own.
std::string path(Place place);

/// `csrf` empty: without the answers.
ui::EventCard drawn(const Card& card, std::string_view csrf, Place place, paris::Instant now);

std::string path(EventId event, std::string_view below = {});  ///< "/evenements/12", "/evenements/12/invites"
std::string where_words(const std::string& address, const std::string& postcode, const std::string& city,
                        bool online);  ///< in one line

inline paris::Instant instant(pg::Time time) {
  return std::chrono::floor<std::chrono::seconds>(time);
}
inline paris::Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace events
