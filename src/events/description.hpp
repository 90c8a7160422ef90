#pragma once
// Step 1 (E01): what, when, where, for whom. What is typed, what is kept, and the way from one to the other.

#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/pg/value.hpp"
#include "core/zones.hpp"
#include "ui/form.hpp"

namespace events {

/// Who sees it: every member, the members of its spaces, or only those invited. Guests always do.
inline constexpr std::string_view circle_public = "public", circle_spaces = "spaces", circle_guests = "guests";
/// On the night when clocks go back an hour comes twice: which one is meant.
inline constexpr std::string_view before_change = "before", after_change = "after";

/// The form, as it was filled in.
struct TypedDescription {
  std::string kind, title;
  std::string start_date, start_time, start_turn, end_date, end_time, end_turn;
  std::string online_url, address, complement, postcode, city, description;
  std::string circle;
  std::vector<SpaceId> spaces;
  bool all_day = false;
  std::string time_zone;                       ///< "": that of the place
  const zones::Zone* home = &zones::mainland;  ///< of the viewer's section, for what has no place

  [[nodiscard]] const zones::Zone& zone() const;  ///< by whose clocks the times are meant
  /// The day on which it ends. An hour of the night after an evening is the next day's, whether or not somebody said
  /// so: «de 20 h à 2 h».
  [[nodiscard]] std::string end_day() const;
};

/// What a row of `event` keeps of it.
struct Description {
  std::string kind, title, description;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::optional<std::string> online_url;
  std::string address, complement, postcode, city;
  bool is_public;
  std::vector<SpaceId> space_ids;
};

/// `home`: the hour of the viewer's section.
TypedDescription typed(const Description& kept, const zones::Zone& home = zones::mainland);
std::string zone_of(const Description& kept);  ///< by whose clocks it is held

/// Nothing when something is wrong; `errors` then says what, with the remedy. `kept`, when given, is what stands
/// already: a start that has passed may stay.
std::optional<Description> read(const TypedDescription& typed, paris::Instant now, ui::Errors& errors,
                                const Description* kept = nullptr);

/// Does that clock time come twice, so that the form must ask which one is meant?
bool comes_twice(const std::string& date, const std::string& time, const zones::Zone& zone);

}  // namespace events
