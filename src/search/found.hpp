#pragma once
// What the one box finds (C06), kind by kind. Candidates come from db/policies/70_search.sql; the join with the
// protected tables decides what is seen.

#include <string>
#include <string_view>
#include <vector>

#include "core/html.hpp"
#include "core/pg/statement.hpp"
#include "gate/visit.hpp"
#include "members/card.hpp"

namespace search {

inline constexpr size_t longest = 240;  // octets of what is typed

struct Event {
  EventId id;
  std::string title;
  pg::Time starts_at;
  std::string time_zone;
  bool all_day;
};
struct Space {
  SpaceId id;
  std::string kind, name;
  std::string above;
};
struct Status {
  ActivityId id;
  MemberId wall;  ///< where it stands
  std::string author, body;
  pg::Time at;
};

struct Found {
  std::vector<members::Card> people;
  std::vector<Event> events;
  std::vector<Space> spaces;
  std::vector<Status> statuses;
  [[nodiscard]] bool empty() const { return people.empty() && events.empty() && spaces.empty() && statuses.empty(); }
};

/// How many of each kind; 0: not asked for.
struct Wanted {
  std::int32_t people = 0;
  std::int64_t events = 0, statuses = 0;
  std::vector<std::string> space_kinds = {};
  std::int64_t spaces = 0;  ///< of each of those kinds
};

/// Queues the statements, asks, and gives what came.
Found find(gate::Visit& v, const std::string& words, const Wanted& wanted);

html::Url url(const Space& space);
html::Url url(const Event& event);
html::Url url(const Status& status);

}  // namespace search
