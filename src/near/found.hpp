#pragma once
// What is near a commune, nearest first: the statements behind the page.

#include <string>

#include "core/html.hpp"
#include "near/commune.hpp"

namespace near {

struct Event {
  EventId id;
  std::string kind, title, city;
  pg::Time starts_at;
  std::string time_zone;
  bool all_day;
  double latitude, longitude, metres;
};
/// Its line in a list beside a map; `away` in words, or "".
void write_line(html::Out& out, const Event& event, std::string_view away);
struct Section {
  SpaceId id;
  std::string name, federation, city;
  bool active;
  double latitude, longitude, metres;
};
/// Commune, metres, so many within; when there is none, the nearest so many, farther away.
extern const pg::Statement<Event(std::string, double, std::int32_t, std::int32_t)> events_near;
extern const pg::Statement<Section(std::string, double, std::int32_t, std::int32_t)> sections_near;

}  // namespace near
