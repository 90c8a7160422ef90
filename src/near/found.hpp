#pragma once
// What is near a commune, nearest first: the statements behind the page.

#include <optional>
#include <string>

#include "core/pg/statement.hpp"

namespace near {

struct Commune {
  std::string code, name, department;
  bool same;  ///< its whole name is what was typed
};
struct Origin {
  std::string code, name, department;
  std::optional<double> latitude, longitude;  ///< none: nobody knows where it is
};
/// Of that code; of the viewer for "". No row when it is not known.
extern const pg::Statement<Origin(std::string)> origin;
/// Of a postcode, or whose name begins so, the one that is meant first.
extern const pg::Statement<Commune(std::string, std::int64_t)> communes_named;

struct Event {
  EventId id;
  std::string kind, title, city;
  pg::Time starts_at;
  double latitude, longitude, metres;
};
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
